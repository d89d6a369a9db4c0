"""The matrix of units and tasks as a sheet: heads that stay, letters typed over ranges, blocks copied to and pasted from Excel."""

from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHeaderView, QTableView, QWidget

from desktop.domain.assignment import Standing, Status
from desktop.services.following import status_named
from desktop.ui.context import Context
from desktop.ui.models.matrix import FootModel, MatrixModel, SideModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.matrix_blocks import Block, Told, is_strange, letters, one_status, read
from desktop.ui.widgets.matrix_cells import CellDelegate, TaskHeader

Place = tuple[int, int]
"""Row and column of a cell."""

_WORD_MS = 900
"""Letters that follow one another within this time are one word."""
_NARROWEST, _WIDEST = 50, 240
_NAMES = 232
_SUMS = (54, 66, 102)


class Sheet(QTableView):
    """The cells. status_typed: a `Status` for the selection; pasted: what was pasted on cells, a `Told`; moved: the current cell or the
    selection changed."""

    status_typed = Signal(object)
    pasted = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme, model: MatrixModel) -> None:
        super().__init__()
        self.setObjectName("matrix")
        self.setAccessibleName("Bảng theo dõi đơn vị và nhiệm vụ")
        self._cells = model
        self._narrowest = round(_NARROWEST * theme.scale)
        self._typed = ""
        self._since = QElapsedTimer()
        self.setHorizontalHeader(TaskHeader(theme, model))
        self.setModel(model)
        self.setItemDelegate(CellDelegate(theme, model, self))
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        _fix(self.verticalHeader(), theme.sizes.row_dense)
        self.verticalHeader().setFixedWidth(round(_NAMES * theme.scale))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        self.selectionModel().currentChanged.connect(self._on_current)

    def selected_places(self) -> list[Place]:
        """The selected cells whose task was given to their unit."""
        return [
            (row, column)
            for top, bottom, left, right in self.selected_blocks()
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if self._cells.assignment(row, column)
        ]

    def selected_blocks(self) -> list[Block]:
        """What is selected, given or not."""
        chosen = self.selectionModel().selection()
        found = (chosen.at(at) for at in range(chosen.count()))
        return [(one.top(), one.bottom(), one.left(), one.right()) for one in found]

    def selected_count(self) -> int:
        """How many cells are selected, given or not."""
        return sum(
            (bottom - top + 1) * (right - left + 1) for top, bottom, left, right in self.selected_blocks()
        )

    def told(self, status: Status) -> Told:
        """That status for the selection."""
        return one_status(self._cells.rows, self.selected_blocks(), status)

    def current_place(self) -> Place | None:
        """The cell with the cursor, None where there is none."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def copy(self) -> None:
        """The selected block as letters with tabs, as Excel takes it."""
        blocks = self.selected_blocks()
        if blocks:
            QGuiApplication.clipboard().setText(letters(self._cells.rows, blocks))

    def paste(self) -> None:
        """Words of a copied block from the current cell on; one word alone fills the whole selection."""
        words = [line.split("\t") for line in QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()]
        if len(words) == 1 and len(words[0]) == 1:
            self.pasted.emit(self._filled(words[0][0]))
            return
        blocks = self.selected_blocks()
        start = min((top, left) for top, _, left, _ in blocks) if blocks else self.current_place() or (0, 0)
        self.pasted.emit(read(self._cells.rows, start, words))

    def _filled(self, word: str) -> Told:
        status = status_named(word)
        if status is not None:
            return self.told(status)
        return Told(strange=len(self.selected_places()) if is_strange(word) else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and words set the status; Space ticks, Delete takes it back, Enter goes down."""
        down = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in down:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.status_typed.emit(Status.NOT_STARTED)
        elif event.key() == Qt.Key.Key_Space and not self._is_in_word():
            self.status_typed.emit(Status.DONE)
        elif _is_letter(event):
            self._type(event.text())
        else:
            self._typed = ""
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters set a status; they look for nothing."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Few tasks share the width."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Columns as wide as the room lets them be, so that heads can say their words."""
        count = len(self._cells.tasks)
        if count:
            wide = min(max(self.viewport().width() // count, self._narrowest), _WIDEST)
            if wide != self.horizontalHeader().defaultSectionSize():
                self.horizontalHeader().setDefaultSectionSize(wide)
                self.updateGeometries()

    def _type(self, letter: str) -> None:
        """The first letter acts at once; a word acts when it is known ("ht", "đang làm")."""
        self._typed = self._typed + letter if self._is_in_word() else letter
        self._since.restart()
        status = status_named(self._typed)
        if status is not None:
            self.status_typed.emit(status)

    def _is_in_word(self) -> bool:
        return bool(self._typed) and self._since.isValid() and self._since.elapsed() < _WORD_MS

    def _step(self, by: int) -> None:
        index = self.currentIndex()
        at = self._cells.index(index.row() + by, index.column())
        if index.isValid() and at.isValid():
            self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_current(self, *_: QModelIndex) -> None:
        self._typed = ""
        self.moved.emit()


class MatrixFrame(QWidget):
    """The sheet with its sums at the right and below, which scroll along."""

    def __init__(self, context: Context, model: MatrixModel) -> None:
        super().__init__()
        theme = context.theme
        late = QColor(theme.standings[Standing.OVERDUE][0])
        self.sheet = Sheet(theme, model)
        self.side = _sums(SideModel(model, late), "matrixSide", "Cộng theo đơn vị", theme)
        self.foot = _sums(FootModel(model, late), "matrixFoot", "Cộng theo nhiệm vụ", theme)
        self.foot.setProperty("role", "foot")
        self._lay_out(theme)
        self._tie()

    def _lay_out(self, theme: Theme) -> None:
        sheet, side, foot = self.sheet, self.side, self.foot
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        sheet.setVerticalScrollBarPolicy(off)
        sheet.setHorizontalScrollBarPolicy(off)
        side.setHorizontalScrollBarPolicy(off)
        side.setVerticalScrollBarPolicy(on)
        foot.setVerticalScrollBarPolicy(off)
        side.verticalHeader().hide()
        for at, width in enumerate(_SUMS):
            side.setColumnWidth(at, round(width * theme.scale))
        side.setFixedWidth(round(sum(_SUMS) * theme.scale) + 16)
        side.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        foot.horizontalHeader().hide()
        foot.verticalHeader().setFixedWidth(sheet.verticalHeader().width())
        foot.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(sheet, 0, 0)
        grid.addWidget(side, 0, 1)
        grid.addWidget(foot, 1, 0)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(0, 1)

    def _tie(self) -> None:
        sheet, side, foot = self.sheet, self.side, self.foot
        for one, other in (
            (sheet.verticalScrollBar(), side.verticalScrollBar()),
            (sheet.horizontalScrollBar(), foot.horizontalScrollBar()),
        ):
            one.valueChanged.connect(other.setValue)
            other.valueChanged.connect(one.setValue)

    def fit(self) -> None:
        """After other rows or columns are shown: heads and sums of one height, columns of one width."""
        sheet, side, foot = self.sheet, self.side, self.foot
        sheet.share_width()
        high = sheet.horizontalHeader().sizeHint().height()
        sheet.horizontalHeader().setFixedHeight(high)
        side.horizontalHeader().setFixedHeight(high)
        foot.horizontalHeader().setDefaultSectionSize(sheet.horizontalHeader().defaultSectionSize())
        bar = foot.horizontalScrollBar()
        wide = sheet.horizontalHeader().length()
        needs_bar = wide > sheet.viewport().width()
        foot.setFixedHeight(
            foot.verticalHeader().length() + (bar.sizeHint().height() if needs_bar else 0) + 2
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width."""
        super().resizeEvent(event)
        self.fit()


def _sums(model: SideModel | FootModel, name: str, spoken: str, theme: Theme) -> QTableView:
    made = QTableView()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setModel(model)
    made.setShowGrid(False)
    made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setCornerButtonEnabled(False)
    _fix(made.verticalHeader(), theme.sizes.row_dense)
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    return made


def _fix(rows: QHeaderView, height: int) -> None:
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(height)
    rows.setDefaultSectionSize(height)
    rows.setTextElideMode(Qt.TextElideMode.ElideRight)


def _is_letter(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return plain == Qt.KeyboardModifier.NoModifier and event.text().isprintable() and bool(event.text())
