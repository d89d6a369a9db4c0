"""The editor on a plan of 20 pages: a key to the painted window, a pause to the redrawn page. Prints figures; asserts nothing.

    python tests/benchmarks/bench_editor.py [keys]

A key is timed from the event to the end of painting, in the widget as the tab "Soạn thảo" shows it, with the pages redrawn beside it as
they are when one types on and on. The bare QTextEdit with the same words, in the same run, is what Qt itself takes.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pdf_papers import plan as twenty_pages
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop.documents.body import Body, to_json
from desktop.domain.plan import Plan
from desktop.services.workspace import Workspace
from desktop.storage import plans
from desktop.ui import theme as themes
from desktop.ui.context import Context
from desktop.ui.doing import Doer
from desktop.ui.hub import Hub
from desktop.ui.jobs import Jobs
from desktop.ui.pages.plan_draft import DraftTab

KEYS = 120
PAUSES = 8


def main() -> None:
    """Measure and print."""
    keys = int(sys.argv[1]) if len(sys.argv) > 1 else KEYS
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder)) as work:
        jobs, hub = Jobs(), Hub()
        theme = themes.load("light")
        theme.apply(application)
        settings = QSettings(str(Path(folder) / "screen.ini"), QSettings.Format.IniFormat)
        tab = DraftTab(Context(work, hub, jobs, Doer(work, hub, jobs), settings, theme))
        tab.resize(1160, 640)
        tab.show()
        tell("open and paint", timed(lambda: tab.show_plan(_plan(work))))
        QTest.qWait(1500)
        bare = _bare(tab)
        for name, place in (("first page", 0.02), ("middle", 0.5), ("last page", 0.97)):
            tell(f"key, {name}", [press(tab.editor, keys, place), press(bare, keys, place)])
        tell(
            "Enter, middle",
            [press(tab.editor, 20, 0.5, Qt.Key.Key_Return), press(bare, 20, 0.5, Qt.Key.Key_Return)],
        )
        tell("key while pages are redrawn", [press(tab.editor, keys, 0.5, before=tab.redraw)])
        tell("pause to the redrawn page", [redrawn(tab) for _ in range(PAUSES)])
        tell("keep what was typed", [keep(tab) for _ in range(PAUSES)])
        jobs.close()


def _plan(work: Workspace) -> int:
    document = twenty_pages(1)
    added = plans.add(
        work.store, Plan(0, "", document.subject, symbol="KH-UBND"), to_json(Body(document.blocks))
    )
    return added.id


def _bare(tab: DraftTab) -> QTextEdit:
    """Qt's own editor with the same words and looks."""
    made = QTextEdit()
    made.setDocument(tab.editor.document().clone(made))
    made.document().setUndoRedoEnabled(False)
    made.resize(tab.editor.size())
    made.show()
    return made


def timed(act: Callable[[], object]) -> float:
    """Milliseconds until it is done and painted."""
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - start)


def press(
    view: QTextEdit,
    count: int,
    place: float,
    key: Qt.Key = Qt.Key.Key_A,
    before: Callable[[], object] | None = None,
) -> list[float]:
    """Milliseconds of each of `count` keys typed at that share of the text."""
    cursor = view.textCursor()
    cursor.setPosition(int(place * view.document().characterCount()))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    QApplication.processEvents()
    out = []
    for at in range(count):
        if before is not None and at % 10 == 0:
            before()
        out.append(timed(lambda: QTest.keyClick(view, key)))
    return out


def redrawn(tab: DraftTab) -> float:
    """Milliseconds from the last key to the picture of the page with it."""
    before = tab.paper.paper
    QTest.keyClick(tab.editor, Qt.Key.Key_A)
    start = time.perf_counter()
    while tab.paper.paper is before or tab.paper.is_waiting:
        QApplication.processEvents()
        time.sleep(0.001)
    return 1000 * (time.perf_counter() - start)


def keep(tab: DraftTab) -> float:
    """Milliseconds the window stands still while what was typed is kept."""
    QTest.keyClick(tab.editor, Qt.Key.Key_A)
    return timed(tab.leave)


def tell(what: str, took: "float | Sequence[float] | Sequence[Sequence[float]]") -> None:
    """A line: median and 95th of a hundred; beside it Qt's own where it was timed."""
    columns = [[took]] if isinstance(took, float) else took if isinstance(took[0], list) else [took]
    words = [f"{statistics.median(some):6.1f} ms (95 %: {_high(some):6.1f})" for some in columns]
    names = ("", "  bare QTextEdit ")
    print(f"{what:28}" + "".join(f"{name}{said}" for name, said in zip(names, words, strict=False)))


def _high(some: Sequence[float]) -> float:
    return sorted(some)[min(len(some) - 1, round(0.95 * len(some)))]


if __name__ == "__main__":
    main()
