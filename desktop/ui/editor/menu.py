"""The menu of the right button in the editor. Does nothing itself."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.ui.editor.roles import Role, role_of, source_of

if TYPE_CHECKING:
    from desktop.ui.editor.editor import BodyEditor

TABLE_COMMANDS = (
    ("row_above", "Thêm hàng ở trên"),
    ("row_below", "Thêm hàng ở dưới"),
    ("column", "Thêm cột bên phải"),
    ("no_row", "Xóa hàng"),
    ("no_column", "Xóa cột"),
    ("no_table", "Xóa bảng"),
)
"""What `BodyEditor.change_table` knows, with its names."""


def context_menu(editor: "BodyEditor") -> QMenu:
    """What can be done at the cursor; gone when it is closed."""
    menu = QMenu(editor)
    menu.setObjectName("editorMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    cursor, writes = editor.textCursor(), not editor.isReadOnly()
    cut = menu.addAction("Cắt", QKeySequence.StandardKey.Cut, editor.typist.cut)
    copy = menu.addAction("Sao chép", QKeySequence.StandardKey.Copy, editor.copy)
    paste = menu.addAction("Dán", QKeySequence.StandardKey.Paste, editor.paste)
    cut.setEnabled(writes and cursor.hasSelection())
    copy.setEnabled(cursor.hasSelection())
    paste.setEnabled(writes and editor.canPaste())
    if cursor.currentTable() is not None and writes:
        menu.addSeparator()
        add_table_commands(menu, editor)
    if role_of(cursor.block()) is Role.TASK:
        menu.addSeparator()
        key = source_of(cursor.block())
        menu.addAction("Mở trong Nhiệm vụ", lambda: editor.task_wanted.emit(key))
    return menu


def add_table_commands(menu: QMenu, editor: "BodyEditor") -> None:
    """Rows and columns of the table at the cursor."""
    for what, name in TABLE_COMMANDS:
        if what == "no_row":
            menu.addSeparator()
        menu.addAction(name, partial(editor.change_table, what))
