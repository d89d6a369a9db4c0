"""The parts of a report that judge: what went well, shortcomings from the late lists, causes and proposals in the units' own words.

What nobody reported is a blank to fill, never filled (product rule 3).
"""

from collections.abc import Iterable, Sequence

from desktop.documents.model import Paragraph, Style, paragraph
from desktop.documents.phrases import (
    BLANK,
    count,
    figure,
    in_text,
    join_and,
    many_in_text,
    sentence,
    upper_first,
)
from desktop.documents.report_part import ReportPart
from desktop.documents.report_words import FEW, Where, cited, same_words, told_by, who
from desktop.documents.sources import source
from desktop.domain.assignment import Standing
from desktop.domain.plan_figures import Line, PlanFigures, TaskFigures, UnitFigures

JUDGEMENT = paragraph(Style.SECTION, "ĐÁNH GIÁ")
PROPOSALS = paragraph(Style.SECTION, "KIẾN NGHỊ, ĐỀ XUẤT")
_TO_FILL = (paragraph(Style.BODY, f"{BLANK * 4}."),)


def judgement_parts(figures: PlanFigures, where: Where) -> list[ReportPart]:
    """Strengths, shortcomings and causes of one plan, each under its heading of section ĐÁNH GIÁ."""
    return [
        ReportPart(key, title, (JUDGEMENT, paragraph(Style.CLAUSE, title)), live)
        for key, title, live in (
            ("strengths", "Ưu điểm", tuple(_strengths(figures, where)) or _TO_FILL),
            ("shortcomings", "Tồn tại, hạn chế", shortcomings(figures.units, where)),
            ("causes", "Nguyên nhân", causes(figures.units)),
        )
    ]


def proposal_part(units: Sequence[UnitFigures]) -> ReportPart:
    """What the units propose."""
    return ReportPart("proposals", "Kiến nghị, đề xuất", (PROPOSALS,), _quoted(units, "proposal"))


def _strengths(figures: PlanFigures, where: Where) -> Iterable[Paragraph]:
    done = [some for some in figures.tasks if _is_done(some)]
    if done and len(figures.tasks) > 1:
        all_ = count(len(figures.tasks), "nhiệm vụ")
        some_of = f"{figure(len(done))}/{all_} đã hoàn thành ở mọi đơn vị được giao"
        words = f"Tất cả {all_} đã hoàn thành" if len(done) == len(figures.tasks) else some_of
        about = source("task", *(some.task.id for some in done))
        yield paragraph(Style.DASH, f"{words}.", about)
    faultless = [
        u
        for u in figures.units
        if u.completeness.assigned and u.completeness.on_time == u.completeness.assigned
    ]
    if faultless:
        yield _group(faultless, "hoàn thành đúng hạn tất cả nhiệm vụ được giao", where, "units")


def _is_done(some: TaskFigures) -> bool:
    return bool(some.completeness.assigned) and some.completeness.done == some.completeness.assigned


def shortcomings(units: Sequence[UnitFigures], where: Where) -> tuple[Paragraph, ...]:
    """The late lists in words: what is overdue, what was late, who is silent."""
    late = [
        one
        for one in (
            _late(units, Standing.OVERDUE, "quá hạn chưa hoàn thành", "quá hạn"),
            _late(units, Standing.DONE_LATE, "hoàn thành trễ hạn", "trễ"),
        )
        if one
    ]
    silent = [unit for unit in units if unit.completeness.assigned and not unit.completeness.reported]
    told = [(*late[0], cited(where, "late")), *((*one, "") for one in late[1:])] if late else []
    out = [paragraph(Style.DASH, f"{text}{seen}.", about) for text, about, seen in told]
    if silent:
        out.append(_group(silent, "chưa báo cáo", where, "silent"))
    return tuple(out) or (
        paragraph(Style.BODY, "Không có nhiệm vụ trễ hạn, quá hạn; không có đơn vị chậm báo cáo."),
    )


def _late(units: Sequence[UnitFigures], standing: Standing, what: str, how: str) -> tuple[str, str] | None:
    """ "03 đơn vị có 05 lượt nhiệm vụ quá hạn chưa hoàn thành, quá hạn nhiều nhất 10 ngày: ...", and its source."""
    found = [(unit, [line for line in unit.lines if line.standing is standing]) for unit in units]
    late = [(unit, lines) for unit, lines in found if lines]
    if not late:
        return None
    pieces = [line.days_late for _, lines in late for line in lines]
    days = f"{how}{' nhiều nhất' if len(pieces) > 1 else ''} {count(max(pieces), 'ngày')}"
    about = source("unit", *(unit.unit for unit, _ in late))
    if len(late) == 1:
        return f"{late[0][0].name} có {count(len(pieces), 'nhiệm vụ')} {what}, {days}", about
    text = f"{count(len(late), 'đơn vị')} có {count(len(pieces), 'lượt nhiệm vụ')} {what}, {days}"
    if len(late) > FEW:
        return text, about
    each = [f"{in_text(unit.name)} ({figure(len(lines))})" for unit, lines in late]
    names = join_and(each) if len(pieces) > len(late) else many_in_text([unit.name for unit, _ in late])
    return f"{text}: {names}", about


def causes(units: Sequence[UnitFigures]) -> tuple[Paragraph, ...]:
    """Why work was late, as the units say; none is needed where nothing was."""
    is_late = any(unit.completeness.late for unit in units)
    is_told = any(line.reason for unit in units for line in unit.lines)
    return _quoted(units, "reason") if is_late or is_told else ()


def _quoted(units: Sequence[UnitFigures], attribute: str) -> tuple[Paragraph, ...]:
    """The units' words, the same words of several units once; a blank where there are none."""
    lines = [line for unit in units for line in unit.lines]
    told = same_words(lines, attribute)
    return tuple(_quote(text, some) for text, some in told) or _TO_FILL


def _quote(text: str, lines: Sequence[Line]) -> Paragraph:
    told = f"{upper_first(who(told_by(lines)))}: {sentence(upper_first(text), '.')}"
    return paragraph(Style.DASH, told, source("result", *(line.result for line in lines)))


def _group(units: Sequence[UnitFigures], what: str, where: Where, key: str) -> Paragraph:
    """ "02 đơn vị chưa báo cáo: A và B."; without the names where they are too many to be read."""
    names = [unit.name for unit in units]
    many = f"{count(len(units), 'đơn vị')} {what}"
    named = f"{many}: {many_in_text(names)}" if len(units) <= FEW else f"{many}{cited(where, key)}"
    text = f"{names[0]} {what}" if len(units) == 1 else named
    return paragraph(Style.DASH, f"{text}.", source("unit", *(unit.unit for unit in units)))
