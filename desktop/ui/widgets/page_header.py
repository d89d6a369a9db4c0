"""The head of a page: title left, the window's search in the middle, one primary button right, the rest under "⋯"."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.parts import label, menu_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QToolButton

_NO_LIMIT = 16_777_215
"""Qt's QWIDGETSIZE_MAX, which PySide does not name."""
_SHARES = {False: ((0, 2, 3), (3, 4, 1)), True: ((0, 2, 3), (6, 3, 0))}
"""What title, search and the room right of it get of the row: beside a number and a day a title has the more of it."""


class PageHeader(QWidget):
    """One row. The window lends its search to the head of the page that is seen (`host`); `add` puts widgets right of it."""

    def __init__(self, title: str, more: QIcon) -> None:
        super().__init__()
        self.setObjectName("pageHeader")
        self.title = ElidedLabel(title, "title", "pageTitle")
        self.title.setMinimumWidth(160)
        self.subtitle = label("", "muted", "pageSubtitle")
        self.subtitle.hide()
        self._more_icon = more
        self._menu: QMenu | None = None
        self._more: QToolButton | None = None
        self._slot = QHBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 8, 16, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self.title, 3)
        self._row.addWidget(self.subtitle)
        self._row.addLayout(self._slot, 4)
        self._row.addStretch(1)

    @property
    def menu(self) -> "QMenu":
        """What "⋯" opens, made for the pages that have it."""
        if self._menu is None:
            from PySide6.QtWidgets import QMenu

            self._menu = QMenu(self)
            self._more = menu_button(self._menu, "pageMore", self._more_icon)
            self._more.hide()
            self._row.addWidget(self._more)
        return self._menu

    def say(self, title: str, subtitle: str = "") -> None:
        """Another title."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        whole = self.title.sizeHint().width() + 2
        self.title.setMaximumWidth(whole if subtitle else _NO_LIMIT)
        for part, share in zip(*_SHARES[bool(subtitle)], strict=True):
            self._row.setStretch(part, share)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right, before "⋯"; the primary button comes last."""
        self._row.insertWidget(self._row.count() - (self._more is not None), widget)

    def host(self, search: QWidget) -> None:
        """Take the window's search in."""
        self._slot.addWidget(search)

    def show_menu(self) -> "QToolButton":
        """Show "⋯", once `menu` holds something."""
        self.menu  # noqa: B018 - made now where nobody asked for it yet
        assert self._more is not None
        self._more.show()
        return self._more
