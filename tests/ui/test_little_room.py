"""Every page and section of settings where there is little room: a screen of 1366x768 at 125 %, and the largest text in high contrast.

Pictures for eyes go under build/pictures; what a machine can see is asserted: no button or chip is narrower than its words, none lies
outside of what holds it, and the window does not have to grow.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from desktop.ui import page_list
from desktop.ui.hub import Place
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.plan import TABS
from desktop.ui.pages.settings import SECTIONS

FOLDER = Path(__file__).resolve().parent.parent.parent / "build" / "pictures"
PLACES = [
    *(Place(entry.name) for entry in page_list.PAGES if entry.name not in {"plan", "settings"}),
    *(Place("plan", 1, entry.name) for entry in TABS),
    *(Place("settings", tab=entry[0]) for entry in SECTIONS),
]
ROOMS = {"scaled": (1093, 614, "light", 100), "large": (1366, 768, "contrast", 150)}
"""Width, height, theme, size of the text in per cent."""


def called(place: Place) -> str:
    """The name of its picture."""
    return f"{place.page}-{place.tab or ''}".strip("-")


def cut(page: QWidget) -> list[str]:
    """Buttons and chips without the room that their words want, or that reach out of what holds them or, sideways, of what scrolls."""
    found = set()
    for one in page.findChildren(QAbstractButton):
        if not (one.isVisible() and one.text()) or isinstance(one.parent(), QLineEdit):
            continue
        holders = [one.parentWidget()]
        while holders[-1] is not None and not isinstance(holders[-1], QScrollArea):
            holders.append(holders[-1].parentWidget())
        ends = [h.mapToGlobal(h.rect().topRight()).x() for h in holders if h is not None]
        if one.width() < one.sizeHint().width() or one.mapToGlobal(one.rect().topRight()).x() > min(ends):
            found.add(f"{one.objectName()} {one.text()}")
    return sorted(found)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("place", PLACES, ids=called)
def test_no_button_is_cut_where_there_is_little_room(
    place: Place, room: str, demo_work: object, make_context: object, qtbot: object
) -> None:
    width, height, theme, size = ROOMS[room]
    context = make_context(demo_work, theme, size)
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show_place(place)
    window.show()
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=10_000)
    qtbot.wait(200)
    QApplication.processEvents()
    FOLDER.mkdir(parents=True, exist_ok=True)
    assert window.grab().save(str(FOLDER / f"{called(place)}-{room}.png"))
    assert (window.width(), window.height()) == (width, height)
    assert window.page is not None
    assert cut(window.page) == []
    window.close()
