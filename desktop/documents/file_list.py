"""Mục lục văn bản, tài liệu of the file of a plan: the 7 columns of Nghị định 30/2020, Phụ lục V, mục IV. Builds, writes no file."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.casing import issuer_name
from desktop.documents.incoming_register import number_and_symbol
from desktop.documents.model import Align, Column, Document, DocumentKind, Signature, Style, Table, paragraph
from desktop.documents.office_parts import head, short_name
from desktop.documents.phrases import BLANK, count, named_plan, sentence, short_date, titled
from desktop.domain.correspondence import Incoming, Outgoing
from desktop.domain.numbering import number_text
from desktop.domain.office import Office
from desktop.domain.plan import Plan

TITLE = "MỤC LỤC VĂN BẢN, TÀI LIỆU"

_COLUMNS = (
    Column(("STT", "(1)"), 1, Align.CENTRE),
    Column(("Số, ký hiệu văn bản", "(2)"), 3),
    Column(("Ngày tháng năm văn bản", "(3)"), 2.2, Align.CENTRE),
    Column(("Tên loại và trích yếu nội dung văn bản", "(4)"), 4.7),
    Column(("Tác giả văn bản", "(5)"), 2.9),
    Column(("Tờ số/ Trang số", "(6)"), 1.3),
    Column(("Ghi chú", "(7)"), 2.5),
)


@dataclass(frozen=True, slots=True)
class FileItem:
    """One document of the file. number: with its symbol, as printed on it; "" and None where it has none; file: its name where it came
    as a file."""

    number: str
    date: dt.date | None
    title: str
    author: str
    note: str = ""
    file: str = ""


def build(plan: Plan, items: Sequence[FileItem], office: Office, year: int, today: dt.date) -> Document:
    """The list of the file of `plan` as it stands on `today`. The file's own number, and on which sheet a document lies, are left to
    write in: whoever puts the file in order knows them. year: that of the file."""
    opening = f"Hồ sơ thực hiện {named_plan(plan)}, gồm {count(len(items), 'văn bản, tài liệu')}"
    return Document(
        kind=DocumentKind.INTERNAL,
        head=head(office, "", today.year, date=today),
        title=TITLE,
        subject=f"Số, ký hiệu hồ sơ: {BLANK}, năm {year}",
        blocks=(paragraph(Style.BODY, sentence(opening, ".")), table(items)),
        recipients=(),
        signature=Signature(("NGƯỜI LẬP",)),
    )


def table(items: Sequence[FileItem], *, whole: bool = False) -> Table:
    """The seven columns, a row a document, the oldest first, those without a day last. whole: with the names of files, for the
    workbook; they would burst the columns of a sheet of paper."""
    in_order = sorted(items, key=lambda item: (item.date is None, item.date or dt.date.min))
    return Table(_COLUMNS, tuple((str(n), *_cells(item, whole=whole)) for n, item in enumerate(in_order, 1)))


def _cells(item: FileItem, *, whole: bool) -> tuple[str, ...]:
    file = (item.file if whole else "Tệp điện tử") if item.file else ""
    note = "; ".join(filter(None, (item.note, file)))
    return item.number, short_date(item.date) if item.date else "", item.title, item.author, "", note


def of_directive(paper: Incoming) -> FileItem:
    """A document that came in, with its số đến where it has one."""
    arrival = number_text(paper.arrival.number)
    note = f"Số đến {arrival}" if arrival else ""
    title = titled(paper.kind or "Văn bản", paper.subject or "")
    return FileItem(number_and_symbol(paper), paper.date, title, issuer_name(paper.issuer), note)


def of_paper(paper: Outgoing, office: Office) -> FileItem:
    """A paper of the office."""
    number = f"{number_text(paper.number)}/{paper.symbol}"
    return FileItem(number, paper.date, titled(paper.kind, paper.subject), short_name(office))


def of_result(unit: str, day: dt.date | None, file: str) -> FileItem:
    """A file with results that a unit sent in."""
    return FileItem("", day, "Kết quả thực hiện nhiệm vụ được giao", unit, file=file)
