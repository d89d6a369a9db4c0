"""The main job, clicked through in one window as an officer does it: unit list, directive, plan, issue, follow-up, printed report."""

import shutil
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.domain.assignment import Status
from desktop.domain.plan import PlanState
from desktop.domain.report import ReportState
from desktop.paths import data_file
from desktop.services import offices, unit_lists
from desktop.services.workspace import Workspace
from desktop.storage import plans, reports, tasks
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.main_window import MainWindow


@pytest.fixture
def office(work: Workspace) -> Workspace:
    """An office with its units, as after the first start."""
    offices.tell(
        work,
        name="Ủy ban nhân dân xã Đồng Sen",
        place="Đồng Sen",
        reports_to="Sở Y tế tỉnh Sơn Giang",
        drafting="VHXH",
    )
    unit_lists.commit(work, unit_lists.preview(work, data_file("samples/danh-sach-don-vi.xlsx")))
    return work


class Officer:
    """Clicks and types in one window; waits where a person would."""

    def __init__(self, context: Context, qtbot: object) -> None:
        self.context, self.qtbot = context, qtbot
        self.window = MainWindow(context)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show_place(Place("plans"))
        self.window.show()
        self.failed: list[object] = []
        context.hub.failed.connect(self.failed.append)

    def find(self, name: str) -> QWidget:
        """The visible widget of that name."""
        return next(w for w in self.window.findChildren(QWidget, name) if w.isVisible())

    def click(self, name: str) -> None:
        """Click it."""
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def wait(self, until: object) -> None:
        """Until it is so."""
        self.qtbot.waitUntil(until, timeout=30_000)

    def wait_for_jobs(self) -> None:
        """Until nothing runs."""
        self.wait(lambda: not self.context.jobs.is_busy)

    def draft(self) -> int:
        """From the directive to the draft; gives its id."""
        self.context.hub.go("directive", part=str(data_file("samples/cong-van-so-y-te.docx")))
        self.wait(lambda: self.window.page is not None and bool(getattr(self.window.page, "_cards", None)))
        self.click("makePlan")
        self.wait(lambda: self.window.place.page == "plan")
        self.wait_for_jobs()
        return self.window.page.key

    def issue(self) -> None:
        """With the number that is offered and today's day."""
        self.click("planPrimary")
        self.click("givenAccept")
        self.wait_for_jobs()

    def tick(self) -> None:
        """The first cell of the matrix that was given, by its letter."""
        self.context.hub.go("plan", self.window.page.key, "follow")
        tab = self.window.page.tabs.currentWidget()
        self.wait(lambda: tab.model.rowCount() > 0 and tab.sheet.isVisible())
        key = self.window.page.key
        first = tasks.assignments_of_plan(self.context.work.store, key)[0]
        task = next(t for t in tasks.of_plan(self.context.work.store, key) if t.id == first.task)
        tab.open_part(f"unit:{first.unit}")
        index = tab.sheet.currentIndex()
        tab.sheet.setCurrentIndex(tab.model.index(index.row(), task.position))
        self.qtbot.keyClicks(tab.sheet, "x")
        self.wait_for_jobs()

    def report(self) -> int:
        """Written, numbered and frozen; gives its id."""
        self.context.hub.go("plan", self.window.page.key, "report")
        self.click("emptyAct")
        tab = self.window.page.tabs.currentWidget()
        self.wait(lambda: bool(tab.editor._cards))
        self.click("reportSend")
        self.click("givenAccept")
        self.wait_for_jobs()
        return tab.editor.key


def print_to(officer: Officer, press: str, path: Path) -> int:
    """Press a print button, print to a file; gives the number of pages on paper."""
    officer.click(press)
    officer.wait(lambda: officer.window.findChild(QWidget, "printDialog") is not None)
    dialog = officer.window.findChild(QWidget, "printDialog")
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    dialog.print_on(printer, tuple(range(dialog._count)))
    officer.wait_for_jobs()
    return len(pypdfium2.PdfDocument(path))


def test_from_the_directive_to_the_printed_report(
    office: Workspace, make_context: object, qtbot: object, tmp_path: Path
) -> None:
    officer = Officer(make_context(office), qtbot)
    key = officer.draft()
    assert len(tasks.of_plan(office.store, key)) > 5
    officer.issue()
    assert plans.get(office.store, key).state is PlanState.ISSUED
    assert print_to(officer, "planPrimary", tmp_path / "ke-hoach.pdf") >= 2
    officer.tick()
    done = [a for a in tasks.assignments_of_plan(office.store, key) if a.status is Status.DONE]
    assert len(done) == 1
    report = officer.report()
    assert reports.get(office.store, report).state is ReportState.SENT
    assert print_to(officer, "reportPrint", tmp_path / "bao-cao.pdf") >= 2
    assert officer.failed == []
    officer.window.close()


def test_a_file_dropped_on_the_window_goes_to_the_page_for_it(
    demo: Context, window: MainWindow, tmp_path: Path, qtbot: object
) -> None:
    from desktop.ui.dropping import Dropping

    path = tmp_path / "cong van.docx"
    shutil.copy(data_file("samples/cong-van-so-y-te.docx"), path)
    Dropping(demo).take([str(path)])
    assert window.place.page == "directive"
    qtbot.waitUntil(lambda: bool(window.page._cards), timeout=30_000)
    notices: list[object] = []
    demo.hub.notice.connect(notices.append)
    Dropping(demo).take([str(tmp_path / "phim.mp4")])
    assert notices[0].is_warning
