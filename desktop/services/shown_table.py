"""What a table of the window shows, as paper and as workbook: "in cái đang nhìn thấy" and "lưu bảng ra Excel"."""

from dataclasses import dataclass
from pathlib import Path

from desktop.documents.model import Align, Column, Document, DocumentKind, Signature, Table
from desktop.documents.office_parts import head
from desktop.documents.phrases import short_date
from desktop.services.workspace import Workspace

_WIDE = 6
"""More columns than this lie on their side."""
_SAMPLE = 200
"""Rows looked at to share out the widths of columns."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it is shown. title: what the sheet is called; titles: of columns; rows: texts, as long as `titles`; numbers: places
    of the columns that stand right."""

    title: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


def table_of(shown: Shown) -> Table:
    """The table of a paper, with a first column of numbers and widths by what stands in the columns."""
    widths = [
        min(40, max([len(title), *(len(row[at]) for row in shown.rows[:_SAMPLE])]) + 2)
        for at, title in enumerate(shown.titles)
    ]
    columns = (
        Column(("STT",), 5, Align.CENTRE),
        *(
            Column((title,), width, Align.RIGHT if at in shown.numbers else Align.LEFT)
            for at, (title, width) in enumerate(zip(shown.titles, widths, strict=True))
        ),
    )
    return Table(columns, tuple((str(n), *row) for n, row in enumerate(shown.rows, 1)))


def document(work: Workspace, shown: Shown) -> Document:
    """The paper of a table, for the office's own use, dated today."""
    today = work.today()
    return Document(
        kind=DocumentKind.INTERNAL,
        head=head(work.office, "", today.year, date=today),
        title=shown.title.upper(),
        subject=f"(Số liệu trên máy ngày {short_date(today)})",
        blocks=(table_of(shown),),
        signature=Signature(()),
        recipients=(),
        landscape=len(shown.titles) > _WIDE,
    )


def pdf_bytes(work: Workspace, shown: Shown) -> bytes:
    """The paper as a PDF in memory, for printing."""
    from desktop.writers import pdf

    return pdf.as_bytes(document(work, shown))


def workbook(shown: Shown, path: Path) -> Path:
    """The table as a workbook. Raises the errors of writing."""
    from desktop.writers import xlsx

    title = (shown.title.upper(),)
    xlsx.write([xlsx.Sheet(shown.title, title, table_of(shown), landscape=len(shown.titles) > _WIDE)], path)
    return path
