"""Sổ đăng ký văn bản đến: the 10 columns of Nghị định 30/2020, Phụ lục IV, mục VI. Builds, writes no file."""

import datetime as dt
from collections.abc import Sequence

from desktop.documents.casing import issuer_name
from desktop.documents.model import Align, Column, Document, Table
from desktop.documents.phrases import count, short_date, titled
from desktop.documents.yearly_register import build_register, span
from desktop.domain.correspondence import Incoming
from desktop.domain.numbering import number_text
from desktop.domain.office import Office

TITLE = "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"

_COLUMNS = (
    Column(("Ngày đến", "(1)"), 2.1, Align.CENTRE),
    Column(("Số đến", "(2)"), 1.2, Align.CENTRE),
    Column(("Tác giả", "(3)"), 3),
    Column(("Số, ký hiệu văn bản", "(4)"), 2.6),
    Column(("Ngày tháng văn bản", "(5)"), 2.1, Align.CENTRE),
    Column(("Tên loại và trích yếu nội dung văn bản", "(6)"), 6.4),
    Column(("Đơn vị hoặc người nhận", "(7)"), 3.2),
    Column(("Ngày chuyển", "(8)"), 2.1, Align.CENTRE),
    Column(("Ký nhận", "(9)"), 2.4),
    Column(("Ghi chú", "(10)"), 2.4),
)


def build(papers: Sequence[Incoming], office: Office, year: int, today: dt.date) -> Document:
    """The register of `year` on `today`: the directives that came in. What was not told of one is left to write in by hand, as is
    every signature."""
    days = [one.arrival.on for one in papers if one.arrival.on]
    unnumbered = sum(one.arrival.number is None for one in papers)
    waiting = f", trong đó {count(unnumbered, 'văn bản')} chưa ghi số đến" if unnumbered else ""
    whole = span(min(days, default=None), max(days, default=None))
    summary = f"Tổng số {count(len(papers), 'văn bản chỉ đạo')} đã đến{whole}{waiting}"
    return build_register(TITLE, summary, table(papers), office, year, today)


def table(papers: Sequence[Incoming]) -> Table:
    """The ten columns, a row a document, in the order given."""
    return Table(_COLUMNS, tuple(map(_cells, papers)))


def _cells(paper: Incoming) -> tuple[str, ...]:
    came = paper.arrival
    return (
        short_date(came.on) if came.on else "",
        number_text(came.number),
        issuer_name(paper.issuer),
        number_and_symbol(paper),
        short_date(paper.date) if paper.date else "",
        titled(paper.kind or "Văn bản", paper.subject or ""),
        came.passed_to,
        short_date(came.passed_on) if came.passed_on else "",
        "",
        came.note,
    )


def number_and_symbol(paper: Incoming) -> str:
    """ "312/SYT-BTXH" as printed on the document; "" where it does not say."""
    return "/".join(filter(None, (paper.number, paper.symbol)))


def named(paper: Incoming) -> str:
    """The document as a sentence names it: "Công văn số 312/SYT-BTXH của Sở Y tế", so far as it says."""
    number, issuer = number_and_symbol(paper), issuer_name(paper.issuer)
    parts = (paper.kind or "văn bản", f"số {number}" if number else "", f"của {issuer}" if issuer else "")
    return " ".join(filter(None, parts))
