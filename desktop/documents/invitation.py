"""Giấy mời to a meeting that a plan orders (NĐ 30/2020, Phụ lục III, mẫu 1.7). What is not known of it is a blank. Writes no file."""

from collections.abc import Sequence

from desktop.documents.model import Document, DocumentKind, Style, paragraph
from desktop.documents.office_parts import file_copy, full_name, head, leaders, short_name, signature, through
from desktop.documents.phrases import BLANK, lower_first, named_plan, sentence, short_date, upper_first
from desktop.domain.meeting import Meeting
from desktop.domain.numbering import symbol
from desktop.domain.office import Office
from desktop.domain.plan import Plan

KIND = "Giấy mời"
_SHORT = BLANK[: len(BLANK) // 2]


def build(plan: Plan, meeting: Meeting, invited: Sequence[str], office: Office, year: int) -> Document:
    """The invitation, number and day blank: văn thư gives them after signing. year: of the paper.

    invited: the units that the task names to take part; a last line is left for others. Who presides is nobody's to guess.
    """
    us = short_name(office)
    closing = (
        f"Kính đề nghị đại biểu thu xếp thời gian tham dự đầy đủ, đúng giờ; trường hợp không tham dự được, báo về {us}"
        f"{through(office)} trước giờ khai mạc để tổng hợp"
    )
    blocks = (
        paragraph(Style.BODY, f"Thực hiện {named_plan(plan)}, {full_name(office)} trân trọng kính mời:"),
        *(paragraph(Style.DASH, sentence(name, ";")) for name in invited),
        paragraph(Style.DASH, f"{BLANK * 4}."),
        paragraph(Style.BODY, sentence(f"Tới dự {lower_first(meeting.name)}", ".")),
        paragraph(Style.BODY, f"Chủ trì: {BLANK * 4}."),
        paragraph(Style.BODY, f"Thời gian: {_when(meeting, year)}."),
        paragraph(Style.BODY, sentence(f"Địa điểm: {upper_first(meeting.place) or BLANK * 4}", ".")),
        paragraph(Style.BODY, sentence(closing, "./.")),
    )
    return Document(
        kind=DocumentKind.INVITATION,
        head=head(office, symbol(KIND, office.symbol), year),
        title=KIND.upper(),
        subject=sentence(upper_first(meeting.name), ""),
        blocks=blocks,
        recipients=("Như thành phần mời", leaders(office), file_copy(office)),
        signature=signature(office),
    )


def _when(meeting: Meeting, year: int) -> str:
    """ "08 giờ 30, ngày 24/3/2026", with room to write in what is not told."""
    hour = meeting.hour or f"{_SHORT} giờ {_SHORT}"
    day = short_date(meeting.day) if meeting.day else f"{_SHORT} tháng {_SHORT} năm {year}"
    return f"{hour}, ngày {day}"
