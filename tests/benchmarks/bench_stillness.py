"""How long the window stands still while a list of 100,000 units comes in through its page. Prints; asserts nothing.

    python tests/benchmarks/bench_stillness.py [rounds] [rows]

The real window runs the real jobs: a list read into an empty workspace, kept, read once more over the units that are there now, and the
same list with other telephones kept over them; then both are taken back. A timer of 5 ms writes down when it is woken; the longest time
between two wakings is how long the window answered nobody. The median and the worst of the rounds; "s" is how long the step took as the
person sees it. On an idle machine only: with other programs on all cores the window waits for these as well.
"""

import datetime as dt
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import long_lists  # noqa: E402
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop.services.workspace import Workspace  # noqa: E402
from desktop.ui import theme as themes  # noqa: E402
from desktop.ui.context import Context  # noqa: E402
from desktop.ui.doing import Doer  # noqa: E402
from desktop.ui.hub import Hub, Place  # noqa: E402
from desktop.ui.jobs import Jobs  # noqa: E402
from desktop.ui.main_window import MainWindow  # noqa: E402
from desktop.ui.pages.unit_import import UnitImportPage  # noqa: E402

ROUNDS = int(sys.argv[1]) if sys.argv[1:2] else 3
ROWS = int(sys.argv[2]) if sys.argv[2:3] else 100_000
TODAY = dt.date(2026, 3, 27)
TICK_MS = 5
AFTER_MS = 600
"""The end of a job is drawn and tidied up after it: that counts too."""


class Watch:
    """The longest time, in milliseconds, that the window's loop woke nobody."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._before = time.perf_counter()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._wake)
        self._timer.start(TICK_MS)

    def _wake(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._before) * 1000)
        self._before = now

    def over(self, context: Context, act: Callable[[], object]) -> tuple[float, float]:
        """(longest stand-still, seconds) from `act`, which starts a job, until that is over and drawn."""
        _wait(100)
        self.longest = 0.0
        since = time.perf_counter()
        loop = QEventLoop()
        context.jobs.finished.connect(loop.quit)
        QTimer.singleShot(0, act)
        loop.exec()
        taken = time.perf_counter() - since
        _wait(AFTER_MS)
        return self.longest, taken


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def with_other_phones(path: Path) -> Path:
    """The same list, each unit with another telephone: every line is a change."""
    other = path.with_name("changed.csv")
    other.write_text(path.read_text("utf-8-sig").replace(",02", ",03"), "utf-8-sig")
    return other


def run(folder: Path, lists: dict[str, Path]) -> dict[str, tuple[float, float]]:
    """One round in an empty workspace."""
    with Workspace.open(Path(tempfile.mkdtemp(dir=folder)), lambda: TODAY) as work:
        hub, jobs = Hub(), Jobs()
        look = themes.load("light", 100)
        look.apply(QApplication.instance())
        settings = QSettings(str(folder / "screen.ini"), QSettings.Format.IniFormat)
        context = Context(work, hub, jobs, Doer(work, hub, jobs), settings, look)
        window = MainWindow(context)
        window.resize(1366, 768)
        window.show_place(Place("unit_import"))
        window.show()
        page = window.findChild(UnitImportPage)
        gc.freeze()
        watch = Watch()
        found = {
            "read .xlsx": watch.over(context, lambda: page.read(lists["xlsx"])),
            "keep": watch.over(context, page.keep.click),
            "read again": watch.over(context, lambda: page.read(lists["xlsx"])),
            "read .csv changed": watch.over(context, lambda: page.read(lists["changed"])),
            "keep changed": watch.over(context, page.keep.click),
            "undo": watch.over(context, context.doer.undo),
            "undo the first": watch.over(context, context.doer.undo),
        }
        window.close()
        jobs.close()
        return found


def main() -> None:
    """Make the lists, run the rounds, print the table."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix in ("xlsx", "csv"):
            long_lists.write(folder / f"units.{suffix}", ROWS)
        lists = {"xlsx": folder / "units.xlsx", "changed": with_other_phones(folder / "units.csv")}
        rounds = [run(folder, lists) for _ in range(ROUNDS)]
    print(f"unit list {ROWS} x 12 through the window, {ROUNDS} rounds")
    print("step                 longest stand-still, ms: median   worst        s")
    for step in rounds[0]:
        still, taken = zip(*(one[step] for one in rounds), strict=True)
        print(f"{step:20} {statistics.median(still):32.0f} {max(still):7.0f} {statistics.median(taken):8.2f}")
    application.quit()


if __name__ == "__main__":
    main()
