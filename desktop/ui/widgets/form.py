"""Fields of a form: label above, help under it in muted text, errors in words under the field, never in a box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.parts import label


class Field(QWidget):
    """A labelled field. editor: the widget typed into; is_required is marked beside the label."""

    def __init__(self, title: str, editor: QWidget, hint: str = "", *, is_required: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        caption = label(f"{title} *" if is_required else title, "caption")
        caption.setBuddy(editor)
        editor.setAccessibleName(title)
        self._below = label(hint, "hint", wraps=True)
        self._below.setVisible(bool(hint))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(caption)
        layout.addWidget(editor)
        layout.addWidget(self._below)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    @property
    def error(self) -> str:
        """The words under the field while something is wrong with it, else ""."""
        return self._below.text() if self._below.property("role") == "error" else ""

    def fail(self, words: str) -> None:
        """Say what is wrong; "" takes it back."""
        self._below.setProperty("role", "error" if words else "hint")
        self._below.setText(words or self._hint)
        self._below.setVisible(bool(words or self._hint))
        self._below.style().unpolish(self._below)
        self._below.style().polish(self._below)

    def explain(self, words: str, *, wrong: bool = False) -> None:
        """Other words of help under the field; wrong: as a word of doubt."""
        self._hint = words
        self.fail(words if wrong else "")
