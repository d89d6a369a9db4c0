"""Papers as PDF and DOCX with the workbook of their tables, side by side in a folder. Builds nothing itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.documents.model import Document, Table
from desktop.progress import Progress
from desktop.services.file_names import prepare


@dataclass(frozen=True, slots=True)
class Formats:
    """In which formats a paper is written; none chosen means all that it comes in."""

    pdf: bool = False
    docx: bool = False
    xlsx: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether none was chosen."""
        return not (self.pdf or self.docx or self.xlsx)


EVERY = Formats(pdf=True, docx=True, xlsx=True)

Sheets = Iterable[tuple[str, Table]]
"""Name on the tab and the table."""


def write(
    paper: Document, sheets: Sheets, base: Path, progress: Progress, formats: Formats = EVERY
) -> list[Path]:
    """Write `base`.pdf, .docx and .xlsx, the folder made when missing; gives their paths. Each sheet bears the title of the paper and
    lies as the paper does. Raises the errors of `file_names.prepare` and of writing."""
    return write_all((paper,), sheets, base, progress, formats)


def write_all(
    many: Sequence[Document],
    sheets: Sheets,
    base: Path,
    progress: Progress,
    formats: Formats = EVERY,
    heading: str = "",
) -> list[Path]:
    """The same for several papers in one file, each from a new page with its own page numbers; the workbook bears the title of the
    first, or `heading`. Without sheets there is no workbook."""
    from desktop.writers import docx, pdf, xlsx

    prepare(base.parent)
    chosen, first, tables = EVERY if formats.is_empty else formats, many[0], list(sheets)
    made = []
    if chosen.pdf:
        made.append(base.with_name(base.name + ".pdf"))
        pdf.write_many(many, made[-1], progress)
    if chosen.docx:
        made.append(base.with_name(base.name + ".docx"))
        docx.write_many(many, made[-1], progress)
    if chosen.xlsx and tables:
        made.append(base.with_name(base.name + ".xlsx"))
        under = (heading or first.title, first.subject)
        xlsx.write([xlsx.Sheet(name, under, table, first.landscape) for name, table in tables], made[-1])
    return made
