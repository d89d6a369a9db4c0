"""The models of the page Nhiệm vụ and the filter of its list."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.services import task_lists
from desktop.services.task_lists import Show, Wanted
from desktop.ui.context import Context
from desktop.ui.models.month import MonthModel, words_of
from desktop.ui.models.paged import PagedModel
from desktop.ui.models.rows import ROW_ROLE, STANDING_ROLE
from desktop.ui.models.task_rows import EVERY, TaskFilter, columns, left_of, paper_of, span
from desktop.ui.models.unit_work import Line, UnitWorkModel

TODAY = dt.date(2026, 3, 27)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def rows(demo: Context) -> list[Any]:
    return task_lists.rows(demo.work, task_lists.ids(demo.work, Wanted()))


@pytest.fixture
def units(demo: Context) -> UnitWorkModel:
    def fetch(unit: int) -> list[Any]:
        return task_lists.rows(demo.work, task_lists.ids(demo.work, Wanted(unit=unit)))

    made = UnitWorkModel(fetch)
    made.set_units(task_lists.by_unit(demo.work, Wanted()))
    return made


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("week", (2026, 3, 23), (2026, 3, 29)),
        ("month", (2026, 3, 1), (2026, 3, 31)),
        ("next_month", (2026, 4, 1), (2026, 4, 30)),
        ("quarter", (2026, 1, 1), (2026, 3, 31)),
        ("year", (2026, 1, 1), (2026, 12, 31)),
        ("2026-03-18", (2026, 3, 18), (2026, 3, 18)),
    ],
)
def test_periods_are_those_of_the_calendar(period: str, first: Any, last: Any) -> None:
    assert span(period, TODAY) == (dt.date(*first), dt.date(*last))


def test_the_month_after_december_is_january() -> None:
    assert span("next_month", dt.date(2026, 12, 5)) == (dt.date(2027, 1, 1), dt.date(2027, 1, 31))


def test_no_period_means_every_day() -> None:
    assert span("", TODAY) == (None, None)


def test_a_filter_comes_back_from_a_saved_view() -> None:
    wanted = TaskFilter("bang ron", frozenset({Show.OVERDUE}), "7", 3, None, "week")
    assert TaskFilter.of(wanted.told()) == wanted
    assert wanted.wanted(TODAY).plan == 7
    assert not TaskFilter(plan=EVERY).wanted(TODAY).running


def test_what_a_saved_view_does_not_know_is_left_open() -> None:
    told = {"show": ["nowhere"], "plan": "x", "unit": "3", "period": "someday"}
    assert TaskFilter.of(told) == TaskFilter()


def test_rows_tell_days_left_while_work_is_open(rows: list[Any]) -> None:
    late, done = rows[0], rows[-1]
    assert left_of(late, TODAY) == "quá 10 ngày"
    assert left_of(done, TODAY) == ""
    assert paper_of(late) == "15/KH-UBND"


def test_every_column_has_words_or_none_for_every_row(rows: list[Any]) -> None:
    for column in columns(TODAY):
        assert all(isinstance(column.text(row), str) for row in rows)
    assert {column.key for column in columns(TODAY) if column.is_number} == {"due", "left", "urged"}


def test_the_list_keeps_qts_rules(demo: Context) -> None:
    model = PagedModel(columns(TODAY), lambda keys: task_lists.rows(demo.work, keys))
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_ids(task_lists.ids(demo.work, Wanted()))
    right = model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    del tester


def test_units_open_to_their_work(units: UnitWorkModel) -> None:
    first = units.index(0, 0)
    assert units.rowCount(first) == units.units[0].assigned
    work = units.index(0, 0, first)
    assert units.parent(work) == first
    assert not units.hasChildren(work)


def test_units_and_their_work_keep_qts_rules(units: UnitWorkModel) -> None:
    tester = QAbstractItemModelTester(units, FATAL)
    units.sort(1)
    units.set_units([])
    del tester


def test_cells_of_units_and_work_show_what_they_have(units: UnitWorkModel) -> None:
    late = next(at for at, one in enumerate(units.units) if one.overdue)
    unit = units.index(late, 0)
    standing = len(units.columns) - 1
    assert units.index(late, standing).data() == f"{units.units[late].overdue} quá hạn"
    assert units.index(0, 1, unit).data() == ""
    assert units.index(0, standing, unit).data(STANDING_ROLE) is not None
    assert units.headerData(0, Qt.Orientation.Horizontal) == "Đơn vị, nhiệm vụ"


def test_units_are_sorted_by_a_column(units: UnitWorkModel) -> None:
    units.sort(1, Qt.SortOrder.DescendingOrder)
    given = [one.assigned for one in units.units]
    assert given == sorted(given, reverse=True)
    units.sort(0)
    assert units.line(units.index(0, 0)) == Line(unit=units.units[0])
    assert units.line(QModelIndex()) is None


def test_a_month_keeps_qts_rules_and_tells_its_days(demo: Context) -> None:
    model = MonthModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_month(task_lists.month(demo.work, Wanted(), dt.date(2026, 3, 1)))
    assert (model.rowCount(), model.columnCount()) == (6, 7)
    index = model.find(dt.date(2026, 3, 17))
    assert index.data(ROW_ROLE).day == dt.date(2026, 3, 17)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "thứ Ba, 17/03/2026, 14 việc, 2 chưa xong"
    assert not model.find(dt.date(2020, 1, 1)).isValid()
    del tester


def test_days_off_are_told_by_their_names(demo: Context) -> None:
    month = task_lists.month(demo.work, Wanted(), dt.date(2026, 4, 1))
    told = {one.day: words_of(one) for one in month.days}
    assert told[dt.date(2026, 4, 30)].startswith("thứ Năm, 30/04/2026, Ngày Chiến thắng")
    assert "ngày nghỉ, không có việc" in told[dt.date(2026, 4, 4)]
