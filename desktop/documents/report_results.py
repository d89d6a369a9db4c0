"""The parts of a plan's report that tell what was done: direction, the whole, the year before, every task. Composes, builds no paper."""

from collections.abc import Iterable, Sequence

from desktop.documents.model import Paragraph, Style, paragraph
from desktop.documents.office_parts import short_name
from desktop.documents.phrases import count, lower_first, many_in_text, sentence, upper_first
from desktop.documents.report_comparison import compared
from desktop.documents.report_part import ReportPart
from desktop.documents.report_words import (
    FEW,
    UNITS,
    WORK,
    Counted,
    Where,
    cited,
    number_words,
    progress,
    results_of,
    same_words,
    standing,
    told_by,
    who,
)
from desktop.documents.sources import source
from desktop.domain.assignment import Standing
from desktop.domain.plan import Plan, PlanForm
from desktop.domain.plan_figures import Line, PlanFigures, TaskFigures, by_field
from desktop.domain.report import Arrangement
from desktop.domain.report_matter import PlanMatter
from desktop.domain.roll_up import Completeness

NAMED = 5
"""More units that wrote the same on a task are counted, not named."""
QUOTED = 3
"""What units wrote on a task is quoted where they wrote no more different things than this; more is for the person who sums up."""

_DIRECTION = paragraph(Style.SECTION, "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI")
RESULTS = paragraph(Style.SECTION, "KẾT QUẢ THỰC HIỆN")
OTHER_FIELD = "Nhiệm vụ khác"


def result_parts(matter: PlanMatter, arrangement: Arrangement, where: Where) -> list[ReportPart]:
    """The parts of sections I and II."""
    overview = _overview(matter.figures, where)
    return [
        ReportPart("direction", "Công tác chỉ đạo, triển khai", (_DIRECTION,), _direction(matter, where)),
        ReportPart("overview", "Kết quả chung", (RESULTS,), tuple(overview)),
        ReportPart("comparison", "So với năm trước", (RESULTS,), compared(matter, where)),
        *(
            _by_field(matter, where)
            if arrangement is Arrangement.FIELD
            else _tasks(matter.figures, (RESULTS,), where)
        ),
    ]


def _direction(matter: PlanMatter, where: Where) -> tuple[Paragraph, ...]:
    figures, about = matter.figures, source("plan", matter.plan.id)
    told = [paragraph(Style.BODY, _given(matter.plan, figures), about)]
    if figures.total.assigned:
        told.append(paragraph(Style.BODY, f"Đến ngày chốt số liệu, {_reporting(figures, where)}.", about))
    if matter.urged:
        units = count(len(matter.urged), "cơ quan, đơn vị")
        urged = f"{short_name(matter.office)} đã nhắc việc, đôn đốc {units} trong quá trình thực hiện."
        told.append(paragraph(Style.BODY, urged, source("unit", *matter.urged)))
    return tuple(told)


def _given(plan: Plan, figures: PlanFigures) -> str:
    paper = "Kế hoạch" if plan.form is PlanForm.PLAN else "Công văn"
    tasks, total = count(len(figures.tasks), "nhiệm vụ"), figures.total
    if not figures.units:
        return f"{paper} có {tasks}, chưa giao cho đơn vị nào."
    given = f"{paper} giao {tasks} cho {count(len(figures.units), 'cơ quan, đơn vị')}"
    if total.assigned in (0, len(figures.tasks)):
        return f"{given}."
    return f"{given}, với {count(total.assigned, 'lượt giao việc')} (mỗi nhiệm vụ giao cho một đơn vị tính là một lượt)."


def _reporting(figures: PlanFigures, where: Where) -> str:
    silent, all_ = len(figures.silent), len(figures.units)
    if not silent:
        return f"tất cả {count(all_, 'đơn vị')} đã báo cáo" if all_ > 1 else "đơn vị được giao đã báo cáo"
    missing = cited(where, "silent")
    if silent == all_:
        return (
            f"chưa có đơn vị nào báo cáo{missing}" if all_ > 1 else f"đơn vị được giao chưa báo cáo{missing}"
        )
    return f"{count(all_ - silent, 'đơn vị')} đã báo cáo, {count(silent, 'đơn vị')} chưa báo cáo{missing}"


def _overview(figures: PlanFigures, where: Where) -> Iterable[Paragraph]:
    if figures.total.assigned:
        words = upper_first(progress(figures.total, WORK)) + cited(where, "units", "charts")
        plans = (some.task.plan for some in figures.tasks)
        about = source("plan", *plans)
        yield paragraph(Style.BODY, f"{words}.", about)
        if "numbers" in where:
            shown = f"Số liệu do các đơn vị báo cáo được tổng hợp tại {where['numbers']}."
            yield paragraph(Style.BODY, shown, about)


def _by_field(matter: PlanMatter, where: Where) -> list[ReportPart]:
    fields = by_field(matter.figures)
    if [name for name, _ in fields] == [""]:
        return _tasks(matter.figures, (RESULTS,), where)
    out: list[ReportPart] = []
    for name, figures in fields:
        title = field_title(name)
        under = (RESULTS, paragraph(Style.CLAUSE, title))
        live = tuple(_of_field(figures)) if len(figures.tasks) > 1 else ()
        out += [ReportPart(f"field:{name}", title, under, live), *_tasks(figures, under, where)]
    return out


def field_title(name: str) -> str:
    """The heading of a field: "Lĩnh vực y tế"."""
    if not name:
        return OTHER_FIELD
    return upper_first(name) if name.lower().startswith("lĩnh vực") else f"Lĩnh vực {lower_first(name)}"


def _of_field(figures: PlanFigures) -> Iterable[Paragraph]:
    if figures.total.assigned:
        words = progress(figures.total, WORK)
        about = source("task", *(some.task.id for some in figures.tasks))
        yield paragraph(Style.BODY, f"Có {count(len(figures.tasks), 'nhiệm vụ')}; {words}.", about)


def _tasks(figures: PlanFigures, under: tuple[Paragraph, ...], where: Where) -> list[ReportPart]:
    return [
        ReportPart(
            f"task:{some.task.id}",
            sentence(upper_first(some.task.text), ""),
            under,
            _task(some, figures, where),
        )
        for some in figures.tasks
    ]


def _task(some: TaskFigures, figures: PlanFigures, where: Where) -> tuple[Paragraph, ...]:
    about = source("task", some.task.id)
    head = paragraph(Style.NUMBERED, sentence(upper_first(some.task.text), "."), about)
    applies = [line for line in some.lines if line.standing is not Standing.NOT_APPLICABLE]
    if not some.lines:
        return head, paragraph(Style.DASH, "Chưa giao cho đơn vị nào trong danh sách.", about)
    if not applies:
        told = _quotes(some.lines) or [
            paragraph(Style.DASH, "Các đơn vị được giao báo cáo nhiệm vụ không áp dụng.", about)
        ]
    elif _are_told_one_by_one(applies):
        told = [alone(line) for line in some.lines if line in applies or line.text]
    else:
        told = [
            *how_far(some.lines, some.completeness, UNITS, about),
            *_quotes(some.lines),
        ]
    numbers = [one for one in figures.indicators if one.task == some.task.id and one.values]
    if numbers:
        units = {unit for one in numbers for unit, _, _ in one.values}
        words = sentence(upper_first(number_words(numbers)), ".")
        told.append(paragraph(Style.DASH, words, source("result", *results_of(some.lines, units))))
    return head, *told


def _are_told_one_by_one(lines: Sequence[Line]) -> bool:
    """A few units, each with its own words."""
    texts = [line.text for line in lines if line.text]
    return len(lines) <= QUOTED and len(same_words(lines, "text")) == len(texts)


def alone(line: Line) -> Paragraph:
    """How one unit stands and what it wrote: "Trạm Y tế hoàn thành ngày 24/3/2026, đúng hạn. Đã tổ chức ..."."""
    words = f"{line.name} {standing(line)}."
    if line.text:
        words += f" {sentence(upper_first(line.text), '.')}"
    return paragraph(Style.DASH, words, source("result", line.result) or source("task", line.task))


def how_far(lines: Sequence[Line], total: Completeness, what: Counted, about: str) -> Iterable[Paragraph]:
    """How far the work of several lines came, and the units that were late. what: that a line stands for; about: the source."""
    yield paragraph(Style.DASH, f"{upper_first(progress(total, what))}.", about)
    for told, standing_ in (
        ("Hoàn thành trễ hạn", Standing.DONE_LATE),
        ("Quá hạn chưa hoàn thành", Standing.OVERDUE),
    ):
        late = [line for line in lines if line.standing is standing_]
        units = told_by(late)
        # All of them, or too many to be read: the sentence above has said it, and the appendix has the names.
        if late and len(late) < total.assigned and len(units) <= FEW:
            yield paragraph(
                Style.DASH, f"{told}: {many_in_text(units)}.", source("unit", *(line.unit for line in late))
            )


def _quotes(lines: Sequence[Line]) -> list[Paragraph]:
    """What units wrote; the same words of several units once."""
    groups = same_words(lines, "text")
    if len(groups) > QUOTED:
        return []
    return [
        paragraph(
            Style.DASH,
            f"{upper_first(who(told_by(some), NAMED))}: {sentence(text, '.')}",
            source("result", *(line.result for line in some)),
        )
        for text, some in groups
    ]
