"""The same plan of the year before beside this year's: one sentence and one table. Only where there is such a plan."""

from collections.abc import Sequence
from decimal import Decimal

from desktop.documents.model import Align, Column, Paragraph, Style, Table, paragraph
from desktop.documents.phrases import count, join_and, lower_first, number, percent, plan_name, short_date
from desktop.documents.report_words import Where, amount, share
from desktop.documents.sources import source
from desktop.domain.report_matter import PlanMatter
from desktop.domain.year_comparison import ComparedIndicator, Comparison, Pair, Progress, compare

TOLD = 4
"""More numbers than this are left to the table."""

_WORDS = {
    Progress.UNITS: ("Cơ quan, đơn vị được giao nhiệm vụ", "đơn vị"),
    Progress.TASKS: ("Nhiệm vụ của kế hoạch", "nhiệm vụ"),
    Progress.ASSIGNED: ("Lượt giao việc", "lượt"),
    Progress.DONE: ("Lượt đã hoàn thành", "lượt"),
    Progress.RATE: ("Tỷ lệ hoàn thành", "%"),
    Progress.ON_TIME: ("Lượt hoàn thành đúng hạn", "lượt"),
    Progress.LATE: ("Lượt trễ hạn, quá hạn", "lượt"),
    Progress.MISSING: ("Lượt chưa báo cáo", "lượt"),
}


def compared(matter: PlanMatter, where: Where) -> tuple[Paragraph, ...]:
    """What became more and what less, none without a year before."""
    earlier = matter.earlier
    if earlier is None:
        return ()
    both = compare(matter.figures, earlier.figures)
    told = [_rate(dict(both.progress)[Progress.RATE]), *_numbers(both.indicators)]
    words = [some for some in told if some]
    if not words:
        return ()
    paper = f"{plan_name(earlier.plan)} (số liệu đến ngày {short_date(earlier.figures.cut_off)})"
    more = [f"chi tiết tại {where['comparison']}"] if "comparison" in where else []
    text = f"So với kết quả thực hiện {paper}: {'; '.join([*words, *more])}."
    return (paragraph(Style.BODY, text, source("plan", matter.plan.id, earlier.plan.id)),)


def _rate(pair: Pair) -> str:
    if pair.difference is None:
        return ""
    if not pair.difference:
        return f"tỷ lệ hoàn thành bằng năm trước ({share(pair.now)})"
    way, to = _way(pair.difference)
    points = number(abs(pair.difference))
    return f"tỷ lệ hoàn thành {way} {points} điểm phần trăm (từ {share(pair.before)} {to} {share(pair.now)})"


def _way(difference: Decimal) -> tuple[str, str]:
    return ("tăng", "lên") if difference > 0 else ("giảm", "xuống")


def _numbers(indicators: Sequence[ComparedIndicator]) -> list[str]:
    changed = [one for one in indicators if one.pair.difference]
    if len(changed) <= TOLD:
        return [_changed(one) for one in changed]
    more = sum(1 for one in changed if (one.pair.difference or 0) > 0)
    ways = ((more, "tăng"), (len(changed) - more, "giảm"))
    return [join_and([f"{count(some, 'chỉ tiêu')} {way}" for some, way in ways if some])]


def _changed(one: ComparedIndicator) -> str:
    difference, measure = one.pair.difference or Decimal(0), one.unit_of_measure
    way, to = _way(difference)
    by = amount(abs(difference), measure)
    before, now = (amount(value or Decimal(0), "") for value in (one.pair.before, one.pair.now))
    return f"{lower_first(one.name)} {way} {by} (từ {before} {to} {now})"


def comparison_table(matter: PlanMatter) -> Table | None:
    """Both years side by side, progress first, then the numbers; None without a year before."""
    if matter.earlier is None:
        return None
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nội dung",), 7.4),
        Column(("Đơn vị tính",), 2.2, Align.CENTRE),
        Column((f"Năm {matter.earlier.year}",), 2, Align.RIGHT),
        Column((f"Năm {matter.year}",), 2, Align.RIGHT),
        Column(("Tăng (+), giảm (-)",), 2, Align.RIGHT),
        Column(("Tỷ lệ so với năm trước",), 2.2, Align.RIGHT),
    )
    both = compare(matter.figures, matter.earlier.figures)
    groups = [("Tiến độ thực hiện", _progress_rows(both)), ("Chỉ tiêu", _indicator_rows(both))]
    rows: list[tuple[str, ...]] = []
    heads = set()
    for title, some in groups:
        if some:
            heads.add(len(rows))
            rows.append((title, *[""] * (len(columns) - 1)))
            rows += [(str(n), *row) for n, row in enumerate(some, 1)]
    days = [short_date(some.cut_off) for some in (matter.earlier.figures, matter.figures)]
    caption = f"Số liệu năm {matter.earlier.year} tính đến ngày {days[0]}; năm {matter.year} tính đến ngày {days[1]}"
    return Table(columns, tuple(rows), frozenset(heads), caption=caption)


def _progress_rows(both: Comparison) -> list[tuple[str, ...]]:
    return [(*_WORDS[what], *_cells(pair, is_share=what is Progress.RATE)) for what, pair in both.progress]


def _indicator_rows(both: Comparison) -> list[tuple[str, ...]]:
    return [(one.name, one.unit_of_measure, *_cells(one.pair)) for one in both.indicators]


def _cells(pair: Pair, *, is_share: bool = False) -> tuple[str, str, str, str]:
    """Before, now, difference, ratio; a share is compared by its difference alone."""
    before, now = ("" if value is None else number(value) for value in (pair.before, pair.now))
    difference = (
        "" if pair.difference is None else f"{'+' if pair.difference > 0 else ''}{number(pair.difference)}"
    )
    ratio = "" if pair.ratio is None or is_share else percent(pair.ratio)
    return before, now, difference, ratio
