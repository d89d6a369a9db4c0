"""What reports of a period share: the names of periods and plans, plans by field, and their tables. Builds no paper."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.documents.model import Align, Column, Table
from desktop.documents.numbering import roman
from desktop.documents.phrases import count, figure, in_cell, named_plan
from desktop.documents.report_results import field_title
from desktop.documents.report_tables import COUNTS, count_cells
from desktop.documents.report_words import share
from desktop.domain.plan import Plan, PlanForm
from desktop.domain.plan_figures import PlanFigures, by_field
from desktop.domain.report import Arrangement
from desktop.domain.report_matter import PlanOfPeriod
from desktop.domain.report_period import Period, PeriodKind
from desktop.domain.roll_up import Completeness


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


def plan_table(plans: Sequence[PlanOfPeriod], arrangement: Arrangement) -> Table:
    """One row a plan with its counts, under a row of its field with the field's own where the report goes by fields; and the total."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Kế hoạch",), 9),
        *(Column((name,), 1.7, Align.RIGHT) for name in COUNTS),
    )
    fields = fields_of(plans) if arrangement is Arrangement.FIELD else [("", list(plans))]
    rows: list[tuple[str, ...]] = []
    groups = set()
    for name, some in fields:
        if len(fields) > 1:
            groups.add(len(rows))
            rows.append(
                (_field_words(name, total_of(one.figures for one in some)), *[""] * (len(columns) - 1))
            )
        rows += [
            (str(n), named_plan(one.plan), *count_cells(one.figures.total)) for n, one in enumerate(some, 1)
        ]
    total = total_of(one.figures for one in plans)
    return Table(columns, (*rows, ("", "Tổng cộng", *count_cells(total))), frozenset(groups), total=True)


def _field_words(name: str, total: Completeness) -> str:
    if not total.assigned:
        return field_title(name)
    done = f"hoàn thành {figure(total.done)} ({share(total.rate)})"
    return f"{field_title(name)}: {count(total.assigned, 'lượt giao việc')}, {done}"


def task_words(plans: Iterable[PlanOfPeriod]) -> Mapping[int, str]:
    """Task id -> its words with the plan it is of, for a table over several plans."""
    return {
        task.task.id: f"{in_cell(task.task.text)} ({short_plan_name(some.plan)})"
        for some in plans
        for task in some.figures.tasks
    }
