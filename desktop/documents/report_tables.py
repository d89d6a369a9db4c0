"""The tables of a report: completeness by unit and by task, numbers by unit, what is late, who is silent. Rows also serve the workbook."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from desktop.documents.model import Align, Appendix, Column, Table
from desktop.documents.phrases import count, in_cell, number, percent, short_date
from desktop.domain.assignment import Standing
from desktop.domain.plan_figures import IndicatorFigures, Line, PlanFigures, UnitFigures
from desktop.domain.roll_up import Completeness

MANY_COLUMNS = 5
"""Tables with more columns of numbers than this go on a landscape page."""

LATE = frozenset({Standing.DONE_LATE, Standing.OVERDUE})

COUNTS = ("Giao", "Đã báo cáo", "Đúng hạn", "Trễ", "Chưa báo cáo", "Tỷ lệ")
_STANDING = {
    Standing.NOT_STARTED: "Chưa thực hiện",
    Standing.IN_PROGRESS: "Đang thực hiện",
    Standing.DONE: "Hoàn thành",
    Standing.DONE_LATE: "Hoàn thành trễ hạn",
    Standing.OVERDUE: "Quá hạn",
    Standing.NOT_APPLICABLE: "Không áp dụng",
}


def appendices(figures: PlanFigures) -> dict[str, Appendix]:
    """The appendices of the figures by the key under which the text cites them, in their order; those that would be empty are left out."""
    out = {}
    if figures.units:
        out["units"] = Appendix(
            "KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO ĐƠN VỊ", (completeness_table(figures.units),)
        )
    reported = [i for i in figures.indicators if i.values]
    if reported:
        table = indicator_table(figures, reported)
        is_wide = len(reported) > MANY_COLUMNS
        out["numbers"] = Appendix("TỔNG HỢP SỐ LIỆU THEO ĐƠN VỊ", (table,), landscape=is_wide)
    if any(unit.completeness.late for unit in figures.units):
        out["late"] = late_appendix(task_groups(figures))
    if figures.silent:
        out["silent"] = Appendix("ĐƠN VỊ CHƯA BÁO CÁO", (silent_table(figures.silent),))
    return out


def completeness_table(units: Sequence[UnitFigures]) -> Table:
    """Giao · Đã báo cáo · Đúng hạn · Trễ · Chưa báo cáo · Tỷ lệ by unit, with the total (product rule 8)."""
    return counted_table("Đơn vị", 6, [(unit.name, unit.completeness) for unit in units])


def task_table(figures: PlanFigures) -> Table:
    """The same columns by task, in the plan's order, with the total."""
    return counted_table(
        "Nhiệm vụ", 8, [(in_cell(some.task.text), some.completeness) for some in figures.tasks]
    )


def counted_table(title: str, width: float, counted: Iterable[tuple[str, Completeness]]) -> Table:
    """One row for each name with its counts, and their total."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column((title,), width),
        *(Column((name,), 1.6, Align.RIGHT) for name in COUNTS),
    )
    some = list(counted)
    rows = [(str(n), name, *count_cells(one)) for n, (name, one) in enumerate(some, 1)]
    total = sum((one for _, one in some), Completeness())
    return Table(columns, (*rows, ("", "Tổng cộng", *count_cells(total))), total=True)


def count_cells(some: Completeness) -> tuple[str, ...]:
    """Giao · Đã báo cáo · Đúng hạn · Trễ · Chưa báo cáo · Tỷ lệ."""
    counts = (some.assigned, some.reported, some.on_time, some.late, some.missing)
    return (*map(str, counts), percent(some.rate))


def indicator_table(figures: PlanFigures, reported: Sequence[IndicatorFigures]) -> Table:
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


Group = tuple[str, Sequence[Line]]
"""Words of a task and its lines."""


def late_appendix(groups: Iterable[Group]) -> Appendix:
    """The late list."""
    return Appendix("NHIỆM VỤ TRỄ HẠN, QUÁ HẠN", (late_table(groups),), landscape=True)


def late_table(groups: Iterable[Group]) -> Table:
    """What is overdue or was late, under a row of its task, with the total."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Đơn vị",), 6.8),
        Column(("Thời hạn",), 2.4, Align.CENTRE),
        Column(("Tình trạng",), 4.4),
        Column(("Ngày hoàn thành",), 2.5, Align.CENTRE),
        Column(("Số ngày trễ",), 2, Align.RIGHT),
        Column(("Lý do chậm",), 4.9),
    )
    rows: list[tuple[str, ...]] = []
    heads = set()
    total = Completeness()
    for words, lines in groups:
        late = [line for line in lines if line.standing in LATE]
        total += sum((line.completeness for line in late), Completeness())
        if late:
            heads.add(len(rows))
            rows.append((f"{words} ({count(len(late), 'đơn vị')})", *[""] * (len(columns) - 1)))
            rows += [(str(n), line.name, _day(line), *_late_cells(line)) for n, line in enumerate(late, 1)]
    rows.append(("", f"Tổng cộng: {total.late} lượt", "", _total_words(total), "", "", ""))
    return Table(columns, tuple(rows), frozenset(heads), total=True)


def task_groups(figures: PlanFigures) -> list[Group]:
    """The tasks of a plan in its order."""
    return [(in_cell(some.task.text), some.lines) for some in figures.tasks]


def _total_words(total: Completeness) -> str:
    late = total.done - total.on_time
    parts = ((late, "trễ hạn"), (total.late - late, "quá hạn"))
    return "; ".join(f"{some} {words}" for some, words in parts if some)


def _day(line: Line) -> str:
    due = short_date(line.due) if line.due else ""
    return (
        f"{due} (hạn đầu {short_date(line.first_due)})"
        if line.first_due and line.first_due != line.due
        else due
    )


def _late_cells(line: Line) -> tuple[str, ...]:
    done = short_date(line.done_on) if line.done_on else ""
    said = _STANDING[line.standing]
    if line.standing is Standing.OVERDUE:
        said += ", đã báo cáo" if line.reported_on else ", chưa báo cáo"
    return said, done, str(line.days_late), in_cell(line.reason)


def silent_table(units: Sequence[UnitFigures]) -> Table:
    """Units that have work to report on and have reported on none of it, with the total."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Đơn vị",), 7),
        Column(("Số nhiệm vụ được giao",), 2.5, Align.RIGHT),
        Column(("Số nhiệm vụ quá hạn",), 2.5, Align.RIGHT),
    )
    counts = [(u.name, u.completeness.assigned, u.completeness.late) for u in units]
    rows = [(str(n), name, str(given), str(late)) for n, (name, given, late) in enumerate(counts, 1)]
    rows.append(
        ("", "Tổng cộng", str(sum(given for _, given, _ in counts)), str(sum(late for *_, late in counts)))
    )
    return Table(columns, tuple(rows), total=True)


def detail_table(figures: PlanFigures) -> Table:
    """Every line with all that was written on it, task by task: for the workbook."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Đơn vị",), 5),
        Column(("Thời hạn",), 2.3, Align.CENTRE),
        Column(("Tình trạng",), 2.6),
        Column(("Ngày hoàn thành",), 2.3, Align.CENTRE),
        Column(("Số ngày trễ",), 1.6, Align.RIGHT),
        Column(("Kết quả thực hiện",), 8),
        Column(("Lý do chậm",), 5),
        Column(("Kiến nghị, đề xuất",), 5),
    )
    rows: list[tuple[str, ...]] = []
    groups = set()
    for position, some in enumerate(figures.tasks, 1):
        groups.add(len(rows))
        rows.append((f"{position}. {in_cell(some.task.text)}", *[""] * (len(columns) - 1)))
        rows += [
            (str(n), line.name, _day(line), *_detail_cells(line)) for n, line in enumerate(some.lines, 1)
        ]
    return Table(columns, tuple(rows), frozenset(groups))


def _detail_cells(line: Line) -> tuple[str, ...]:
    done = short_date(line.done_on) if line.done_on else ""
    late = str(line.days_late) if line.days_late else ""
    return _STANDING[line.standing], done, late, line.text, line.reason, line.proposal
