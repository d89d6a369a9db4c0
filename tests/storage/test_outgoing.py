"""Plans, sent reports and letters as one list of numbered papers."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.correspondence import Dispatch, Outgoing
from desktop.domain.plan import Plan, PlanForm, issue
from desktop.domain.report import Report, send
from desktop.errors import NotFound
from desktop.storage import outgoing, plans, reports
from desktop.storage.store import Store

DAY = dt.date(2026, 3, 5)
LETTER = Outgoing(
    "Công văn", 40, "UBND-VHXH", DAY, "đôn đốc", dispatch=Dispatch("An", ("Thôn Đông",), "VT", 2, DAY, "gấp")
)


def plan_issued(store: Store, number: int = 15, date: dt.date = DAY, form: PlanForm = PlanForm.PLAN) -> Plan:
    plan = plans.add(store, Plan(0, "", "Ngày hội", form=form, symbol="KH-UBND"))
    plans.save(store, issue(plan, number, date))
    return plan


def report_sent(store: Store, plan: int) -> Report:
    made = reports.add(store, Report(0, "", "Kết quả", DAY, plan, symbol="BC-UBND"))
    reports.freeze(store, send(made, 7, dt.date(2026, 3, 9)), "{}")
    return made


def test_every_numbered_paper_of_the_year_is_listed_by_day_with_one_statement(
    store: Store, statements
) -> None:
    plan = plan_issued(store)
    report = report_sent(store, plan.id)
    letter = outgoing.add_letter(store, LETTER)
    plan_issued(store, 1, dt.date(2027, 1, 4), PlanForm.LETTER)
    plans.add(store, Plan(0, "", "Dự thảo", symbol="KH-UBND"))
    with statements() as said:
        found = outgoing.of_year(store, 2026)
    assert len(said) == 1
    assert found == [
        Outgoing("Kế hoạch", 15, "KH-UBND", DAY, "Ngày hội", plan.id),
        letter,
        Outgoing("Báo cáo", 7, "BC-UBND", dt.date(2026, 3, 9), "Kết quả", plan.id, report.id),
    ]
    assert [one.kind for one in outgoing.of_year(store, 2027)] == ["Công văn"]


def test_a_plan_has_its_reports_and_letters_with_it(store: Store) -> None:
    plan = plan_issued(store)
    outgoing.add_letter(store, LETTER)
    about = outgoing.add_letter(store, replace(LETTER, number=41, plan=plan.id))
    report_sent(store, plan.id)
    assert [one.number for one in outgoing.of_plan(store, plan.id)] == [15, 41, 7]
    plans.remove(store, plan_issued(store, 16).id)
    outgoing.remove_letter(store, about.letter or 0)
    assert [one.number for one in outgoing.of_plan(store, plan.id)] == [15, 7]


@pytest.mark.parametrize("which", [0, 1, 2])
def test_how_a_paper_went_out_is_kept_for_each_kind(store: Store, which: int) -> None:
    report_sent(store, plan_issued(store).id)
    outgoing.add_letter(store, replace(LETTER, dispatch=Dispatch()))
    paper = outgoing.of_year(store, 2026)[which]
    for sent in (Dispatch(copies=1), LETTER.dispatch):
        outgoing.set_dispatch(store, replace(paper, dispatch=sent))
    assert [one.dispatch for one in outgoing.of_year(store, 2026)].count(LETTER.dispatch) == 1
    assert outgoing.of_year(store, 2026)[which].dispatch == LETTER.dispatch


def test_what_is_no_paper_has_no_dispatch(store: Store) -> None:
    with pytest.raises(NotFound):
        outgoing.set_dispatch(store, LETTER)
    with pytest.raises(NotFound):
        outgoing.remove_letter(store, 3)
