"""Ways to see the same, one of them chosen: buttons that stand together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget


class Segments(QWidget):
    """chosen: the key of the way that the person chose. ways: key, words, icon; the first is chosen to begin with."""

    chosen = Signal(str)

    def __init__(self, name: str, ways: Sequence[tuple[str, str, QIcon]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _, _ in ways]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for at, (key, words, icon) in enumerate(ways):
            one = QToolButton()
            one.setObjectName(f"{name}_{key}")
            one.setText(words)
            one.setAccessibleName(words)
            one.setIcon(icon)
            one.setCheckable(True)
            one.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            one.setProperty("role", "segment")
            one.setProperty("place", {0: "first", len(ways) - 1: "last"}.get(at, ""))
            self._group.addButton(one, at)
            layout.addWidget(one)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda at: self.chosen.emit(self._keys[at]))

    @property
    def key(self) -> str:
        """The way that is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose a way without telling it; one that there is not changes nothing."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)
