"""The sticks that are plugged in, with what lies on each by the names of its files; seen only where there is one. Opens nothing."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services import exchange_history
from desktop.services.exchange_history import Lying
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.sticks import Look, Stick
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.parts import button, framed, label, row

LOOK_MS = 3000
"""How often sticks are looked for, while the strip's page is seen."""


class StickStrip(QWidget):
    """receive_wanted: of the stick at a path. look: tells the sticks."""

    receive_wanted = Signal(object)

    def __init__(self, context: Context, look: Look) -> None:
        super().__init__()
        self.setObjectName("stickStrip")
        self._context, self.look = context, look
        self.found: tuple[Stick, ...] = ()
        self._lying: dict[Path, Lying] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look_again)

    def start(self) -> None:
        """The page is seen: look now and from time to time; what lies on the sticks is counted anew."""
        self._lying = {}
        self.look_again()
        self._timer.start()

    def stop(self) -> None:
        """The page is not seen any more."""
        self._timer.stop()

    def look_again(self) -> None:
        """Show the sticks that are there now."""
        found = tuple(self.look())
        if found != self.found or not self._lying:
            self.found = found
            self._lying = {path: one for path, one in self._lying.items() if path in {s.path for s in found}}
            self._show()
            self._count([one.path for one in found if one.path not in self._lying])

    def _count(self, paths: Sequence[Path]) -> None:
        if paths:
            self._context.jobs.draw(
                "sticks", lambda: {path: exchange_history.lying_in(path) for path in paths}, self._on_counted
            )

    def _on_counted(self, lying: Mapping[Path, Lying]) -> None:
        self._lying.update(lying)
        self._show()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, one in enumerate(self.found):
            self._rows.addWidget(self._line(at, one))
        self.setVisible(bool(self.found))

    def _line(self, at: int, one: Stick) -> QWidget:
        theme = self._context.theme
        icon = label()
        icon.setPixmap(theme.icon("usb", "accent_text").pixmap(theme.sizes.icon))
        name = label(one.name, "caption", f"stickName_{at}")
        lying = self._lying.get(one.path)
        told = ElidedLabel(words_of(lying) if lying is not None else "đang xem…", "", f"stickTold_{at}")
        take = button("Nhận từ USB", f"stickReceive_{at}", lambda: self.receive_wanted.emit(one.path))
        take.setEnabled(lying is None or bool(lying.packages or lying.workbooks))
        take.setAccessibleName(f"Nhận từ {one.name}")
        inside = row(icon, name, told, take, space=12)
        inside.setStretch(2, 1)
        inside.setContentsMargins(12, 6, 8, 6)
        return framed(inside, f"stick_{at}", "note")


def words_of(lying: Lying) -> str:
    """ "12 gói, 3 bảng Excel"."""
    told = ((lying.packages, "gói"), (lying.workbooks, "bảng Excel"))
    words = ", ".join(text.count(count, noun) for count, noun in told if count)
    return (words or "không có gói hay bảng Excel nào") + (" (chưa xem hết)" if lying.is_more else "")
