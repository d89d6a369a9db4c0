"""Fixtures of the window: an open workspace (empty, or with the demo's data), the window over it, and nothing left behind."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.demo import Demo
from desktop.services.workspace import Workspace
from desktop.ui import theme as themes
from desktop.ui.context import Context
from desktop.ui.doing import Doer
from desktop.ui.hub import Hub, Place
from desktop.ui.jobs import Jobs
from desktop.ui.main_window import MainWindow
from desktop.ui.qt_words import QtWords

TODAY = dt.date(2026, 3, 27)
"""The day in tests: the demo's plan has been reported on, some of it is late."""


@pytest.fixture(autouse=True)
def no_key_held(qapp: QApplication) -> None:
    """A key pressed with Ctrl by the test before leaves Ctrl down for Qt, which then chooses rows one by one: let it go."""
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(QWidget(), Qt.Key.Key_F24)


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo's data; never opened itself, only copied."""
    demo = Demo(tmp_path_factory.mktemp("demo"), lambda *_: None)
    demo.run()
    return demo.home


@pytest.fixture
def work(home: Path) -> Iterator[Workspace]:
    """An empty workspace."""
    with Workspace.open(home, lambda: TODAY) as opened:
        yield opened


@pytest.fixture
def demo_work(demo_home: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with the demo's data, of this test's own."""
    own = tmp_path / "demo"
    own.mkdir()
    shutil.copy(demo_home / "workspace.db", own)
    with Workspace.open(own, lambda: TODAY) as opened:
        yield opened


@pytest.fixture
def make_context(qapp: QApplication, tmp_path: Path) -> Iterator["object"]:
    """Makes the context of a workspace; its jobs are ended after the test."""
    made: list[Jobs] = []

    def make(work: Workspace, theme: str = "light", text: int = 100) -> Context:
        look = themes.load(theme, text)
        look.apply(qapp)
        hub, jobs = Hub(), Jobs()
        made.append(jobs)
        settings = QSettings(str(tmp_path / "screen.ini"), QSettings.Format.IniFormat)
        return Context(work, hub, jobs, Doer(work, hub, jobs), settings, look)

    words = QtWords()
    qapp.installTranslator(words)
    yield make
    qapp.removeTranslator(words)
    for jobs in made:
        assert not jobs.is_busy, f"the job {jobs.title} was left running"
        jobs.close()


@pytest.fixture
def context(work: Workspace, make_context: "object") -> Context:
    """The context of an empty workspace."""
    return make_context(work)  # type: ignore[operator,no-any-return]


@pytest.fixture
def demo(demo_work: Workspace, make_context: "object") -> Context:
    """The context of the demo's data."""
    return make_context(demo_work)  # type: ignore[operator,no-any-return]


@pytest.fixture
def failures(demo: Context) -> list[object]:
    """Expected errors told while the test runs; a test that wants none asserts that it is empty."""
    told: list[object] = []
    demo.hub.failed.connect(told.append)
    return told


@pytest.fixture
def window(demo: Context, qtbot: "object") -> Iterator[MainWindow]:
    """The window over the demo's data, shown at 1366x768."""
    made = MainWindow(demo)
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    made.resize(1366, 768)
    made.show_place(Place("today"))
    made.show()
    yield made
    made.close()
