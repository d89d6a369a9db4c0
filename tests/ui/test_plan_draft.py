"""The tab "Soạn thảo": typing, keeping, pages, what others change meanwhile."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.documents.body import TaskPlace
from desktop.documents.model import Paragraph, Style
from desktop.domain.directive import AskedTask, Reading
from desktop.domain.plan import PlanForm
from desktop.errors import NotAllowed
from desktop.services import plan_editing, plan_papers, planning, unsaved
from desktop.services.plan_editing import Line
from desktop.storage import plans
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.plan_draft import DraftTab
from desktop.ui.widgets.paper_view import PaperView

KEY = Qt.Key
READING = Reading(
    kind="Công văn",
    issuer="SỞ Y TẾ",
    subject="tổ chức Ngày Công tác xã hội",
    tasks=(
        AskedTask("Tổ chức tọa đàm", lead=("Phòng Văn hóa - Xã hội",)),
        AskedTask("Treo băng rôn", lead=("Các thôn",)),
    ),
)


@pytest.fixture
def key(demo: Context) -> int:
    """A draft with two tasks."""
    return planning.new_from_reading(demo.work, READING, None).plan.id


@pytest.fixture
def tab(demo: Context, qtbot: QtBot, key: int) -> Iterator[DraftTab]:
    made = DraftTab(demo)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show_plan(key)
    made.show()
    yield made
    made.leave()


def at_end_of(tab: DraftTab, words: str) -> None:
    found = tab.editor.document().find(words, 0, QTextDocument.FindFlag.FindCaseSensitively)
    found.setPosition(found.selectionEnd())
    tab.editor.setTextCursor(found)


def kept(context: Context, key: int) -> plan_editing.Loaded:
    return plan_editing.load(context.work, key)


def words(loaded: plan_editing.Loaded) -> str:
    return "\n".join(block.text for block in loaded.draft.body.blocks if isinstance(block, Paragraph))


def tasks(loaded: plan_editing.Loaded) -> list[str]:
    return [one.task.text for one in loaded.tasks]


def test_what_is_typed_is_kept_after_a_pause(tab: DraftTab, demo: Context, key: int, qtbot: QtBot) -> None:
    at_end_of(tab, "Mục đích")
    with qtbot.waitSignal(tab.keeper.saved, timeout=5000):
        qtbot.keyClicks(tab.editor, " chung")
    assert "Mục đích chung" in words(kept(demo, key))
    assert tab.bar.kept.text().startswith("Đã lưu lúc")


def test_what_is_typed_is_kept_at_once_when_the_tab_is_left(
    tab: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    at_end_of(tab, "Mục đích")
    qtbot.keyClicks(tab.editor, " chung")
    tab.leave()
    assert "Mục đích chung" in words(kept(demo, key))


def test_looking_at_a_plan_changes_nothing(tab: DraftTab, demo: Context, key: int, qtbot: QtBot) -> None:
    before = kept(demo, key)
    with qtbot.assertNotEmitted(tab.keeper.saved):
        tab.leave()
    assert kept(demo, key) == before


def test_words_typed_into_a_task_are_the_tasks(tab: DraftTab, demo: Context, key: int, qtbot: QtBot) -> None:
    at_end_of(tab, "Tổ chức tọa đàm")
    qtbot.keyClicks(tab.editor, " lon")
    tab.leave()
    assert tasks(kept(demo, key)) == ["Tổ chức tọa đàm lon", "Treo băng rôn"]


def test_a_task_begun_in_the_text_can_be_opened_at_once(
    tab: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    at_end_of(tab, "Tổ chức tọa đàm")
    qtbot.keyClick(tab.editor, KEY.Key_Return)
    qtbot.keyClicks(tab.editor, "Hop bao")
    with qtbot.waitSignal(demo.hub.open_place) as told:
        tab.editor.task_wanted.emit("new:1")
    loaded = kept(demo, key)
    assert tasks(loaded) == ["Tổ chức tọa đàm", "Hop bao", "Treo băng rôn"]
    assert told.args == [Place("plan", key, "tasks", f"task:{loaded.tasks[1].task.id}")]


def test_a_click_on_who_does_a_task_by_when_opens_it(
    tab: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    task = kept(demo, key).tasks[0].task.id
    tab.open_part(f"task:{task}")
    rect = tab.editor.cursorRect()
    with qtbot.waitSignal(demo.hub.open_place) as told:
        qtbot.mouseClick(
            tab.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 30, rect.bottom() + 9)
        )
    assert told.args is not None
    assert told.args[0].part == f"task:{task}"


def test_the_fields_over_the_text_are_kept_too(tab: DraftTab, demo: Context, key: int) -> None:
    tab.fields.subject.setPlainText("Chăm lo")
    tab.fields.theme.setText("Vì trẻ em")
    tab.fields.recipients.setPlainText("Như trên\n\n Lưu: VT ")
    tab.fields.signer.setCurrentIndex(1)
    tab.fields.changed.emit()
    tab.leave()
    draft = kept(demo, key).draft
    assert (draft.subject, draft.theme, draft.body.recipients) == (
        "Chăm lo",
        "Vì trẻ em",
        ("Như trên", "Lưu: VT"),
    )
    assert draft.body.signer == demo.work.office.signers[0]


def test_edits_are_one_step_that_can_be_taken_back(
    tab: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    before = kept(demo, key).draft
    at_end_of(tab, "Mục đích")
    for letter in "ab":
        qtbot.keyClicks(tab.editor, letter)
        tab.leave()
    demo.doer.undo()
    assert kept(demo, key).draft == before
    tab.show_plan(key)
    assert "Mục đíchab" not in tab.editor.toPlainText()


def test_what_others_change_is_shown_and_undo_gives_the_words_back(
    tab: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    loaded = kept(demo, key)
    at_end_of(tab, "Mục đích")
    lines = tuple(
        replace(line, text="Treo cờ") if line.text == "Treo băng rôn" else line for line in loaded.draft.lines
    )
    plan_editing.save(demo.work, key, replace(loaded.draft, lines=lines), loaded.known)
    position = tab.editor.textCursor().position()
    tab.show_plan(key)
    assert "Treo cờ" in tab.editor.toPlainText()
    assert tab.editor.textCursor().position() == position
    qtbot.keyClick(tab.editor, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Treo băng rôn" in tab.editor.toPlainText()


def test_the_pages_follow_what_is_typed_and_stay_where_they_are(
    tab: DraftTab, demo: Context, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: tab.paper.page_count > 1, timeout=10_000)
    tab.open_part("report_order")
    qtbot.waitUntil(lambda: tab.paper.page == tab.paper.page_count - 1)
    at, before = tab.paper.verticalScrollBar().value(), tab.paper.paper
    qtbot.keyClicks(tab.editor, "Nay ")
    qtbot.waitUntil(lambda: tab.paper.paper is not before, timeout=5_000)
    assert tab.paper.verticalScrollBar().value() == at


def test_a_click_on_a_page_puts_the_cursor_there(tab: DraftTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tab.paper.page_count > 1, timeout=10_000)
    assert tab.paper.paper is not None
    tab.editor.moveCursor(tab.editor.textCursor().MoveOperation.End)
    spot = tab.paper.paper.spots[1][0]
    tab.paper.picked.emit(spot.page, spot.top + 2)
    assert tab.editor.place() == 1


def test_an_issued_plan_is_only_looked_at_and_its_kept_pages_are_shown(
    tab: DraftTab, demo: Context, qtbot: QtBot
) -> None:
    tab.show_plan(1)
    assert tab.editor.isReadOnly()
    assert tab.fields.subject.isReadOnly()
    assert tab.notes.findChild(QLabel, "draftFrozenWords").isVisible()
    qtbot.waitUntil(lambda: tab.paper.paper is not None, timeout=10_000)
    assert tab.paper.paper is not None
    assert tab.paper.paper.content == plan_papers.pdf(demo.work, 1)


def test_a_plan_issued_meanwhile_is_frozen_where_it_is_seen(tab: DraftTab, demo: Context, key: int) -> None:
    planning.issue(demo.work, key, 99, dt.date(2026, 3, 27))
    tab.show_plan(key)
    assert tab.editor.isReadOnly()


def test_what_cannot_be_kept_is_told_and_lies_beside_the_workspace(
    tab: DraftTab, demo: Context, key: int, failures: list[object], qtbot: QtBot
) -> None:
    planning.issue(demo.work, key, 99, dt.date(2026, 3, 27))
    at_end_of(tab, "Mục đích")
    qtbot.keyClicks(tab.editor, " chung")
    tab.leave()
    assert [type(error) for error in failures] == [NotAllowed]
    assert tab.bar.kept.text() == "Chưa lưu được"
    qtbot.waitUntil(lambda: unsaved.find(demo.work.home, key) is not None)


def typed_before(home: Path, loaded: plan_editing.Loaded) -> None:
    """What a killed program left."""
    body = replace(loaded.draft.body, blocks=(*loaded.draft.body.blocks[:-2], TaskPlace()))
    lines = (*loaded.draft.lines[:2], Line("new:7", "Hop bao"), *loaded.draft.lines[2:])
    unsaved.keep(home, loaded.plan.id, replace(loaded.draft, body=body, lines=lines), dt.datetime.now(dt.UTC))


@pytest.fixture
def left(demo: Context, key: int, qtbot: QtBot) -> DraftTab:
    """The tab over a plan that was being typed when the program was killed."""
    typed_before(demo.work.home, kept(demo, key))
    made = DraftTab(demo)
    qtbot.addWidget(made)
    made.show_plan(key)
    made.show()
    return made


def test_what_was_typed_before_is_offered_and_taken_back(
    left: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    assert left.notes.isVisible()
    take = left.notes.findChild(QPushButton, "draftTake")
    with qtbot.waitSignal(left.keeper.saved, timeout=5_000):
        qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    loaded = kept(demo, key)
    assert "Hop bao" in tasks(loaded)
    assert loaded.draft.body.blocks[-1] == TaskPlace()
    assert not left.notes.isVisible()
    qtbot.waitUntil(lambda: unsaved.find(demo.work.home, key) is None)


def test_what_was_typed_before_waits_for_an_answer_while_one_types(
    left: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    waiting = unsaved.find(demo.work.home, key)
    qtbot.keyClicks(left.editor, "Nay ")
    left.leave()
    assert unsaved.find(demo.work.home, key) == waiting
    qtbot.mouseClick(left.notes.findChild(QPushButton, "draftTake"), Qt.MouseButton.LeftButton)
    assert "Hop bao" in tasks(kept(demo, key))
    assert "Nay " not in left.editor.toPlainText()
    qtbot.keyClick(left.editor, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Nay " in left.editor.toPlainText()


def test_what_was_typed_before_can_be_let_go(left: DraftTab, demo: Context, key: int, qtbot: QtBot) -> None:
    qtbot.mouseClick(left.notes.findChild(QPushButton, "draftDrop"), Qt.MouseButton.LeftButton)
    assert not left.notes.isVisible()
    qtbot.waitUntil(lambda: unsaved.find(demo.work.home, key) is None)


def test_a_plan_kept_whole_leaves_nothing_beside_the_workspace(
    tab: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    at_end_of(tab, "Mục đích")
    with qtbot.waitSignal(tab.keeper.saved, timeout=5000):
        qtbot.keyClicks(tab.editor, " chung")
    qtbot.waitUntil(lambda: unsaved.find(demo.work.home, key) is None)


def test_places_are_gone_to_by_what_they_are(tab: DraftTab, demo: Context, key: int) -> None:
    tab.open_part(f"task:{kept(demo, key).tasks[1].task.id}")
    assert tab.editor.textCursor().block().text() == "Treo băng rôn"
    tab.open_part("block:1")
    assert tab.editor.place() == 1
    tab.open_part("report_order")
    assert tab.editor.textCursor().block().text().endswith("./.")


def test_the_bar_gives_the_paragraph_another_rank_and_shows_it(tab: DraftTab, qtbot: QtBot) -> None:
    at_end_of(tab, "Mục đích")
    qtbot.waitUntil(lambda: tab.bar.ranks.currentData() == Style.CLAUSE.value)
    tab.bar.ranks.setCurrentIndex(tab.bar.ranks.findData(Style.POINT.value))
    tab.bar.ranks.activated.emit(tab.bar.ranks.currentIndex())
    assert tab.editor.style_here is Style.POINT
    qtbot.waitUntil(tab.bar.undo.isEnabled)
    tab.bar.undo.click()
    assert tab.editor.style_here is Style.CLAUSE


def test_a_letter_has_addressees_and_a_plan_has_none(
    tab: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    assert not tab.fields.addressees.isVisibleTo(tab)
    plans.save(demo.work.store, replace(kept(demo, key).plan, form=PlanForm.LETTER))
    again = DraftTab(demo)
    qtbot.addWidget(again)
    again.show_plan(key)
    again.fields.show_folded(folded=False)
    assert again.fields.addressees.isVisibleTo(again)
    again.fields.addressees.setPlainText("Sở Y tế\nSở Nội vụ")
    again.leave()
    assert kept(demo, key).draft.body.addressees == ("Sở Y tế", "Sở Nội vụ")


def test_tasks_may_stand_in_a_table_of_an_appendix(
    tab: DraftTab, demo: Context, key: int, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: tab.paper.paper is not None, timeout=10_000)
    before = tab.paper.paper
    tab.fields.in_table.click()
    tab.leave()
    assert kept(demo, key).draft.body.tasks_in_table
    qtbot.waitUntil(lambda: tab.paper.paper is not before, timeout=10_000)
    tab.open_part("report_order")
    assert tab.paper.paper is not None
    assert tab.editor.place(joins_tasks=True) == len(tab.paper.paper.spots) - 1


def test_the_keys_of_undo_are_the_texts_while_one_types(
    window: MainWindow, demo: Context, key: int, qtbot: QtBot
) -> None:
    window.show_place(Place("plan", key, "draft"))
    tab = window.findChild(DraftTab)
    assert tab is not None
    before = tab.editor.toPlainText()
    at_end_of(tab, "Mục đích")
    tab.editor.setFocus()
    qtbot.keyClicks(tab.editor, " chung?")
    tab.leave()
    with qtbot.assertNotEmitted(demo.hub.notice):
        qtbot.keyClick(tab.editor, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tab.editor.toPlainText() == before


def test_the_pages_can_be_put_away_and_the_choice_is_kept(tab: DraftTab, demo: Context, qtbot: QtBot) -> None:
    tab.bar.preview.click()
    assert not tab.paper.isVisible()
    again = DraftTab(demo)
    qtbot.addWidget(again)
    assert isinstance(again.paper, PaperView)
    assert not again.bar.preview.isChecked()
