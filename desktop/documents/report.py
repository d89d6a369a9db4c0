"""Báo cáo kết quả of one plan: the summary that goes up, every number of it from results (nd30.md §9). Builds, writes no file."""

import datetime as dt
from dataclasses import replace

from desktop.documents.model import (
    Appendix,
    Block,
    Document,
    DocumentKind,
    Paragraph,
    Style,
    paragraph,
    plain,
)
from desktop.documents.numbering import roman
from desktop.documents.office_parts import file_copy, full_name, head, leaders, short_name, signature
from desktop.documents.phrases import lower_first, named_plan, plan_name, sentence, short_date
from desktop.documents.report_charts import chart_appendices
from desktop.documents.report_comparison import comparison_table
from desktop.documents.report_judgement import judgement_parts, proposal_part
from desktop.documents.report_part import ReportBody, ReportPart, ShownPart, assemble, shown
from desktop.documents.report_results import result_parts
from desktop.documents.report_tables import appendices as tables
from desktop.documents.report_words import Where
from desktop.documents.sources import source
from desktop.domain.numbering import report_symbol
from desktop.domain.office import Office
from desktop.domain.report_matter import PlanMatter
from desktop.domain.vietnamese import fold

UNTOUCHED = ReportBody()


def subject(matter: PlanMatter) -> str:
    """The trích yếu of the report."""
    about = lower_first(matter.plan.subject)
    return (
        f"Kết quả thực hiện {matter.plan.subject}"
        if fold(about).startswith("ke hoach")
        else f"Kết quả {about}"
    )


def parts(matter: PlanMatter, body: ReportBody = UNTOUCHED) -> tuple[ShownPart, ...]:
    """All parts of the report in their order, live or edited."""
    return _parts(matter, body, cited_as(_appendices(matter)))


def _parts(matter: PlanMatter, body: ReportBody, where: Where) -> tuple[ShownPart, ...]:
    live = (
        ReportPart("opening", "Mở đầu", (), (paragraph(Style.BODY, _opening(matter), _about(matter)),)),
        *result_parts(matter, body.arrangement, where),
        *judgement_parts(matter.figures, where),
        proposal_part(matter.figures.units),
        ReportPart("closing", "Kết thúc", (), (paragraph(Style.BODY, _closing(matter), _about(matter)),)),
    )
    return shown(live, body)


def build(
    matter: PlanMatter, body: ReportBody = UNTOUCHED, number: int | None = None, date: dt.date | None = None
) -> Document:
    """The report as it prints. number, date: None for blanks (product rule 5). What nobody reported (causes, proposals) is a blank to
    fill, never filled."""
    attached = _appendices(matter)
    return paper(
        _parts(matter, body, cited_as(attached)),
        attached,
        matter.office,
        subject(matter),
        (matter.figures.cut_off.year, number, date),
    )


def paper(
    words: tuple[ShownPart, ...],
    attached: dict[str, Appendix],
    office: Office,
    about: str,
    given: tuple[int, int | None, dt.date | None],
) -> Document:
    """The frame of a report. given: the year of a date line that is blank yet, number, date; the last of `words` closes the paper."""
    year, number, date = given
    above = (office.reports_to,) if office.reports_to else ()
    return Document(
        kind=DocumentKind.REPORT,
        head=head(office, report_symbol(office.symbol), year, number=number, date=date),
        title="BÁO CÁO",
        subject=about,
        addressees=above,
        blocks=_closed(assemble(words)),
        recipients=(*(("Như trên",) if above else ()), leaders(office), file_copy(office)),
        signature=signature(office),
        appendices=tuple(attached.values()),
    )


def _closed(blocks: list[Block]) -> tuple[Block, ...]:
    """A paper ends with "./." [P3], whatever was written last."""
    *others, last = blocks
    if isinstance(last, Paragraph) and not last.text.endswith("./."):
        last = replace(last, runs=plain(sentence(last.text, "./.")))
    return (*others, last)


def _appendices(matter: PlanMatter) -> dict[str, Appendix]:
    """By the key under which the text cites them, in their order."""
    out = tables(matter.figures)
    table = comparison_table(matter)
    if table is not None and matter.earlier is not None:
        out["comparison"] = Appendix(
            f"SO SÁNH VỚI KẾT QUẢ THỰC HIỆN NĂM {matter.earlier.year}", (table,), landscape=True
        )
    return out | chart_appendices(matter.figures, matter.plan.date)


def cited_as(attached: dict[str, Appendix]) -> Where:
    """How the text cites each appendix: by its numeral where there are several [NĐ 30, 15]."""
    if len(attached) == 1:
        return dict.fromkeys(attached, "Phụ lục kèm theo")
    return {key: f"Phụ lục {roman(n)}" for n, key in enumerate(attached, 1)}


def _about(matter: PlanMatter) -> str:
    return source("plan", matter.plan.id)


def _opening(matter: PlanMatter) -> str:
    us, day = full_name(matter.office), short_date(matter.figures.cut_off)
    if matter.basis:
        done = f"Thực hiện {matter.basis}, {us} đã ban hành và tổ chức thực hiện {plan_name(matter.plan)}"
        return f"{done}. Kết quả thực hiện tính đến ngày {day} như sau:"
    return f"Thực hiện {named_plan(matter.plan)}, {us} báo cáo kết quả thực hiện tính đến ngày {day} như sau:"


def _closing(matter: PlanMatter) -> str:
    us = short_name(matter.office)
    return sentence(
        f"Trên đây là báo cáo kết quả thực hiện {plan_name(matter.plan)}, {us} trân trọng báo cáo", "./."
    )
