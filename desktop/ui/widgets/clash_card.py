"""A field that two sides changed: both values with who and when, one of them chosen. Decides nothing by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop.domain.result import Result
from desktop.package_words import field_of, shown, side_value
from desktop.services.arrivals import Clash
from desktop.ui import text
from desktop.ui.widgets.parts import column, framed, label, row

_BESIDE_MARK = 30
_MOST = 400
"""Characters of a value that are shown: the rest stands in the tip."""


class ClashCard(QWidget):
    """chosen: the version whose value the person wants. at: which of the sides is marked now, the first to begin with."""

    chosen = Signal(object)

    def __init__(self, clash: Clash, at: int = 0) -> None:
        super().__init__()
        self.setObjectName("clashCard")
        self.clash = clash
        self.buttons: list[QRadioButton] = []
        group = QButtonGroup(self)
        name = field_of(clash.field, clash.indicator_name)
        parts: list[QWidget] = [label(clash.about, "caption", wraps=True), label(name, "muted")]
        for place, side in enumerate(clash.sides):
            button = self._button(name, side, place)
            button.setChecked(place == at)
            group.addButton(button, place)
            value = shown(side_value(clash, side))
            words = label(text.elided(value, _MOST), wraps=True)
            words.setToolTip(value)
            words.setBuddy(button)
            beside = column(button, row(_BESIDE_MARK, words, space=0), space=2)
            parts.append(framed(beside))
        group.idClicked.connect(lambda place: self.chosen.emit(clash.sides[place]))
        layout = column(*parts, space=6, margins=12)
        inside = framed(layout, role="card")
        self.setLayout(column(inside, space=0))

    def _button(self, name: str, side: Result, place: int) -> QRadioButton:
        words = _who(side) + ("  (đang lấy)" if place == 0 else "")
        made = QRadioButton(words)
        made.setObjectName(f"clashSide_{place}")
        made.setAccessibleName(f"{name}: {shown(side_value(self.clash, side))}, {words}")
        self.buttons.append(made)
        return made


def _who(side: Result) -> str:
    """ "Trường Tiểu học An Thịnh · 26/03/2026 09:15"."""
    when = text.stamp(side.made_at) or text.date(side.reported_on)
    return f"{side.author or 'Không rõ ai ghi'} · {when}"
