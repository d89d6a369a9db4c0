"""Letters to the late and the log of reminders: counted once a day, with what was promised."""

import datetime as dt
from pathlib import Path

import pypdfium2
import pytest
from story import DIVISION, ISSUED, VILLAGES, draft, issued, settle

from desktop.documents.phrases import in_text
from desktop.domain.follow_up import Channel
from desktop.errors import NotAFolder, NotAllowed, NotFound
from desktop.services import extending, reporting, urging
from desktop.storage import audit, tasks, units

TODAY = dt.date(2026, 3, 20)
BASE = "ke-hoach-15-2026-03-05-2026-03-20"
EAST = VILLAGES[0]


@pytest.fixture
def plan(workspace) -> int:
    """An issued plan of which the three villages owe their banners today."""
    settle(workspace)
    key = issued(workspace).id
    workspace.today.day = TODAY
    return key


def assignment(work, plan: int, name: str) -> int:
    given = tasks.assignments_of_plan(work.store, plan)
    known = units.by_ids(work.store, {a.unit for a in given})
    return next(a.id for a in given if known[a.unit].name == name)


def pages(path: Path) -> list[str]:
    """The words of each page, in one line."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def test_all_the_late_are_urged_in_one_letter(workspace, plan, tmp_path):
    made = urging.urge(workspace, plan, tmp_path / "moi")
    assert [path.name for path in made] == [f"don-doc-{BASE}.pdf", f"don-doc-{BASE}.docx"]
    text = " ".join(pages(made[0]))
    assert all(name in text for name in VILLAGES)
    assert "lần thứ" not in text


def test_each_may_get_a_letter_of_its_own_in_one_file(workspace, plan, tmp_path):
    path, edited = urging.urge(workspace, plan, tmp_path, each=True)
    assert path.name == f"don-doc-tung-don-vi-{BASE}.pdf"
    assert edited.name == f"don-doc-tung-don-vi-{BASE}.docx"
    first = [text for text in pages(path) if "Kính gửi:" in text]
    assert [name for name, text in zip(VILLAGES, first, strict=True) if f"Kính gửi: {name}" in text] == list(
        VILLAGES
    )


def test_the_letter_is_logged_once_a_day_however_often_it_is_made(workspace, plan, tmp_path):
    for each in (False, True, False):
        last = urging.urge(workspace, plan, tmp_path, each=each)
    owed = {assignment(workspace, plan, name) for name in VILLAGES}
    logged = urging.of_plan(workspace, plan)
    assert [(u.urged_on, u.channel) for u in logged] == [(TODAY, Channel.LETTER)] * 3
    assert {u.assignment for u in logged} == owed
    assert "lần thứ" not in " ".join(pages(last[0]))
    assert [e.action for e in audit.entries(workspace.store, "plan", plan)].count("urged") == 1


def test_the_next_letter_is_the_second_and_tells_what_was_promised(workspace, plan, tmp_path):
    urging.urge(workspace, plan, tmp_path)
    late = assignment(workspace, plan, EAST)
    workspace.today.day = TODAY + dt.timedelta(2)
    urging.log(workspace, plan, [late], Channel.PHONE, person="Bà Lan", promised_on=TODAY + dt.timedelta(3))
    workspace.today.day = TODAY + dt.timedelta(4)
    together = urging.urge(workspace, plan, tmp_path / "chung")
    first, *_ = pages(together[0])
    assert "(lần thứ hai)" in first  # the least over all: two villages were urged once only
    apart = [
        text for text in pages(urging.urge(workspace, plan, tmp_path, each=True)[0]) if "Kính gửi" in text
    ]
    assert f"{in_text(EAST)} hẹn hoàn thành vào ngày 23/3/2026 nhưng đến nay chưa có" in apart[0]
    assert ["(lần thứ ba)" in text for text in apart] == [True, False, False]


def test_work_whose_day_was_extended_is_not_urged(workspace, plan, tmp_path):
    some = [assignment(workspace, plan, name) for name in VILLAGES]
    extending.extend(workspace, plan, some, dt.date(2026, 3, 23), reason="Mưa bão", agreed_by="Chủ tịch")
    with pytest.raises(NotAllowed) as refused:
        urging.urge(workspace, plan, tmp_path)
    assert refused.value.rule == "nothing_late"
    assert (list(tmp_path.glob("*.pdf")), urging.of_plan(workspace, plan)) == ([], [])
    workspace.today.day = dt.date(2026, 3, 24)
    assert "23/3/2026 (hạn đầu 17/3/2026)" in " ".join(pages(urging.urge(workspace, plan, tmp_path)[0]))


def test_a_letter_that_cannot_be_written_is_not_logged(workspace, plan, tmp_path):
    (tmp_path / "tep").write_text("", encoding="utf-8")
    with pytest.raises(NotAFolder):
        urging.urge(workspace, plan, tmp_path / "tep")
    assert urging.of_plan(workspace, plan) == []


def test_calls_are_logged_with_who_and_what_was_promised(workspace, plan):
    late = assignment(workspace, plan, EAST)
    promised = dt.date(2026, 3, 25)
    (kept,) = urging.log(
        workspace,
        plan,
        [late, late],
        Channel.ZALO,
        on=ISSUED,
        person=" Bà  Lan ",
        promised_on=promised,
        note="sẽ gửi",
    )
    assert (kept.assignment, kept.urged_on, kept.channel) == (late, ISSUED, Channel.ZALO)
    assert (kept.person, kept.promised_on, kept.note) == ("Bà Lan", promised, "sẽ gửi")
    assert urging.of_plan(workspace, plan) == [kept]
    assert reporting.figures(workspace, plan).total.reported == 0


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"on": TODAY + dt.timedelta(1)}, "day_in_future"),
        ({"on": ISSUED - dt.timedelta(1)}, "days_out_of_order"),
        ({"promised_on": TODAY - dt.timedelta(1)}, "days_out_of_order"),
    ],
)
def test_what_cannot_have_been_said_is_refused(workspace, plan, values, rule):
    late = assignment(workspace, plan, DIVISION)
    with pytest.raises(NotAllowed) as refused:
        urging.log(workspace, plan, [late], Channel.PHONE, **values)
    assert refused.value.rule == rule


def test_only_work_of_an_issued_plan_is_urged(workspace, plan):
    with pytest.raises(NotFound):
        urging.log(workspace, plan, [999], Channel.PHONE)
    other = draft(workspace).id
    with pytest.raises(NotAllowed) as refused:
        urging.log(workspace, other, [1], Channel.PHONE)
    assert refused.value.rule == "plan_not_issued"


def test_who_owes_is_told_with_what_was_said_so_far_today_included(workspace, plan, tmp_path):
    late = assignment(workspace, plan, EAST)
    promised = TODAY + dt.timedelta(2)
    urging.log(workspace, plan, [late], Channel.PHONE, promised_on=promised)
    urging.urge(workspace, plan, tmp_path)
    told = {one.name: one for one in urging.owing(workspace, plan)}
    assert sorted(told) == sorted(VILLAGES)
    assert (told[EAST].assignments, told[EAST].days_late) == ((late,), 3)
    assert told[EAST].work == ("Treo băng rôn, khẩu hiệu",)
    assert (told[EAST].urged.times, told[EAST].urged.promised_on) == (2, promised)
    assert told[VILLAGES[1]].urged.times == 1


def test_only_the_chosen_work_is_urged_and_logged(workspace, plan, tmp_path):
    late = assignment(workspace, plan, EAST)
    told = urging.letters(workspace, plan, only=[late])
    path, _ = urging.write(told, tmp_path)
    assert path.name == f"don-doc-mot-so-{BASE}.pdf"
    text = " ".join(pages(path))
    assert EAST in text
    assert VILLAGES[1] not in text
    urging.keep(workspace, told)
    assert [u.assignment for u in urging.of_plan(workspace, plan)] == [late]


def test_letters_to_be_printed_are_those_that_are_written_and_logged_once_a_day(workspace, plan, tmp_path):
    told = urging.letters(workspace, plan, each=True)
    printed = pypdfium2.PdfDocument(urging.as_pdf(told))
    path, _ = urging.write(told, tmp_path)
    assert len(printed) == len(pages(path))
    assert urging.of_plan(workspace, plan) == []
    urging.keep(workspace, told)
    urging.keep(workspace, urging.letters(workspace, plan))
    assert [u.channel for u in urging.of_plan(workspace, plan)] == [Channel.LETTER] * 3


def test_for_work_that_is_not_late_there_is_no_letter(workspace, plan):
    told = urging.letters(workspace, plan, only=[assignment(workspace, plan, DIVISION)])
    assert (told.papers, told.owed) == ((), ())
