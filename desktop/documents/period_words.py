"""What reports of a period share: the names of periods and plans, plans by field, and their tables. Builds no paper."""

from collections.abc import Iterable, Sequence

from desktop.documents.model import Align, Column, Table
from desktop.documents.numbering import roman
from desktop.documents.phrases import (
    count,
    figure,
    in_cell,
    many_in_text,
    named_plan,
    plan_name,
    short_date,
    upper_first,
)
from desktop.documents.report_results import field_title
from desktop.documents.report_tables import COUNTS, Group, count_cells
from desktop.documents.report_words import share
from desktop.domain.plan import Plan, PlanForm
from desktop.domain.plan_figures import PlanFigures, by_field
from desktop.domain.report import Arrangement
from desktop.domain.report_matter import Coming, PlanOfPeriod
from desktop.domain.report_period import Period, PeriodKind
from desktop.domain.roll_up import Completeness

NAMED = 5
"""More units than this of one task to come are counted, not named."""


def period_name(period: Period) -> str:
    """ "tháng 3 năm 2026", "quý I năm 2026", "6 tháng đầu năm 2026", "năm 2026"."""
    parts = {
        PeriodKind.MONTH: f"tháng {period.index} ",
        PeriodKind.QUARTER: f"quý {roman(period.index)} ",
        PeriodKind.HALF: f"6 tháng {'đầu' if period.index == 1 else 'cuối'} ",
    }
    return f"{parts.get(period.kind, '')}năm {period.year}"


def short_plan_name(plan: Plan) -> str:
    """ "Kế hoạch số 12/KH-UBND": for where the day is of no account."""
    kind = "Kế hoạch" if plan.form is PlanForm.PLAN else "Công văn"
    return f"{kind} số {figure(plan.number or 0)}/{plan.symbol}"


def total_of(many: Iterable[PlanFigures]) -> Completeness:
    """The counts of several plans together."""
    return sum((figures.total for figures in many), Completeness())


def fields_of(plans: Sequence[PlanOfPeriod]) -> list[tuple[str, list[PlanOfPeriod]]]:
    """(field, plans narrowed to its tasks) in the order in which the plans come to them; what has no field comes last, as ""."""
    out: dict[str, tuple[str, list[PlanOfPeriod]]] = {}
    for some in plans:
        for name, figures in by_field(some.figures):
            out.setdefault(name.lower(), (name, []))[1].append(PlanOfPeriod(some.plan, figures))
    return sorted(out.values(), key=lambda field: not field[0])


Named = list[tuple[PlanOfPeriod, str]]
"""Plans with how each is named."""


def named_once(fields: Iterable[tuple[str, Sequence[PlanOfPeriod]]]) -> list[tuple[str, Named]]:
    """The same with how each plan is named where it stands: with all that it is about the first time, then by type, number and day."""
    seen: set[int] = set()
    out: list[tuple[str, Named]] = []
    for field, some in fields:
        names = [plan_name(one.plan) if one.plan.id in seen else named_plan(one.plan) for one in some]
        out.append((field, list(zip(some, names, strict=True))))
        seen |= {one.plan.id for one in some}
    return out


def plan_table(plans: Sequence[PlanOfPeriod], arrangement: Arrangement) -> Table:
    """One row a plan with its counts, under a row of its field with the field's own where the report goes by fields; and the total."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Kế hoạch",), 9),
        *(Column((name,), 1.7, Align.RIGHT) for name in COUNTS),
    )
    fields = named_once(fields_of(plans) if arrangement is Arrangement.FIELD else [("", plans)])
    rows: list[tuple[str, ...]] = []
    groups = set()
    for name, some in fields:
        if len(fields) > 1:
            groups.add(len(rows))
            field = _field_words(name, total_of(one.figures for one, _ in some))
            rows.append((field, *[""] * (len(columns) - 1)))
        rows += [(str(n), words, *count_cells(one.figures.total)) for n, (one, words) in enumerate(some, 1)]
    total = total_of(one.figures for one in plans)
    return Table(columns, (*rows, ("", "Tổng cộng", *count_cells(total))), frozenset(groups), total=True)


def _field_words(name: str, total: Completeness) -> str:
    if not total.assigned:
        return field_title(name)
    done = (
        f"hoàn thành {figure(total.done)} ({share(total.rate)})" if total.done else "chưa hoàn thành lượt nào"
    )
    return f"{field_title(name)}: {count(total.assigned, 'lượt giao việc')}, {done}"


def task_groups(plans: Iterable[PlanOfPeriod]) -> list[Group]:
    """The tasks of all plans, each named with the plan it is of."""
    return [
        (f"{in_cell(task.task.text)} ({short_plan_name(some.plan)})", task.lines)
        for some in plans
        for task in some.figures.tasks
    ]


def coming_units(one: Coming) -> str:
    """Who has a task to come."""
    return many_in_text(one.units) if len(one.units) <= NAMED else count(len(one.units), "đơn vị")


def coming_table(coming: Sequence[Coming]) -> Table:
    """The tasks of the period to come, by day."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nhiệm vụ",), 9),
        Column(("Kế hoạch",), 4),
        Column(("Đơn vị thực hiện",), 5),
        Column(("Thời hạn",), 2.4, Align.CENTRE),
    )
    rows = [
        (
            str(n),
            in_cell(one.text),
            short_plan_name(one.plan),
            upper_first(coming_units(one)),
            short_date(one.due),
        )
        for n, one in enumerate(coming, 1)
    ]
    return Table(columns, tuple(rows))
