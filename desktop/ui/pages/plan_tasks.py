"""The tab *Nhiệm vụ* of a plan: its tasks in their order, details at the right, changes of one or of many."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.task import Task
from desktop.services import task_editing, task_fields
from desktop.services.task_editing import TaskRow, Tasks
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.given_work import ExtendDialog, HandOverDialog
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.rows import Column
from desktop.ui.pages.task_bulk import BulkPanel
from desktop.ui.pages.task_panel import TaskPanel
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_bar import FilterBar
from desktop.ui.widgets.parts import action, button, menu_button
from desktop.ui.widgets.task_table import TaskRowsModel, TaskTable


def _names(parties: Sequence[Any]) -> str:
    return "; ".join(one.name for one in parties)


def _doubt(shown: TaskRow) -> str:
    words = "; ".join(party.written for party in shown.task.unbound)
    return f"{shown.task.text}\n\nChưa rõ đơn vị: {words}" if words else shown.task.text


def _columns(context: Context) -> tuple[Column[TaskRow], ...]:
    doubtful = context.theme.icon("warning", "problem")
    return (
        Column("number", "STT", lambda r: str(r.number), is_centred=True, width=44),
        Column("text", "Nhiệm vụ", lambda r: r.task.text, width=0, tip=_doubt),
        Column(
            "leads",
            "Chủ trì",
            lambda r: _names(r.leads),
            width=150,
            icon=lambda r: doubtful if r.task.unbound or not r.task.leads else None,
        ),
        Column("coordinating", "Phối hợp", lambda r: _names(r.coordinating), width=150, is_shown=False),
        Column("deadline", "Thời hạn", lambda r: r.task.deadline.text if r.task.deadline else "", width=128),
        Column("counts", "Tính đến", lambda r: text.date(r.days.counts), is_number=True, width=108),
        Column("deliverable", "Sản phẩm", lambda r: r.task.deliverable, width=120, is_shown=False),
        Column(
            "progress",
            "Hoàn thành",
            lambda r: f"{r.done}/{r.given}" if r.given else "",
            is_centred=True,
            width=88,
        ),
    )


class TasksTab(QWidget):
    """Tasks of one plan; everything is kept at once and can be taken back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("tasksTab")
        self._context = context
        self._shown: Tasks | None = None
        self._key = 0
        self.model = TaskRowsModel(_columns(context))
        self.table = TaskTable(self.model, "planTasks", context)
        offer(self.table, "Nhiệm vụ của kế hoạch", context)
        self.panel = TaskPanel(context)
        self.bulk = BulkPanel(context)
        self._make_bar()
        self._lay_out()
        self.table.picked.connect(self._show_picked)
        self.table.dropped.connect(self._move_to)
        self.table.menu_wanted.connect(lambda menu: [menu.addAction(one) for one in self._acts])
        self.panel.edited.connect(self._save)
        self.panel.extend_wanted.connect(lambda: self._ask(ExtendDialog))
        self.panel.hand_over_wanted.connect(lambda: self._ask(HandOverDialog))
        self.panel.field_told.connect(self._tell_field)
        self.panel.following_wanted.connect(self._follow)
        self.bulk.told.connect(self._tell_many)

    def _make_bar(self) -> None:
        self.bar = FilterBar("Tìm nhiệm vụ", "planTasksFilter")
        self.bar.words_changed.connect(lambda _: self._show_rows())
        theme = self._context.theme
        self.adds = button(
            " Thêm nhiệm vụ", "taskAdd", self.add, icon=theme.icon("plus"), tip="Thêm nhiệm vụ (Insert)"
        )
        self._acts = [
            action(self, "Thêm nhiệm vụ", "taskInsert", self.add, "Ins"),
            action(self, "Nhân bản", "taskDuplicate", self._duplicate, "Ctrl+D"),
            action(self, "Chuyển lên", "taskUp", lambda: self._step(-1), "Alt+Up"),
            action(self, "Chuyển xuống", "taskDown", lambda: self._step(1), "Alt+Down"),
            action(self, "Xóa", "taskRemove", self._remove, "Del"),
        ]
        self.table.addActions(self._acts)
        menu = QMenu(self)
        menu.addActions(self._acts)
        menu.addSeparator()
        menu.addAction("In bảng đang xem…").triggered.connect(self.table.print_wanted)
        menu.addAction("Lưu bảng ra Excel…").triggered.connect(self.table.export_wanted)
        self.bar.add(self.adds)
        self.bar.add(menu_button(menu, "planTasksMore", theme.icon("more")))

    def _lay_out(self) -> None:
        theme, settings = self._context.theme, self._context.settings
        self._empty = EmptyState(
            "Kế hoạch chưa có nhiệm vụ nào. Mỗi nhiệm vụ nói việc gì, ai chủ trì, ai phối hợp, làm đến khi nào.",
            theme.drawing("tasks"),
            "Thêm nhiệm vụ",
            self.add,
        )
        self._side = QStackedWidget()
        for widget in (self.panel, self.bulk, QWidget()):
            self._side.addWidget(widget)
        self._side.setMinimumWidth(300)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setObjectName("tasksSplit")
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.table)
        self.split.addWidget(self._side)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([2000, theme.sizes.panel])
        if state := settings.value("plan/tasksSplit"):
            self.split.restoreState(state)
        self.split.splitterMoved.connect(
            lambda *_: settings.setValue("plan/tasksSplit", self.split.saveState())
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.split)
        self._pages.addWidget(self._empty)
        self.bar.setContentsMargins(8, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 8, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)

    def show_plan(self, key: int) -> None:
        """Show the tasks of that plan as they are now; the same tasks stay chosen."""
        if key != self._key:
            self.panel.forget()
        self._key = key
        self._shown = task_editing.load(self._context.work, key)
        self.panel.offer_fields(task_fields.known(self._context.work))
        is_open = not self._shown.is_frozen
        self.model.is_movable = is_open
        self.adds.setVisible(is_open)
        self.table.setColumnHidden(len(self.model.columns) - 1, is_open)
        for one in self._acts:
            one.setEnabled(is_open)
        self._pages.setCurrentIndex(0 if self._shown.rows else 1)
        self.bar.setVisible(bool(self._shown.rows))
        self._show_rows()

    def open_part(self, part: str) -> None:
        """Choose a task ("task:12")."""
        noun, _, key = part.partition(":")
        if noun == "task" and key.isdecimal():
            self.bar.words.clear()
            self._show_rows()
            self.table.select_key(int(key))
            self.table.scrollTo(self.table.currentIndex())

    def leave(self) -> None:
        """Keep what is being typed."""
        self.panel.flush()

    def add(self) -> None:
        """A new task behind the chosen one; its words are typed at once."""
        chosen = self.table.current_row()
        work, key = self._context.work, self._key

        def done(made: Task) -> None:
            self.open_part(f"task:{made.id}")
            self.panel.words.setFocus()

        self._do("Thêm nhiệm vụ", lambda: task_editing.add(work, key, chosen.id if chosen else None), done)

    def _show_rows(self) -> None:
        if self._shown is None:
            return
        words = self.bar.words.text().strip()
        rows = [one for one in self._shown.rows if task_editing.holds(one, words)]
        chosen = [one.id for one in self.table.picked_rows()]
        self.model.set_rows(rows)
        kept = [at for at, one in enumerate(rows) if one.id in chosen] or ([0] if rows else [])
        model, modes = self.table.selectionModel(), self.table.selectionModel().SelectionFlag
        for turn, at in enumerate(kept):
            flag = modes.ClearAndSelect if turn == 0 else modes.Select
            model.setCurrentIndex(self.model.index(at, 0), flag | modes.Rows)
        self.bar.tell(text.count(len(rows), "nhiệm vụ"))
        self._show_picked()

    def _show_picked(self) -> None:
        rows = self.table.picked_rows()
        if self._shown is None or not rows:
            self.panel.flush()
            self.panel.forget()
            self._side.setCurrentIndex(2)
        elif len(rows) == 1 or self._shown.is_frozen:
            self.panel.show_task(rows[0], self._shown.plan, frozen=self._shown.is_frozen)
            self._side.setCurrentWidget(self.panel)
        else:
            self.panel.flush()
            self.panel.forget()
            self.bulk.show_tasks(rows, self._shown.plan)
            self._side.setCurrentWidget(self.bulk)

    def _save(self, task: Task, name: str) -> None:
        self._context.doer.do(name, lambda: task_editing.save(self._context.work, task), quiet=True)

    def _tell_field(self, field: str) -> None:
        chosen, work = self.table.current_row(), self._context.work
        if chosen is not None:
            self._context.doer.do(
                "Ghi lĩnh vực", lambda: task_fields.tell(work, [chosen.id], field), quiet=True
            )

    def _tell_many(self, given: dict[str, Any]) -> None:
        keys = [one.id for one in self.table.picked_rows()]
        name = f"Sửa {text.count(len(keys), 'nhiệm vụ')}"
        self._do(name, lambda: task_editing.tell_many(self._context.work, self._key, keys, **given))

    def _duplicate(self) -> None:
        keys = [one.id for one in self.table.picked_rows()]
        if keys:
            name = f"Nhân bản {text.count(len(keys), 'nhiệm vụ')}"
            self._do(
                name,
                lambda: task_editing.duplicate(self._context.work, self._key, keys),
                lambda made: self.open_part(f"task:{made[0].id}"),
            )

    def _remove(self) -> None:
        keys = [one.id for one in self.table.picked_rows()]
        if keys:
            self.panel.forget()
            name = f"Xóa {text.count(len(keys), 'nhiệm vụ')}"
            self._do(name, lambda: task_editing.remove(self._context.work, keys))

    def _step(self, by: int) -> None:
        places = [one.number - 1 for one in self.table.picked_rows()]
        if places:
            self._move_to(places[0] - 1 if by < 0 else places[-1] + 2)

    def _move_to(self, place: int) -> None:
        """Put the chosen tasks before the one at that place of the table."""
        keys = [one.id for one in self.table.picked_rows()]
        shown = self.model.row(place)
        to = shown.number - 1 if shown is not None else max(place, 0)
        if keys:
            name = f"Chuyển chỗ {text.count(len(keys), 'nhiệm vụ')}"
            self._context.doer.do(
                name, lambda: task_editing.move(self._context.work, self._key, keys, to), quiet=True
            )

    def _ask(self, dialog: Callable[..., Any]) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            dialog(self._context, self.window(), self._key, chosen).open()

    def _follow(self) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            self._context.hub.go("plan", self._key, "follow", f"task:{chosen.id}")

    def _do(self, name: str, change: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        self._context.doer.do(name, change, done)
