"""The pages of a paper beside the text."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from desktop.documents.model import Document, DocumentKind, Head, Signature, Style, paragraph
from desktop.services import preview
from desktop.ui import theme as themes
from desktop.ui.jobs import Jobs
from desktop.ui.widgets.page_places import GAP, lay_out
from desktop.ui.widgets.paper_view import PaperView

A4 = (595.0, 842.0)
LINES = tuple(
    paragraph(Style.BODY, f"Dòng {at}. " + "nghiêm túc triển khai thực hiện " * 8) for at in range(60)
)
PAPER = Document(
    DocumentKind.PLAN,
    Head(("UBND",), "KH", "X"),
    "x",
    LINES,
    Signature(("CHỦ TỊCH",)),
    ("Lưu",),
    title="KẾ HOẠCH",
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PaperView]:
    jobs = Jobs()
    made = PaperView(jobs, themes.load("light").colours)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    yield made
    jobs.close()


def shade(view: PaperView) -> int:
    """How dark the darkest spot of the picture is."""
    image = view.viewport().grab().toImage()
    return min(image.pixelColor(x, y).lightness() for x in range(60, 440, 2) for y in range(60, 560, 2))


def test_one_page_fits_the_width_and_two_stand_side_by_side_when_it_is_wide() -> None:
    narrow, wide = lay_out([A4, A4], 500, 1.0), lay_out([A4, A4], 1400, 1.0)
    assert narrow.places[0].width() == pytest.approx(500 - 2 * GAP)
    assert narrow.places[1].top() > narrow.places[0].bottom()
    assert wide.places[1].top() == wide.places[0].top()
    assert wide.places[1].left() > wide.places[0].right()


def test_a_place_found_is_found_again() -> None:
    pages = lay_out([A4] * 5, 500, 1.0)
    assert pages.height_of(*pages.at(1800.0)) == 1800
    assert (pages.height_of(3, 0.0), pages.at(pages.height_of(3, 0.0))[0]) == (
        round(pages.places[3].top()) - GAP,
        3,
    )
    assert lay_out([], 500, 1.0).height_of(3, 0.5) == 0


def test_the_pages_that_are_seen_are_drawn(view: PaperView, qtbot: QtBot) -> None:
    view.show_paper(preview.of_document(PAPER))
    assert view.page_count > 2
    qtbot.waitUntil(lambda: shade(view) < 100)


def test_nothing_is_shown_before_there_is_a_paper(view: PaperView) -> None:
    view.show_paper(None)
    assert (view.page_count, view.page, view.block_at(0, 10.0)) == (0, 0, -1)


def test_a_new_paper_keeps_the_page_and_its_picture_until_it_is_drawn(view: PaperView, qtbot: QtBot) -> None:
    view.show_paper(preview.of_document(PAPER))
    view.go_to_page(2)
    qtbot.waitUntil(lambda: shade(view) < 100)
    at = view.verticalScrollBar().value()
    view.show_paper(preview.of_document(replace(PAPER, blocks=(*LINES, *LINES))))
    assert (view.page, view.verticalScrollBar().value()) == (2, at)
    assert shade(view) < 100


def test_the_block_of_the_cursor_is_marked_and_brought_into_sight(view: PaperView, qtbot: QtBot) -> None:
    paper = preview.of_document(PAPER)
    view.show_paper(paper)
    view.mark(59)
    assert view.page == 0
    view.mark(59, follow=True)
    assert view.page == paper.spots[59][0].page
    accent = themes.load("light").colours.accent.lower()
    image = view.viewport().grab().toImage()
    column = {image.pixelColor(x, y).name() for x in range(40, 110) for y in range(image.height())}
    assert accent in column


def test_a_click_tells_its_place_and_the_block_there(view: PaperView, qtbot: QtBot) -> None:
    paper = preview.of_document(PAPER)
    view.show_paper(paper)
    with qtbot.waitSignal(view.picked) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(250, 500))
    assert told.args is not None
    page, height = told.args
    block = view.block_at(page, height)
    assert paper.spots[block][0].top - 8 <= height <= paper.spots[block][-1].bottom + 8


def test_the_wheel_with_ctrl_and_the_keys_make_pages_larger_and_smaller(
    view: PaperView, qtbot: QtBot
) -> None:
    view.show_paper(preview.of_document(PAPER))
    sizes = [view.horizontalScrollBar().maximum()]
    at = QPointF(10, 10)
    turn = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(turn)
    sizes.append(view.horizontalScrollBar().maximum())
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    sizes.append(view.horizontalScrollBar().maximum())
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert sizes[0] == 0 < sizes[1] < sizes[2]
    assert view.horizontalScrollBar().maximum() == 0


def test_end_and_home_go_to_the_last_and_the_first_page(view: PaperView, qtbot: QtBot) -> None:
    view.show_paper(preview.of_document(PAPER))
    with qtbot.waitSignal(view.page_changed):
        qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.page_count - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
