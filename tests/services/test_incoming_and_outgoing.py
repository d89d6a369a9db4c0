"""The registers of văn thư: số đến of directives, numbers of letters, and both books as files."""

import datetime as dt
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from story import FRONT, ISSUED, RECEIVED, draft, issued, settle

from desktop.domain.correspondence import Arrival, Dispatch, Outgoing
from desktop.errors import BadValue, NotAllowed, NotFound
from desktop.services import incoming, numbers, outgoing, planning, report_drafts, report_sending
from desktop.services.papers import Formats

LETTER = Outgoing("Công văn", 40, "UBND-VHXH", ISSUED, "đôn đốc thực hiện Kế hoạch")


@pytest.fixture
def plan(workspace):
    settle(workspace)
    return issued(workspace)


def cells(path) -> list[tuple]:
    return [row for row in load_workbook(path).active.iter_rows(values_only=True) if any(row)]


def test_a_directive_gets_its_number_day_and_receiver(workspace, plan):
    assert numbers.following_arrival(workspace, 2026) == 1
    incoming.register(workspace, plan.directive, Arrival(12, passed_to="Phòng Văn hóa - Xã hội"))
    told = incoming.register(workspace, plan.directive, Arrival(passed_on=RECEIVED, note="bản giấy"))
    assert told.arrival == Arrival(12, RECEIVED, "Phòng Văn hóa - Xã hội", RECEIVED, "bản giấy")
    assert numbers.following_arrival(workspace, 2026) == 13


def test_a_number_of_arrival_is_given_once_a_year(workspace, plan):
    other = draft(workspace)
    incoming.register(workspace, plan.directive, Arrival(12))
    with pytest.raises(NotAllowed) as refused:
        incoming.register(workspace, other.directive, Arrival(12))
    assert refused.value.rule == "arrival_taken"
    assert refused.value.values["holder"] == "Công văn số 312/SYT-BTXH của Sở Y tế"
    assert refused.value.values["following"] == "13"
    incoming.register(workspace, plan.directive, Arrival(12))


def test_a_letter_is_kept_under_its_number_and_the_next_is_proposed(workspace, plan):
    assert numbers.following(workspace, "UBND-VHXH", 2026) == 1
    kept = outgoing.register(workspace, replace(LETTER, plan=plan.id))
    assert kept.letter
    assert numbers.following(workspace, "UBND-KT", 2026) == 41
    assert numbers.following(workspace, "KH-UBND", 2026) == 16
    assert outgoing.of_plan(workspace, plan.id)[1] == kept


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"subject": " "}, BadValue),
        ({"plan": 9}, NotFound),
        ({"number": 0}, NotAllowed),
        ({"date": dt.date(2026, 3, 6)}, NotAllowed),
        ({"dispatch": Dispatch(copies=0)}, NotAllowed),
        ({"number": 15, "symbol": "KH-UBND"}, NotAllowed),
    ],
)
def test_a_letter_that_cannot_be_is_refused_and_not_kept(workspace, plan, wrong, error):
    with pytest.raises(error):
        outgoing.register(workspace, replace(LETTER, **wrong))
    assert len(outgoing.of_year(workspace, 2026)) == 1


def test_a_plan_cannot_take_the_number_of_a_letter_of_its_series(workspace, plan):
    outgoing.register(workspace, replace(LETTER, kind="Kế hoạch", symbol="KH-UBND"))
    with pytest.raises(NotAllowed) as refused:
        planning.issue(workspace, draft(workspace).id, 40, ISSUED)
    told = refused.value.values
    assert (told["holder"], told["following"]) == (
        "Kế hoạch đôn đốc thực hiện Kế hoạch, ngày 05/3/2026",
        "41",
    )


def test_a_plan_says_itself_who_signed_and_where_it_went(workspace, plan):
    outgoing.tell(workspace, 15, "KH-UBND", 2026, Dispatch(signer="Trần Văn Bình", copies=20))
    told = outgoing.tell(workspace, 15, "KH-UBND", 2026, Dispatch(sent_on=ISSUED))
    assert (told.dispatch.copies, told.dispatch.sent_on) == (20, ISSUED)
    sent = outgoing.of_year(workspace, 2026)[0].dispatch
    assert (sent.signer, sent.keeper, sent.copies) == ("Trần Văn Bình", "VT, VHXH", 20)
    assert FRONT in sent.recipients
    with pytest.raises(NotFound):
        outgoing.tell(workspace, 15, "KH-UBND", 2027, Dispatch(copies=1))


def test_a_sent_report_says_itself_where_it_went(workspace, plan):
    draft_report = report_drafts.open_for_plan(workspace, plan.id)
    report_sending.send(workspace, draft_report.id, 7, ISSUED)
    sent = outgoing.of_year(workspace, 2026)[0]
    assert (sent.kind, sent.number, sent.report) == ("Báo cáo", 7, draft_report.id)
    assert sent.dispatch.recipients[0] == "Sở Y tế"
    assert sent.dispatch.keeper == "VT, VHXH"
    assert numbers.following(workspace, "BC-UBND", 2026) == 8


def test_both_books_are_written(workspace, plan, tmp_path):
    incoming.register(workspace, plan.directive, Arrival(12))
    outgoing.register(workspace, LETTER)
    made = incoming.write(workspace, tmp_path) + outgoing.write(workspace, tmp_path, 2026, Formats(xlsx=True))
    names = [
        "so-van-ban-den-2026.pdf",
        "so-van-ban-den-2026.docx",
        "so-van-ban-den-2026.xlsx",
        "so-van-ban-di-2026.xlsx",
    ]
    assert [path.name for path in made] == names
    assert any(row[3] == "312/SYT-BTXH" and row[1] == 12 for row in cells(made[2]))
    assert [row[0] for row in cells(made[3])[-2:]] == ["15/KH-UBND", "40/UBND-VHXH"]


def test_a_year_without_papers_has_empty_books(workspace, plan, tmp_path):
    made = incoming.write(workspace, tmp_path, 2025) + outgoing.write(workspace, tmp_path, 2025)
    assert len(made) == 6
    assert [row[0] for row in cells(made[2])][-1] == "(1)"
