"""The search on top: what is found is shown with its kind and what matched, opened at its place, remembered; fast over many titles."""

import pytest
from PySide6.QtCore import Qt

from desktop.ui.widgets.search_box import RECENT
from desktop.ui.widgets.search_found import THING, matched


@pytest.fixture
def box(window):
    window.activateWindow()
    window.search.focus()
    return window.search


def find(box, words: str) -> None:
    box.field.setText(words)
    box.search()


def test_what_matched_is_set_off_without_dau(window):
    assert matched("Tọa đàm tại thôn Đông", "toa dam dong") == [(0, 3), (4, 3), (17, 4)]
    assert matched("Đăng ký đất đai", "đa") == [(0, 2), (8, 2), (12, 2)]
    assert matched("Không có gì", "") == []


def test_typing_shows_what_is_found_after_a_pause(box, qtbot):
    qtbot.keyClicks(box.field, "thon an thinh")
    qtbot.waitUntil(lambda: box._found is not None and box.found.isVisible())
    item = box.found.list.item(0)
    assert item.text() == "Thôn An Thịnh"
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Đơn vị. Thôn An Thịnh")


def test_enter_opens_the_first_and_remembers_the_words(box, qtbot, window):
    find(box, "thôn an thịnh")
    with qtbot.waitSignal(window.context.hub.open_place) as told:
        window.context.hub.open_place.disconnect(window.show_place)
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert told.args[0].page == "units"
    assert box.recent == ["thôn an thịnh"]
    assert not box.found.isVisible()


def test_enter_right_after_a_letter_means_what_is_typed(box, qtbot, window):
    find(box, "thôn bến đò")
    window.context.hub.open_place.disconnect(window.show_place)
    box.field.clear()
    qtbot.keyClicks(box.field, "hoat dong ky niem cong tac xa hoi")
    with qtbot.waitSignal(window.context.hub.open_place) as told:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert told.args[0].page == "plan"


def test_arrows_go_round_and_escape_closes_then_clears(box, qtbot):
    find(box, "thôn")
    qtbot.keyClick(box.field, Qt.Key.Key_Up)
    assert box.found.list.currentRow() == box.found.list.count() - 1
    qtbot.keyClick(box.field, Qt.Key.Key_Down)
    assert box.found.list.currentRow() == 0
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert (box.found.isVisible(), box.field.text()) == (False, "thôn")
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert box.field.text() == ""


def test_the_last_searches_are_offered_in_an_empty_field(box, qtbot):
    for at in range(RECENT + 2):
        box._remember(f"việc {at}")
    box._remember("việc 5")
    box.search()
    shown = [box.found.list.item(row).data(THING) for row in range(box.found.list.count())]
    assert shown[:2] == ["việc 5", "việc 7"]
    assert len(shown) == RECENT
    box.found.list.setCurrentRow(0)
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert box.field.text() == "việc 5"


def test_nothing_found_says_so_and_opens_nothing(box, qtbot):
    find(box, "xyzxyz")
    assert "Không tìm thấy" in box.found.list.item(0).text()
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert box.recent == []


def test_a_pop_up_near_the_edge_stays_in_the_window(box, window):
    window.resize(900, 560)
    find(box, "thôn")
    assert box.found.geometry().right() <= window.width()


def test_the_list_of_a_search_is_drawn(box, window):
    find(box, "thon")
    drawn = box.found.grab().toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(30, 120) for y in range(6, 120)}
    assert window.context.theme.colours.accent_text.lower() in colours
