"""A paper as pages to look at: set in memory, drawn page by page. Made for the background; asks the workspace nothing, writes no file."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.documents.model import Document

if TYPE_CHECKING:
    from desktop.readers.page_pictures import Picture


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block of the paper stands on a page. page: from 0; top, bottom: points from the upper edge."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages to look at. sizes: width and height of each, points; spots: of each block of the document, none for a kept file."""

    content: bytes
    sizes: tuple[tuple[float, float], ...]
    spots: tuple[tuple[Spot, ...], ...] = ()

    def draw(self, page: int, scale: float) -> "Picture":
        """One page with `scale` pixels for a point."""
        from desktop.readers import page_pictures

        return page_pictures.draw(self.content, page, scale)


def pdfium_alone() -> AbstractContextManager[object]:
    """To be held around calls of PDFium elsewhere: it is not made for several threads, and pages may be drawn beside any of them."""
    from desktop.readers import page_pictures

    return page_pictures.alone


def of_document(document: Document) -> Paper:
    """The paper as it prints, byte for byte."""
    from desktop.writers import pdf

    made = pdf.render(document)
    spots = tuple(tuple(Spot(one.page, one.top, one.bottom) for one in some) for some in made.places)
    return Paper(made.content, _sizes(made.content), spots)


def of_file(content: bytes) -> Paper:
    """The pages of a PDF kept. Raises `FileDamaged`."""
    return Paper(content, _sizes(content))


def _sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    from desktop.readers import page_pictures

    return page_pictures.page_sizes(content)
