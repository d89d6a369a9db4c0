"""The beginning of the page for directives: choose or drop a file, or paste words; what went wrong is said here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.parts import button, column, framed, label, row

_WIDE = 640


class DirectiveStart(QWidget):
    """choose_wanted: a file is to be chosen; dropped: path of a file; pasted: words."""

    choose_wanted = Signal()
    dropped = Signal(str)
    pasted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("directiveStart")
        self.setAcceptDrops(True)
        self._problem = label("", "warning", "directiveProblem", wraps=True)
        self._alert = framed(column(self._problem, margins=12), "directiveAlert", "alert")
        wide = round(_WIDE * theme.scale)
        self._alert.setMaximumWidth(wide)
        self._busy = label("", "muted", "directiveBusy")
        self.choose = button(" Chọn tệp…", "chooseDirective", self.choose_wanted.emit, role="primary")
        self.choose.setIcon(theme.icon("folder", "on_accent"))
        self._place = framed(
            column(
                label("Mở văn bản chỉ đạo của cấp trên", "heading"),
                label(
                    "Thả tệp vào đây, hoặc chọn tệp Word, PDF có chữ, trang web, văn bản thường.",
                    "muted",
                    wraps=True,
                ),
                row(self.choose, self._busy, None, space=12),
                space=12,
                margins=24,
            ),
            "directiveDrop",
            "drop",
        )
        self._place.setMaximumWidth(wide)
        self.words = QPlainTextEdit()
        self.words.setObjectName("pastedWords")
        self.words.setAccessibleName("Dán nội dung văn bản")
        self.words.setPlaceholderText("Hoặc dán nội dung văn bản vào đây…")
        self.words.setTabChangesFocus(True)
        self.words.setMaximumSize(wide, round(200 * theme.scale))
        self.read = button(
            "Đọc nội dung đã dán", "readPasted", lambda: self.pasted.emit(self.words.toPlainText())
        )
        self.read.setEnabled(False)
        self.words.textChanged.connect(lambda: self.read.setEnabled(bool(self.words.toPlainText().strip())))
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        for part in (self._alert, self._place, self.words):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
            part.setMinimumWidth(wide)
        layout.addWidget(self.read, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def tell(self, problem: str, busy: str = "") -> None:
        """What went wrong with the last document, or what is being done."""
        self._problem.setText(problem)
        self._alert.setVisible(bool(problem))
        self._busy.setText(busy)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if event.mimeData().hasUrls():
            self._mark_over(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Not here after all."""
        self._mark_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file is read."""
        self._mark_over(over=False)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths[0])

    def _mark_over(self, *, over: bool) -> None:
        self._place.setProperty("over", over)
        self._place.style().unpolish(self._place)
        self._place.style().polish(self._place)
