"""The real pages of a paper, on a sunken ground. Pages are drawn beside the window, those that are seen alone, and kept while new ones
are made: what stands there is never blank while one types. Makes no paper itself.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from desktop.services.preview import Paper, Spot
from desktop.ui.jobs import Jobs
from desktop.ui.theme import Colours
from desktop.ui.widgets.page_places import lay_out

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Times the size that fits the window."""
_KEPT = 14
"""Pictures of pages kept: about 3 MB each."""
_AHEAD = 200
"""Px above and below the window within which pages are drawn too."""
_BAR = 3
_MAKING = "Đang dựng trang in…"
_FROM_TEXT = 9


@dataclass(slots=True)
class _Drawn:
    """A page as it was drawn. version: of the paper it is of."""

    image: QImage
    version: int
    scale: float


class PaperView(QAbstractScrollArea):
    """Shows one `paper`. page_changed: the page seen or their number is another; picked: page (from 0) and height of a click, points."""

    page_changed = Signal()
    picked = Signal(int, float)

    def __init__(self, jobs: Jobs, colours: Colours, name: str = "paperView") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("Trang in")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(48)
        self._jobs, self._colours, self._name = jobs, colours, name
        self.paper: Paper | None = None
        self._pages = lay_out((), 0, 1.0)
        self._drawn: dict[int, _Drawn] = {}
        self._asked: dict[int, tuple[int, float]] = {}
        self._version = 0
        self._mark, self._zoom = -1, 1.0
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # ---- what is shown ----

    def show_paper(self, paper: Paper | None) -> None:
        """Show these pages; the page that is seen stays, its picture until the new one is there."""
        top = self._pages.at(self.verticalScrollBar().value())
        if paper is None or self.paper is None:
            self._drawn.clear()
        self.paper = paper
        self._version += 1
        self._lay_out()
        self._go(*top)
        self._draw_seen()
        self.page_changed.emit()

    def mark(self, block: int, *, follow: bool = False) -> None:
        """Mark where that block of the document stands, -1: none. follow: bring it into sight."""
        self._mark = block
        spots = self._spots()
        if follow and spots and not any(self._seen().intersects(self._place_of(spot)) for spot in spots):
            place = self._place_of(spots[0])
            self.verticalScrollBar().setValue(int(place.top() - self.viewport().height() / 3))
        self.viewport().update()

    def block_at(self, page: int, height: float) -> int:
        """Index of the block that stands nearest under a place of a page; -1 where none does."""
        best, nearest = -1, float("inf")
        for block, spots in enumerate(self.paper.spots if self.paper else ()):
            for spot in spots:
                away = max(spot.top - height, height - spot.bottom, 0.0)
                if spot.page == page and away < nearest:
                    best, nearest = block, away
        return best

    @property
    def page(self) -> int:
        """The page in the middle of the window, from 0."""
        return self._pages.at(self.verticalScrollBar().value() + self.viewport().height() / 3)[0]

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages.places)

    @property
    def is_waiting(self) -> bool:
        """Whether a page that is seen is still being drawn."""
        return bool(self._asked)

    def go_to_page(self, page: int) -> None:
        """Bring a page (from 0) to the top."""
        self._go(page, 0.0)

    def zoom(self, times: float) -> None:
        """Times the size that fits the window."""
        top = self._pages.at(self.verticalScrollBar().value())
        self._zoom = max(ZOOMS[0], min(ZOOMS[-1], times))
        self._lay_out()
        self._go(*top)
        self._draw_seen()

    def zoom_step(self, steps: int) -> None:
        """Larger (1) or smaller (-1)."""
        at = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self._zoom))
        self.zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, at + steps))])

    # ---- where pages lie ----

    def _lay_out(self) -> None:
        self._pages = lay_out(self.paper.sizes if self.paper else (), self.viewport().width(), self._zoom)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(self.viewport().height())
        down.setRange(0, max(0, int(self._pages.height) - self.viewport().height()))
        across.setPageStep(self.viewport().width())
        across.setRange(0, max(0, int(self._pages.width) - self.viewport().width()))

    def _go(self, page: int, share: float) -> None:
        self.verticalScrollBar().setValue(self._pages.height_of(page, share))
        self.viewport().update()

    def _seen(self) -> QRectF:
        view = self.viewport()
        return QRectF(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value(), view.width(), view.height()
        )

    def _spots(self) -> tuple[Spot, ...]:
        known = self.paper.spots if self.paper else ()
        return known[self._mark] if 0 <= self._mark < len(known) else ()

    def _place_of(self, spot: Spot) -> QRectF:
        return self._pages.strip(spot.page, spot.top, spot.bottom)

    # ---- drawing ----

    def _draw_seen(self) -> None:
        """Ask for the pictures of pages that are seen and not drawn yet."""
        paper = self.paper
        if paper is None or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        wanted, near = (self._version, self._pages.scale), self._seen().adjusted(0, -_AHEAD, 0, _AHEAD)
        for page, place in enumerate(self._pages.places):
            known = self._drawn.get(page)
            is_there = known is not None and (known.version, known.scale) == wanted
            if is_there or self._asked.get(page) == wanted or not place.intersects(near):
                continue
            self._asked[page] = wanted
            work = partial(_picture, paper, page, self._pages.scale * ratio, ratio, self._colours.paper)
            self._jobs.draw(f"{self._name}:{page}", work, partial(self._take, page, wanted))

    def _take(self, page: int, wanted: tuple[int, float], image: QImage) -> None:
        self._asked.pop(page, None)
        if wanted == (self._version, self._pages.scale):
            self._drawn.pop(page, None)
            self._drawn[page] = _Drawn(image, *wanted)
            for old in list(self._drawn)[:-_KEPT]:
                del self._drawn[old]
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pages with a thin edge, what is drawn of them, the mark."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._colours.sunken))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self._seen()
        if self.paper is None:
            painter.setPen(QColor(self._colours.text_muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, _MAKING)
        painter.translate(-seen.topLeft())
        for page, place in enumerate(self._pages.places):
            if place.intersects(seen):
                self._paint_page(painter, page, place)
        for spot in self._spots():
            self._paint_mark(painter, self._place_of(spot))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, place: QRectF) -> None:
        for step in (3, 2, 1):
            painter.fillRect(
                place.adjusted(-step, -step + 1, step, step + 1), QColor(self._colours.paper_shadow)
            )
        drawn = self._drawn.get(page)
        if drawn is None:
            painter.fillRect(place, QColor(self._colours.paper))
        else:
            painter.drawImage(place, drawn.image)
        painter.setPen(QColor(self._colours.paper_edge))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        """A bar beside the text and a breath of colour on it."""
        left = place.left() + 85 * self._pages.scale - _FROM_TEXT
        soft = QColor(self._colours.accent)
        soft.setAlpha(18)
        right = place.right() - 57 * self._pages.scale + _FROM_TEXT
        painter.fillRect(QRectF(left, place.top(), right - left, place.height()), soft)
        painter.fillRect(QRectF(left - _BAR, place.top(), _BAR, place.height()), QColor(self._colours.accent))

    # ---- events ----

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self._draw_seen()
        self.page_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages fit the width."""
        super().resizeEvent(event)
        self.zoom(self._zoom)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen at last: draw what is seen."""
        super().showEvent(event)
        self.zoom(self._zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages up and down; Ctrl with plus, minus, 0 as in every program that shows pages."""
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in steps:
            self.zoom_step(steps[Qt.Key(event.key())])
        elif control and event.key() == Qt.Key.Key_0:
            self.zoom(1.0)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to_page(0 if event.key() == Qt.Key.Key_Home else len(self._pages.places) - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the button to be let go."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click tells its place on the page."""
        at = event.position() + self._seen().topLeft()
        for page, place in enumerate(self._pages.places):
            if place.contains(at):
                self.picked.emit(page, (at.y() - place.top()) / self._pages.scale)
        event.accept()


def _picture(paper: Paper, page: int, scale: float, ratio: float, ground: str) -> QImage:
    """A page as Qt shows it, on the ground of the theme."""
    drawn = paper.draw(page, scale)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
    if QColor(ground) != QColor("#FFFFFF"):
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(image.rect(), QColor(ground))
        painter.end()
    image.setDevicePixelRatio(ratio)
    return image
