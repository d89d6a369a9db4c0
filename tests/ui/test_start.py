"""Before the first paint nothing but QtWidgets, the database and the code of the window itself is imported: asked of a fresh process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services import offices
from desktop.services.workspace import Workspace

SPY = """
import json, os, sys
sys.argv = ["sokehoach", "--home", HOME]
from desktop import app
class Spy(app.App):
    def _after_first_paint(self):
        print(json.dumps([self.window.place.page, sorted(sys.modules)]))
        sys.stdout.flush()
        os._exit(0)
app.App = Spy
from desktop.__main__ import main
main()
"""
LIBRARIES = {"PySide6", "shiboken6", "shibokensupport", "apsw"}
QT = {"QtCore", "QtGui", "QtWidgets"}
SERVICES = {"workspace", "homes", "changes", "today"}
STORAGE = {
    "connection", "copying", "lock", "migrations", "places", "settings", "store", "upgrade", "values", "waiting",
}  # fmt: skip


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every module that is there when Hôm nay has been painted."""
    home = tmp_path_factory.mktemp("start")
    with Workspace.open(home) as work:
        offices.tell(work, name="Ủy ban nhân dân xã Đồng Sen")
    code = SPY.replace("HOME", repr(str(home)))
    root = Path(__file__).resolve().parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True, timeout=60
    )
    page, modules = json.loads(ended.stdout)
    assert page == "today"
    return set(modules)


def parts(imported: set[str], package: str) -> set[str]:
    """What of a package is there, one level down."""
    return {name.split(".")[package.count(".") + 1] for name in imported if name.startswith(f"{package}.")}


def test_of_libraries_only_qt_and_the_database_are_there(imported):
    tops = {name.partition(".")[0] for name in imported} - sys.stdlib_module_names
    ours = {
        "desktop",
        "__main__",
        "signature_bootstrap",
        "coverage",
        "$coverage",
    }  # the last two count what is tested
    assert {top for top in tops - ours - LIBRARIES if not top.startswith("_")} <= {"org", "apsw"}


def test_of_qt_only_what_widgets_need_is_there(imported):
    assert {name for name in parts(imported, "PySide6") if name.startswith("Qt")} == QT


def test_of_services_and_storage_only_what_is_shown_at_once_is_there(imported):
    assert parts(imported, "desktop.services") <= SERVICES
    assert parts(imported, "desktop.storage") <= STORAGE


def test_no_paper_no_reader_no_command_is_there(imported):
    assert not {"documents", "readers", "writers", "exchange", "workers", "cli", "sentences"} & parts(
        imported, "desktop"
    )


def test_of_pages_and_dialogs_only_the_first_page_is_there(imported):
    pages = {name for name in parts(imported, "desktop.ui.pages") if not name.startswith("today")}
    assert pages == {"page"}
    assert parts(imported, "desktop.ui.dialogs") == set()


def test_no_lock_is_there_where_there_is_no_password(imported):
    assert "locking" not in parts(imported, "desktop.ui")
    assert not {"lock_view", "secret_fields"} & parts(imported, "desktop.ui.widgets")
