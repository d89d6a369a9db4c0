"""Lists over all plans: who is in them, in which order, in one statement, by the right index."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.assignment import Standing, Status
from desktop.domain.follow_up import Channel, Urging
from desktop.domain.plan import Plan, PlanState
from desktop.domain.result import Result
from desktop.domain.task import Party, Task
from desktop.domain.unit import Contact, Membership, Unit, UnitGroup, UnitName
from desktop.storage import assignment_counts, assignment_lists, follow_ups, plans, results, tasks, units
from desktop.storage.assignment_filter import Show, Wanted
from desktop.storage.assignment_lists import Order

TODAY = dt.date(2026, 3, 27)
LATE, SOON, LATER = dt.date(2026, 3, 20), dt.date(2026, 3, 30), dt.date(2026, 6, 1)
ALL = Wanted(running=False)


class Given:
    """Two plans: the running one gives three villages banners (late), talks (soon) and gifts (later); a closed one gave the east a feast
    that is done."""

    def __init__(self, store) -> None:
        self.store = store
        names = ("Thôn Đông", "Thôn Đoài", "Thôn An")
        people = Contact("Ông Ba", "Trưởng thôn", "0912345678")
        self.units = [units.add(store, Unit(0, "", (UnitName(n),), contact=people)).id for n in names]
        self.plan = self.make("Ngày công tác xã hội", PlanState.ISSUED, 15, names, ("Treo băng rôn", LATE),
                              ("Tổ chức tọa đàm", SOON), ("Đi tặng quà", LATER))  # fmt: skip
        self.closed = self.make("Ngày hội", PlanState.CLOSED, 3, names[:1], ("Làm cỗ", LATE))
        self.ids = [a.id for a in tasks.assignments_of_plan(store, self.plan)]
        self.feast = tasks.assignments_of_plan(store, self.closed)[0].id
        results.add_all(store, [Result(self.feast, LATE, Status.DONE, LATE, "Đã xong")])

    def make(self, subject, state, number, names, *work) -> int:
        plan = plans.add(
            self.store, Plan(0, "", subject, state=state, number=number, symbol="KH-UBND", date=LATE)
        )
        leads = tuple(Party(n, unit=u) for n, u in zip(names, self.units, strict=False))
        made = tasks.add_all(self.store, plan.id, [Task(0, "", 0, 0, text, leads=leads) for text, _ in work])
        dues = {task.id: due for task, (_, due) in zip(made, work, strict=True)}
        tasks.assign(self.store, plan.id, LATE, dues)
        return plan.id

    def shown(self, wanted=ALL, order=Order.FIRST, *, down=False) -> list[tuple[str, str]]:
        found = assignment_lists.ids(self.store, wanted, TODAY, order, down=down)
        rows = assignment_lists.rows(self.store, found, TODAY)
        return [(row.text.split()[0], row.unit_name.split()[-1]) for row in rows]


@pytest.fixture
def given(store) -> Given:
    return Given(store)


def test_open_work_comes_first_by_its_day_then_what_is_done(given):
    assert [text for text, _ in given.shown()] == ["Treo"] * 3 + ["Tổ"] * 3 + ["Đi"] * 3 + ["Làm"]


def test_work_without_a_day_comes_after_what_has_one(given):
    given.store.run("UPDATE assignment SET due = NULL WHERE id = ?", (given.ids[0],))
    assert given.shown()[8:] == [("Treo", "Đông"), ("Làm", "Đông")]


def test_work_of_running_plans_alone(given):
    assert len(given.shown(Wanted())) == 9


def test_units_stand_by_the_vietnamese_alphabet(given):
    wanted = Wanted(show=frozenset({Show.OVERDUE}))
    assert [name for _, name in given.shown(wanted, Order.UNIT)] == ["An", "Đoài", "Đông"]
    assert [name for _, name in given.shown(wanted, Order.UNIT, down=True)] == ["Đông", "Đoài", "An"]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (Order.TASK, "Đi"),
        (Order.PLAN, "Treo"),
        (Order.DUE, "Treo"),
        (Order.STANDING, "Treo"),
        (Order.REPORTED, "Làm"),
        (Order.URGED, "Treo"),
    ],
)
def test_every_order_has_every_row_once(given, order, first):
    up, down = given.shown(ALL, order), given.shown(ALL, order, down=True)
    assert up[0][0] == first
    assert sorted(up) == sorted(down) == sorted(given.shown())


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("bang ron", 3),
        ("băng rôn đông", 1),
        ("treo ngay cong tac", 3),
        ("ron bang", 3),
        ("khong co", 0),
        ("doa", 3),
    ],
)
def test_words_are_found_without_marks_in_task_unit_and_plan(given, words, count):
    assert len(given.shown(replace(ALL, words=words))) == count


def test_kinds_of_work_add_up_and_silence_narrows(given):
    results.add_all(given.store, [Result(given.ids[0], TODAY, Status.IN_PROGRESS)])
    shown = {
        kinds: len(given.shown(replace(ALL, show=frozenset(kinds))))
        for kinds in (
            (Show.OVERDUE,), (Show.SOON,), (Show.DOING,), (Show.DONE,), (Show.SILENT,), (Show.OVERDUE, Show.SOON),
            (Show.OVERDUE, Show.SILENT),
        )
    }  # fmt: skip
    assert list(shown.values()) == [3, 3, 1, 1, 8, 6, 2]
    counted = assignment_counts.counts(given.store, ALL, TODAY)
    assert counted == {kinds[0]: many for kinds, many in list(shown.items())[:5]}


def test_nobody_is_asked_for_the_work_of_a_unit_that_is_gone(given):
    east = units.get(given.store, given.units[0])
    units.save(given.store, replace(east, ended=TODAY))
    assert len(given.shown(Wanted(show=frozenset({Show.OVERDUE})))) == 2
    assert [one.name for one in assignment_counts.by_unit(given.store, ALL, TODAY)] == [
        "Thôn An",
        "Thôn Đoài",
    ]


def test_plan_unit_group_and_days_narrow_the_list(given):
    members = tuple(Membership(key) for key in given.units[:2])
    group = units.save_group(given.store, UnitGroup(0, "", "Hai thôn", members))
    wanted = (
        Wanted(plan=given.closed),
        Wanted(unit=given.units[0]),
        Wanted(group=group.id),
        Wanted(since=SOON, until=SOON),
    )
    assert [len(given.shown(one)) for one in wanted] == [1, 3, 6, 3]


def test_a_row_says_how_the_work_stands_and_how_it_was_urged(given):
    said = [
        Urging(given.ids[0], LATE, Channel.PHONE, promised_on=SOON),
        Urging(given.ids[0], TODAY, Channel.ZALO),
    ]
    follow_ups.add_urgings(given.store, said)
    (row,) = assignment_lists.rows(given.store, given.ids[:1], TODAY)
    assert (row.standing, row.urged, row.urged_on, row.promised_on) == (Standing.OVERDUE, 2, TODAY, SOON)
    assert (row.subject, row.number, row.person, row.phone) == (
        "Ngày công tác xã hội",
        15,
        "Ông Ba",
        "0912345678",
    )


def test_rows_that_are_gone_are_left_out_and_the_order_stays(given):
    keys = [given.feast, 999, given.ids[0]]
    assert [row.id for row in assignment_lists.rows(given.store, keys, TODAY)] == [given.feast, given.ids[0]]


def test_assignments_are_told_by_their_plans(given):
    keys = [given.ids[1], given.feast, given.ids[0]]
    assert assignment_lists.plans_of(given.store, keys) == {
        given.plan: [given.ids[1], given.ids[0]],
        given.closed: [given.feast],
    }


def test_days_hold_their_tasks_with_what_is_open_before_what_is_done(given):
    wanted = replace(ALL, since=LATE, until=SOON)
    told = [
        (one.due, one.text, one.many, one.open) for one in assignment_counts.days(given.store, wanted, TODAY)
    ]
    assert told == [(LATE, "Treo băng rôn", 3, 3), (LATE, "Làm cỗ", 1, 0), (SOON, "Tổ chức tọa đàm", 3, 3)]


def test_units_are_counted_as_tables_of_completeness_count(given):
    said = [
        Result(given.ids[0], TODAY, Status.DONE, TODAY),
        Result(given.ids[3], TODAY, Status.NOT_APPLICABLE),
    ]
    results.add_all(given.store, said)
    east = assignment_counts.by_unit(given.store, ALL, TODAY)[2]
    assert (east.name, east.assigned, east.reported, east.done) == ("Thôn Đông", 3, 2, 2)
    assert (east.on_time, east.late, east.overdue, east.missing) == (1, 1, 0, 1)


def test_open_work_is_dated_with_who_has_it(given):
    told = assignment_counts.dated(given.store, Wanted(), TODAY)
    assert [(one.due, len(one.names)) for one in told] == [(LATE, 3), (SOON, 3), (LATER, 3)]
    assert (told[0].text, told[0].number, told[0].names[0]) == ("Treo băng rôn", 15, "Thôn Đông")


def test_statements_do_not_grow_with_rows(given, statements):
    with statements() as said:
        found = assignment_lists.ids(given.store, Wanted(), TODAY)
        assignment_lists.rows(given.store, found, TODAY)
        assignment_counts.counts(given.store, Wanted(), TODAY)
        assignment_counts.by_unit(given.store, Wanted(), TODAY)
    assert len(said) == 6


def test_the_whole_list_is_read_by_its_indexes_and_nothing_is_sorted(given, statements):
    with statements() as said:
        assignment_lists.ids(given.store, ALL, TODAY)
    for sql in said:
        plan = [step[-1] for step in given.store.rows(f"EXPLAIN QUERY PLAN {sql}", {"today": "", "soon": ""})]
        assert not any("TEMP B-TREE" in step for step in plan), plan
        assert any("assignment_open" in step or "assignment_closed" in step for step in plan), plan
