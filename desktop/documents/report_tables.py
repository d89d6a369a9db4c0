"""The tables of a report: completeness by unit, numbers by unit, units that have not reported. Rows also serve the workbook."""

from decimal import Decimal

from desktop.documents.model import Align, Appendix, Column, Table
from desktop.documents.phrases import in_cell, number, percent
from desktop.domain.plan_figures import IndicatorFigures, PlanFigures
from desktop.domain.roll_up import Completeness

MANY_COLUMNS = 5
"""Tables with more columns of numbers than this go on a landscape page."""


_COUNTS = ("Giao", "Đã báo cáo", "Đúng hạn", "Trễ", "Chưa báo cáo", "Tỷ lệ")


def appendices(figures: PlanFigures) -> tuple[Appendix, ...]:
    """The appendices of the report; those that would be empty are left out."""
    out = []
    if figures.units:
        out.append(Appendix("KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO ĐƠN VỊ", (completeness_table(figures),)))
    reported = [i for i in figures.indicators if i.values]
    if reported:
        table = indicator_table(figures, reported)
        out.append(Appendix("TỔNG HỢP SỐ LIỆU THEO ĐƠN VỊ", (table,), landscape=len(reported) > MANY_COLUMNS))
    if figures.silent:
        out.append(Appendix("ĐƠN VỊ CHƯA BÁO CÁO", (silent_table(figures),)))
    return tuple(out)


def completeness_table(figures: PlanFigures) -> Table:
    """Giao · Đã báo cáo · Đúng hạn · Trễ · Chưa báo cáo · Tỷ lệ by unit, with the total (product rule 8)."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Đơn vị",), 6),
        *(Column((title,), 1.6, Align.RIGHT) for title in _COUNTS),
    )
    rows = [(str(i), unit.name, *_cells(unit.completeness)) for i, unit in enumerate(figures.units, 1)]
    rows.append(("", "Tổng cộng", *_cells(figures.total)))
    return Table(columns, tuple(rows), total=True)


def task_table(figures: PlanFigures) -> Table:
    """The same columns by task, in the plan's order, with the total."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nhiệm vụ",), 8),
        *(Column((title,), 1.6, Align.RIGHT) for title in _COUNTS),
    )
    rows = [
        (str(i), in_cell(some.task.text), *_cells(some.completeness))
        for i, some in enumerate(figures.tasks, 1)
    ]
    rows.append(("", "Tổng cộng", *_cells(figures.total)))
    return Table(columns, tuple(rows), total=True)


def indicator_table(figures: PlanFigures, reported: list[IndicatorFigures]) -> Table:
    """One row a unit, one column an indicator, totals of what was reported; an empty cell is a number not reported."""
    measure = [f" ({i.indicator.unit_of_measure})" if i.indicator.unit_of_measure else "" for i in reported]
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Đơn vị",), 5),
        *(Column((i.indicator.name + m,), 2, Align.RIGHT) for i, m in zip(reported, measure, strict=True)),
    )
    given: list[dict[int, Decimal]] = [{unit: value for unit, _, value in i.values} for i in reported]
    units = [unit for unit in figures.units if any(unit.unit in some for some in given)]
    rows = [
        (str(n), unit.name, *(number(some[unit.unit]) if unit.unit in some else "" for some in given))
        for n, unit in enumerate(units, 1)
    ]
    rows.append(("", "Tổng cộng", *(number(i.total) for i in reported)))
    return Table(columns, tuple(rows), total=True)


def silent_table(figures: PlanFigures) -> Table:
    """Units that have work to report on and have reported on none of it."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Đơn vị",), 7),
        Column(("Số nhiệm vụ được giao",), 2.5, Align.RIGHT),
        Column(("Số nhiệm vụ quá hạn",), 2.5, Align.RIGHT),
    )
    rows = [
        (str(i), u.name, str(u.completeness.assigned), str(u.completeness.late))
        for i, u in enumerate(figures.silent, 1)
    ]
    return Table(columns, tuple(rows))


def _cells(some: Completeness) -> tuple[str, ...]:
    counts = (some.assigned, some.reported, some.on_time, some.late, some.missing)
    return (*map(str, counts), percent(some.rate))
