"""Asks for a few words: a name, a reason. One field, in a small dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, lay_dialog, row


class AskWords(QDialog):
    """told: called with the words, which are never empty. act: what the button says."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        caption: str,
        told: Callable[[str], object],
        *,
        words: str = "",
        act: str = "Lưu",
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("askWords")
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._told = told
        self.words = QLineEdit(words)
        self.words.setObjectName("askWordsField")
        self.words.selectAll()
        self.field = Field(caption, self.words, hint, is_required=True)
        body = QVBoxLayout()
        body.setContentsMargins(16, 16, 16, 16)
        body.addWidget(self.field)
        self.accept_button = button(act, "askWordsAccept", self._on_accept, role="primary")
        self.accept_button.setDefault(True)
        foot = row(None, button("Hủy", "askWordsCancel", self.reject), self.accept_button, margins=12)
        lay_dialog(self, body, foot, "askWordsFoot")

    def _on_accept(self) -> None:
        words = self.words.text().strip()
        if not words:
            self.field.fail("Hãy ghi mục này.")
            self.words.setFocus()
            return
        self.accept()
        self._told(words)
