"""Keys, commands and the clipboard in any order: the section of tasks stays, and what stands there can be kept and shown again."""

import random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QFont, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from desktop.documents.body import BodyBlock, TaskPlace
from desktop.documents.model import Column, Style, Table, paragraph
from desktop.ui.editor import body_document
from desktop.ui.editor.body_document import Entry
from desktop.ui.editor.editor import BodyEditor
from desktop.ui.editor.labels import Inks
from desktop.ui.editor.menu import TABLE_COMMANDS
from desktop.ui.editor.roles import Role, role_of

STEPS = 80
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEYS = [
    *(
        (key, Qt.KeyboardModifier.NoModifier)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    ),
    (Qt.Key.Key_Backtab, SHIFT),
    *(
        (key, CTRL)
        for key in (
            Qt.Key.Key_B,
            Qt.Key.Key_I,
            Qt.Key.Key_Z,
            Qt.Key.Key_Y,
            Qt.Key.Key_X,
            Qt.Key.Key_Backspace,
        )
    ),
    *((key, CTRL | ALT) for key in (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)),
]
PAGES = (
    "<p>p</p>",
    "<p>- p</p><p>1. q</p>",
    "<p>r</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    "<table><tr><td>a</td><td>b</td></tr></table><p>z</p>",
)
BLOCKS: tuple[BodyBlock, ...] = (
    paragraph(Style.SECTION, "Nội dung"),
    paragraph(Style.DASH, "việc một"),
    Table((Column(("STT",), 1.0), Column(("Tên",), 3.0)), (("1", "a"), ("2", "b"))),
    TaskPlace(),
    paragraph(Style.BODY, "Cuối."),
)
SECTION = (
    Entry(Role.LEADS, "leads:1", "Các thôn"),
    Entry(Role.TASK, "task:1", "rà soát hộ nghèo"),
    Entry(Role.LEADS, "leads:2", "Công an xã"),
    Entry(Role.TASK, "task:2", "báo cáo"),
)


def page(html: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(html)
    return data


def move(editor: BodyEditor, chance: random.Random) -> None:
    cursor, last = editor.textCursor(), editor.document().characterCount() - 1
    if chance.random() < 0.5:
        cursor.setPosition(chance.randint(0, last))
    else:
        there = min(last, max(0, cursor.position() + chance.randint(-30, 30)))
        cursor.setPosition(there, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def act(editor: BodyEditor, chance: random.Random, qtbot: QtBot) -> None:
    what = chance.choices(["move", "key", "type", "paste", "table", "copy", "pause"], [6, 9, 4, 1, 1, 1, 1])[
        0
    ]
    if what == "move":
        move(editor, chance)
    elif what == "key":
        qtbot.keyClick(editor, *chance.choice(KEYS))
    elif what == "type":
        qtbot.keyClicks(editor, chance.choice(["a", "- ", "1. ", "b c ", " "]))
    elif what == "paste":
        editor.insertFromMimeData(page(chance.choice(PAGES)))
    elif what == "table":
        editor.change_table(chance.choice(TABLE_COMMANDS)[0])
    elif what == "copy":
        editor.insertFromMimeData(editor.createMimeDataFromSelection())
    else:
        editor.manuscript.settle()


def check(editor: BodyEditor) -> None:
    written, document = editor.manuscript.read(), editor.document()
    assert written.blocks.count(TaskPlace()) == 1
    assert len(editor.manuscript.labels) == document.blockCount()
    block = document.begin()
    while block.isValid():
        assert (role_of(block) in {Role.CELL, Role.HEAD}) == (QTextCursor(block).currentTable() is not None)
        block = block.next()
    again = QTextDocument()
    body_document.write(again, written.blocks, written.section, editor.manuscript.look)
    assert body_document.read(again).blocks == body_document.as_read(written.blocks)


@pytest.mark.parametrize("seed", range(6))
def test_the_text_stays_sound_whatever_is_done_to_it(seed: int, qtbot: QtBot) -> None:
    editor = BodyEditor(Inks(QColor("black"), QColor("blue"), QFont()))
    qtbot.addWidget(editor)
    editor.show()
    editor.show_body(BLOCKS, SECTION)
    chance = random.Random(seed)
    for _ in range(STEPS):
        act(editor, chance, qtbot)
        check(editor)
