"""Sổ đăng ký văn bản đi: the 10 columns of Nghị định 30/2020, Phụ lục IV, mục I. Builds, writes no file."""

import datetime as dt
from collections.abc import Sequence

from desktop.documents.model import Align, Column, Document, Table
from desktop.documents.phrases import BLANK, count, short_date, titled
from desktop.documents.yearly_register import build_register, span
from desktop.domain.correspondence import Dispatch, Outgoing
from desktop.domain.numbering import number_text
from desktop.domain.office import Office

TITLE = "SỔ ĐĂNG KÝ VĂN BẢN ĐI"
_FILE_COPY, _AS_ABOVE = "Lưu: ", "Như trên"
_NAMES = 6

_COLUMNS = (
    Column(("Số, ký hiệu văn bản", "(1)"), 3.2),
    Column(("Ngày tháng văn bản", "(2)"), 2.1, Align.CENTRE),
    Column(("Tên loại và trích yếu nội dung văn bản", "(3)"), 4.6),
    Column(("Người ký", "(4)"), 2.3),
    Column(("Nơi nhận văn bản", "(5)"), 4.8),
    Column(("Đơn vị, người nhận bản lưu", "(6)"), 1.9),
    Column(("Số lượng bản", "(7)"), 1.3, Align.CENTRE),
    Column(("Ngày chuyển", "(8)"), 2.1, Align.CENTRE),
    Column(("Ký nhận", "(9)"), 1.7),
    Column(("Ghi chú", "(10)"), 1.6),
)


def build(papers: Sequence[Outgoing], office: Office, year: int, today: dt.date) -> Document:
    """The register of `year` on `today`. What was not told of a paper is left to write in by hand, as is every signature."""
    first, last = (papers[0].date, papers[-1].date) if papers else (None, None)
    summary = f"Tổng số {count(len(papers), 'văn bản')} đã cấp số{span(first, last)}"
    return build_register(TITLE, summary, table(papers), office, year, today)


def table(papers: Sequence[Outgoing], *, whole: bool = False) -> Table:
    """The ten columns, a row a paper, in the order given. whole: with every recipient, for the workbook; on paper a long Nơi nhận is
    counted after the first ones, since the paper itself has it."""
    return Table(_COLUMNS, tuple(_cells(paper, whole=whole) for paper in papers))


def _cells(paper: Outgoing, *, whole: bool) -> tuple[str, ...]:
    sent = paper.dispatch
    hidden = 0 if whole or len(sent.recipients) <= _NAMES + 1 else len(sent.recipients) - _NAMES
    more = f" và {count(hidden, 'nơi khác')}" if hidden else ""
    return (
        f"{number_text(paper.number)}/{paper.symbol}",
        short_date(paper.date),
        titled(paper.kind, paper.subject),
        sent.signer,
        "; ".join(sent.recipients[:_NAMES] if hidden else sent.recipients) + more,
        sent.keeper,
        number_text(sent.copies),
        short_date(sent.sent_on) if sent.sent_on else "",
        "",
        sent.note,
    )


def named(paper: Outgoing) -> str:
    """The paper as a sentence names it without its number: "Kế hoạch tổ chức ngày hội, ngày 05/3/2026"."""
    return f"{titled(paper.kind, paper.subject)}, ngày {short_date(paper.date)}"


def sent_as(paper: Document) -> Dispatch:
    """What a paper says itself of its going out: who signs, where it goes ("Như trên" is told by the names above), who keeps the file
    copy ("VT, VHXH")."""
    recipients: list[str] = []
    keeper = ""
    for name in paper.recipients:
        if name.startswith(_FILE_COPY):
            keeper = name.removeprefix(_FILE_COPY)
        else:
            recipients += paper.addressees if name == _AS_ABOVE else (name,)
    signer = paper.signature.name
    return Dispatch("" if signer.startswith(BLANK) else signer, tuple(recipients), keeper)
