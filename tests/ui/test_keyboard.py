"""Everything works from the keyboard alone: Tab reaches every field and button of every page, the rail and its pages by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from desktop.ui import page_list
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.plan import TABS

KINDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)
PLACES = [Place(entry.name) for entry in page_list.PAGES if entry.name != "plan"] + [
    Place("plan", 1, entry.name) for entry in TABS if entry.name != "draft"
]
MOST = 160


def wanted(page: QWidget) -> set[QWidget]:
    """What takes keys in the page: visible, enabled, reached by Tab; parts of a compound widget count as the whole."""
    found = {w for kind in KINDS for w in page.findChildren(kind)}
    return {w for w in found if _is_own(w)}


def _is_own(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled()) or isinstance(widget, QScrollBar):
        return False
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        return False
    return not widget.objectName().startswith("qt_")


def walk(window: MainWindow, qtbot: object) -> set[QWidget]:
    """What Tab comes by, until it comes round."""
    seen: set[QWidget] = set()
    for _ in range(MOST):
        now = QApplication.focusWidget()
        if now is not None:
            seen.add(now)
        qtbot.keyClick(now or window, Qt.Key.Key_Tab)
    return seen


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.page}-{place.tab}".strip("-"))
def test_tab_reaches_everything_on_a_page(
    place: Place, demo: Context, window: MainWindow, qtbot: object
) -> None:
    window.show_place(place)
    qtbot.waitUntil(lambda: not demo.jobs.is_busy, timeout=20_000)
    qtbot.wait(300)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.page.focus_first()
    page = window.page
    seen = walk(window, qtbot)
    missed = [w for w in wanted(page) if w not in seen and not _within(w, seen)]
    assert [f"{type(w).__name__} {w.objectName()}" for w in missed] == []


def _within(widget: QWidget, seen: set[QWidget]) -> bool:
    """Whether a radio-like group that shares one stop, or a compound widget around it, was reached."""
    siblings = (
        widget.parentWidget().findChildren(QAbstractButton) if isinstance(widget, QAbstractButton) else []
    )
    is_exclusive = isinstance(widget, QAbstractButton) and widget.autoExclusive()
    return is_exclusive and any(one in seen for one in siblings)


def test_the_pages_of_the_rail_have_keys(window: MainWindow, qtbot: object) -> None:
    on_rail = [entry.name for entry in page_list.PAGES if entry.icon]
    window.activateWindow()
    for at, name in enumerate(on_rail, 1):
        button = window.findChild(QAbstractButton, f"rail_{name}")
        assert button.shortcut().toString() == f"Ctrl+{at}"


def test_back_goes_where_one_was(window: MainWindow) -> None:
    window.show_place(Place("plans"))
    window.show_place(Place("reports"))
    window.go_back()
    assert window.place == Place("plans")


def test_enter_presses_the_button_with_the_focus(window: MainWindow, qtbot: object) -> None:
    window.show_place(Place("reports"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button = window.page.findChild(QAbstractButton, "officePapers")
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    window.findChild(QWidget, "officePaper").close()
