"""A short word at the foot of the window, with "Hoàn tác" for ten seconds where the change can be taken back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.hub import Notice
from desktop.ui.widgets.parts import button, label, row

SHORT_MS, LONG_MS = 5_000, 10_000


class Toast(QFrame):
    """Stands over the lower edge of `over`, which it never takes the focus from. undone: "Hoàn tác" was pressed."""

    undone = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = label(name="toastText")
        self._undo = button("Hoàn tác", "toastUndo", self._on_undo, role="link")
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = row(self._words, self._undo, space=16)
        inside.setContentsMargins(16, 8, 12, 8)
        self.setLayout(inside)
        self._over = over
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, notice: Notice) -> None:
        """Show it, in place of what was there."""
        self._words.setText(notice.text)
        self._undo.setVisible(notice.can_undo)
        self.setAccessibleName(notice.text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(LONG_MS if notice.can_undo or notice.is_warning else SHORT_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the lower edge when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _on_undo(self) -> None:
        self.hide()
        self.undone.emit()

    def _place(self) -> None:
        over = self._over
        self._words.setMaximumWidth(max(200, over.width() - 260))
        self.adjustSize()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - 40)
