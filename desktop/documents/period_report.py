"""Báo cáo định kỳ of a month, a quarter, half a year or a year, over all plans with work in it (NĐ 09/2019/NĐ-CP). Writes no file."""

import datetime as dt
from collections.abc import Iterable, Sequence

from desktop.documents.model import Appendix, Document, Paragraph, Style, paragraph
from desktop.documents.office_parts import full_name, short_name
from desktop.documents.period_words import (
    Named,
    coming_table,
    coming_units,
    fields_of,
    named_once,
    period_name,
    plan_table,
    short_plan_name,
    task_groups,
    total_of,
)
from desktop.documents.phrases import (
    BLANK,
    count,
    in_cell,
    named_plan,
    sentence,
    short_date,
    upper_first,
)
from desktop.documents.report import UNTOUCHED, cited_as, paper
from desktop.documents.report_judgement import causes, proposal_part, shortcomings
from desktop.documents.report_part import ReportBody, ReportPart, ShownPart, shown
from desktop.documents.report_results import RESULTS, alone, field_title, how_far
from desktop.documents.report_tables import completeness_table, late_appendix
from desktop.documents.report_words import WORK, Where, cited, number_words, progress
from desktop.documents.sources import source
from desktop.domain.plan_figures import UnitFigures, united
from desktop.domain.report import Arrangement
from desktop.domain.report_matter import Coming, PeriodMatter, PlanOfPeriod
from desktop.domain.report_period import parse

TOLD = 15
"""More tasks to come than this are left to an appendix."""

_FAULTS = paragraph(Style.SECTION, "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")


def subject(matter: PeriodMatter) -> str:
    """The trích yếu of the report."""
    period = parse(matter.period)
    return (
        f"Kết quả thực hiện nhiệm vụ {period_name(period)} và nhiệm vụ trọng tâm {period_name(period.next)}"
    )


def parts(matter: PeriodMatter, body: ReportBody = UNTOUCHED) -> tuple[ShownPart, ...]:
    """All parts of the report in their order, live or edited."""
    return _parts(matter, body, cited_as(_appendices(matter, body.arrangement)))


def build(
    matter: PeriodMatter, body: ReportBody = UNTOUCHED, number: int | None = None, date: dt.date | None = None
) -> Document:
    """The report as it prints. number, date: None for blanks. What nobody reported is a blank to fill, never filled."""
    attached = _appendices(matter, body.arrangement)
    words = _parts(matter, body, cited_as(attached))
    return paper(words, attached, matter.office, subject(matter), (matter.cut_off.year, number, date))


def _parts(matter: PeriodMatter, body: ReportBody, where: Where) -> tuple[ShownPart, ...]:
    units = united(some.figures for some in matter.plans)
    ahead = f"nhiệm vụ trọng tâm {period_name(parse(matter.period).next)}"
    is_by_field = body.arrangement is Arrangement.FIELD
    live = (
        ReportPart("opening", "Mở đầu", (), (paragraph(Style.BODY, _opening(matter)),)),
        ReportPart("overview", "Kết quả chung", (RESULTS,), tuple(_overview(matter, units, where))),
        *(_fields(matter) if is_by_field else _plans(named_once([("", matter.plans)])[0][1], (RESULTS,))),
        *_faults(units, where),
        ReportPart(
            "coming", upper_first(ahead), (paragraph(Style.SECTION, ahead.upper()),), _coming(matter, where)
        ),
        proposal_part(units),
        ReportPart("closing", "Kết thúc", (), (paragraph(Style.BODY, _closing(matter)),)),
    )
    return shown(live, body)


def _opening(matter: PeriodMatter) -> str:
    told = f"Thực hiện {matter.basis}, " if matter.basis else ""
    days = f"từ ngày {short_date(matter.start)} đến ngày {short_date(matter.cut_off)}"
    return (
        f"{told}{full_name(matter.office)} báo cáo kết quả thực hiện nhiệm vụ theo các kế hoạch trong "
        f"{period_name(parse(matter.period))} (số liệu {days}) như sau:"
    )


def _closing(matter: PeriodMatter) -> str:
    us, period = short_name(matter.office), period_name(parse(matter.period))
    return sentence(
        f"Trên đây là báo cáo kết quả thực hiện nhiệm vụ {period}, {us} trân trọng báo cáo", "./."
    )


def _overview(matter: PeriodMatter, units: Sequence[UnitFigures], where: Where) -> Iterable[Paragraph]:
    total = total_of(some.figures for some in matter.plans)
    about = source("plan", *(some.plan.id for some in matter.plans))
    if not total.assigned:
        yield paragraph(Style.BODY, "Trong kỳ không có nhiệm vụ nào đến hạn hoặc được thực hiện.", about)
        return
    carried = sum(line.due is not None and line.due < matter.start for unit in units for line in unit.lines)
    working = sum(bool(unit.completeness.assigned) for unit in units)
    text = (
        f"Trong kỳ có {count(total.assigned, 'lượt giao việc')} của {count(working, 'cơ quan, đơn vị')} "
        f"theo {count(len(matter.plans), 'kế hoạch')} (mỗi nhiệm vụ giao cho một đơn vị tính là một lượt)"
    )
    text += f", trong đó {count(carried, 'lượt')} từ kỳ trước chuyển sang" if carried else ""
    yield paragraph(Style.BODY, f"{text}.", about)
    words = upper_first(progress(total, WORK))
    seen = f" (theo kế hoạch: {where['plans']}; theo đơn vị: {where['units']})" if where else ""
    yield paragraph(Style.BODY, f"{words}{seen}.", about)


def _fields(matter: PeriodMatter) -> list[ReportPart]:
    fields = named_once(fields_of(matter.plans))
    if [name for name, _ in fields] in ([], [""]):
        return _plans([pair for _, some in fields for pair in some], (RESULTS,))
    out: list[ReportPart] = []
    for name, some in fields:
        title = field_title(name)
        under = (RESULTS, paragraph(Style.CLAUSE, title))
        if len(some) > 1:
            words = upper_first(progress(total_of(one.figures for one, _ in some), WORK))
            about = source("plan", *(one.plan.id for one, _ in some))
            live = (paragraph(Style.BODY, f"{words}.", about),)
            out.append(ReportPart(f"field:{name}", title, under, live))
        out += _plans(some, under, f":{name}")
    return out


def _plans(plans: Named, under: tuple[Paragraph, ...], suffix: str = "") -> list[ReportPart]:
    is_alone = len(plans) == 1
    return [
        ReportPart(
            f"plan:{some.plan.id}{suffix}",
            named_plan(some.plan),
            under,
            tuple(_plan(some, name, is_alone=is_alone)),
        )
        for some, name in plans
    ]


def _plan(some: PlanOfPeriod, name: str, *, is_alone: bool) -> Iterable[Paragraph]:
    """What became of one plan. is_alone: it has no other beside it, and a number or letter before it would count nothing."""
    figures, about = some.figures, source("plan", some.plan.id)
    if is_alone:
        yield paragraph(Style.BODY, sentence(f"Theo {name}", ":"), about)
    else:
        yield paragraph(Style.NUMBERED, sentence(name, "."), about)
    lines = [line for task in figures.tasks for line in task.lines]
    if len(lines) == 1:
        yield alone(lines[0])
    else:
        yield from how_far(lines, figures.total, WORK, about)
    numbers = [one for one in figures.indicators if one.values]
    if numbers:
        words = sentence(upper_first(number_words(numbers)), ".")
        yield paragraph(Style.DASH, words, source("task", *(one.task for one in numbers)))


def _faults(units: Sequence[UnitFigures], where: Where) -> list[ReportPart]:
    return [
        ReportPart(key, title, (_FAULTS, paragraph(Style.CLAUSE, title)), live)
        for key, title, live in (
            ("shortcomings", "Tồn tại, hạn chế", shortcomings(units, where)),
            ("causes", "Nguyên nhân", causes(units)),
        )
    ]


def _coming(matter: PeriodMatter, where: Where) -> tuple[Paragraph, ...]:
    if not matter.coming:
        return (paragraph(Style.BODY, f"{BLANK * 4}."),)
    if "coming" not in where:
        return tuple(_come(one, matter.cut_off) for one in matter.coming)
    late = sum(one.due <= matter.cut_off for one in matter.coming)
    text = (
        f"Có {count(len(matter.coming), 'nhiệm vụ')} đến hạn trong {period_name(parse(matter.period).next)}"
    )
    text += f", trong đó {count(late, 'nhiệm vụ')} đã quá hạn chuyển sang" if late else ""
    about = source("task", *(one.task for one in matter.coming))
    return (paragraph(Style.BODY, f"{text}{cited(where, 'coming')}.", about),)


def _come(one: Coming, cut_off: dt.date) -> Paragraph:
    when = f"hạn ngày {short_date(one.due)}{'' if one.due > cut_off else ', đã quá hạn'}"
    text = f"{in_cell(one.text)} ({short_plan_name(one.plan)}; {coming_units(one)}; {when})."
    return paragraph(Style.DASH, text, source("task", one.task))


def _appendices(matter: PeriodMatter, arrangement: Arrangement) -> dict[str, Appendix]:
    """By the key under which the text cites them, in their order."""
    units, out = united(some.figures for some in matter.plans), {}
    if units:
        table = plan_table(matter.plans, arrangement)
        out["plans"] = Appendix("KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO KẾ HOẠCH", (table,), landscape=True)
        out["units"] = Appendix("KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO ĐƠN VỊ", (completeness_table(units),))
    if any(unit.completeness.late for unit in units):
        out["late"] = late_appendix(task_groups(matter.plans))
    if len(matter.coming) > TOLD:
        ahead = f"NHIỆM VỤ TRỌNG TÂM {period_name(parse(matter.period).next).upper()}"
        out["coming"] = Appendix(ahead, (coming_table(matter.coming),), landscape=True)
    return out
