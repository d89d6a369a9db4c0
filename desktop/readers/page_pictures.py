"""Pages of a PDF of our own as pictures. PDFium is not made for several threads: one call at a time, whoever asks, and nothing stays open.

For papers this program made: files of others are read in a process of their own (`worker`).
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2

from desktop.errors import FileDamaged

alone = threading.RLock()
"""Held around every call of PDFium, by whoever calls it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn. pixels: rows of blue, green, red and an unused byte, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page, points. Raises `FileDamaged` for what is no PDF."""
    with _opened(content) as document:
        return tuple(document.get_page_size(at) for at in range(len(document)))


def draw(content: bytes, page: int, scale: float) -> Picture:
    """A page (from 0) with `scale` pixels for a point, on white. Raises `FileDamaged`."""
    with _opened(content) as document:
        opened = document[page]
        bitmap = opened.render(scale=scale, prefer_bgrx=True)
        try:
            return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
            opened.close()


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Opening takes a sixth of a millisecond; kept open it would be closed by whichever thread forgets it."""
    with alone:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise FileDamaged("", str(error)) from error
        try:
            yield document
        finally:
            document.close()
