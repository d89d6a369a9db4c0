"""Plans: heads, bodies, figures in the list, the PDF that was issued, numbers."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.assignment import Status
from desktop.domain.plan import Plan, PlanForm, PlanState, issue
from desktop.domain.result import Result
from desktop.domain.roll_up import Completeness, completeness
from desktop.errors import DatabaseDamaged, NotFound
from desktop.storage import kept_files, plans, results, tasks, units
from desktop.storage.store import Store

DAY, DUE = dt.date(2026, 3, 2), dt.date(2026, 4, 13)


def test_a_plan_comes_back_as_it_was_given(store: Store) -> None:
    first = plans.add(store, Plan(0, "", "Cũ"))
    plan = Plan(
        0,
        "",
        "Ngày hội",
        PlanForm.LETTER,
        PlanState.ISSUED,
        2026,
        12,
        "KH-UBND",
        DAY,
        None,
        first.id,
        "Chủ đề",
    )
    kept = plans.add(store, plan, "thân bài")
    assert replace(kept, id=0, uid="") == plan
    assert plans.get(store, kept.id) == kept == plans.by_uid(store, kept.uid)
    assert plans.body(store, kept.id) == "thân bài"


def test_a_changed_head_is_kept_and_counted(store: Store, work) -> None:
    plans.save(store, issue(work.plan, 5, DAY))
    assert plans.get(store, work.plan.id).number == 5
    assert plans.revision(store, work.plan.id) == 2


def test_a_body_is_counted_only_when_it_changed(store: Store, work) -> None:
    plans.set_body(store, work.plan.id, "mới")
    plans.set_body(store, work.plan.id, "mới")
    assert (plans.body(store, work.plan.id), plans.revision(store, work.plan.id)) == ("mới", 2)


def test_a_plan_is_removed_with_all_that_belongs_to_it(store: Store, work) -> None:
    (first, *_) = work.assign(store)
    results.add_all(store, [Result(first.id, DAY, Status.DONE)])
    plans.remove(store, work.plan.id)
    left = [
        store.value(f"SELECT count(*) FROM {name}")
        for name in ("plan_body", "task", "party", "assignment", "result")
    ]
    assert left == [0] * 5


@pytest.mark.parametrize("ask", [plans.get, plans.body, plans.revision, plans.pdf, plans.remove])
def test_a_plan_that_is_not_there_is_not_found(store: Store, ask) -> None:
    with pytest.raises(NotFound):
        ask(store, 9)
    assert plans.by_uid(store, "9") is None


def test_the_issued_pdf_is_kept_byte_for_byte(store: Store, work) -> None:
    assert plans.pdf(store, work.plan.id) is None
    plans.keep_pdf(store, work.plan.id, b"%PDF-1.7 \x00\xff")
    assert plans.pdf(store, work.plan.id) == b"%PDF-1.7 \x00\xff"


def test_the_same_bytes_are_kept_once(store: Store, work) -> None:
    other = plans.add(store, Plan(0, "", "Khác"))
    for key in (work.plan.id, other.id):
        plans.keep_pdf(store, key, b"%PDF")
    assert store.value("SELECT count(*) FROM kept_file") == 1


def test_a_kept_pdf_that_is_not_what_was_kept_is_damage(store: Store, work) -> None:
    plans.keep_pdf(store, work.plan.id, b"%PDF")
    store.run("UPDATE kept_file SET content = x'00'")
    with pytest.raises(DatabaseDamaged):
        plans.pdf(store, work.plan.id)


def test_a_file_that_was_never_kept_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        kept_files.content(store, 5)


def test_plans_are_listed_with_their_figures_by_one_statement(store: Store, work, statements) -> None:
    given_out = work.assign(store)
    empty = plans.add(store, Plan(0, "", "Chưa có nhiệm vụ"))
    results.add_all(store, [Result(given_out[0].id, DAY, Status.DONE, DAY)])
    with statements() as said:
        rows = plans.list_plans(store, DUE + dt.timedelta(1))
    assert len(said) == 1
    assert [row.plan.id for row in rows] == [empty.id, work.plan.id]
    assert (rows[0].tasks, rows[0].completeness, rows[0].next_due) == (0, Completeness(), None)
    assert (rows[1].tasks, rows[1].completeness, rows[1].next_due) == (
        2,
        Completeness(4, 1, 1, 1, 2, 3, 1),
        DUE,
    )


REPORTED = st.lists(
    st.tuples(st.sampled_from(Status), st.none() | st.dates(DAY, DUE + dt.timedelta(9))),
    min_size=4,
    max_size=4,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    reported=REPORTED,
    today=st.dates(DAY, DUE + dt.timedelta(9)),
    ended=st.booleans(),
    first=st.none() | st.dates(DAY, DUE),
)
def test_the_figures_of_the_list_are_those_of_the_rules(
    store: Store, work, reported, today, ended, first
) -> None:
    store.run("DELETE FROM result")
    given_out = work.assign(store) or tasks.assignments_of_plan(store, work.plan.id)
    store.run("UPDATE assignment SET first_due = ? WHERE due IS NOT NULL", (first and first.isoformat(),))
    told = zip(given_out, reported, strict=True)
    results.add_all(
        store, [Result(a.id, DAY, status, on if status is Status.DONE else None) for a, (status, on) in told]
    )
    units.save(store, replace(work.units[0], ended=DAY if ended else None))
    living = {unit.id for unit in units.list_units(store, today)}
    expected = completeness(
        [a for a in tasks.assignments_of_plan(store, work.plan.id) if a.unit in living], today
    )
    assert plans.list_plans(store, today)[0].completeness == expected
