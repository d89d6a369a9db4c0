"""The body of a plan as a document of Qt and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from desktop.documents.body import BodyBlock, TaskPlace
from desktop.documents.model import Align, Column, Paragraph, Run, Style, Table, paragraph
from desktop.ui.editor import body_document
from desktop.ui.editor.body_document import Entry, Written
from desktop.ui.editor.roles import PaperLook, Role, role_of

WORDS = st.text(st.sampled_from("aăâđêơưỹỞ b1.,;:-/“”\u00a0\n"), max_size=12)
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), max_size=4).map(tuple)
PARAGRAPHS = st.builds(
    Paragraph, st.sampled_from(Style), RUNS, st.sampled_from(["", "report_order", "task:3"])
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count, depth = draw(st.integers(1, 4)), draw(st.integers(0, 3))
    title = st.sampled_from(["", "STT", "Tên", "Số\nlượng"])
    columns = tuple(
        Column(
            tuple(draw(st.lists(title, max_size=depth))),
            draw(st.sampled_from([1.0, 2.5, 9.0])),
            draw(st.sampled_from(Align)),
        )
        for _ in range(count)
    )
    rows = tuple(draw(st.lists(st.tuples(*[WORDS] * count), max_size=4)))
    groups = frozenset(draw(st.sets(st.integers(0, len(rows) - 1)))) if rows else frozenset()
    return Table(columns, rows, groups, draw(st.booleans()), draw(st.sampled_from(["", "Bảng 1"])))


BLOCKS = st.lists(st.one_of(PARAGRAPHS, tables()), max_size=8)
SECTION = (
    Entry(Role.LEADS, "leads:1", "Các thôn"),
    Entry(Role.TASK, "task:1", "rà soát hộ nghèo"),
    Entry(Role.TASK, "task:2", "báo cáo kết quả"),
)


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> PaperLook:
    return PaperLook(1.2)


def written(blocks: "list[BodyBlock] | tuple[BodyBlock, ...]", look: PaperLook) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    body_document.write(document, blocks, SECTION, look)
    return document


@given(BLOCKS)
def test_every_body_comes_back_as_it_was_written(look: PaperLook, blocks: list[BodyBlock]) -> None:
    assert body_document.read(written(blocks, look)).blocks == body_document.as_read(blocks)


@given(BLOCKS)
def test_what_is_read_is_read_the_same_again(look: PaperLook, blocks: list[BodyBlock]) -> None:
    once = body_document.read(written(blocks, look)).blocks
    assert body_document.read(written(once, look)).blocks == once == body_document.as_read(once)


@given(st.integers(0, 3), st.lists(st.one_of(PARAGRAPHS, tables()), min_size=3, max_size=3))
def test_the_section_of_tasks_comes_back_as_its_place_and_its_words(
    look: PaperLook, at: int, blocks: list[BodyBlock]
) -> None:
    blocks.insert(at, TaskPlace())
    read = body_document.read(written(blocks, look))
    assert read == Written(body_document.as_read(blocks), SECTION)


def test_a_plan_without_tasks_keeps_the_place_of_its_tasks(look: PaperLook) -> None:
    document = QTextDocument()
    body_document.write(document, [TaskPlace()], (), look)
    assert body_document.read(document) == Written((TaskPlace(),))


def test_no_paragraph_is_made_of_the_blocks_that_qt_wants_round_tables(look: PaperLook) -> None:
    table = Table((Column(("Tên",), 1.0),), (("a",),))
    document = written([table, table], look)
    roles = [role_of(document.findBlockByNumber(at)) for at in range(document.blockCount())]
    assert roles == [Role.FILLER, Role.HEAD, Role.CELL] * 2 + [Role.FILLER]


def test_words_typed_beside_a_table_are_running_text(look: PaperLook) -> None:
    document = written([Table((Column(("Tên",), 1.0),), (("a",),))], look)
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("sau bảng")
    assert body_document.read(document).blocks[-1] == paragraph(Style.BODY, "sau bảng")


def test_the_line_over_a_table_that_is_gone_is_running_text(look: PaperLook) -> None:
    document = written([Table((Column(("Tên",), 1.0),), (("a",),), caption="Bảng 1")], look)
    table = QTextCursor(document.findBlockByNumber(1)).currentTable()
    table.removeRows(0, table.rows())
    assert body_document.read(document).blocks == (paragraph(Style.BODY, "Bảng 1"),)


def test_labels_run_through_the_body_and_the_section_of_tasks(look: PaperLook) -> None:
    blocks = [
        paragraph(Style.SECTION, "Nội dung"),
        paragraph(Style.CLAUSE, "Chủ đề"),
        paragraph(Style.BODY, "Lời."),
        TaskPlace(),
        paragraph(Style.NUMBERED, "Nơi báo cáo"),
    ]
    labels = body_document.relabel(written(blocks, look), look)
    assert labels == ["I.", "1.", "", "2.", "-", "-", "3."]
