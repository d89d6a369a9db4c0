"""The rail at the left: one button a page, icons alone when the window is narrow."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from desktop.ui.widgets.office_mark import OfficeMark


class Rail(QWidget):
    """pages: name, title, icon, in order; the last one stands at the foot; widths: wide and narrow, in pixels. chosen: name of the page."""

    chosen = Signal(str)

    def __init__(
        self, pages: Sequence[tuple[str, str, QIcon]], head: OfficeMark, widths: tuple[int, int]
    ) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}
        self._head, self._widths = head, widths
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(2)
        layout.addWidget(head)
        layout.addSpacing(8)
        for at, (name, title, icon) in enumerate(pages):
            if at == len(pages) - 1:
                layout.addStretch(1)
            layout.addWidget(self._button(at, name, title, icon))
        self.set_narrow(narrow=False)

    def show_chosen(self, name: str) -> None:
        """Mark a page; one that is not on the rail leaves the mark of the last."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def set_count(self, name: str, count: int) -> None:
        """A number beside the title, for what waits there; 0 for none."""
        button = self._buttons[name]
        title = button.property("title")
        button.setText(f"  {title}  ({count})" if count else f"  {title}")
        button.setAccessibleName(button.text().strip())

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons alone, or with their titles."""
        self.setFixedWidth(self._widths[narrow])
        self._head.set_narrow(narrow=narrow)
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for button in self._buttons.values():
            button.setToolButtonStyle(style)

    def _button(self, at: int, name: str, title: str, icon: QIcon) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"rail_{name}")
        button.setProperty("role", "rail")
        button.setProperty("title", title)
        button.setText(f"  {title}")
        button.setAccessibleName(title)
        button.setToolTip(f"{title} (Ctrl+{at + 1})")
        button.setShortcut(QKeySequence(f"Ctrl+{at + 1}"))
        button.setIcon(icon)
        button.setCheckable(True)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(_told(self.chosen.emit, name))
        self._group.addButton(button)
        self._buttons[name] = button
        return button


def _told(tell: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: tell(name)
