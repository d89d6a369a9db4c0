"""The matrix of a plan and what is noted by hand: status per unit and task, words and figures kept, days sensible."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from story import DIVISION, VILLAGES, Clock, draft, issued, settle

from desktop.domain.assignment import Standing, Status
from desktop.domain.result import Result
from desktop.errors import NotAllowed, NotFound
from desktop.progress import Cancelled
from desktop.services import following, undoing
from desktop.services.following import Matrix, UnitRow
from desktop.services.workspace import Workspace
from desktop.storage import audit, results, tasks, units

LATE = dt.date(2026, 3, 20)
BANNERS = 1
"""Place of the task of the villages, due on 17/3."""


@pytest.fixture
def plan(workspace: Workspace) -> int:
    """An issued plan on a day on which the villages are late."""
    settle(workspace)
    key = issued(workspace).id
    assert isinstance(workspace.today, Clock)
    workspace.today.day = LATE
    return key


def _drafted(work: Workspace) -> int:
    settle(work)
    return draft(work).id


def _row(matrix: Matrix, name: str = VILLAGES[0]) -> UnitRow:
    return next(row for row in matrix.rows if row.name == name)


def test_a_draft_has_tasks_and_no_rows(workspace: Workspace) -> None:
    matrix = following.load(workspace, _drafted(workspace))
    assert (len(matrix.tasks), matrix.rows) == (3, ())


def test_a_cell_is_there_only_where_the_task_was_given(workspace: Workspace, plan: int) -> None:
    row = _row(following.load(workspace, plan))
    assert [bool(key) for key in row.ids] == [mark is not None for mark in row.marks] == [False, True, False]
    assert row.marks[BANNERS].standing is Standing.OVERDUE  # type: ignore[union-attr]


def test_units_stand_in_the_order_of_the_alphabet_with_their_sums(workspace: Workspace, plan: int) -> None:
    matrix = following.load(workspace, plan)
    names = [row.name for row in matrix.rows if row.name in VILLAGES]
    assert names == ["Thôn Đoài", "Thôn Đông", "Thôn Thượng"]
    row = _row(matrix)
    assert (row.given, row.done, row.late, row.reported) == (1, 0, 1, 0)
    assert row.late_since == dt.date(2026, 3, 17)


def test_groups_to_filter_by_are_those_of_the_units_of_the_plan(workspace: Workspace, plan: int) -> None:
    groups = following.load(workspace, plan).groups
    assert len(groups) == 1
    assert len(groups[0].members) == len(VILLAGES)


def test_the_matrix_takes_the_same_statements_however_many_units(workspace: Workspace, plan: int) -> None:
    counted: list[str] = []
    workspace.store.connection().trace_v2(1, lambda told: counted.append(told["sql"]))
    following.load(workspace, plan)
    assert len(counted) <= 12


def test_a_tick_finishes_the_work_today_and_gives_the_new_cell(workspace: Workspace, plan: int) -> None:
    key = _row(following.load(workspace, plan)).ids[BANNERS]
    told = following.set_status(workspace, plan, [key], Status.DONE)
    assert told[key].standing is Standing.DONE_LATE
    assert told[key].done_on == LATE
    assert _row(following.load(workspace, plan)).marks[BANNERS] == told[key]


def test_a_row_takes_the_new_cells_and_keeps_the_others(workspace: Workspace, plan: int) -> None:
    row = _row(following.load(workspace, plan))
    told = following.set_status(workspace, plan, [row.ids[BANNERS]], Status.DONE, dt.date(2026, 3, 16))
    assert row.told(told) == replace(row, marks=(None, told[row.ids[BANNERS]], None))
    assert row.told(told).done == 1


def test_a_tick_keeps_words_and_figures_of_the_result_before(workspace: Workspace, plan: int) -> None:
    indicator = tasks.of_plan(workspace.store, plan)[0].indicators[0].id
    key = _row(following.load(workspace, plan), DIVISION).ids[0]
    values = ((indicator, Decimal(3)),)
    said = Result(key, LATE, Status.IN_PROGRESS, text=" Đã tổ chức  3 buổi ", values=values)
    following.tell(workspace, plan, [said])
    following.set_status(workspace, plan, [key], Status.DONE)
    newest = following.newest(workspace, key)
    assert newest is not None
    assert (newest.text, newest.values, newest.status) == ("Đã tổ chức 3 buổi", values, Status.DONE)


def test_a_second_tick_does_not_move_the_day(workspace: Workspace, plan: int) -> None:
    key = _row(following.load(workspace, plan)).ids[BANNERS]
    following.set_status(workspace, plan, [key], Status.DONE, dt.date(2026, 3, 16))
    assert following.set_status(workspace, plan, [key], Status.DONE)[key].done_on == dt.date(2026, 3, 16)
    assert len(results.history(workspace.store, key)) == 1


def _villages(work: Workspace, plan: int) -> list[int]:
    return [row.ids[BANNERS] for row in following.load(work, plan).rows if row.name in VILLAGES]


def _noted(work: Workspace) -> list[int]:
    return [one.detail["results"] for one in audit.entries(work.store) if one.action == "results_noted"]


def test_several_statuses_are_noted_at_once(workspace: Workspace, plan: int) -> None:
    first, *others = _villages(workspace, plan)
    following.set_statuses(workspace, plan, {Status.DONE: [first], Status.IN_PROGRESS: others})
    marks = following.marks_of(workspace, [first, *others])
    assert [marks[key].status for key in (first, *others)] == [
        Status.DONE,
        *[Status.IN_PROGRESS] * len(others),
    ]
    assert _noted(workspace) == [len(others), 1]


class Impatient:
    """Counts what it is told and wants no more after `looks` of it."""

    def __init__(self, looks: int) -> None:
        self.left, self.told = looks, list[tuple[int, int | None]]()

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """As `Progress` has it."""
        if len(self.told) == self.left:
            raise Cancelled
        self.told.append((done, total))


def test_a_range_that_is_cancelled_leaves_no_result(workspace: Workspace, plan: int) -> None:
    first, *others = _villages(workspace, plan)
    told, heard = {Status.DONE: [first], Status.IN_PROGRESS: others}, Impatient(1)
    with pytest.raises(Cancelled), undoing.doing(workspace, "Dán"):
        following.set_statuses(workspace, plan, told, progress=heard)
    assert heard.told == [(0, len(VILLAGES))]
    assert following.newest(workspace, first) is None
    assert (_noted(workspace), undoing.next_undo(workspace)) == ([], None)


def test_a_day_to_come_leaves_the_other_statuses_of_the_range_as_they_were(
    workspace: Workspace, plan: int
) -> None:
    first, *others = _villages(workspace, plan)
    told = {Status.IN_PROGRESS: others, Status.DONE: [first]}
    with pytest.raises(NotAllowed, match="day_in_future"):
        following.set_statuses(workspace, plan, told, LATE + dt.timedelta(1))
    assert all(following.newest(workspace, key) is None for key in others)


def test_that_nothing_was_done_yet_is_no_report(workspace: Workspace, plan: int) -> None:
    key = _row(following.load(workspace, plan)).ids[BANNERS]
    assert not following.set_status(workspace, plan, [key], Status.NOT_STARTED)[key].reported


def test_work_is_not_finished_on_a_day_to_come(workspace: Workspace, plan: int) -> None:
    key = _row(following.load(workspace, plan)).ids[BANNERS]
    with pytest.raises(NotAllowed, match="day_in_future"):
        following.set_status(workspace, plan, [key], Status.DONE, LATE + dt.timedelta(1))
    assert following.newest(workspace, key) is None


def test_nothing_is_noted_on_a_draft(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed, match="plan_not_issued"):
        following.tell(workspace, _drafted(workspace), [])


def test_the_newest_result_of_no_assignment_is_not_found(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        following.newest(workspace, 99)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("đ", Status.IN_PROGRESS),
        ("D", Status.IN_PROGRESS),
        ("x", Status.DONE),
        ("m", Status.DONE),
        ("Đã xong", Status.DONE),
        ("HT", Status.DONE),
        ("đang làm", Status.IN_PROGRESS),
        ("k", Status.NOT_APPLICABLE),
        ("c", Status.NOT_STARTED),
        ("T", None),
        ("", None),
        ("họp", None),
    ],
)
def test_letters_and_words_of_offices_name_a_status(words: str, status: Status | None) -> None:
    assert following.status_named(words) is status


def test_the_contact_of_a_unit_comes_along(workspace: Workspace, plan: int) -> None:
    row = _row(following.load(workspace, plan))
    assert row.contact == units.get(workspace.store, row.unit).contact
