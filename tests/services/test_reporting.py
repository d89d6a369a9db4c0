"""What comes out of results: figures at a cut-off, the report."""

import datetime as dt
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from story import DIVISION, FRONT, ISSUED, VILLAGES, draft, issued, settle

from desktop.domain.assignment import Standing, Status
from desktop.domain.result import Result
from desktop.errors import NotAllowed, NotFound
from desktop.services import planning, reporting, unit_merging
from desktop.services.papers import Formats
from desktop.storage import results, tasks, unit_changes

EAST, WEST, UPPER = VILLAGES
CUT_OFF = dt.date(2026, 3, 27)


def report(work, plan, name, on=dt.date(2026, 3, 20), done_on=dt.date(2026, 3, 16), **values) -> None:
    """One unit says that its work on the plan is done."""
    given = tasks.assignments_of_plan(work.store, plan.id)
    key = next(a.id for a in given if name in names_of(work, a.unit))
    results.add_all(work.store, [Result(key, on, Status.DONE, done_on, **values)])


def names_of(work, key: int) -> str:
    return str(work.store.value("SELECT name FROM unit WHERE id = ?", (key,)))


def standings(figures) -> dict[str, Standing]:
    return {line.name: line.standing for task in figures.tasks for line in task.lines}


def test_an_older_cut_off_shows_how_things_stood_then(workspace):
    settle(workspace)
    plan = issued(workspace)
    report(workspace, plan, EAST)
    report(workspace, plan, WEST, done_on=dt.date(2026, 3, 19))
    workspace.today.day = CUT_OFF
    now = standings(reporting.figures(workspace, plan.id))
    assert (now[EAST], now[WEST], now[UPPER]) == (Standing.DONE, Standing.DONE_LATE, Standing.OVERDUE)
    then = reporting.figures(workspace, plan.id, dt.date(2026, 3, 17))
    assert set(standings(then).values()) == {Standing.NOT_STARTED}
    assert then.total.reported == 0


def test_units_that_are_gone_are_not_counted_but_were_on_an_older_day(workspace):
    ids = settle(workspace)
    plan = issued(workspace)
    unit_changes.dissolve(workspace.store, ids[EAST], dt.date(2026, 3, 20))
    assert reporting.figures(workspace, plan.id, dt.date(2026, 3, 19)).total.assigned == 5
    assert reporting.figures(workspace, plan.id, CUT_OFF).total.assigned == 4


def test_work_handed_over_counts_for_the_unit_that_had_it_on_the_day(workspace):
    settle(workspace)
    plan = issued(workspace)
    unit_merging.merge(workspace, [EAST], "Thôn Mới", dt.date(2026, 3, 20))
    before = standings(reporting.figures(workspace, plan.id, dt.date(2026, 3, 19)))
    after = standings(reporting.figures(workspace, plan.id, CUT_OFF))
    assert EAST in before
    assert "Thôn Mới" not in before
    assert "Thôn Mới" in after
    assert EAST not in after


def test_units_stand_in_the_order_of_the_list(workspace):
    settle(workspace)
    figures = reporting.figures(workspace, issued(workspace).id)
    assert [unit.name for unit in figures.units] == [DIVISION, FRONT, *VILLAGES]


@pytest.mark.parametrize(
    ("ask", "rule"),
    [
        (
            lambda work, plan, _: reporting.figures(work, plan.id, ISSUED - dt.timedelta(1)),
            "cut_off_before_plan",
        ),
        (lambda work, _, to: reporting.report(work, draft(work).id, to, Formats()), "plan_not_issued"),
    ],
)
def test_what_cannot_be_counted_is_refused(workspace, tmp_path, ask, rule):
    settle(workspace)
    plan = issued(workspace)
    with pytest.raises(NotAllowed) as refused:
        ask(workspace, plan, tmp_path)
    assert refused.value.rule == rule
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_plan_that_is_not_there_is_told(workspace):
    with pytest.raises(NotFound):
        reporting.figures(workspace, 9)


def test_a_plan_issued_for_a_day_to_come_is_counted_on_that_day(workspace):
    settle(workspace)
    plan = draft(workspace)
    planning.issue(workspace, plan.id, 15, dt.date(2026, 4, 1))
    assert reporting.figures(workspace, plan.id).cut_off == dt.date(2026, 4, 1)


def test_a_report_is_written_in_the_formats_asked_for_or_in_all(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    base = "bao-cao-ke-hoach-15-2026-03-05-chot-2026-03-27"
    made = reporting.report(workspace, plan.id, tmp_path, Formats(), CUT_OFF)
    assert [path.name for path in made] == [f"{base}.pdf", f"{base}.docx", f"{base}.xlsx"]
    for chosen in ("pdf", "docx", "xlsx"):
        made = reporting.report(workspace, plan.id, tmp_path, Formats(**{chosen: True}), CUT_OFF)
        assert [path.name for path in made] == [f"{base}.{chosen}"]


def test_the_workbook_has_a_sheet_for_each_table_with_figures_as_figures(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    indicator = tasks.of_plan(workspace.store, plan.id)[0].indicators[1]
    report(workspace, plan, DIVISION, values=((indicator.id, Decimal(1200)),))
    (path,) = reporting.report(workspace, plan.id, tmp_path, Formats(xlsx=True), CUT_OFF)
    book = load_workbook(path)
    assert book.sheetnames == ["Theo đơn vị", "Theo nhiệm vụ", "Số liệu", "Chưa báo cáo"]
    numbers = book["Số liệu"]
    assert [cell.value for cell in numbers[6]] == [1, DIVISION, 1200]
    assert [cell.value for cell in numbers[7]] == [None, "Tổng cộng", 1200]


def test_sheets_without_rows_are_left_out(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    for name in (DIVISION, FRONT, *VILLAGES):
        report(workspace, plan, name)
    (path,) = reporting.report(workspace, plan.id, tmp_path, Formats(xlsx=True), CUT_OFF)
    assert load_workbook(path).sheetnames == ["Theo đơn vị", "Theo nhiệm vụ"]
