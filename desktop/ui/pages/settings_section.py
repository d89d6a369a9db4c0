"""What all sections of Cài đặt share: a heading, a sentence on what it is for, room that scrolls. Not a page of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.services.changes import Noun
from desktop.ui.context import Context
from desktop.ui.widgets.parts import column, label, row

_BESIDE_MARK = 14
"""Px before and behind the mark of a radio button, up to its words."""


class Section(QWidget):
    """Subclasses give `name` (`hub.Place.tab`), `title`, `icon`, `lead` (the sentence), `help` (of resources/help), fill `body`, and show
    what is kept in `reload`."""

    name = ""
    title = ""
    icon = ""
    lead = ""
    help = "cai-dat"
    nouns = Noun.OFFICE
    scrolls = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName(f"settings_{self.name}")
        sizes = context.theme.sizes
        self.body = QVBoxLayout()
        self.body.setSpacing(sizes.l)
        inside = QVBoxLayout()
        inside.setContentsMargins(sizes.xl, sizes.s, sizes.l, sizes.l)
        inside.setSpacing(sizes.xs)
        inside.addWidget(label(self.title, "heading"))
        if self.lead:
            inside.addWidget(label(self.lead, "muted", wraps=True))
        inside.addSpacing(sizes.m)
        inside.addLayout(self.body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside) if self.scrolls else _plain(inside))

    def reload(self) -> None:
        """Show what is kept."""

    def leave(self) -> None:
        """Keep what is being typed."""


def explained(choice: QWidget, hint: str, tick: int) -> QVBoxLayout:
    """A choice with what it means under it, beside the words and not under the mark, which is `tick` px wide."""
    choice.ensurePolished()
    choice.setMinimumHeight(choice.sizeHint().height())
    return column(choice, row(tick + _BESIDE_MARK, label(hint, "hint"), None, space=0), space=2)


def _plain(layout: QVBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder


def scrolled(layout: QVBoxLayout) -> QScrollArea:
    """Fields that may be more than there is room for."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(_plain(layout))
    return scroll
