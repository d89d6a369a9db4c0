"""What a locked window shows instead of everything: whose copy it is, a field, the way out when it is forgotten. Checks nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.paths import resource_file
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, framed, label, row
from desktop.ui.widgets.secret_fields import secret_field, shower

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDE = 400
_MARK = 40
_TICK_MS = 1_000
_HONEST = (
    "Mật khẩu chỉ khóa cửa sổ này, không mã hóa dữ liệu, nên quên mật khẩu không mất dữ liệu. Người phụ trách máy "
    "đóng cửa sổ này, mở cửa sổ lệnh (Command Prompt) rồi chạy:"
)
_RECORDED = "Chương trình hỏi lại trước khi bỏ mật khẩu, và ghi lại việc này trong dữ liệu."
_WRONG = "Mật khẩu không đúng. Hãy hiện chữ đang gõ để xem bộ gõ (UniKey) có đổi chữ hay không."
_RUNNING = "Việc đang chạy vẫn tiếp tục trong khi khóa."


class LockView(QWidget):
    """office: its name, "" before it is told; command: what removes a forgotten password. tried: the words to be checked."""

    tried = Signal(str)

    def __init__(self, parent: QWidget, office: str, command: str, scale: float = 1.0) -> None:
        super().__init__(parent)
        self.setObjectName("lockView")
        self.setAccessibleName("Cửa sổ đang khóa")
        self.setProperty("role", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._on_tick)
        self.edit = secret_field("lockPassword")
        self.edit.returnPressed.connect(self._try)
        self.edit.textEdited.connect(lambda _: self._take_back())
        self.field = Field("Mật khẩu", self.edit)
        self.open_act = button("Mở khóa", "lockOpen", self._try, role="primary")
        self.forgotten = button("Quên mật khẩu?", "lockForgotten", self._on_forgotten, role="link")
        self.running = label(_RUNNING, "hint", "lockRunning")
        self.running.hide()
        self._way_out = _way_out(command)
        self._build(office, round(_WIDE * scale))

    def _build(self, office: str, wide: int) -> None:
        mark = QLabel()
        mark.setPixmap(
            QIcon(str(resource_file("icons/app.svg"))).pixmap(QSize(_MARK, _MARK), self.devicePixelRatioF())
        )
        name = label(office or "Sổ Kế Hoạch", "heading", "lockOffice", wraps=True)
        head = row(mark, column(name, label("Sổ Kế Hoạch đang khóa", "muted"), space=2), space=12)
        head.setStretch(1, 1)
        acts = row(shower("lockShow", self.edit), None, self.open_act)
        card = framed(
            column(
                head, 8, self.field, acts, 4, row(self.forgotten, None), self._way_out, space=12, margins=24
            ),
            "lockCard",
            "card",
        )
        card.setFixedWidth(wide)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        # Not aligned: then it would be given a size at a guess, not the height of its lines.
        whole.addLayout(row(None, card, None))
        whole.addSpacing(8)
        whole.addLayout(row(None, self.running, None))
        whole.addStretch(3)

    def begin_check(self) -> None:
        """The words are being looked at; nothing more is taken until `refuse` or `wait`."""
        self.open_act.setEnabled(False)

    def refuse(self, words: str = _WRONG) -> None:
        """They do not open the window; another try may be made."""
        self.open_act.setEnabled(True)
        self._say(words)
        self.edit.selectAll()
        self.edit.setFocus()

    def wait(self, seconds: int) -> None:
        """No try is taken for so long."""
        self._left = seconds
        self.open_act.setEnabled(False)
        self._clock.start()
        self._tell_left()

    def tell_running(self, *, is_running: bool) -> None:
        """Whether a job goes on under the lock; what it does is nobody's business."""
        self.running.setVisible(is_running)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Esc empties the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.edit.clear()
            self._take_back()
        else:
            super().keyPressEvent(event)

    def _try(self) -> None:
        if not self.open_act.isEnabled():
            return
        if not self.edit.text():
            self.edit.setFocus()
            return
        self.tried.emit(self.edit.text())

    def _take_back(self) -> None:
        """A word about the try before is out of date once one types anew."""
        if not self._left:
            self._say("")

    def _on_tick(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._tell_left()
            return
        self._clock.stop()
        self.refuse("Hãy thử lại.")

    def _tell_left(self) -> None:
        minutes, seconds = divmod(self._left, 60)
        left = f"{minutes} phút {seconds:02} giây" if minutes else f"{seconds} giây"
        self._say(f"Gõ sai nhiều lần. Thử lại sau {left}.")

    def _say(self, words: str) -> None:
        if self.field.error != words:
            self.field.fail(words)

    def _on_forgotten(self) -> None:
        self._way_out.setVisible(self._way_out.isHidden())


def _way_out(command: str) -> QWidget:
    """What whoever has the machine in charge can do; hidden until it is asked for."""
    words = QLineEdit(command)
    words.setObjectName("lockCommand")
    words.setAccessibleName("Lệnh bỏ mật khẩu")
    words.setReadOnly(True)
    words.setCursorPosition(0)
    made = framed(
        column(
            label(_HONEST, "hint", wraps=True),
            words,
            label(_RECORDED, "hint", wraps=True),
            space=8,
            margins=12,
        ),
        "lockWayOut",
        "note",
    )
    made.hide()
    return made
