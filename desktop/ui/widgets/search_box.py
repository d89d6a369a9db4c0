"""The search on top (Ctrl+K): plans, tasks, units, results, with or without dấu; what is chosen opens at its place.

Only the field is made at the start; the list and the search itself are imported at the first word.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.hub import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QListWidgetItem

    from desktop.ui.widgets.search_found import SearchFound

MOST = 12
RECENT = 6
PAUSE_MS = 40
NARROWEST = 560
_PROMPTS = (
    "Tìm kế hoạch, nhiệm vụ, đơn vị, kết quả…  (Ctrl+K)",
    "Tìm kế hoạch, nhiệm vụ, đơn vị…  (Ctrl+K)",
    "Tìm kế hoạch, nhiệm vụ…  (Ctrl+K)",
    "Tìm mọi thứ  (Ctrl+K)",
    "Tìm mọi thứ",
)
_AROUND = 56
"""Px of the field beside its words: the mark and the edges."""
_RECENT_KEY = "search/recent"
_PAGES = {"plan": "plan", "unit": "units", "report": "reports", "directive": "plans"}


class _Field(QLineEdit):
    """Keys that are for the list go there first. entered: by hand, not by Tab; left: the focus went."""

    entered = Signal()
    left = Signal()

    def __init__(self, on_key: "Callable[[int], bool]") -> None:
        super().__init__()
        self._on_key = on_key
        self.setPlaceholderText(_PROMPTS[0])

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """A key of the list, or a letter."""
        if not self._on_key(event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """As many words as there is room for."""
        super().resizeEvent(event)
        room = self.width() - _AROUND
        fitting = (one for one in _PROMPTS if self.fontMetrics().horizontalAdvance(one) <= room)
        self.setPlaceholderText(next(fitting, _PROMPTS[-1]))

    def focusInEvent(self, event: "QFocusEvent") -> None:
        """By a click or Ctrl+K."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.MouseFocusReason}:
            self.entered.emit()

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        """The list goes too."""
        super().focusOutEvent(event)
        self.left.emit()


class SearchBox(QWidget):
    """A field and the list under it. The list never takes the focus: arrows, Enter and Esc work while one types."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("searchBox")
        self._context = context
        self.field = _Field(self._on_key)
        self.field.setObjectName("search")
        self.field.setAccessibleName("Tìm trong mọi thứ")
        self.field.setClearButtonEnabled(True)
        mark = self.field.addAction(context.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        mark.setText("Tìm")
        self.field.setMaximumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self._found: SearchFound | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.field.textChanged.connect(self._on_text)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self._hide)

    @property
    def found(self) -> "SearchFound":
        """The list, made at its first use."""
        if self._found is None:
            from desktop.ui.widgets.search_found import SearchFound

            self._found = SearchFound(self._context.theme, self.window())
            self._found.list.itemClicked.connect(self._open)
        return self._found

    @property
    def recent(self) -> list[str]:
        """What was sought and opened lately, the newest first."""
        kept = self._context.settings.value(_RECENT_KEY, [])
        return [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []

    def focus(self) -> None:
        """Go to the field with its words selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self) -> None:
        """Show what is found for the words typed."""
        from desktop.services import finding

        self._pause.stop()
        words = self.field.text().strip()
        if words:
            self.found.show_hits(finding.find(self._context.work, words, MOST), words)
            self._show()
        else:
            self._show_recent()

    def _on_entered(self) -> None:
        if not self.field.text():
            self._show_recent()

    def _on_text(self) -> None:
        if self.field.hasFocus():
            self._pause.start()

    def _on_key(self, key: int) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if (
                self._pause.isActive()
            ):  # Enter right after the last letter means what is typed, not what was found before
                self.search()
            self._open(self.found.list.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            if self._found is not None and self._found.isVisible():
                self._hide()
            else:
                self.field.clear()
            return True
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if not self.found.isVisible():
                self.search()
            else:
                self.found.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        return False

    def _show_recent(self) -> None:
        if not self.recent:
            self._hide()
            return
        self.found.show_recent(self.recent)
        self._show()

    def _show(self) -> None:
        window = self.window()
        self.found.fit(max(self.field.width(), NARROWEST))
        corner = self.field.mapTo(window, QPoint(0, self.field.height() + 4))
        corner.setX(max(0, min(corner.x(), window.width() - self.found.width() - 8)))
        self.found.move(corner)
        self.found.show()
        self.found.raise_()

    def _hide(self) -> None:
        self._pause.stop()
        if self._found is not None:
            self._found.hide()

    def _open(self, item: "QListWidgetItem | None") -> None:
        from desktop.services import finding
        from desktop.ui.widgets.search_found import THING

        thing = item.data(THING) if item is not None else None
        if thing is None:
            return
        if isinstance(thing, str):
            self.field.setText(thing)
            self.search()
            return
        self._remember(self.field.text().strip())
        self._hide()
        place = finding.place_of(self._context.work, thing)
        self._context.hub.open_place.emit(Place(_PAGES[place.noun], place.key, place.tab, place.part))

    def _remember(self, words: str) -> None:
        kept = [words, *(one for one in self.recent if one != words)]
        self._context.settings.setValue(_RECENT_KEY, kept[:RECENT])
