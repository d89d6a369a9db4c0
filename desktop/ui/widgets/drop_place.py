"""The place where a file is let go or chosen, with a word on what is taken, and on what went wrong with the last one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.parts import button, column, framed, label, row

_WIDE = 640
_MARGIN = 12


class DropPlace(QWidget):
    """dropped: paths of files let go here; choose_wanted, blank_wanted: the buttons."""

    dropped = Signal(list)
    choose_wanted = Signal()
    blank_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("dropPlace")
        self._wrong = label("", "warning", "dropProblem", wraps=True)
        self._alert = framed(column(self._wrong, margins=_MARGIN), "dropAlert", "alert")
        self._alert.setFixedWidth(_WIDE)
        self._alert.hide()
        self._field = framed(self._content(theme), "dropField", "drop")
        self._field.setFixedSize(_WIDE, 330)
        self._field.setAcceptDrops(False)
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(2)
        for part in (self._alert, self._field):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _content(self, theme: Theme) -> QVBoxLayout:
        drawing = QLabel()
        drawing.setPixmap(theme.drawing("units", ratio=self.devicePixelRatioF()))
        drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = label("Thả tệp danh sách đơn vị vào đây", "heading")
        kinds = label(
            "Tệp Excel (.xlsx, .xls), LibreOffice (.ods) hoặc .csv đang dùng, kể cả phông chữ cũ TCVN3, VNI. "
            "Chương trình tự tìm trang tính và các cột; chưa ghi gì cho tới khi anh chị xem và bấm Nhập.",
            "muted",
            wraps=True,
        )
        for one in (words, kinds):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        choose = button("Chọn tệp…", "chooseList", self.choose_wanted.emit, role="primary")
        blank = button(
            "Chưa có danh sách? Lưu tệp mẫu Excel để điền", "blankList", self.blank_wanted.emit, role="link"
        )
        content = column(
            None, drawing, words, kinds, row(None, choose, None), row(None, blank, None), None, space=12
        )
        content.setContentsMargins(48, 16, 48, 16)
        return content

    def tell(self, problem: str) -> None:
        """Say what went wrong; "" takes it back."""
        self._wrong.setText(problem)
        self._alert.setVisible(bool(problem))
        inner = _WIDE - 2 * _MARGIN
        self._alert.setMinimumHeight(self._wrong.heightForWidth(inner) + 2 * _MARGIN)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._show_over(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._show_over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let go."""
        self._show_over(is_over=False)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _show_over(self, *, is_over: bool) -> None:
        self._field.setProperty("over", "true" if is_over else "false")
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)
