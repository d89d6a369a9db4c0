"""Copying, cutting and pasting in the editor, and its tables."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.documents.body import BodyBlock, TaskPlace
from desktop.documents.model import Align, Column, Paragraph, Run, Style, Table, paragraph
from desktop.ui.editor.body_document import Entry
from desktop.ui.editor.editor import BodyEditor
from desktop.ui.editor.labels import Inks
from desktop.ui.editor.menu import context_menu
from desktop.ui.editor.roles import Role

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SECTION = (Entry(Role.LEADS, "leads:1", "Các thôn"), Entry(Role.TASK, "task:1", "rà soát"))
TABLE = Table((Column(("STT",), 1.0, Align.CENTRE), Column(("Tên",), 3.0)), (("1", "a"), ("2", "b")))
LIST = (paragraph(Style.CLAUSE, "Mục đích"), paragraph(Style.POINT, "một"), paragraph(Style.POINT, "hai"))


@pytest.fixture
def editor(qtbot: QtBot) -> BodyEditor:
    made = BodyEditor(Inks(QColor("black"), QColor("blue"), QFont()))
    qtbot.addWidget(made)
    made.show()
    return made


def at(editor: BodyEditor, words: str) -> None:
    found = editor.document().find(words)
    found.setPosition(found.selectionEnd())
    editor.setTextCursor(found)


def blocks(editor: BodyEditor) -> tuple[BodyBlock, ...]:
    return editor.manuscript.read().blocks


def page(html: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(html)
    return data


def test_what_is_copied_has_its_labels_for_others(editor: BodyEditor) -> None:
    editor.show_body(LIST)
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.text() == "1. Mục đích\na) một\nb) hai"
    assert "<p><b>1. </b><b>Mục đích</b></p>" in data.html()


def test_words_from_inside_a_paragraph_are_copied_without_its_label(editor: BodyEditor) -> None:
    editor.show_body((paragraph(Style.CLAUSE, "Mục đích"),))
    at(editor, "Mục ")
    editor.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    assert editor.createMimeDataFromSelection().text() == "đích"


def test_what_is_copied_here_comes_back_as_it_was(editor: BodyEditor) -> None:
    body = (*LIST, TABLE, Paragraph(Style.BODY, (Run("x", italic=True),)))
    editor.show_body(body)
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    editor.show_body(())
    editor.insertFromMimeData(data)
    assert blocks(editor) == body


def test_one_pasted_paragraph_goes_into_the_words_at_the_cursor(editor: BodyEditor) -> None:
    editor.show_body((paragraph(Style.DASH, "một hai"),))
    at(editor, "một ")
    editor.insertFromMimeData(page("<p>- <b>và</b></p>"))
    assert blocks(editor) == (Paragraph(Style.DASH, (Run("một "), Run("và", bold=True), Run("hai"))),)


def test_several_pasted_paragraphs_part_the_words_at_the_cursor(editor: BodyEditor) -> None:
    editor.show_body((paragraph(Style.DASH, "một hai"),))
    at(editor, "một ")
    editor.insertFromMimeData(page("<p>x</p><p>a) y</p>"))
    assert blocks(editor) == (
        paragraph(Style.DASH, "một x"),
        paragraph(Style.POINT, "y"),
        paragraph(Style.DASH, "hai"),
    )


def test_a_pasted_table_stands_between_the_paragraphs(editor: BodyEditor) -> None:
    editor.show_body((paragraph(Style.BODY, "một hai"),))
    at(editor, "một ")
    editor.insertFromMimeData(
        page("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>")
    )
    first, table, last = blocks(editor)
    assert (first, last) == (paragraph(Style.BODY, "một "), paragraph(Style.BODY, "hai"))
    assert isinstance(table, Table)
    assert table.rows == (("a", "b"), ("c", "d"))


def test_what_is_pasted_into_a_task_is_words_of_the_task(editor: BodyEditor) -> None:
    editor.show_body((TaskPlace(),), SECTION)
    at(editor, "rà soát")
    editor.insertFromMimeData(page("<p> hộ nghèo</p><p><b>và cận nghèo</b></p>"))
    assert editor.manuscript.read().section[1].text == "rà soáthộ nghèo và cận nghèo"


def test_nothing_is_pasted_over_the_section_of_tasks(editor: BodyEditor, qtbot: QtBot) -> None:
    editor.show_body((paragraph(Style.BODY, "x"), TaskPlace()), SECTION)
    editor.selectAll()
    with qtbot.waitSignal(editor.refused):
        editor.insertFromMimeData(page("<p>y</p>"))
    assert editor.manuscript.read().section == SECTION


def test_files_are_not_for_the_text(editor: BodyEditor) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("a.docx")])
    assert not editor.canInsertFromMimeData(data)
    assert editor.canInsertFromMimeData(page("<p>a</p>"))


def test_cut_takes_words_away_and_undo_gives_them_back(editor: BodyEditor, qtbot: QtBot) -> None:
    editor.show_body(LIST)
    at(editor, "một")
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(editor, KEY.Key_X, CTRL)
    assert QApplication.clipboard().text() == "a) một"
    assert blocks(editor)[1] == Paragraph(Style.POINT, ())
    qtbot.keyClick(editor, KEY.Key_Z, CTRL)
    assert blocks(editor) == LIST


@pytest.mark.parametrize(
    ("what", "rows"),
    [
        ("row_above", (("", ""), ("1", "a"), ("2", "b"))),
        ("row_below", (("1", "a"), ("", ""), ("2", "b"))),
        ("column", (("1", "", "a"), ("2", "", "b"))),
        ("no_row", (("2", "b"),)),
        ("no_column", (("a",), ("b",))),
    ],
)
def test_rows_and_columns_come_and_go(
    editor: BodyEditor, what: str, rows: tuple[tuple[str, ...], ...]
) -> None:
    editor.show_body((TABLE,))
    at(editor, "1")
    editor.change_table(what)
    (table,) = blocks(editor)
    assert isinstance(table, Table)
    assert table.rows == rows
    assert len(table.columns) == len(rows[0])


def test_a_table_taken_out_leaves_the_paragraphs(editor: BodyEditor) -> None:
    editor.show_body((*LIST, TABLE))
    at(editor, "b")
    editor.textCursor().currentTable()
    editor.go_to_place(3)
    editor.change_table("no_table")
    assert blocks(editor) == LIST


def test_a_new_table_stands_after_the_paragraph_and_takes_words_at_once(
    editor: BodyEditor, qtbot: QtBot
) -> None:
    editor.show_body(LIST)
    at(editor, "một")
    editor.insert_table()
    qtbot.keyClicks(editor, "STT")
    table = blocks(editor)[2]
    assert isinstance(table, Table)
    assert [column.titles for column in table.columns] == [("STT",), (), ()]


def test_the_menu_names_what_can_be_done_with_a_table(editor: BodyEditor) -> None:
    editor.show_body((TABLE,))
    at(editor, "1")
    menu = context_menu(editor)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:3] == ["Cắt", "Sao chép", "Dán"]
    assert "Thêm hàng ở dưới" in names
    menu.close()


COPIES = """
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication
from desktop.documents.model import Style, paragraph
from desktop.ui.editor.editor import BodyEditor
from desktop.ui.editor.labels import Inks

application = QApplication([])
editor = BodyEditor(Inks(QColor("black"), QColor("blue"), QFont()))
editor.show_body((paragraph(Style.BODY, "Câu"),))
editor.selectAll()
editor.copy()
"""


def test_a_program_that_ends_with_words_of_ours_on_the_clipboard_ends_well() -> None:
    assert subprocess.run([sys.executable, "-c", COPIES], timeout=60, check=False).returncode == 0
