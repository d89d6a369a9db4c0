"""The tab *Theo dõi*: units x tasks of an issued plan, filled by letters, filtered, sorted by what is late, printed as shown."""

import datetime as dt
from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QComboBox, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.plan import PlanState
from desktop.domain.vietnamese import fold
from desktop.services import following
from desktop.services.following import Matrix, UnitRow
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.models.matrix import MatrixModel
from desktop.ui.pages.matrix_edits import LARGE, MatrixEdits
from desktop.ui.pages.plan_matrix_paper import print_shown, save_shown
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_bar import FilterBar
from desktop.ui.widgets.matrix_strip import MatrixStrip
from desktop.ui.widgets.matrix_view import MatrixFrame
from desktop.ui.widgets.parts import action, chip, menu_button


class MatrixTab(QWidget):
    """Follows one plan. A tick draws its own cells anew, everything else loads the matrix beside the window."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("matrixTab")
        self._context = context
        self._key: int | None = None
        self._matrix: Matrix | None = None
        self._wanted = ""
        self._units: list[UnitRow] = []
        self._place_of: dict[int, int] = {}
        self._is_loading = False
        self.model = MatrixModel(self)
        self.frame = MatrixFrame(context, self.model)
        self.sheet = self.frame.sheet
        self.strip = MatrixStrip(context)
        self._make_bar()
        self._lay_out()
        self.edits = MatrixEdits(context, self.model, self.sheet, self._on_applied)
        self.sheet.status_typed.connect(self.edits.set_status)
        self.sheet.pasted.connect(self.edits.paste)
        self.sheet.moved.connect(self._show_current)
        self.strip.status_chosen.connect(self.edits.set_status)
        self.strip.day_chosen.connect(self.edits.set_day)
        self.strip.note_told.connect(self.edits.set_note)
        self.strip.opened.connect(self._open_unit)

    def _make_bar(self) -> None:
        self.bar = FilterBar("Tìm đơn vị", "matrixFilter")
        self.bar.words_changed.connect(lambda _: self._show_rows())
        self.late = chip("Có việc quá hạn", "matrixLate", lambda _: self._show_rows())
        self.missing = chip("Chưa báo cáo", "matrixMissing", lambda _: self._show_rows())
        self.group = QComboBox()
        self.group.setObjectName("matrixGroup")
        self.group.setAccessibleName("Nhóm đơn vị")
        self.group.setMaximumWidth(220)
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.group.activated.connect(lambda _: self._show_rows())
        self.order = QComboBox()
        self.order.setObjectName("matrixOrder")
        self.order.setAccessibleName("Sắp xếp")
        self.order.addItems(["Xếp theo tên", "Quá hạn nhiều nhất trước", "Chưa báo cáo trước"])
        self.order.activated.connect(lambda _: self._show_rows())
        menu = QMenu(self)
        for entry in (
            action(self, "In bảng đang xem…", "matrixPrint", self._print),
            action(self, "Lưu bảng ra Excel…", "matrixExcel", self._save),
            action(self, "Chép ô đã chọn", "matrixCopy", self.sheet.copy),
            action(self, "Dán từ Excel", "matrixPaste", self.sheet.paste),
        ):
            menu.addAction(entry)
        more = menu_button(menu, "matrixMore", self._context.theme.icon("more"))
        for widget in (self.late, self.missing, self.group, self.order, more):
            self.bar.add(widget)

    def _lay_out(self) -> None:
        self._empty = EmptyState(
            "Theo dõi bắt đầu khi kế hoạch được ban hành: mỗi đơn vị được giao việc là một dòng, mỗi nhiệm vụ là một cột.",
            self._context.theme.drawing("tasks"),
            "Xem các nhiệm vụ",
            lambda: self._context.hub.go("plan", self._key, "tasks"),
        )
        self._nothing = EmptyState(
            "Không có đơn vị nào hợp với bộ lọc.", self._context.theme.drawing("nothing-found")
        )
        self._pages = QStackedWidget()
        for page in (self.frame, self._empty, self._nothing, QWidget()):
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.strip)

    def show_plan(self, key: int) -> None:
        """Show that plan as it is now; after a tick of this tab only its cells."""
        if key == self._key and self.edits.told is not None and not self._is_loading:
            self.edits.apply()
            return
        if key != self._key:
            self._key, self._matrix, self.edits.plan = key, None, key
            self._pages.setCurrentIndex(3)
        work, self.edits.told, self._is_loading = self._context.work, None, True
        self._context.jobs.draw("matrix", lambda: following.load(work, key), self._on_loaded)

    def open_part(self, part: str) -> None:
        """Go to a unit ("unit:3") or a task ("task:12")."""
        self._wanted = part
        if self._matrix is not None and not self._is_loading:
            self._go()

    def leave(self) -> None:
        """Keep the note that is being typed."""
        self.strip.note.clearFocus()

    def _on_loaded(self, matrix: Matrix) -> None:
        if matrix.plan.id != self._key:
            return
        self._is_loading, self.edits.told = False, None
        self._matrix, self._units = matrix, list(matrix.rows)
        self._place_of = {one.unit: at for at, one in enumerate(matrix.rows)}
        is_draft = matrix.plan.state is PlanState.DRAFT or not matrix.rows
        for widget in (self.bar, self.strip):
            widget.setVisible(not is_draft)
        if is_draft:
            self._pages.setCurrentWidget(self._empty)
            return
        self._offer_groups(matrix)
        self._show_rows()
        self._go()

    def _offer_groups(self, matrix: Matrix) -> None:
        chosen = self.group.currentData()
        self.group.clear()
        self.group.addItem("Mọi nhóm", None)
        for group in matrix.groups:
            self.group.addItem(group.name, group.id)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.setVisible(bool(matrix.groups))

    def _show_rows(self) -> None:
        """Filter and sort anew; the cursor stays on its unit and task."""
        if self._matrix is None:
            return
        place, unit = self.sheet.current_place(), None
        if place is not None and place[0] < len(self.model.rows):
            unit = self.model.rows[place[0]].unit
        shown = self._chosen(self._units)
        self.model.show(self._matrix, shown)
        self._pages.setCurrentWidget(self.frame if shown else self._nothing)
        self.frame.fit()
        self.bar.tell(text.count(len(shown), "đơn vị"))
        at = next((at for at, one in enumerate(shown) if one.unit == unit), 0)
        if shown:
            given = next((c for c, key in enumerate(shown[at].ids) if key), 0)
            wanted = (at, place[1] if place else given)
            if self.sheet.current_place() != wanted:
                self.sheet.setCurrentIndex(self.model.index(*wanted))
        self._show_current()

    def _chosen(self, rows: Sequence[UnitRow]) -> list[UnitRow]:
        words = fold(self.bar.words.text().strip())
        groups = self._matrix.groups if self._matrix else ()
        members = next((g.members for g in groups if g.id == self.group.currentData()), None)
        found = [
            one
            for one in rows
            if (not words or words in fold(one.name))
            and (members is None or one.unit in members)
            and (not self.late.isChecked() or one.late)
            and (not self.missing.isChecked() or one.reported < one.given)
        ]
        if self.order.currentIndex() == 1:
            found.sort(key=lambda one: (-one.late, one.late_since or dt.date.max))
        elif self.order.currentIndex() == 2:
            found.sort(key=lambda one: one.reported - one.given)
        return found

    def _go(self) -> None:
        noun, _, key = self._wanted.partition(":")
        self._wanted = ""
        if not key.isdecimal() or self._matrix is None:
            return
        heads = [task.id for task in self.model.tasks]
        units = [one.unit for one in self.model.rows]
        place = self.sheet.current_place() or (0, 0)
        if noun == "task" and int(key) in heads:
            place = (place[0], heads.index(int(key)))
        elif noun == "unit" and int(key) in units:
            place = (units.index(int(key)), place[1])
        self.sheet.setCurrentIndex(self.model.index(*place))
        self.sheet.setFocus()

    def _show_current(self) -> None:
        place, count = self.sheet.current_place(), self.sheet.selected_count()
        if count > LARGE:
            self.strip.show_range(count)
            return
        places = self.sheet.selected_places()
        if len(places) > 1:
            self.strip.show_many([m for r, c in places if (m := self.model.mark(r, c)) is not None])
        elif place is not None and place[0] < len(self.model.rows):
            at, column = place
            key, mark = self.model.assignment(at, column), self.model.mark(at, column)
            result = following.newest(self._context.work, key) if mark and mark.reported else None
            self.strip.show_cell(self.model.rows[at], self.model.tasks[column], mark, result)
        else:
            self.strip.show_nothing()

    def _on_applied(self, rows: Collection[int]) -> None:
        """What was drawn anew counts for filters and sorting too."""
        for at in rows:
            row = self.model.rows[at]
            self._units[self._place_of[row.unit]] = row
        self._show_current()

    def _open_unit(self) -> None:
        place = self.sheet.current_place()
        if place is not None:
            key = self.model.rows[place[0]].unit
            self._context.hub.go("plan", self._key, "results", f"unit:{key}")

    def _print(self) -> None:
        if self._matrix is not None:
            print_shown(self._context, self, self._matrix, self.model.rows)

    def _save(self) -> None:
        if self._matrix is not None:
            save_shown(self._context, self, self._matrix, self.model.rows)
