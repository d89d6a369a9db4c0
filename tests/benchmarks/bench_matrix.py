"""The matrix of 3,321 units x 30 tasks: opening it, scrolling it, a tick to the repainted cell; beside an empty table of that size.
Ranges of it changed, taken back and made again: how long until they are drawn, and the longest time the window answered nobody meanwhile.

    python tests/benchmarks/bench_matrix.py [all]     all: the whole matrix as a range too, which takes a minute
"""

import datetime as dt
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import (  # noqa: E402
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSettings,
    Qt,
)
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QTableView  # noqa: E402

from desktop.domain.assignment import Status  # noqa: E402
from desktop.domain.plan import Plan, PlanState  # noqa: E402
from desktop.domain.result import Result  # noqa: E402
from desktop.domain.task import Party, Task  # noqa: E402
from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName  # noqa: E402
from desktop.services import following  # noqa: E402
from desktop.services.workspace import Workspace  # noqa: E402
from desktop.storage import plans, results, tasks, units  # noqa: E402
from desktop.ui import theme as themes  # noqa: E402
from desktop.ui.context import Context  # noqa: E402
from desktop.ui.doing import Doer  # noqa: E402
from desktop.ui.hub import Hub  # noqa: E402
from desktop.ui.jobs import Jobs  # noqa: E402
from desktop.ui.pages.plan_matrix import MatrixTab  # noqa: E402

UNITS, TASKS, TICKS, STEPS = 3_321, 30, 60, 200
DAY, TODAY = dt.date(2026, 3, 2), dt.date(2026, 3, 27)


class Bare(QAbstractTableModel):
    """A table of the same size with one letter in each cell."""

    def rowCount(self, _: object = QModelIndex()) -> int:  # noqa: N802 - Qt
        return UNITS

    def columnCount(self, _: object = QModelIndex()) -> int:  # noqa: N802 - Qt
        return TASKS

    def data(self, _: object, role: int = 0) -> str | None:
        return "X" if role == Qt.ItemDataRole.DisplayRole else None


def fill(work: Workspace) -> int:
    """A plan whose tasks are given to every commune; two thirds of the work has results."""
    with work.store.bulk():
        keys = [units.add(work.store, Unit(0, "", (UnitName(f"UBND xã Số {at}"),))).id for at in range(UNITS)]
    group = units.save_group(work.store, UnitGroup(0, "", "UBND các xã", tuple(map(Membership, keys))))
    plan = plans.add(work.store, Plan(0, "", "Kế hoạch đo", state=PlanState.ISSUED, number=1, date=DAY))
    lead = (Party("UBND các xã", group=group.id),)
    made = tasks.add_all(
        work.store, plan.id, [Task(0, "", 0, at, f"Nhiệm vụ {at}", leads=lead) for at in range(TASKS)]
    )
    dues = {task.id: DAY + dt.timedelta(3 * at) for at, task in enumerate(made)}
    tasks.assign(work.store, plan.id, DAY, dues)
    chance = random.Random(1)
    said = [
        Result(a.id, TODAY, status, TODAY if status is Status.DONE else None)
        for a in tasks.assignments_of_plan(work.store, plan.id)
        if (status := chance.choice([Status.DONE, Status.IN_PROGRESS, None])) is not None
    ]
    results.add_all(work.store, said)
    return plan.id


def milliseconds(act: Callable[[], object]) -> float:
    """Time until it was done and drawn."""
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def say(what: str, times: list[float], bare: list[float] | None = None) -> None:
    """Median and worst; beside the bare table where there is one."""
    middle = statistics.median(times)
    beside = (
        f"   bare {statistics.median(bare):7.2f} ms {middle / statistics.median(bare):5.2f} x" if bare else ""
    )
    print(f"{what:44} {middle:8.2f} ms, at most {max(times):8.2f} ms{beside}")


def scrolled(view: QTableView) -> list[float]:
    """Steps of three rows down, each drawn."""
    bar = view.verticalScrollBar()
    return [
        milliseconds(lambda at=at: (bar.setValue(at * 78), view.viewport().repaint())) for at in range(STEPS)
    ]


def opened(tab: MatrixTab, plan: int) -> float:
    """From the wish to the cells drawn."""

    def act() -> None:
        tab.show_plan(plan)
        while tab._is_loading:
            QApplication.processEvents()
            time.sleep(0.002)
        tab.sheet.viewport().repaint()

    return milliseconds(act)


def ticked(tab: MatrixTab, keys: str) -> list[float]:
    """A letter in a cell, the step of undo kept, the cell drawn."""
    out = []
    for at in range(TICKS):
        tab.sheet.setCurrentIndex(tab.model.index(at, at % TASKS))
        QApplication.processEvents()
        letter = keys[at % len(keys)]
        out.append(milliseconds(lambda letter=letter: QTest.keyClick(tab.sheet, letter)))
    return out


def still(tab: MatrixTab, act: Callable[[], object]) -> tuple[float, float]:
    """(milliseconds until it was done and drawn, the longest of them between two turns of the window)."""
    start = before = time.perf_counter()
    longest = 0.0
    act()
    while True:
        QApplication.processEvents()
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
        if not tab._is_loading and not tab._context.jobs.is_busy:
            return (now - start) * 1000, longest * 1000
        time.sleep(0.002)


def ranges(tab: MatrixTab, units: int) -> None:
    """A letter on a range of so many rows, taken back, made again; copied, and pasted where other letters stood."""
    doer, cells = tab._context.doer, f"{units * TASKS:,} cells"
    block = QItemSelection(tab.model.index(0, 0), tab.model.index(units - 1, TASKS - 1))
    tab.sheet.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    found: dict[str, list[tuple[float, float]]] = {}
    for letter in "xdk":
        for what, act in (
            (f"a range of {cells}", lambda letter=letter: QTest.keyClick(tab.sheet, letter)),
            ("undo of it", doer.undo),
            ("redo of it", doer.redo),
            ("copying it", tab.sheet.copy),
            ("undo of it", doer.undo),
            ("pasting it back", tab.sheet.paste),
        ):
            found.setdefault(what, []).append(still(tab, act))
    for what, rounds in found.items():
        taken, longest = zip(*rounds, strict=True)
        print(
            f"{what:44} {statistics.median(taken):8.0f} ms, at most {max(taken):8.0f} ms   stands still {max(longest):5.0f} ms"
        )


def main() -> None:
    """Measure and tell."""
    app = QApplication(sys.argv)
    look = themes.load("light")
    look.apply(app)
    with tempfile.TemporaryDirectory() as home, Workspace.open(Path(home) / "w", lambda: TODAY) as work:
        plan = fill(work)
        hub, jobs = Hub(), Jobs()
        settings = QSettings(str(Path(home) / "screen.ini"), QSettings.Format.IniFormat)
        tab = MatrixTab(Context(work, hub, jobs, Doer(work, hub, jobs), settings, look))
        hub.changed.connect(lambda _: tab.show_plan(plan))
        tab.resize(1146, 640)
        tab.show()
        bare = QTableView()
        bare.setModel(Bare(bare))
        bare.resize(1146, 640)
        bare.show()
        say(
            "loading, without the window",
            [milliseconds(lambda: following.load(work, plan)) for _ in range(5)],
        )
        say("opening until the cells are drawn", [opened(tab, plan) for _ in range(5)])
        say("a step of scrolling", scrolled(tab.sheet), scrolled(bare))
        say("a tick to the repainted cell", ticked(tab, "xdk"))
        say("sorting by what is late", [milliseconds(tab._show_rows) for _ in range(5)])
        ranges(tab, 100)
        if sys.argv[1:2] == ["all"]:
            ranges(tab, UNITS)
        jobs.close()


if __name__ == "__main__":
    main()
