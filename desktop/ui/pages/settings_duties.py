"""Việc hằng năm: duties that come again every year; the office adds its own and hides those it has not."""

from dataclasses import dataclass

from PySide6.QtWidgets import QMenu

from desktop.domain.duties import Duty
from desktop.services import duties
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.duty import DutyDialog
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.parts import button, chip, row
from desktop.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class _Line:
    """A duty in the table. year: of the day that is shown."""

    duty: Duty
    year: int
    is_own: bool
    is_hidden: bool

    @property
    def id(self) -> str:
        """Its key."""
        return self.duty.key


COLUMNS = (
    Column[_Line]("name", "Việc", lambda one: one.duty.name, width=0),
    Column[_Line](
        "day",
        "Ngày năm nay",
        lambda one: text.date(one.duty.on(one.year)),
        sort=lambda one: one.duty.on(one.year),
        is_number=True,
        width=120,
    ),
    Column[_Line](
        "lead",
        "Nhắc trước",
        lambda one: text.count(one.duty.lead, "ngày"),
        sort=lambda one: one.duty.lead,
        is_number=True,
        width=100,
    ),
    Column[_Line](
        "from",
        "Nguồn",
        lambda one: "Đã ẩn" if one.is_hidden else "Cơ quan thêm" if one.is_own else "Có sẵn",
        width=120,
    ),
)


class DutiesSection(Section):
    """What Hôm nay reminds of."""

    name = "duties"
    title = "Việc hằng năm"
    lead = "Trang Hôm nay nhắc lập kế hoạch cho những việc này khi gần đến ngày mà chưa có kế hoạch của năm."
    scrolls = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._model: RowsModel[_Line] = RowsModel(COLUMNS, self)
        self.table = Table(self._model, "dutiesTable", context)
        self.table.setAccessibleName("Việc hằng năm")
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._edit)
        self.table.menu_wanted.connect(self._fill_menu)
        offer(self.table, "Việc hằng năm", context)
        self.with_hidden = chip("Hiện cả việc đã ẩn", "dutiesHidden", lambda _: self.reload())
        self._change = button("", "dutyTurn", self._turn)
        icon = context.theme.icon("plus")
        self.body.addLayout(
            row(
                button(" Thêm việc…", "dutyAdd", self.add, icon=icon),
                self.with_hidden,
                None,
                self._change,
            )
        )
        self.body.addWidget(self.table, 1)

    def reload(self) -> None:
        """The duties of the office by their day, hidden ones last."""
        work = self.context.work
        chosen = [one.id for one in self.table.picked_rows()]
        known = {duty.key for duty in duties.known_duties()}
        year = work.today().year
        lines = [_Line(duty, year, duty.key not in known, is_hidden=False) for duty in duties.listed(work)]
        if self.with_hidden.isChecked():
            lines += [_Line(duty, year, is_own=False, is_hidden=True) for duty in duties.hidden(work)]
        lines.sort(key=lambda one: (one.is_hidden, one.duty.on(year)))
        self._model.set_rows(lines)
        for key in chosen:
            self.table.select_key(key)
        self._on_picked()

    def add(self) -> None:
        """One of the office's own."""
        DutyDialog(self.window(), None, self._keep).open()

    def _keep(self, duty: Duty) -> None:
        self.context.doer.do(
            f"Lưu việc hằng năm “{text.elided(duty.name, 40)}”",
            lambda: duties.add(self.context.work, duty),
            lambda made: self.table.select_key(made.key),
        )

    def _edit(self, line: _Line) -> None:
        if line.is_own:
            DutyDialog(self.window(), line.duty, self._keep).open()

    def _chosen(self) -> _Line | None:
        rows = self.table.picked_rows()
        return rows[0] if len(rows) == 1 else None

    def _on_picked(self) -> None:
        chosen = self._chosen()
        self._change.setEnabled(chosen is not None)
        self._change.setText(_turning(chosen))
        self._change.setAccessibleName(self._change.text())

    def _turn(self) -> None:
        line, work = self._chosen(), self.context.work
        if line is None:
            return
        act = duties.show if line.is_hidden else duties.remove
        self.context.doer.do(
            f"{_turning(line)} “{text.elided(line.duty.name, 40)}”", lambda: act(work, line.duty.key)
        )

    def _fill_menu(self, menu: QMenu) -> None:
        line = self._chosen()
        if line is None:
            return
        if line.is_own:
            menu.addAction("Sửa…").triggered.connect(lambda: self._edit(line))
        menu.addAction(_turning(line)).triggered.connect(self._turn)


def _turning(line: _Line | None) -> str:
    """What can be done with a duty."""
    if line is None:
        return "Ẩn việc đang chọn"
    if line.is_hidden:
        return "Hiện lại việc"
    return "Bỏ việc" if line.is_own else "Ẩn việc"
