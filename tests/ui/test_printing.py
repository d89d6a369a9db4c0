"""Printing a finished PDF, onto a printer that writes PDF."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from desktop.progress import Cancelled
from desktop.ui import printing
from desktop.ui.printing import Choice


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Three pages, the last one on its side; a black square of 100 points in a corner of the first."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.rect(72, A4[1] - 172, 100, 100, fill=1)
    canvas.showPage()
    canvas.drawString(72, 400, "2")
    canvas.showPage()
    canvas.setPageSize(landscape(A4))
    canvas.drawString(72, 400, "3")
    canvas.save()
    return target.getvalue()


def printer_to(path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(150)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.parametrize(
    ("words", "only", "pages"),
    [
        ("", "all", (0, 1, 2, 3, 4)),
        ("2-3, 5", "all", (1, 2, 4)),
        ("2–3;5", "all", (1, 2, 4)),
        ("", "odd", (0, 2, 4)),
        ("", "even", (1, 3)),
        ("2-5", "odd", (2, 4)),
        ("0-2", "all", ()),
        ("4-9", "all", ()),
        ("ba", "all", ()),
    ],
)
def test_pages_are_chosen_by_words_and_by_odd_or_even(words: str, only: str, pages: tuple[int, ...]) -> None:
    assert printing.chosen(Choice(words, only), 5) == pages


def test_pages_are_printed_in_true_size_and_place(qapp: QApplication, pdf: bytes, tmp_path: Path) -> None:
    printing.print_pages(pdf, printer_to(tmp_path / "in.pdf"), (0,))
    page = pypdfium2.PdfDocument(tmp_path / "in.pdf")[0]
    seen = (
        page.render(scale=1, grayscale=True).to_numpy()
        if False
        else page.render(scale=1).to_pil().convert("L")
    )
    black = seen.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert black is not None
    assert all(abs(at - want) <= 2 for at, want in zip(black, (72, 72, 172, 172), strict=True))


def test_only_the_pages_chosen_go_out_each_as_it_lies(qapp: QApplication, pdf: bytes, tmp_path: Path) -> None:
    printing.print_pages(pdf, printer_to(tmp_path / "in.pdf"), (1, 2))
    made = pypdfium2.PdfDocument(tmp_path / "in.pdf")
    sizes = [made[at].get_size() for at in range(len(made))]
    assert [wide > high for wide, high in sizes] == [False, True]


def test_progress_counts_pages_and_cancel_ends_it(qapp: QApplication, pdf: bytes, tmp_path: Path) -> None:
    class Impatient:
        """Cancels at the second page."""

        def step(self, done: int, total: int | None = None, what: str = "") -> None:
            assert total == 3
            if done == 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        printing.print_pages(pdf, printer_to(tmp_path / "in.pdf"), (0, 1, 2), Impatient())
