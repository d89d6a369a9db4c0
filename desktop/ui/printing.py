"""Prints the pages of a PDF as they are: true size, true margins, at the printer's own resolution. Any QPrinter, also one that writes PDF.

Imported when something is printed first: QtPrintSupport and pdfium cost a tenth of a second.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.progress import SILENT, Progress
from desktop.services.preview import pdfium_alone

POINTS = 72
_BANDS = 8
"""A page is drawn in so many strips, since a whole one at 600 dpi takes 140 MB."""
_RANGE = re.compile(r"(\d+)\s*(?:[-–]\s*(\d+))?")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which pages, by "1-3, 5" ("" for all), and of these "all", "odd" or "even" ones; copies from 1."""

    pages: str = ""
    only: str = "all"
    copies: int = 1


def page_count(pdf: bytes) -> int:
    """How many pages `pdf` has."""
    with pdfium_alone():
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def chosen(choice: Choice, count: int) -> tuple[int, ...]:
    """The pages from 0 that are to be printed, () where the words name none of them or cannot be read."""
    wanted: list[int] = []
    for part in choice.pages.replace(";", ",").split(",") if choice.pages.strip() else [f"1-{count}"]:
        found = _RANGE.fullmatch(part.strip())
        if found is None:
            return ()
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= count:
            return ()
        wanted += range(first, last + 1)
    keep = {"all": (0, 1), "odd": (1,), "even": (0,)}[choice.only]
    return tuple(page - 1 for page in wanted if page % 2 in keep)


def print_pages(
    pdf: bytes, printer: QPrinter, pages: Sequence[int], progress: Progress = SILENT, *, fits: bool = False
) -> None:
    """Send `pages` (from 0) of `pdf` to `printer`. fits: shrink or grow to what the printer can reach, else true size.

    progress counts pages; cancelling ends the print job with what was drawn thrown away.
    """
    with pdfium_alone():
        document = pypdfium2.PdfDocument(pdf)
    painter, is_whole = QPainter(), False
    try:
        printer.setFullPage(not fits)
        for done, number in enumerate(pages):
            progress.step(done, len(pages), f"trang {number + 1}")
            with pdfium_alone():
                page = document[number]
                size = page.get_size()
            _turn(printer, size)
            if done == 0:
                painter.begin(printer)
            else:
                printer.newPage()
            _draw(painter, printer, page, size, fits=fits)
        progress.step(len(pages), len(pages))
        is_whole = True
    finally:
        if not is_whole:
            printer.abort()
        if painter.isActive():
            painter.end()
        with pdfium_alone():
            document.close()


def _turn(printer: QPrinter, size: tuple[float, float]) -> None:
    """A4 as the page lies."""
    wide = size[0] > size[1]
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF())
    layout.setMode(printer.pageLayout().mode())
    printer.setPageLayout(layout)


def _draw(
    painter: QPainter, printer: QPrinter, page: "pypdfium2.PdfPage", size: tuple[float, float], *, fits: bool
) -> None:
    wide, high = size
    scale = printer.resolution() / POINTS
    shrink = 1.0
    if fits:
        room = printer.pageLayout().paintRectPixels(printer.resolution())
        shrink = min(room.width() / (wide * scale), room.height() / (high * scale))
    band = high / _BANDS
    for at in range(_BANDS):
        crop = (0, high - (at + 1) * band, 0, at * band)  # left, bottom, right, top
        with pdfium_alone():
            bitmap = page.render(scale=scale * shrink, crop=crop, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        painter.drawImage(
            QRectF(0, at * band * scale * shrink, wide * scale * shrink, bitmap.height),
            image,
        )
        bitmap.close()
