"""One paper as PDF and DOCX with the workbook of its tables, side by side in a folder. Builds nothing itself."""

from collections.abc import Iterable
from pathlib import Path

from desktop.documents.model import Document, Table
from desktop.progress import Progress
from desktop.services.file_names import prepare

Sheets = Iterable[tuple[str, Table]]
"""Name on the tab and the table."""


def write(paper: Document, sheets: Sheets, base: Path, progress: Progress) -> list[Path]:
    """Write `base`.pdf, .docx and .xlsx, the folder made when missing; gives their paths. Each sheet bears the title of the paper and
    lies as the paper does. Raises the errors of `file_names.prepare` and of writing."""
    from desktop.writers import docx, pdf, xlsx

    prepare(base.parent)
    printed, edited, counted = (base.with_name(base.name + ending) for ending in (".pdf", ".docx", ".xlsx"))
    pdf.write(paper, printed, progress)
    docx.write(paper, edited, progress)
    xlsx.write(
        [xlsx.Sheet(name, (paper.title, paper.subject), table, paper.landscape) for name, table in sheets],
        counted,
    )
    return [printed, edited, counted]
