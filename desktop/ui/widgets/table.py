"""A table as people of Excel expect it: columns chosen, moved and sized by the person and remembered, rows copied as text.

The model's columns are `models.rows.Column`. Printing and saving what is shown is asked for by signals: pages know how.
"""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.ui.context import Context
from desktop.ui.models.paged import PagedModel
from desktop.ui.models.rows import RowsModel
from desktop.ui.widgets.standing import StandingDelegate

_LEAST = 116
"""Px, at 100 %, that the column which takes what is left has at least: the row's name is never squeezed to "…"."""
Shown = tuple[list[str], list[tuple[str, ...]]]
"""Titles and texts of what a table shows."""


class Table(QTableView):
    """A view over one model for good. name: objectName and the group of what is remembered.

    opened: a row was double-clicked or Enter pressed; picked: the selected rows changed; menu_wanted: the context menu is about to
    show, others add to it; print_wanted, export_wanted: of what is shown.
    """

    opened = Signal(object)
    picked = Signal()
    menu_wanted = Signal(object)
    print_wanted = Signal()
    export_wanted = Signal()
    counted_beside = False
    """Whether a panel beside the table says how many rows are selected, so that the status bar does not."""

    def __init__(
        self, model: "RowsModel[Any] | PagedModel[Any]", name: str, context: Context, *, dense: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._settings, self._key = context.settings, f"tables/{name}"
        self.setModel(model)
        delegate = StandingDelegate(context.theme, self)
        for at, column in enumerate(model.columns):
            if column.standing is not None:  # the others are drawn without a call of Python for each cell
                self.setItemDelegateForColumn(at, delegate)
        self._model = model
        self._wide = next((at for at, column in enumerate(model.columns) if not column.width), None)
        self._least = round(_LEAST * context.theme.scale)
        self._set_look(context.theme.sizes.row_dense if dense else context.theme.sizes.row)
        self._size_columns(context.theme.scale)
        self._recall()
        header = self.horizontalHeader()
        for changed in (header.sectionMoved, header.sectionResized, header.sortIndicatorChanged):
            changed.connect(self._remember)
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())

    def picked_rows(self) -> list[Any]:
        """The rows of the selection, in the order shown."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [row for at in places if (row := self._model.row(at)) is not None]

    def current_row(self) -> Any:
        """The row with the cursor, None when there is none."""
        index = self.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def shown(self, only_picked: bool = False) -> Shown:  # noqa: FBT001 - one flag, named in calls
        """Titles and texts of the columns that are shown, of all rows or those picked: what is printed, exported and copied."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(at) for at in range(header.count())]
        columns = [self._model.columns[at] for at in order if not self.isColumnHidden(at)]
        rows = self.picked_rows() if only_picked else map(self._model.row, range(self._model.rowCount()))
        return [c.title for c in columns], [tuple(c.text(r) for c in columns) for r in rows if r is not None]

    def select_key(self, key: object, attribute: str = "id") -> bool:
        """Put the cursor on the row whose `attribute` is `key`; whether there is one."""
        for at in range(self._model.rowCount()):
            row = self._model.row(at)
            if row is not None and getattr(row, attribute, None) == key:
                self.setCurrentIndex(self._model.index(at, 0))
                self.selectRow(at)
                return True
        return False

    def copy(self) -> None:
        """The selected rows as text with tabs, as Excel takes it."""
        _, rows = self.shown(only_picked=True)
        if rows:
            QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies, Enter opens; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() != self.State.EditingState:
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is not enough room for all columns the table scrolls sideways."""
        super().resizeEvent(event)
        self._keep_least()

    def context_menu(self) -> QMenu:
        """The menu of the right button: what pages add, then copy, print, save, columns."""
        menu = QMenu(self)
        self.menu_wanted.emit(menu)
        if menu.actions():
            menu.addSeparator()
        for text, act in (
            ("Chép", self.copy),
            ("In bảng đang xem…", self.print_wanted.emit),
            ("Lưu bảng ra Excel…", self.export_wanted.emit),
        ):
            menu.addAction(text).triggered.connect(act)
        columns = menu.addMenu("Cột hiển thị")
        for at, column in enumerate(self._model.columns):
            entry = QAction(column.title or "(không tên)", columns)
            entry.setCheckable(True)
            entry.setChecked(not self.isColumnHidden(at))
            entry.toggled.connect(lambda on, at=at: self._show_column(at, on))
            columns.addAction(entry)
        return menu

    def _set_look(self, height: int) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(height)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu)
        self.setTabKeyNavigation(False)

    def _size_columns(self, scale: float) -> None:
        """First widths, as much larger as the text is."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(36)
        for at, column in enumerate(self._model.columns):
            self.setColumnHidden(at, not column.is_shown)
            if column.width:
                self.setColumnWidth(at, round(column.width * scale))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _keep_least(self) -> None:
        header, at = self.horizontalHeader(), self._wide
        if at is None or header.isSectionHidden(at):
            return
        others = sum(header.sectionSize(one) for one in range(header.count()) if one != at)
        modes = QHeaderView.ResizeMode
        fits = self.viewport().width() - others >= self._least
        if fits != (header.sectionResizeMode(at) is modes.Stretch):
            header.setSectionResizeMode(at, modes.Stretch if fits else modes.Interactive)
            if not fits:
                header.resizeSection(at, self._least)

    def _recall(self) -> None:
        state = self._settings.value(f"{self._key}/columns")
        keys = self._settings.value(f"{self._key}/keys")
        if state and keys == self._keys():
            self.horizontalHeader().restoreState(state)

    def _remember(self, *_: object) -> None:
        self._settings.setValue(f"{self._key}/columns", self.horizontalHeader().saveState())
        self._settings.setValue(f"{self._key}/keys", self._keys())

    def _keys(self) -> str:
        """What the state of the header was kept for: another set of columns makes it void."""
        return ",".join(column.key for column in self._model.columns)

    def _show_column(self, at: int, shown: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        self.setColumnHidden(at, not shown)
        self._keep_least()
        self._remember()

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.row(index) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)

    def _on_menu(self, at: QPoint) -> None:
        place = self.sender()
        widget = place if isinstance(place, QWidget) else self
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(widget.mapToGlobal(at))
