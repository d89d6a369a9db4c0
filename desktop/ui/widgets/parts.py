"""The smallest parts, made one way everywhere: labels that never read markup, buttons with names, boxes with even spaces."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:  # only told of here: PySide makes a class at its first naming
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QBoxLayout, QLayout, QMenu


def label(text: str = "", role: str = "", name: str = "", *, wraps: bool = False) -> QLabel:
    """A label of plain text. role: what the style sheet knows it by ("title", "muted", "caption", "error")."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    if name:
        made.setObjectName(name)
    return made


def button(
    text: str,
    name: str,
    clicked: Callable[[], object] | None = None,
    *,
    role: str = "",
    icon: QIcon | None = None,
    tip: str = "",
    shortcut: str = "",
) -> QPushButton:
    """A push button. name: its objectName; role: "primary", "quiet" or ""; shortcut: shown in the tip as well."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAccessibleName(text or tip)
    if role:
        made.setProperty("role", role)
    if icon is not None:
        made.setIcon(icon)
    _name_keys(made, tip or "", shortcut)
    if clicked is not None:
        made.clicked.connect(_alone(clicked))
    return made


def tool(
    tip: str,
    name: str,
    icon: QIcon,
    clicked: Callable[[], object] | None = None,
    *,
    shortcut: str = "",
    checkable: bool = False,
) -> QToolButton:
    """A button of one icon; its tip is its name for those who do not see it."""
    made = QToolButton()
    made.setObjectName(name)
    made.setAccessibleName(tip)
    made.setIcon(icon)
    made.setCheckable(checkable)
    made.setAutoRaise(True)
    _name_keys(made, tip, shortcut)
    if clicked is not None:
        made.clicked.connect(_alone(clicked))
    return made


def chip(text: str, name: str, toggled: Callable[[bool], object] | None = None) -> QToolButton:
    """A filter that is on or off."""
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setAccessibleName(text)
    made.setProperty("role", "chip")
    made.setCheckable(True)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if toggled is not None:
        made.toggled.connect(toggled)
    return made


def menu_button(menu: "QMenu", name: str, icon: QIcon, tip: str = "Việc khác", text: str = "") -> QToolButton:
    """A button that opens a menu."""
    made = tool(tip, name, icon)
    made.setMenu(menu)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    if text:
        made.setText(text)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return made


def action(
    parent: QWidget, text: str, name: str, triggered: Callable[[], object], shortcut: str = ""
) -> "QAction":
    """A command of a menu, with its key while `parent` or something in it has the focus."""
    from PySide6.QtGui import QAction

    made = QAction(text, parent)
    made.setObjectName(name)
    if shortcut:
        made.setShortcut(QKeySequence(shortcut))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.triggered.connect(_alone(triggered))
    return made


def row(*parts: "QWidget | QLayout | int | None", space: int = 8, margins: int = 0) -> QHBoxLayout:
    """Parts side by side; a number is a space, None takes what is left."""
    return _filled(QHBoxLayout(), parts, space, margins)  # type: ignore[return-value]


def column(*parts: "QWidget | QLayout | int | None", space: int = 8, margins: int = 0) -> QVBoxLayout:
    """Parts one above another; a number is a space, None takes what is left."""
    return _filled(QVBoxLayout(), parts, space, margins)  # type: ignore[return-value]


def framed(layout: "QLayout", name: str = "", role: str = "") -> QWidget:
    """A widget with that layout. role: "card", "panel", "bar" for the style sheet."""
    made = QWidget()
    made.setLayout(layout)
    if name:
        made.setObjectName(name)
    if role:
        made.setProperty("role", role)
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def stretched(widget: QWidget) -> QWidget:
    """The widget, taking all the width it can get."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
    return widget


def lay_dialog(dialog: QWidget, body: "QLayout", foot: "QLayout", name: str) -> None:
    """The body of a dialog above its foot of buttons. name: of the foot."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(framed(body), 1)
    layout.addWidget(framed(foot, name, "foot"))
    press_primary_on_enter(dialog)


def press_primary_on_enter(dialog: QWidget) -> None:
    """Enter presses the primary button, wherever one types: Qt would take the first button there is, since a button that is made the
    default before it stands in its dialog is not."""
    for one in dialog.findChildren(QPushButton):
        is_primary = one.property("role") == "primary"
        one.setAutoDefault(is_primary)
        one.setDefault(is_primary)


def restyle(widget: QWidget, role: str) -> None:
    """Give the widget another role and have the style sheet look at it again."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _filled(
    layout: "QBoxLayout", parts: "tuple[QWidget | QLayout | int | None, ...]", space: int, margins: int
) -> "QBoxLayout":
    layout.setSpacing(space)
    layout.setContentsMargins(margins, margins, margins, margins)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout


def _name_keys(widget: QPushButton | QToolButton, tip: str, shortcut: str) -> None:
    if shortcut:
        widget.setShortcut(QKeySequence(shortcut))
        tip = f"{tip or widget.accessibleName()} ({shortcut})"
    if tip:
        widget.setToolTip(tip)


def _alone(act: Callable[[], object]) -> Callable[..., object]:
    """`act` called without what Qt's signal brings along (whether the button is checked)."""

    def call(*_: object) -> object:
        return act()

    return call
