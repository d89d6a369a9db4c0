"""A passphrase typed to open what came in encrypted. Keeps nothing."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, framed, label, row
from desktop.ui.widgets.secret_fields import secret_field, shower


class UnlockField(QWidget):
    """opened: the phrase, and whether to remember it. why: what is said above."""

    opened = Signal(str, bool)

    def __init__(self, why: str) -> None:
        super().__init__()
        self.setObjectName("unlockField")
        self.phrase = secret_field("unlockPhrase")
        self.phrase.installEventFilter(self)
        self.keep_box = QCheckBox("Nhớ cụm từ này đến khi thoát chương trình")
        self.keep_box.setObjectName("unlockKeep")
        self.open = button("Mở", "unlockOpen", self._on_open)
        typed = row(self.phrase, self.open)
        typed.setStretch(0, 1)
        field = Field("Cụm từ khóa", framed(typed))
        self.phrase.setAccessibleName("Cụm từ khóa")
        inside = column(
            label(why, wraps=True),
            field,
            shower("unlockShow", self.phrase),
            self.keep_box,
            space=8,
            margins=12,
        )
        self.setLayout(column(framed(inside, role="note"), space=0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens; it must not press the button of the dialog around it."""
        if (
            watched is self.phrase
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self._on_open()
            return True
        return super().eventFilter(watched, event)

    def _on_open(self) -> None:
        words = " ".join(self.phrase.text().split())
        if words:
            self.opened.emit(words, self.keep_box.isChecked())
