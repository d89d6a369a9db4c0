"""The tab *Kết quả*: units at the left, late ones marked; at the right what the chosen one reported, evidence, what was done about it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.assignment import Standing
from desktop.domain.plan import PlanState
from desktop.domain.result import Result
from desktop.domain.vietnamese import fold
from desktop.services import evidence, following, unit_results
from desktop.services.following import Matrix
from desktop.services.unit_results import UnitResults
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.log_urging import LogUrgingDialog
from desktop.ui.dialogs.receiving import open_receiving
from desktop.ui.dialogs.save_paper import ask_files
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.rows import RowsModel
from desktop.ui.pages.result_files import ResultFiles
from desktop.ui.pages.result_form import ResultForm
from desktop.ui.pages.result_rows import TASKS, UNITS
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_bar import FilterBar
from desktop.ui.widgets.parts import button, chip, column, label, row
from desktop.ui.widgets.table import Table


class ResultsTab(QWidget):
    """Results of one plan, unit by unit."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("resultsTab")
        self.setAcceptDrops(True)
        self._context = context
        self._key = 0
        self._matrix: Matrix | None = None
        self._shown: UnitResults | None = None
        self._wanted = ""
        self.units = RowsModel(UNITS, self)
        self.unit_table = Table(self.units, "resultUnits", context)
        self.unit_table.setAccessibleName("Các đơn vị")
        self.tasks = RowsModel(TASKS, self)
        self.task_table = Table(self.tasks, "resultTasks", context, dense=True)
        self.task_table.setAccessibleName("Nhiệm vụ của đơn vị")
        self.form, self.files = ResultForm(context), ResultFiles(context)
        offer(self.unit_table, "Kết quả theo đơn vị", context)
        offer(self.task_table, "Nhiệm vụ của đơn vị", context)
        self._make_bar()
        self._lay_out()
        self.unit_table.picked.connect(self._on_unit)
        self.task_table.picked.connect(self._on_task)
        self.form.kept.connect(self._keep)
        self.files.added.connect(self._add_files)
        self.files.removed.connect(self._remove_file)
        self.files.ticked.connect(self._tick)

    def _make_bar(self) -> None:
        self.bar = FilterBar("Tìm đơn vị", "resultsFilter")
        self.bar.words_changed.connect(lambda _: self._show_units())
        self.late = chip("Quá hạn", "resultsLate", lambda _: self._show_units())
        self.missing = chip("Chưa báo cáo", "resultsMissing", lambda _: self._show_units())
        icon = self._context.theme.icon("import")
        self.imports = button(" Nhập biểu kết quả…", "resultsImport", self._ask_forms, icon=icon)
        for widget in (self.late, self.missing, self.imports):
            self.bar.add(widget)

    def _lay_out(self) -> None:
        theme = self._context.theme
        self._empty = EmptyState(
            "Kết quả ghi theo từng đơn vị sau khi kế hoạch được ban hành và giao việc.",
            theme.drawing("reports"),
        )
        self._name = ElidedLabel("", "heading", "resultUnit")
        self._contact = label("", "muted", "resultContact")
        icon = theme.icon("phone")
        self.urge = button(
            " Ghi đôn đốc…", "resultUrge", self._log, icon=icon, tip="Ghi lần gọi, nhắn, nhắc và ngày hẹn"
        )
        head = row(column(self._name, self._contact, space=2), self.urge, space=12)
        head.setStretch(0, 1)
        head.setContentsMargins(12, 0, 4, 0)
        self.details = _split("resultsDetails", self.form, self.files, [548, 252], self._context, grows=2)
        right = QWidget()
        layout = column(head, self.task_table, self.details, space=8)
        layout.setStretch(2, 1)
        right.setLayout(layout)
        self.split = _split(
            "resultsSplit", self.unit_table, right, [round(360 * theme.scale), 800], self._context
        )
        self._pages = QStackedWidget()
        for page in (self.split, self._empty, QWidget()):
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(2)
        self.bar.setContentsMargins(8, 0, 0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4, 8, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.bar)
        outer.addWidget(self._pages, 1)

    def show_plan(self, key: int) -> None:
        """Show that plan as it is now; the same unit and task stay chosen."""
        if key != self._key:
            self.form.forget()
            self._key, self._matrix, self._shown = key, None, None
            self._pages.setCurrentIndex(2)
        elif self._shown is not None:
            self._load_unit(self._shown.unit.id)
        work = self._context.work
        self._context.jobs.draw("results", lambda: following.load(work, key), self._on_loaded)

    def open_part(self, part: str) -> None:
        """Go to a unit ("unit:3"), a task ("task:12") or a result ("result:5") of it."""
        self._wanted = part
        if self._matrix is not None:
            self._go()

    def leave(self) -> None:
        """Keep what is being typed."""
        self.form.keep_typed()

    def drop(self, paths: Sequence[str]) -> bool:
        """Packages and filled forms dropped on the window come in here; other files are for others."""
        files = [Path(path) for path in paths if path.lower().endswith((".xlsx", ".skh"))]
        if files and len(files) == len(paths):
            open_receiving(self._context, self.window(), files)
            return True
        return False

    def _on_loaded(self, matrix: Matrix) -> None:
        if matrix.plan.id != self._key:
            return
        self._matrix = matrix
        is_draft = matrix.plan.state is PlanState.DRAFT or not matrix.rows
        self.bar.setVisible(not is_draft)
        self.urge.setVisible(not matrix.plan.is_received)
        self._pages.setCurrentIndex(1 if is_draft else 0)
        if not is_draft:
            self._show_units()
            self._go()

    def _show_units(self) -> None:
        if self._matrix is None:
            return
        words = fold(self.bar.words.text().strip())
        rows = [
            one
            for one in self._matrix.rows
            if (not words or words in fold(one.name))
            and (not self.late.isChecked() or one.late)
            and (not self.missing.isChecked() or one.reported < one.given)
        ]
        chosen = self._shown.unit.id if self._shown is not None else None
        self.unit_table.blockSignals(True)
        self.units.set_rows(rows)
        self.unit_table.blockSignals(False)
        if not self.unit_table.select_key(chosen, "unit") and rows:
            self.unit_table.selectRow(0)
        self.bar.tell(text.count(len(rows), "đơn vị"))

    def _on_unit(self) -> None:
        chosen = self.unit_table.current_row()
        if chosen is not None and (self._shown is None or self._shown.unit.id != chosen.unit):
            self._load_unit(chosen.unit)

    def _load_unit(self, unit: int) -> None:
        task = self.task_table.current_row()
        self._shown = shown = unit_results.load(self._context.work, self._key, unit)
        contact = shown.unit.contact
        self._name.setText(shown.name)
        self._contact.setText(
            "  ·  ".join(filter(None, (contact.person, contact.position, contact.phone)))
            or "Chưa có người liên hệ"
        )
        self.task_table.blockSignals(True)
        self.tasks.set_rows(shown.tasks)
        self.task_table.blockSignals(False)
        self._fit_tasks(len(shown.tasks))
        kept = task.assignment if task is not None else None
        if not self.task_table.select_key(kept, "assignment") and shown.tasks:
            late = (at for at, one in enumerate(self.tasks.rows) if one.mark.standing is Standing.OVERDUE)
            self.task_table.selectRow(next(late, 0))
        self._on_task()

    def _fit_tasks(self, count: int) -> None:
        """As high as its rows, up to a third of the room."""
        head, rows = self.task_table.horizontalHeader(), self.task_table.verticalHeader()
        high = head.sizeHint().height() + count * rows.defaultSectionSize() + 4
        self.task_table.setFixedHeight(min(high, max(self.height() // 3, 120)))

    def _on_task(self) -> None:
        chosen = self.task_table.current_row()
        self.details.setVisible(chosen is not None)
        if chosen is None:
            self.form.forget()
            return
        self.form.show_task(chosen)
        self.files.show_task(chosen)

    def _go(self) -> None:
        noun, _, key = self._wanted.partition(":")
        self._wanted = ""
        if not key.isdecimal():
            return
        if noun == "unit":
            self.unit_table.select_key(int(key), "unit")
        elif noun == "result":
            self._go_to_result(int(key))
        elif noun == "task":
            at = next((at for at, one in enumerate(self.tasks.rows) if one.task.id == int(key)), None)
            if at is not None:
                self.task_table.selectRow(at)

    def _go_to_result(self, key: int) -> None:
        assignment = following.assignment_of(self._context.work, key)
        unit = next((one.unit for one in self.units.rows if assignment in one.ids), None)
        if unit is not None:
            self.unit_table.select_key(unit, "unit")
            self.task_table.select_key(assignment, "assignment")

    def _keep(self, said: Result) -> None:
        work, plan = self._context.work, self._key
        self._do("Ghi kết quả", lambda: following.tell(work, plan, [said]))

    def _add_files(self, paths: Sequence[Path]) -> None:
        chosen, work, plan = self.task_table.current_row(), self._context.work, self._key
        if chosen is not None:
            self._context.doer.run(
                f"Thêm {text.count(len(paths), 'minh chứng')}",
                lambda progress: evidence.add(work, plan, chosen.assignment, paths, progress),
            )

    def _remove_file(self, key: int) -> None:
        self._do("Bỏ minh chứng", lambda: evidence.remove(self._context.work, key))

    def _tick(self, step: int, day: Any) -> None:
        name = "Đánh dấu việc cần làm"
        self._context.doer.do(name, lambda: unit_results.tick(self._context.work, step, day), quiet=True)

    def _log(self) -> None:
        if self._shown is not None:
            LogUrgingDialog(self._context, self.window(), self._shown, self.task_table.current_row()).open()

    def _ask_forms(self) -> None:
        def chosen(paths: list[Path]) -> None:
            open_receiving(self._context, self.window(), paths)

        ask_files(
            self._context, self.window(), "Chọn biểu, gói kết quả", "Biểu, gói kết quả (*.xlsx *.skh)", chosen
        )

    def _do(self, name: str, change: Callable[[], Any]) -> None:
        self._context.doer.do(name, change)


def _split(
    name: str, left: QWidget, right: QWidget, sizes: list[int], context: Context, grows: int = 0
) -> QSplitter:
    """Two widgets side by side, their share remembered. grows: how much of new room the left one takes, the right one takes 1."""
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setObjectName(name)
    made.setChildrenCollapsible(False)
    made.addWidget(left)
    made.addWidget(right)
    made.setSizes(sizes)
    made.setStretchFactor(0, grows)
    made.setStretchFactor(1, 1)
    if state := context.settings.value(f"plan/{name}"):
        made.restoreState(state)
    made.splitterMoved.connect(lambda *_: context.settings.setValue(f"plan/{name}", made.saveState()))
    return made
