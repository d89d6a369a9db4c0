"""Fields for what must not be read over a shoulder, and the tick that shows it all the same. Keep nothing."""

from PySide6.QtWidgets import QCheckBox, QLineEdit


def secret_field(name: str) -> QLineEdit:
    """A field that shows dots. Keyboard drivers compose nothing in it, so that what is typed is what is taken."""
    made = QLineEdit()
    made.setObjectName(name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def shower(name: str, *fields: QLineEdit) -> QCheckBox:
    """A tick that shows what is typed in `fields`: UniKey may have made other letters of the keys."""
    made = QCheckBox("Hiện chữ đang gõ")
    made.setObjectName(name)

    def show() -> None:
        for one in fields:
            one.setEchoMode(QLineEdit.EchoMode.Normal if made.isChecked() else QLineEdit.EchoMode.Password)

    made.toggled.connect(lambda _: show())
    return made
