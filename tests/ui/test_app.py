"""The program as a whole: first start, one window a workspace, the sample and the way back."""

import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.app import App, restore
from desktop.services import homes, offices, safety
from desktop.ui.instance import Ear, call


@pytest.fixture
def app(qapp, home) -> Iterator[App]:
    made = App(qapp, home)
    yield made
    made.window.close()
    made.close()


def opened(app: App, qtbot) -> App:
    """The window is seen and listens."""
    app.open()
    qtbot.waitUntil(lambda: app._ear is not None)
    return app


def test_the_first_start_asks_for_the_office(app, qtbot):
    assert opened(app, qtbot).window.place.page == "welcome"
    qtbot.waitUntil(lambda: not app.jobs.is_busy)


def test_a_second_start_calls_the_first_window_and_ends(app, qtbot, home):
    opened(app, qtbot)
    qtbot.waitUntil(lambda: not app.jobs.is_busy)
    heard: list[bool] = []
    app._ear._called = lambda: heard.append(True)
    second = subprocess.Popen([sys.executable, "-m", "desktop", "--home", str(home)])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    assert heard == [True]


def test_nobody_hears_where_no_window_is_open(home):
    assert not call(home, tries=1)


def test_an_ear_hears_its_own_workspace_alone(qtbot, home, tmp_path):
    heard: list[bool] = []
    ear = Ear(home, lambda: heard.append(True))
    assert ear.is_listening
    assert not call(tmp_path / "other", tries=1)
    assert call(home)
    qtbot.waitUntil(lambda: heard == [True])
    ear.close()


def test_a_sample_is_seen_on_its_day_with_the_way_back(qapp, qtbot, demo_home, tmp_path):
    folder = tmp_path / "real" / homes.SAMPLE_FOLDER / "du-lieu"
    shutil.copytree(demo_home, folder, ignore=shutil.ignore_patterns("*.lock", "backups"))
    app = opened(App(qapp, folder), qtbot)
    qtbot.waitUntil(lambda: not app.jobs.is_busy and not app.jobs._drawings, timeout=20_000)
    assert app.work.today() == dt.date(2026, 6, 24)
    app.window.findChild(QPushButton, "sampleLeave").click()
    assert app.next_home == Path(tmp_path / "real")
    assert not app.window.isVisible()
    app.close()


def test_a_copy_takes_the_place_of_the_workspace_between_two_windows(qapp, qtbot, home):
    app = opened(App(qapp, home), qtbot)
    qtbot.waitUntil(lambda: not app.jobs.is_busy)
    offices.tell(app.work, name="Phòng Nội vụ")
    copy = safety.backup(app.work)
    offices.tell(app.work, name="Phòng Tư pháp")
    app.hub.restore_wanted.emit(copy)
    assert app.next_home == home
    app.close()
    tell = restore(app)
    again = App(qapp, home)
    assert again.work.office.name == "Phòng Nội vụ"
    with qtbot.waitSignal(again.hub.notice):
        tell(again.hub)
    again.close()


def test_a_copy_that_is_none_leaves_the_workspace_as_it_was(qapp, qtbot, home, tmp_path):
    app = opened(App(qapp, home), qtbot)
    qtbot.waitUntil(lambda: not app.jobs.is_busy)
    copy = tmp_path / "hong.db"
    copy.write_bytes(b"hong")
    app.hub.restore_wanted.emit(copy)
    app.close()
    tell = restore(app)
    with qtbot.waitSignal(app.hub.failed):
        tell(app.hub)
