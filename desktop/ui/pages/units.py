"""The units: groups and kinds left, the list or the tree of who stands under whom, the chosen one beside; as of any day."""

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu, QSplitter, QStackedLayout, QWidget

from desktop.services import unit_editing, unit_views
from desktop.services.changes import Noun
from desktop.services.unit_views import OpenWork, UnitLine, UnitsShown
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.hub import Place
from desktop.ui.models.rows import RowsModel
from desktop.ui.models.unit_rows import EDITED, UnitFilter, columns
from desktop.ui.models.unit_tree import UnitTreeModel
from desktop.ui.pages.page import Page
from desktop.ui.pages.unit_actions import UnitActions
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import action, button, framed
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.unit_bar import UnitBar
from desktop.ui.widgets.unit_details import UnitDetails
from desktop.ui.widgets.unit_sections import UnitSections
from desktop.ui.widgets.unit_tree import UnitTree


class UnitsPage(Page):
    """All units of the office."""

    name = "units"
    title = "Đơn vị"
    help = "don-vi"
    nouns = Noun.UNITS | Noun.TASKS | Noun.RESULTS | Noun.PLANS

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.shown = UnitsShown(context.work.today(), (), ())
        self._day: dt.date | None = None
        self._wanted: int | None = None
        self.actions_of_units = UnitActions(context, self.window())
        self._model: RowsModel[UnitLine] = RowsModel(columns(), self)
        self._tree_model = UnitTreeModel(columns(is_edited=False), self)
        self._add_filters()
        self._add_views()
        self._add_making()
        self._add_stack()

    def reload(self) -> None:
        """All units as they are on the day seen, read beside the window; filtered as before."""
        work, day = self.context.work, self._day
        self.context.jobs.draw("units", lambda: unit_views.load(work, day), self._show)

    def open_at(self, place: Place) -> None:
        """Show one unit: by its id, or "unit:3"."""
        noun, _, key = place.part.partition(":")
        wanted = (
            place.key if place.key is not None else int(key) if noun == "unit" and key.isdigit() else None
        )
        if wanted is not None:
            self._wanted = wanted
            self.show_filter(UnitFilter())
            if self.shown.lines:
                self._select(wanted)

    def focus_first(self) -> None:
        """The list, at its first unit."""
        if self._stack.currentIndex() == 0:
            self._view().setFocus()
        else:
            super().focus_first()

    def _add_making(self) -> None:
        self.header.add(button("Nhập danh sách…", "importUnits", lambda: self.context.hub.go("unit_import")))
        self.header.add(button("Thêm đơn vị", "newUnit", self._new, role="primary", shortcut="Ctrl+N"))
        menu = self.header.menu
        for words, name, act in (
            ("Nhóm mới…", "newGroup", lambda: self.actions_of_units.new_group(self.picked())),
            ("In danh sách đang xem…", "printUnits", self.table.print_wanted.emit),
            ("Lưu danh sách ra Excel…", "exportUnits", self.table.export_wanted.emit),
            ("Thùng rác…", "unitsTrash", self._trash),
        ):
            menu.addAction(action(self, words, name, act))
        self.header.show_menu()

    def _add_filters(self) -> None:
        bar = self.add_filters("Tìm đơn vị, người liên hệ", "unitsFilter")
        self.bar = UnitBar(bar, self.context.theme, self.context.work.today())
        self.bar.changed.connect(self._filter)
        self.bar.turned.connect(self._filter)
        self.bar.day_chosen.connect(self.show_day)
        self.body.addWidget(self.bar.past)

    def _add_views(self) -> None:
        self.sections = UnitSections(self.context.theme)
        self.sections.chosen.connect(lambda _: self._filter())
        self.sections.dropped.connect(self._on_dropped)
        self.sections.menu_wanted.connect(self._on_group_menu)
        self.table = Table(self._model, "unitsTable", self.context)
        self.table.counted_beside = True
        self.table.setDragEnabled(True)
        self.table.picked.connect(self._on_picked)
        self.table.menu_wanted.connect(self._fill_menu)
        self.table.opened.connect(self._on_opened)
        self._model.edit_requested.connect(lambda line, key, value: self._edit(line.id, key, value))
        offer(self.table, "Danh sách đơn vị", self.context)
        self.tree = UnitTree(self._tree_model, self.context.theme)
        self.tree.picked.connect(self._on_picked)
        self.tree.menu_wanted.connect(self._fill_menu)
        self.tree.opened.connect(self._on_opened)
        self.details = UnitDetails(self.context.theme)
        self.details.edited.connect(self._edit)
        self.details.form_wanted.connect(self._form)
        self.details.task_wanted.connect(self._open_task)
        self.details.menu.aboutToShow.connect(self._fill_details_menu)
        self.details.show_line(None)

    def _add_stack(self) -> None:
        theme = self.context.theme
        self._views = QStackedLayout()
        nothing = EmptyState(
            "Không có đơn vị nào ở đây.",
            theme.drawing("nothing-found"),
            "Xem tất cả",
            lambda: self.show_filter(UnitFilter()),
        )
        nothing.button.setObjectName("clearUnitsFilter")
        for view in (self.table, self.tree, nothing):
            self._views.addWidget(view)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setObjectName("unitsSplit")
        for part in (self.sections, framed(self._views), self.details):
            self.split.addWidget(part)
        self.split.setStretchFactor(1, 1)
        self.split.setCollapsible(1, False)
        self.split.setSizes([192, 640, 304])
        empty = EmptyState(
            "Chưa có đơn vị nào. Nhập danh sách từ tệp Excel đang dùng; chương trình tự tìm các cột.",
            theme.drawing("units"),
            "Nhập danh sách…",
            lambda: self.context.hub.go("unit_import"),
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(self.split)
        self._stack.addWidget(empty)
        self._stack.addWidget(QWidget())  # before anything is read
        self._stack.setCurrentIndex(2)
        self.body.addWidget(framed(self._stack), 1)

    def filter_now(self) -> UnitFilter:
        """The filter as it is set."""
        assert self.filters is not None
        section = self.sections.section
        words = self.filters.words.text().strip()
        return UnitFilter(words, section.kind, section.group, section.ended, self.bar.late.isChecked())

    def show_filter(self, wanted: UnitFilter) -> None:
        """Set the filter."""
        assert self.filters is not None
        self.filters.words.setText(wanted.words)
        self.bar.late.setChecked(wanted.late)
        self.sections.choose(UnitFilter(kind=wanted.kind, group=wanted.group, ended=wanted.ended))
        self._filter()

    def show_day(self, day: dt.date | None) -> None:
        """The list as of a day, None for today."""
        self._day = None if day == self.context.work.today() else day
        self.bar.show_day(self._day)
        triggers = QAbstractItemView.EditTrigger
        normal = triggers.EditKeyPressed | triggers.SelectedClicked
        self.table.setEditTriggers(normal if self._day is None else triggers.NoEditTriggers)
        self.reload()

    def picked(self) -> list[UnitLine]:
        """The chosen units."""
        return self._view().picked_rows()

    def _view(self) -> "Table | UnitTree":
        return self.tree if self.bar.is_tree else self.table

    def _show(self, shown: UnitsShown) -> None:
        self.shown = shown
        has_any = bool(shown.lines)
        self._stack.setCurrentIndex(0 if has_any else 1)
        assert self.filters is not None
        self.filters.setVisible(has_any)
        self.sections.show_units(shown)
        self._filter()
        if self._wanted is not None:
            self._select(self._wanted)

    def _filter(self) -> None:
        kept = [line.id for line in self.picked()]
        wanted = self.filter_now()
        lines = [line for line in self.shown.lines if wanted.fits(line)]
        if self.bar.is_tree:
            self._tree_model.set_rows(lines)
            self.tree.expandToDepth(0)
        else:
            self._model.set_rows(lines)
        assert self.filters is not None
        self.filters.tell(text.count(len(lines), "đơn vị"))
        self._views.setCurrentIndex(2 if not lines else 1 if self.bar.is_tree else 0)
        if len(kept) == 1:
            self._select(kept[0])
        self._on_picked()

    def _select(self, key: int) -> None:
        if self._view().select_key(key):
            self._wanted = None

    def _on_picked(self) -> None:
        lines = self.picked()
        if len(lines) > 1:
            self.details.show_many(lines)
            return
        line = lines[0] if lines else None
        tasks = unit_views.open_work(self.context.work, line.id) if line is not None and line.open else []
        self.details.show_line(line, tasks, is_now=self._day is None)

    def _edit(self, key: int, name: str, value: str) -> None:
        line = next((one for one in self.shown.lines if one.id == key), None)
        if line is not None and self._day is None:
            work = self.context.work
            self.context.doer.do(
                f"Sửa {EDITED[name]}: {line.name.name}", lambda: unit_editing.tell(work, key, name, value)
            )
            self._on_picked()

    def _on_opened(self, line: UnitLine) -> None:
        if self._day is None:
            self.actions_of_units.edit(line)

    def _form(self) -> None:
        for line in self.picked()[:1]:
            self.actions_of_units.edit(line)

    def _fill_menu(self, menu: QMenu) -> None:
        if self._day is None:
            self.actions_of_units.fill(menu, self.picked(), self.shown.groups, self.sections.group)

    def _fill_details_menu(self) -> None:
        self.details.menu.clear()
        self._fill_menu(self.details.menu)

    def _on_group_menu(self, key: int, where: QPoint) -> None:
        group = next((one for one in self.shown.groups if one.id == key), None)
        if group is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.actions_of_units.fill_group(menu, group)
            menu.popup(where)

    def _on_dropped(self, key: int) -> None:
        group = next((one for one in self.shown.groups if one.id == key), None)
        lines = self.picked()
        if group is not None and lines and self._day is None:
            self.actions_of_units.join(group, lines)

    def _open_task(self, work: OpenWork) -> None:
        self.context.hub.go("plan", work.plan, "follow", f"task:{work.task}")

    def _new(self) -> None:
        from desktop.ui.dialogs.unit_form import open_new

        def made(key: int) -> None:
            self._wanted = key
            self.reload()

        open_new(self.context, self.window(), made)

    def _trash(self) -> None:
        from desktop.ui.dialogs.trash import open_trash

        open_trash(self.context, self.window())
