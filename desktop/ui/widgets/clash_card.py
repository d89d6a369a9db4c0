"""A field that two sides changed: both values with who and when, one of them chosen. Decides nothing by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop.domain.result import Result
from desktop.package_words import field_of, shown, side_value
from desktop.services.arrivals import Clash
from desktop.ui import text
from desktop.ui.widgets.parts import column, framed, label, row

_MOST = 400
"""Characters of a value that are shown: the rest stands in the tip."""


class ClashCard(QWidget):
    """chosen: the version whose value the person wants. at: which of the sides is marked now, the first to begin with."""

    chosen = Signal(object)

    def __init__(self, clash: Clash, at: int = 0) -> None:
        super().__init__()
        self.setObjectName("clashCard")
        self.clash = clash
        group = QButtonGroup(self)
        name = field_of(clash.field, clash.indicator_name)
        about = label(text.elided(clash.about, _MOST), "caption", wraps=True)
        sides = [_Side(clash, name, place) for place in range(len(clash.sides))]
        self.buttons = [one.button for one in sides]
        for place, button in enumerate(self.buttons):
            button.setChecked(place == at)
            group.addButton(button, place)
        group.idClicked.connect(lambda place: self.chosen.emit(clash.sides[place]))
        inside = framed(column(about, label(name, "muted"), *sides, space=6, margins=12), role="card")
        self.setLayout(column(inside, space=0))


class _Side(QWidget):
    """One value. A click anywhere on it chooses it."""

    def __init__(self, clash: Clash, name: str, place: int) -> None:
        super().__init__()
        side = clash.sides[place]
        value, who = shown(side_value(clash, side)), _who(side)
        self.button = QRadioButton()
        self.button.setObjectName(f"clashSide_{place}")
        self.button.setAccessibleName(f"{name}: {value}, {who}")
        words = label(text.elided(value, _MOST), wraps=True)
        words.setToolTip(value)
        told = label(who + (" · đang lấy" if place == 0 else ""), "hint", wraps=True)
        layout = row(self.button, column(words, told, space=0), space=4)
        layout.setStretch(1, 1)
        layout.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words are part of the button."""
        if self.rect().contains(event.position().toPoint()):
            self.button.click()
        super().mouseReleaseEvent(event)


def _who(side: Result) -> str:
    """ "Trường Tiểu học An Thịnh · 26/03/2026 09:15"."""
    when = text.stamp(side.made_at) or text.date(side.reported_on)
    return f"{side.author or 'Không rõ ai ghi'} · {when}"
