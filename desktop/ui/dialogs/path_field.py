"""A field for the path of a file, with a button that asks for it."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import ask_files
from desktop.ui.widgets.parts import button, row


class PathField(QWidget):
    """name: objectName of the field; kind: "Hình PNG (*.png)"."""

    def __init__(self, context: Context, name: str, title: str, kind: str) -> None:
        super().__init__()
        self._context, self._title, self._kind = context, title, kind
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(title)
        self.browse = button("Chọn…", f"{name}Browse", self._ask)
        self.browse.setAccessibleName(f"Chọn {title.lower()}")
        layout = row(self.edit, self.browse)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.edit)

    @property
    def path(self) -> Path | None:
        """The path told, None for none."""
        words = self.edit.text().strip().strip('"')
        return Path(words) if words else None

    def set_path(self, path: Path) -> None:
        """Show this path."""
        self.edit.setText(str(path))

    def _ask(self) -> None:
        ask_files(
            self._context, self.window(), self._title, self._kind, lambda paths: self.set_path(paths[0])
        )
