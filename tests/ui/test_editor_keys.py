"""Typing into the editor: ranks, paragraphs, labels, tables, and what the program keeps as it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QInputMethodEvent, QTextCursor
from pytestqt.qtbot import QtBot

from desktop.documents.body import BodyBlock, TaskPlace
from desktop.documents.model import Column, Paragraph, Run, Style, Table, paragraph
from desktop.ui.editor.body_document import Entry
from desktop.ui.editor.editor import BodyEditor
from desktop.ui.editor.labels import Inks
from desktop.ui.editor.roles import Role

KEY = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
SECTION = (
    Entry(Role.LEADS, "leads:1", "Các thôn"),
    Entry(Role.TASK, "task:1", "rà soát hộ nghèo"),
    Entry(Role.TASK, "task:2", "báo cáo kết quả"),
)
TABLE = Table((Column(("STT",), 1.0), Column(("Tên",), 3.0)), (("1", "a"), ("2", "b")))
PLAN: tuple[BodyBlock, ...] = (
    paragraph(Style.SECTION, "Nội dung"),
    paragraph(Style.DASH, "việc một"),
    TaskPlace(),
    paragraph(Style.BODY, "Cuối."),
)


@pytest.fixture
def editor(qtbot: QtBot) -> BodyEditor:
    made = BodyEditor(Inks(QColor("black"), QColor("blue"), QFont()))
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def show(editor: BodyEditor, *blocks: BodyBlock, section: tuple[Entry, ...] = SECTION) -> BodyEditor:
    editor.show_body(blocks, section)
    return editor


def at(editor: BodyEditor, words: str, *, start: bool = False) -> None:
    """The cursor after (before) these words."""
    found = editor.document().find(words)
    assert not found.isNull(), words
    found.setPosition(found.selectionStart() if start else found.selectionEnd())
    editor.setTextCursor(found)


def blocks(editor: BodyEditor) -> tuple[BodyBlock, ...]:
    return editor.manuscript.read().blocks


def said(editor: BodyEditor) -> list[tuple[Style, str]]:
    return [(block.style, block.text) for block in blocks(editor) if isinstance(block, Paragraph)]


def tasks(editor: BodyEditor) -> list[tuple[str, str]]:
    return [(entry.key, entry.text) for entry in editor.manuscript.read().section if entry.role is Role.TASK]


def test_an_empty_text_takes_words_as_running_text(editor: BodyEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(show(editor), "Uy ban")
    assert blocks(editor) == (paragraph(Style.BODY, "Uy ban"),)


def test_enter_goes_on_with_the_list(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, *PLAN), "việc một")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.keyClicks(editor, "viec hai")
    assert said(editor)[1:3] == [(Style.DASH, "việc một"), (Style.DASH, "viec hai")]


def test_under_a_heading_enter_begins_running_text(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, *PLAN), "Nội dung")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.keyClicks(editor, "x")
    assert said(editor)[1] == (Style.BODY, "x")


def test_enter_on_an_empty_line_of_a_list_steps_out(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, *PLAN), "việc một")
    for _ in range(2):
        qtbot.keyClick(editor, KEY.Key_Return)
    assert said(editor)[1:3] == [(Style.DASH, "việc một"), (Style.BODY, "")]


def test_enter_before_words_pushes_them_down_with_their_rank(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, Paragraph(Style.CLAUSE, (Run("Mục đích"),), "report_order"))
    at(editor, "Mục đích", start=True)
    qtbot.keyClick(editor, KEY.Key_Return)
    assert blocks(editor) == (
        Paragraph(Style.BODY, ()),
        Paragraph(Style.CLAUSE, (Run("Mục đích"),), "report_order"),
    )


def test_enter_in_the_middle_parts_the_words(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, *PLAN), "việc ")
    qtbot.keyClick(editor, KEY.Key_Return)
    assert said(editor)[1:3] == [(Style.DASH, "việc "), (Style.DASH, "một")]


def test_tab_and_shift_tab_change_the_rank_of_all_that_is_selected(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.CLAUSE, "một"), paragraph(Style.POINT, "hai"))
    editor.selectAll()
    qtbot.keyClick(editor, KEY.Key_Tab)
    assert said(editor) == [(Style.POINT, "một"), (Style.DASH, "hai")]
    qtbot.keyClick(editor, KEY.Key_Backtab, SHIFT)
    assert said(editor) == [(Style.CLAUSE, "một"), (Style.POINT, "hai")]


def test_a_point_goes_out_to_the_kind_of_number_it_stands_under(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.NUMBERED, "một"), paragraph(Style.POINT, "hai"))
    at(editor, "hai")
    qtbot.keyClick(editor, KEY.Key_Backtab, SHIFT)
    assert said(editor)[1] == (Style.NUMBERED, "hai")


@pytest.mark.parametrize(
    ("typed", "style"),
    [
        ("- ", Style.DASH),
        ("+ ", Style.PLUS),
        ("1. ", Style.NUMBERED),
        ("a) ", Style.POINT),
        ("II. ", Style.SECTION),
    ],
)
def test_a_label_typed_by_habit_becomes_the_rank(
    editor: BodyEditor, qtbot: QtBot, typed: str, style: Style
) -> None:
    qtbot.keyClicks(show(editor, paragraph(Style.BODY, "")), f"{typed}viec")
    assert said(editor) == [(style, "viec")]


def test_undo_gives_a_typed_label_back(editor: BodyEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(show(editor, paragraph(Style.BODY, "")), "- ")
    qtbot.keyClick(editor, KEY.Key_Z, CTRL)
    assert said(editor) == [(Style.BODY, "- ")]


def test_labels_follow_what_is_typed(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.CLAUSE, "một"), paragraph(Style.CLAUSE, "hai"))
    at(editor, "một", start=True)
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.keyClick(editor, KEY.Key_Up)
    qtbot.keyClick(editor, KEY.Key_2, CTRL | ALT)
    assert list(editor.manuscript.labels) == ["1.", "2.", "3."]


def test_backspace_at_the_beginning_takes_the_rank_away_then_joins(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.CLAUSE, "một"), paragraph(Style.DASH, "hai"))
    at(editor, "hai", start=True)
    qtbot.keyClick(editor, KEY.Key_Backspace)
    assert said(editor) == [(Style.CLAUSE, "một"), (Style.BODY, "hai")]
    qtbot.keyClick(editor, KEY.Key_Backspace)
    assert said(editor) == [(Style.CLAUSE, "mộthai")]


def test_delete_at_the_end_joins_the_next_paragraph(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.BODY, "một"), paragraph(Style.BASIS, "hai"))
    at(editor, "một")
    qtbot.keyClick(editor, KEY.Key_Delete)
    assert blocks(editor) == (paragraph(Style.BODY, "mộthai"),)
    assert not editor.textCursor().charFormat().fontItalic()


def test_typing_over_several_paragraphs_leaves_one_of_the_first_rank(
    editor: BodyEditor, qtbot: QtBot
) -> None:
    show(editor, paragraph(Style.POINT, "một"), paragraph(Style.BODY, "hai"), paragraph(Style.DASH, "ba"))
    at(editor, "m")
    editor.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClicks(editor, "oi")
    assert said(editor) == [(Style.POINT, "moi")]


def test_bold_and_italic_are_kept_as_runs(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.BODY, "một hai"))
    at(editor, "hai", start=True)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(editor, KEY.Key_B, CTRL)
    qtbot.keyClick(editor, KEY.Key_I, CTRL)
    assert blocks(editor) == (Paragraph(Style.BODY, (Run("một "), Run("hai", bold=True, italic=True))),)
    qtbot.keyClick(editor, KEY.Key_B, CTRL)
    assert blocks(editor) == (Paragraph(Style.BODY, (Run("một "), Run("hai", italic=True))),)


def test_bold_can_be_switched_on_for_what_is_typed_next(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.BODY, "a "))
    at(editor, "a ")
    qtbot.keyClick(editor, KEY.Key_B, CTRL)
    qtbot.keyClicks(editor, "dam")
    assert blocks(editor) == (Paragraph(Style.BODY, (Run("a "), Run("dam", bold=True))),)


def test_a_heading_is_bold_by_its_rank_alone(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.CLAUSE, "Mục đích"))
    editor.selectAll()
    qtbot.keyClick(editor, KEY.Key_B, CTRL)
    assert blocks(editor) == (paragraph(Style.CLAUSE, "Mục đích"),)


def test_words_of_a_heading_look_like_running_text_when_they_become_it(
    editor: BodyEditor, qtbot: QtBot
) -> None:
    show(editor, paragraph(Style.SECTION, "Nội dung"))
    qtbot.keyClick(editor, KEY.Key_0, CTRL | ALT)
    format_ = editor.textCursor().charFormat()
    assert (format_.fontWeight(), format_.fontCapitalization()) == (
        QFont.Weight.Normal,
        QFont.Capitalization.MixedCase,
    )


def test_the_words_of_a_task_are_typed_where_they_stand(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, *PLAN), "báo cáo kết quả")
    qtbot.keyClicks(editor, " som")
    assert tasks(editor) == [("task:1", "rà soát hộ nghèo"), ("task:2", "báo cáo kết quả som")]


def test_enter_in_a_task_begins_a_new_one(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, *PLAN), "rà soát")
    qtbot.keyClick(editor, KEY.Key_Return)
    assert tasks(editor) == [
        ("task:1", "rà soát"),
        ("new:1", " hộ nghèo"),
        ("task:2", "báo cáo kết quả"),
    ]


def test_backspace_in_a_task_without_words_takes_it_out(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, *PLAN), "rà soát hộ nghèo")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.keyClick(editor, KEY.Key_Backspace)
    assert [key for key, _ in tasks(editor)] == ["task:1", "task:2"]
    qtbot.keyClicks(editor, ".")
    assert tasks(editor)[0] == ("task:1", "rà soát hộ nghèo.")


def test_the_last_task_of_units_goes_with_their_line(editor: BodyEditor, qtbot: QtBot) -> None:
    section = (*SECTION, Entry(Role.LEADS, "leads:3", "Công an xã"), Entry(Role.TASK, "task:3", "z"))
    at(show(editor, *PLAN, section=section), "z")
    qtbot.keyClick(editor, KEY.Key_Backspace)
    qtbot.keyClick(editor, KEY.Key_Backspace)
    assert editor.manuscript.read().section == SECTION


def test_without_its_last_task_the_section_keeps_its_place(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, *PLAN, section=(SECTION[0], Entry(Role.TASK, "task:3", "z"))), "z")
    qtbot.keyClick(editor, KEY.Key_Backspace)
    qtbot.keyClick(editor, KEY.Key_Backspace)
    assert blocks(editor) == PLAN
    assert editor.manuscript.read().section == ()


@pytest.mark.parametrize("key", [KEY.Key_X, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Return, KEY.Key_Space])
def test_lines_of_the_program_take_no_key(editor: BodyEditor, qtbot: QtBot, key: Qt.Key) -> None:
    at(show(editor, *PLAN), "Các thôn")
    with qtbot.waitSignal(editor.refused):
        qtbot.keyClick(editor, key)
    assert blocks(editor) == PLAN
    assert editor.manuscript.read().section == SECTION


@pytest.mark.parametrize("key", [KEY.Key_X, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Return])
def test_a_selection_over_the_section_of_tasks_is_not_taken_away(
    editor: BodyEditor, qtbot: QtBot, key: Qt.Key
) -> None:
    show(editor, *PLAN).selectAll()
    with qtbot.waitSignal(editor.refused):
        qtbot.keyClick(editor, key)
    assert blocks(editor) == PLAN


@pytest.mark.parametrize(("key", "words"), [(KEY.Key_Backspace, "Cuối."), (KEY.Key_Delete, "việc một")])
def test_paragraphs_do_not_join_with_the_section_of_tasks(
    editor: BodyEditor, qtbot: QtBot, key: Qt.Key, words: str
) -> None:
    at(show(editor, *PLAN), words, start=key == KEY.Key_Backspace)
    qtbot.keyClick(editor, key)
    assert blocks(editor) == PLAN


def test_tab_goes_through_cells_and_adds_a_row_after_the_last(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, TABLE), "2")
    qtbot.keyClick(editor, KEY.Key_Tab)
    qtbot.keyClick(editor, KEY.Key_Tab)
    qtbot.keyClicks(editor, "3")
    (table,) = blocks(editor)
    assert isinstance(table, Table)
    assert table.rows == (("1", "a"), ("2", "b"), ("3", ""))


def test_a_cell_keeps_several_lines(editor: BodyEditor, qtbot: QtBot) -> None:
    at(show(editor, TABLE), "a")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.keyClicks(editor, "c")
    (table,) = blocks(editor)
    assert isinstance(table, Table)
    assert table.rows[0] == ("1", "a\nc")


@pytest.mark.parametrize("key", [KEY.Key_Backspace, KEY.Key_Delete])
def test_cells_do_not_join(editor: BodyEditor, qtbot: QtBot, key: Qt.Key) -> None:
    at(show(editor, TABLE), "a", start=key == KEY.Key_Backspace)
    qtbot.keyClick(editor, key)
    assert blocks(editor) == (TABLE,)


def test_undo_and_redo_go_step_by_step(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.BODY, "một"))
    at(editor, "một")
    qtbot.keyClick(editor, KEY.Key_Return)
    editor.manuscript.settle()
    qtbot.keyClicks(editor, "hai")
    qtbot.keyClick(editor, KEY.Key_Z, CTRL)
    assert said(editor) == [(Style.BODY, "một"), (Style.BODY, "")]
    qtbot.keyClick(editor, KEY.Key_Z, CTRL)
    assert said(editor) == [(Style.BODY, "một")]
    qtbot.keyClick(editor, KEY.Key_Z, CTRL | SHIFT)
    qtbot.keyClick(editor, KEY.Key_Y, CTRL)
    assert said(editor) == [(Style.BODY, "một"), (Style.BODY, "hai")]


def test_a_pause_in_typing_is_told_with_what_stands_there(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.BODY, ""))
    with qtbot.waitSignal(editor.manuscript.settled) as told:
        qtbot.keyClicks(editor, "mot")
    assert told.args is not None
    assert told.args[0].blocks == (paragraph(Style.BODY, "mot"),)


def test_nothing_is_told_or_changed_while_a_letter_is_composed(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, paragraph(Style.BODY, ""))
    editor.inputMethodEvent(QInputMethodEvent("- ", []))
    with qtbot.assertNotEmitted(editor.manuscript.settled, wait=400):
        editor.manuscript.touch()
    event = QInputMethodEvent("", [])
    event.setCommitString("ệ")
    with qtbot.waitSignal(editor.manuscript.settled):
        editor.inputMethodEvent(event)
    assert said(editor) == [(Style.BODY, "ệ")]


def test_lines_of_the_program_take_no_composed_letter(editor: BodyEditor) -> None:
    at(show(editor, *PLAN), "Các thôn")
    event = QInputMethodEvent("", [])
    event.setCommitString("ệ")
    editor.inputMethodEvent(event)
    assert editor.manuscript.read().section == SECTION


def test_a_text_that_is_only_read_takes_no_key(editor: BodyEditor, qtbot: QtBot) -> None:
    show(editor, *PLAN).setReadOnly(True)
    at(editor, "việc một")
    for key in (KEY.Key_X, KEY.Key_Return, KEY.Key_Tab, KEY.Key_Backspace):
        qtbot.keyClick(editor, key)
    assert blocks(editor) == PLAN


def test_escape_leaves_the_text(editor: BodyEditor, qtbot: QtBot) -> None:
    editor.setFocus()
    qtbot.keyClick(show(editor, *PLAN), KEY.Key_Escape)
    assert blocks(editor) == PLAN
