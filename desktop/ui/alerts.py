"""Expected errors and defects as the person sees them: a word at the foot of the window, or one quiet dialog. Never two at once."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.errors import AppError, DataError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Alerts(QObject):
    """Dialogs of one window. They are opened, never executed, so that nothing stands still behind them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: QMessageBox | None = None

    def error(self, error: AppError) -> None:
        """What happened and what to do."""
        from desktop.sentences import sentence

        self._show(sentence(error), is_grave=isinstance(error, DataError))

    def defect(self, report: Path) -> None:
        """Something went wrong that is our fault; the report holds no words of the office's work."""
        self._show(
            "Chương trình gặp lỗi ngoài dự tính. Việc vừa làm có thể chưa được ghi; dữ liệu trước đó vẫn còn nguyên.\n\n"
            f"Báo cáo lỗi đã lưu ở:\n{report}\n\nHãy gửi tệp này cho người hỗ trợ.",
            is_grave=True,
        )

    def close(self) -> None:
        """Take down what is shown."""
        if self._open is not None:
            self._open.close()

    def _show(self, words: str, *, is_grave: bool) -> None:
        if self._open is not None:
            return
        from PySide6.QtWidgets import QMessageBox

        icon = QMessageBox.Icon.Critical if is_grave else QMessageBox.Icon.Warning
        box = QMessageBox(icon, "Sổ Kế Hoạch", words, QMessageBox.StandardButton.Close, self._window)
        box.setObjectName("alert")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.button(QMessageBox.StandardButton.Close).setText("Đóng")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_closed)
        self._open = box
        box.open()

    def _on_closed(self) -> None:
        self._open = None
