"""Shared fixtures. Every test has a home of its own; the samples beside the project are used when they are there."""

import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent

# The same examples every time, and no clock: a busy machine must not fail a rule. Speed has its own place (make bench).
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    # In the environment without Qt nobody else declares these settings of pyproject.toml.
    if importlib.util.find_spec("pytestqt") is None:
        parser.addini("qt_log_level_fail", "read by pytest-qt alone")
        parser.addini("qt_log_ignore", "read by pytest-qt alone", type="linelist")


@pytest.fixture(scope="session", autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What goes to the default home by mistake goes to a temporary folder, not to the data of whoever runs the tests."""
    folder = str(tmp_path_factory.mktemp("nobody"))
    os.environ.update(XDG_DATA_HOME=folder, LOCALAPPDATA=folder, APPDATA=folder)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples and tools beside the project; tests that need it are skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder `shared` is not beside the project")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home for user data."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))
