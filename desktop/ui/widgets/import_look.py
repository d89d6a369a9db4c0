"""A list that was opened, for looking: its sheet and columns, what each line would do, filtered by kind. Keeps nothing."""

from array import array
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.services.unit_list_lines import Kind, Lines
from desktop.services.unit_list_opening import Opened
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.models.import_lines import ImportModel
from desktop.ui.models.import_rows import FIELDS, KINDS, whole_file_words
from desktop.ui.widgets.column_mapping import ColumnMapping
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.import_delegate import ImportDelegate
from desktop.ui.widgets.parts import button, chip, column, framed, label, restyle, row
from desktop.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class Read:
    """A list as it was read. lines None where no column of names was found yet."""

    opened: Opened
    lines: Lines | None
    counts: dict[Kind, int]
    fields: tuple[str, ...]


class ImportLook(QWidget):
    """sheet_chosen: name of a sheet; column_told: letters and field; another_wanted: another file; edited: line, field, words;
    skips_changed: other lines are left out. `skipped`: ids of those."""

    sheet_chosen = Signal(str)
    column_told = Signal(str, str)
    another_wanted = Signal()
    edited = Signal(object, str, str)
    skips_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("importLook")
        self._context = context
        self._read: Read | None = None
        self.model: ImportModel | None = None
        self.table: Table | None = None
        self.skipped: set[int] = set()
        self._kind: Kind | None = None
        self._make_head()
        self.mapping = ColumnMapping(context.theme)
        self.mapping.changed.connect(self.column_told)
        self._note = label("", "", "importNote", wraps=True)
        self._note_box = framed(column(self._note, margins=8), "importNoteBox", "note")
        self._chips: dict[Kind | None, QToolButton] = {}
        chips = row(space=8)
        for kind, words in ((None, "Tất cả"), *KINDS.items()):
            made = chip(words, f"importKind_{kind or 'all'}")
            made.setAutoExclusive(True)
            made.clicked.connect(lambda *_, kind=kind: self.show_kind(kind))
            self._chips[kind] = made
            chips.addWidget(made)
        chips.addStretch(1)
        self._chips_box = framed(chips)
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        self._below = QWidget()  # the table, or nothing
        self._room.addWidget(self._below)
        self._lay_out()

    def _make_head(self) -> None:
        self._file = ElidedLabel("", "heading", "importFile")
        self._about = label("", "muted", "importAbout")
        self.sheets = QComboBox()
        self.sheets.setObjectName("importSheet")
        self.sheets.setAccessibleName("Trang tính")
        self.sheets.textActivated.connect(self.sheet_chosen)
        self._columns = button("Sửa cột", "importColumns", self._turn_columns)
        self._columns.setCheckable(True)
        self._another = button("Chọn tệp khác…", "importAnother", self.another_wanted.emit)
        self._summary = ElidedLabel("", "muted", "importSummary")

    def _lay_out(self) -> None:
        sheet = label("Trang tính", "muted")
        sheet.setBuddy(self.sheets)
        self._sheet_box = framed(row(sheet, self.sheets))
        head = row(self._file, self._about, self._sheet_box, self._another, space=12)
        head.setStretch(0, 1)
        second = row(self._summary, self._columns, space=12)
        second.setStretch(0, 1)
        whole = column(head, second, self.mapping, self._note_box, self._chips_box, self._room, space=8)
        whole.setStretch(5, 1)
        self.setLayout(whole)

    def show_read(self, read: Read, *, keeps: bool = False) -> None:
        """Show a list. keeps: it is the one shown before with some cells put right."""
        self._read = read
        seen = read.opened.seen
        if not keeps:
            self.skipped = set()
            self._show_head(read.opened)
        self._show_notes(read.opened)
        self._chips_box.setVisible(read.lines is not None)
        for kind, made in self._chips.items():
            count = read.counts.get(kind, 0) if kind else len(seen.actions) if seen else 0
            words = KINDS[kind] if kind else "Tất cả"
            made.setText(f"{words} {text.number(count)}")
            made.setAccessibleName(made.text())
            made.setVisible(bool(count) or kind is None)
        self._show_table(read, keeps=keeps)

    def forget(self) -> None:
        """Ask for no line of the list any more."""
        self._read = None
        if self.model is not None:
            self.model.set_ids(array("q"))

    def show_kind(self, kind: Kind | None) -> None:
        """Only lines of a kind, all for None."""
        self._kind = kind
        self._chips[kind].setChecked(True)
        if self.model is not None and self._read is not None and self._read.lines is not None:
            self.model.set_ids(self._read.lines.ids(kind))

    def ask_for_names(self) -> None:
        """Say that it must be told which column names the units."""
        self._note.setText("Không rõ cột nào ghi tên đơn vị. Hãy chọn “Tên đơn vị” ở trên cột đó.")
        restyle(self._note_box, "alert")
        self._note_box.show()
        self._columns.setChecked(True)
        self.mapping.show()

    def _show_head(self, opened: Opened) -> None:
        seen, sheet = opened.seen, opened.sheet
        self._file.setText(opened.path.name)
        count = f"{text.count(len(seen.actions), 'đơn vị')}" if seen else ""
        self._about.setText(count)
        names = [one.name for one in opened.sheets if one.name]
        self.sheets.clear()
        self.sheets.addItems(names)
        self.sheets.setCurrentText(sheet.name)
        self._sheet_box.setVisible(len(names) > 1)
        columns = seen.head.columns if seen else {k: v for k, v in opened.mapping.items() if v}
        self.mapping.show_sheet(sheet.rows, seen.head.header_row if seen else 0, columns)
        told = ", ".join(f"{FIELDS[name][0]} (cột {columns[name]})" for name in FIELDS if name in columns)
        self._summary.setText(f"Đọc: {told}" if told else "")
        is_open = seen is None or (bool(opened.mapping) and not opened.was_remembered)
        self._columns.setChecked(is_open)
        self.mapping.setVisible(is_open)

    def _show_notes(self, opened: Opened) -> None:
        words = whole_file_words(opened.seen.problems) if opened.seen else []
        if opened.was_remembered:
            words.insert(0, "Các cột được đọc như lần trước anh chị đã chọn cho loại tệp này.")
        self._note.setText("\n".join(words))
        restyle(self._note_box, "note")
        self._note_box.setVisible(bool(words))
        if opened.seen is None:
            self.ask_for_names()

    def _show_table(self, read: Read, *, keeps: bool) -> None:
        before = self.table
        self.table = self.model = None
        if read.lines is None:
            self._put(QWidget())
            return
        self.model = ImportModel(
            read.lines, read.fields, self.skipped, has_changes=bool(read.counts[Kind.CHANGED])
        )
        self.model.edit_requested.connect(self.edited)
        self.model.skips_changed.connect(self.skips_changed)
        self.table = Table(self.model, "importTable", self._context)
        self.model.setParent(self.table)
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setItemDelegate(ImportDelegate(self._context.theme, self.model, self.table))
        self.table.menu_wanted.connect(self._fill_menu)
        self.show_kind(self._kind if keeps and (self._kind is None or read.counts[self._kind]) else None)
        self._put(self.table)
        if keeps and before is not None:
            self.table.setCurrentIndex(
                self.model.index(before.currentIndex().row(), before.currentIndex().column())
            )
            self.table.verticalScrollBar().setValue(before.verticalScrollBar().value())

    def _put(self, below: QWidget) -> None:
        """Show this under the chips instead of what was there."""
        self._room.replaceWidget(self._below, below)
        self._below.hide()
        self._below.deleteLater()
        self._below = below

    def _fill_menu(self, menu: QMenu) -> None:
        if self.table is None or self.model is None:
            return
        model = self.model
        ids = {line.id for line in self.table.picked_rows() if line.action is not None}
        if ids - self.skipped:
            menu.addAction("Bỏ qua dòng đã chọn").triggered.connect(
                lambda *_: model.skip(ids, leaves_out=True)
            )
        if ids & self.skipped:
            menu.addAction("Nhập lại dòng đã chọn").triggered.connect(
                lambda *_: model.skip(ids, leaves_out=False)
            )

    def _turn_columns(self) -> None:
        self.mapping.setVisible(self._columns.isChecked())
