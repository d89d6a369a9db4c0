"""Pictures of every page for eyes, under build/pictures: light and dark, 1366x768 and 1920x1080, with the demo's data.

What a machine can see is asserted: nothing is cut at the edges of the window, no page is empty, every field and button has a name.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget
from story import DIVISION, VILLAGES
from two_offices import DONE, Offices, take_in, tell, the_plan, two_offices

from desktop.domain.assignment import Status
from desktop.services import package_receiving, package_sending, password, plan_export
from desktop.services.plan_export import Parts
from desktop.services.workspace import Workspace
from desktop.storage import settings
from desktop.ui import page_list
from desktop.ui.context import Context
from desktop.ui.dialogs.receiving import ReceiveDialog
from desktop.ui.dialogs.send_packages import SendDialog, work_errand
from desktop.ui.hub import Place
from desktop.ui.locking import Locking
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.exchange import ExchangePage
from desktop.ui.pages.exchange_acts import choices_of
from desktop.ui.pages.plan import TABS
from desktop.ui.sticks import Stick
from desktop.ui.widgets.passphrase_fields import Phrases

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


@pytest.fixture
def offices(tmp_path: Path) -> "object":
    """Two offices with work, replies and a conflict between them; what lies on the stick is all that a preview can be of."""
    made = two_offices(tmp_path)
    plan_export.export(made.upper, made.plan.id, tmp_path / "bieu", Parts(forms=True))
    made.given()
    made.send(VILLAGES[0])
    tell(made.lower, status=Status.IN_PROGRESS, text="Đang chuẩn bị")
    older = made.reply()
    tell(made.lower, text="Đã phát thanh ba buổi, còn treo băng rôn ở cổng trường")
    take_in(made.upper, made.reply())
    tell(made.lower, **DONE)
    tell(
        made.upper,
        unit=made.units[DIVISION],
        text="Xã ghi hộ: đã làm xong hai việc",
        status=Status.IN_PROGRESS,
    )
    for path in made.stick.glob("*giao-viec*"):
        path.unlink()
    made.reply()
    package_sending.reply(made.lower, the_plan(made.lower).id, made.stick, "cau da mua he")
    (made.stick / "goi-hong.skh").write_bytes(older.read_bytes()[:-40])
    yield made
    made.upper.close()
    made.lower.close()


def page_of(offices: Offices, context: Context) -> ExchangePage:
    """The page with a stick in."""
    return ExchangePage(context, lambda: [Stick(offices.stick, "KINGSTON (E:)", 12 << 30)])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("way", ["plans", "history"])
def test_the_exchange_with_units_is_drawn(
    way: str, theme: str, offices: Offices, make_context: object, qtbot: object
) -> None:
    for name, work in (("upper", offices.upper), ("lower", offices.lower)):
        page = page_of(offices, make_context(work, theme))
        qtbot.addWidget(page)
        page.setObjectName("mainWindow")
        for width, height in SIZES:
            page.resize(width - 196, height - 28)
            page.show()
            page.open_at(Place("exchange", tab=way))
            qtbot.wait(400)
            assert page.grab().save(str(FOLDER / f"exchange-{way}-{name}-{theme}-{width}.png"))
        assert unnamed(page) == []
        page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_dialog_that_sends_is_drawn(
    theme: str, offices: Offices, make_context: object, qtbot: object
) -> None:
    context = make_context(offices.upper, theme)
    page = page_of(offices, context)
    qtbot.addWidget(page)
    page.make_current()
    errand = work_errand(offices.upper, offices.plan.id, "Kế hoạch số 15", choices_of(page.plans.lines, []))
    dialog = SendDialog(context, page, errand, Phrases(), page.acts.look)
    dialog.show()
    assert dialog.phrase is not None
    assert dialog.grab().save(str(FOLDER / f"send-{theme}.png"))
    dialog.phrase.propose.click()
    dialog.phrase.open_box.setChecked(True)
    QApplication.processEvents()
    assert dialog.grab().save(str(FOLDER / f"send-open-{theme}.png"))
    dialog.phrase.open_box.setChecked(False)
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.page == "end", timeout=60_000)
    assert dialog.grab().save(str(FOLDER / f"send-end-{theme}.png"))
    assert unnamed(dialog) == []
    dialog.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_preview_of_what_came_is_drawn(
    theme: str, offices: Offices, make_context: object, qtbot: object
) -> None:
    context = make_context(offices.upper, theme)
    page = page_of(offices, context)
    qtbot.addWidget(page)
    paths = package_receiving.files_in([offices.stick])
    found = package_receiving.look(offices.upper, paths)
    dialog = ReceiveDialog(context, page, found, Phrases(), stick=offices.stick)
    for width, height in SIZES:
        dialog.resize(min(width - 60, 1500), height - 100)
        dialog.show()
        for at in range(dialog.look.model.rowCount()):
            dialog.look.table.selectRow(at)
            QApplication.processEvents()
            assert dialog.grab().save(str(FOLDER / f"receive-{at}-{theme}-{width}.png"))
            assert unnamed(dialog) == []
    dialog.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_plan_that_was_given_and_who_is_known_are_drawn(
    theme: str, offices: Offices, make_context: object, qtbot: object
) -> None:
    window = MainWindow(make_context(offices.lower, theme))
    qtbot.addWidget(window)
    window.resize(*SIZES[0])
    key = the_plan(offices.lower).id
    for place in (
        Place("plans"),
        Place("plan", key, "draft"),
        Place("plan", key, "results"),
        Place("settings", tab="exchange"),
    ):
        window.show_place(place)
        window.show()
        qtbot.wait(600)
        assert window.grab().save(str(FOLDER / f"given-{place.page}-{place.tab}-{theme}.png"))
        assert window.page is not None
        assert unnamed(window.page) == []
    window.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_new_sender_and_a_changed_key_are_drawn(
    theme: str, offices: Offices, tmp_path: Path, make_context: object, qtbot: object
) -> None:
    kept = settings.get(offices.upper.store, "exchange/identity")
    first = package_receiving.look(offices.upper, [offices.reply()])
    settings.put(offices.upper.store, "exchange/identity", {"uid": kept["uid"], "key": "11" * 32})
    changed = package_receiving.look(offices.lower, [offices.send()])
    (tmp_path / "moi").mkdir()
    stranger = Workspace.open(tmp_path / "moi")
    new = package_receiving.look(stranger, [offices.send(VILLAGES[0])])
    page = page_of(offices, make_context(offices.lower, theme))
    qtbot.addWidget(page)
    for name, found in (("changed-key", [*changed, *first]), ("new-sender", new)):
        dialog = ReceiveDialog(page.context, page, found, Phrases(), chosen=[one.path for one in found])
        dialog.resize(1306, 660)
        dialog.show()
        QApplication.processEvents()
        assert dialog.grab().save(str(FOLDER / f"receive-{name}-{theme}.png"))
        assert unnamed(dialog) == []
        dialog.close()
    stranger.close()
