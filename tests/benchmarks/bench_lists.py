"""The list of 200,000 assignments of ten years: opening it, page by page, far jumps; beside a model of that size with nothing behind it.

    python tests/benchmarks/bench_lists.py [rounds]

Both tables have the same columns, heights and window, and run in turn, each in a process of its own; a ratio is the median of the ratios
of the rounds. "open" is from making the table and reading the order to the cells drawn. Then, alone: what the page asks for each way of
seeing and each order. Asserts nothing.
"""

import datetime as dt
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import ten_years  # noqa: E402
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSettings, Qt  # noqa: E402
from PySide6.QtWidgets import QApplication, QTableView  # noqa: E402

from desktop.services import task_lists  # noqa: E402
from desktop.services.task_lists import Order, Wanted  # noqa: E402
from desktop.services.workspace import Workspace  # noqa: E402
from desktop.ui import theme as themes  # noqa: E402
from desktop.ui.context import Context  # noqa: E402
from desktop.ui.doing import Doer  # noqa: E402
from desktop.ui.hub import Hub  # noqa: E402
from desktop.ui.jobs import Jobs  # noqa: E402
from desktop.ui.models.paged import PagedModel  # noqa: E402
from desktop.ui.models.task_rows import columns  # noqa: E402
from desktop.ui.widgets.work_table import WorkTable  # noqa: E402

TODAY = dt.date(2026, 3, 27)
PAGES, JUMPS = 300, 100
EVERY = Wanted(running=False)


class Bare(QAbstractTableModel):
    """A model that answers at once."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def rowCount(self, _: object = QModelIndex()) -> int:  # noqa: N802 - Qt
        return self._count

    def columnCount(self, _: object = QModelIndex()) -> int:  # noqa: N802 - Qt
        return len(columns(TODAY))

    def data(self, _: object, role: int = 0) -> str | None:
        return "Tổ chức tuyên truyền" if role == Qt.ItemDataRole.DisplayRole else None


def seconds(act: Callable[[], object]) -> float:
    """Time until it was done and drawn."""
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return time.perf_counter() - start


def open_ours(context: Context) -> WorkTable:
    """The list as the page makes it."""
    work = context.work
    model = PagedModel(columns(TODAY), lambda keys: task_lists.rows(work, keys))
    table = WorkTable(model, "bench", context)
    model.setParent(table)
    model.set_ids(task_lists.ids(work, EVERY))
    return table


def open_bare(context: Context, count: int) -> QTableView:
    """A table with the same looks over nothing."""
    table = QTableView()
    model = Bare(count)
    model.setParent(table)
    table.setModel(model)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(context.theme.sizes.row)
    for at, column in enumerate(columns(TODAY)):
        table.setColumnWidth(at, column.width or 400)
        table.setColumnHidden(at, not column.is_shown)
    return table


def shown(table: QTableView) -> QTableView:
    """The table, drawn."""
    table.resize(1000, 700)
    table.show()
    table.viewport().repaint()
    return table


def scrolled(table: QTableView, places: list[int]) -> float:
    """Median time of going to a row and drawing the page."""
    bar = table.verticalScrollBar()
    return statistics.median(
        seconds(lambda at=at: (bar.setValue(at), table.viewport().repaint())) for at in places
    )


def opened(make: Callable[[], QTableView]) -> tuple[float, QTableView]:
    """Seconds until it is drawn, and the table."""
    made: list[QTableView] = []
    took = seconds(lambda: made.append(shown(make())))
    return took, made[0]


def moved(table: QTableView, count: int) -> tuple[float, float]:
    """Seconds of a page and of a jump."""
    page = table.viewport().height() // table.verticalHeader().defaultSectionSize()
    pages = scrolled(table, [at * page for at in range(1, PAGES)])
    chance = random.Random(3)
    jumps = scrolled(table, [chance.randrange(count) for _ in range(JUMPS)])
    table.close()
    table.deleteLater()
    return pages, jumps


def one(context: Context, name: str, count: int) -> None:
    """One candidate in a process of its own: seconds to open, of a page, of a jump; MiB at most."""
    make = (lambda: open_ours(context)) if name == "ours" else (lambda: open_bare(context, count))
    opening, table = opened(make)
    status = Path("/proc/self/status").read_text("utf-8")
    peak = int(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) / 1024
    print(opening, *moved(table, count), peak)


def compare(home: Path, count: int, rounds: int) -> None:
    """Ours and the bare one in turn."""
    told: dict[str, list[list[float]]] = {"bare": [], "ours": []}
    for _ in range(rounds + 1):
        for name, figures in told.items():
            command = [sys.executable, __file__, "--one", str(home), name, str(count)]
            figures.append([float(word) for word in subprocess.check_output(command, text=True).split()])
    print(f"{count} rows, {rounds} rounds")
    asked = ("open", 1000, "ms", 2.0), ("a page", 1000, "ms", 1.35), ("a far jump", 1000, "ms", 1.6)
    for at, (what, times, unit, most) in enumerate((*asked, ("peak", 1, "MiB", 0.0))):
        bare = [one[at] * times for one in told["bare"][1:]]  # the first round warms up
        ours = [one[at] * times for one in told["ours"][1:]]
        ratio = statistics.median(o / b for o, b in zip(ours, bare, strict=True))
        wish = f"(at most {most} x is asked)" if most else ""
        print(
            f"{what:12} bare {statistics.median(bare):7.2f} {unit}   ours {statistics.median(ours):7.2f} {unit}"
            f"   {ratio:5.2f} x   {wish}"
        )


def alone(work: Workspace) -> None:
    """What the page asks, of running plans and of all."""
    month = TODAY.replace(day=1)
    for name, wanted in (("running", Wanted()), ("all", EVERY), ("words", Wanted(words="bang ron"))):
        for what, act in (
            ("ids", partial(task_lists.ids, work, wanted)),
            ("counts", partial(task_lists.counts, work, wanted)),
            ("month", partial(task_lists.month, work, wanted, month)),
            ("units", partial(task_lists.by_unit, work, wanted)),
        ):
            print(f"{name:8} {what:8} {statistics.median(seconds(act) for _ in range(5)) * 1000:8.1f} ms")
    for order in Order:
        act = partial(task_lists.ids, work, EVERY, order)
        print(f"all by {order:10} {statistics.median(seconds(act) for _ in range(3)) * 1000:8.1f} ms")


def context_of(work: Workspace, folder: Path) -> Context:
    """What a table wants of the window."""
    look = themes.load("light")
    look.apply(QApplication.instance() or QApplication(sys.argv))  # type: ignore[arg-type]
    hub, jobs = Hub(), Jobs()
    settings = QSettings(str(folder / "screen.ini"), QSettings.Format.IniFormat)
    return Context(work, hub, jobs, Doer(work, hub, jobs), settings, look)


def main() -> None:
    """Measure and tell."""
    if "--one" in sys.argv:
        _, _, home, name, count = sys.argv
        with Workspace.open(Path(home), lambda: TODAY) as work:
            one(context_of(work, Path(home)), name, int(count))
        return
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "w"
        home.mkdir()
        with Workspace.open(home, lambda: TODAY) as work:
            ten_years.make(work)
            count = task_lists.count(work, EVERY)
        compare(home, count, int(sys.argv[1]) if len(sys.argv) > 1 else 5)
        with Workspace.open(home, lambda: TODAY) as work:
            alone(work)


if __name__ == "__main__":
    main()
