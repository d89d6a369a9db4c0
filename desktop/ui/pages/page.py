"""What all pages share: a head, reloading when what they show has changed, going to a place in them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.changes import Noun
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop.ui.widgets.filter_bar import FilterBar


class Page(QWidget):
    """A screen. Subclasses give `name`, `title`, `nouns`, fill `body` in `__init__` and show what there is in `reload`.

    name: as in `hub.Place.page`; nouns: what it shows: it is loaded anew when one of them has changed, at once when it is seen, else
    when it is shown next. help: name of its help text in resources/help.
    """

    name = ""
    title = ""
    help = ""
    nouns = Noun(0)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName(f"{self.name}Page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._is_stale = True
        self.filters: FilterBar | None = None
        self.header = PageHeader(self.title, context.theme.icon("more"))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 0, 16, 12)
        self.body.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self.body, 1)
        context.hub.changed.connect(self._on_changed)

    def add_filters(self, prompt: str, name: str) -> "FilterBar":
        """The row of filters under the head; Ctrl+F goes to its words."""
        from desktop.ui.widgets.filter_bar import FilterBar

        self.filters = FilterBar(prompt, name)
        self.body.addWidget(self.filters)
        return self.filters

    def reload(self) -> None:
        """Show what there is now."""

    def open_at(self, place: Place) -> None:
        """Show that place of the page; called after `reload`."""

    def focus_first(self) -> None:
        """Put the keys where one begins here; the page itself where nothing is better."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self, paths: "list[str]") -> bool:
        """Files dropped on the window while this page is seen; whether the page took them."""
        return False

    def leave(self) -> None:
        """The page is about to be left or the window closed: keep what is being typed."""

    def refresh(self) -> None:
        """Load anew, whether or not something has changed (F5)."""
        self._is_stale = False
        self.reload()

    def make_current(self) -> None:
        """Load what changed while the page was not seen."""
        if self._is_stale:
            self.refresh()

    def showEvent(self, event: "QShowEvent") -> None:
        """Seen again: make current."""
        super().showEvent(event)
        self.make_current()

    def _on_changed(self, nouns: Noun) -> None:
        if not nouns & self.nouns:
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()
