"""Where the pages of a paper lie in a window: one under another, or two side by side when it is wide. Paints nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

GAP = 16
"""Between pages and round them, px."""
TWO_FROM = 0.95
"""Pixels for a point from which on two pages stand side by side."""
LARGEST = 1.8
"""Pixels for a point above which pages do not grow with the window."""
_A4 = 595.0


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """places: of each page, px; scale: pixels for a point; width, height: of all of it."""

    places: tuple[QRectF, ...]
    scale: float
    width: float
    height: float

    def at(self, height: float) -> tuple[int, float]:
        """(page, share of it) that lies at that height; negative in the room over a page."""
        for page, place in enumerate(self.places):
            if place.bottom() > height:
                return page, (height - place.top()) / place.height()
        return max(0, len(self.places) - 1), 0.0

    def height_of(self, page: int, share: float) -> int:
        """The height at which that share of a page lies, the last page for one that is not there; the room over it for its top."""
        if not self.places:
            return 0
        place = self.places[max(0, min(page, len(self.places) - 1))]
        return round(place.top() + share * place.height() if share else place.top() - GAP)

    def strip(self, page: int, top: float, bottom: float) -> QRectF:
        """A part of a page over its whole width; top, bottom: points."""
        place = self.places[page]
        return QRectF(
            place.left(), place.top() + top * self.scale, place.width(), (bottom - top) * self.scale
        )


def lay_out(sizes: Sequence[tuple[float, float]], room: int, zoom: float) -> PagePlaces:
    """Pages fitted to `room` px, `zoom` times that. sizes: width and height of each, points."""
    widest = max((width for width, _ in sizes), default=_A4)
    is_wide = len(sizes) > 1 and zoom <= 1 and room - 3 * GAP >= 2 * widest * TWO_FROM
    columns = 2 if is_wide else 1
    scale = max(0.1, min(LARGEST, (room - (columns + 1) * GAP) / (columns * widest))) * zoom
    inner = columns * widest * scale + (columns - 1) * GAP
    whole = max(float(room), inner + 2 * GAP)
    places, top = [], float(GAP)
    for first in range(0, len(sizes), columns):
        row = sizes[first : first + columns]
        for at, (width, height) in enumerate(row):
            spare = (widest - width) * scale / 2  # a narrower page stands in the middle of its room
            left = (whole - inner) / 2 + at * (widest * scale + GAP) + spare
            places.append(QRectF(left, top, width * scale, height * scale))
        top += max(height for _, height in row) * scale + GAP
    return PagePlaces(tuple(places), scale, whole, top)
