"""Ngày nghỉ: the public holidays of a year, with the days that the office has off or works besides."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QMenu

from desktop.documents.phrases import upper_first
from desktop.services import days_off
from desktop.services.days_off import DayKind, DayRow
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, row
from desktop.ui.widgets.table import Table

KINDS = {
    DayKind.OFF: "Nghỉ lễ",
    DayKind.OWN_OFF: "Cơ quan nghỉ",
    DayKind.SWAPPED: "Làm bù",
    DayKind.OWN_WORKED: "Cơ quan làm việc",
}
_AHEAD = 3
_NAMELESS = "Ngày do cơ quan thêm"

COLUMNS = (
    Column[DayRow](
        "day", "Ngày", lambda one: text.date(one.day), sort=lambda one: one.day, is_number=True, width=110
    ),
    Column[DayRow](
        "weekday",
        "Thứ",
        lambda one: upper_first(text.WEEKDAYS[one.day.weekday()]),
        sort=lambda one: one.day.weekday(),
        width=100,
    ),
    Column[DayRow](
        "name", "Tên", lambda one: one.name or (_NAMELESS if one.is_own else "Làm bù ngày nghỉ"), width=0
    ),
    Column[DayRow](
        "kind",
        "Nghỉ hay làm",
        lambda one: KINDS[one.kind],
        width=150,
        is_bold=lambda one: one.is_own,
    ),
)


class HolidaysSection(Section):
    """A year at a time."""

    name = "holidays"
    title = "Ngày nghỉ"
    lead = (
        "Ngày nghỉ lễ, Tết và ngày làm bù dùng để tính ngày cuối của thời hạn. Các năm tới là dự tính theo luật; "
        "khi có thông báo chính thức, hãy thêm hoặc bỏ ngày ở đây."
    )
    scrolls = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        today = context.work.today()
        self.year = QComboBox()
        self.year.setObjectName("holidaysYear")
        self.year.setAccessibleName("Năm")
        for year in range(today.year - 1, today.year + _AHEAD + 1):
            self.year.addItem(f"Năm {year}", year)
        self.year.setCurrentIndex(1)
        self.year.currentIndexChanged.connect(lambda _: self.reload())
        self.day = DateField("holidayDay", today, context.theme.icon("calendar"))
        self.day_field = Field("Thêm một ngày", self.day)
        self._model: RowsModel[DayRow] = RowsModel(COLUMNS, self)
        self.table = Table(self._model, "holidaysTable", context)
        self.table.setAccessibleName("Ngày nghỉ và ngày làm bù")
        self.table.picked.connect(self._on_picked)
        self.table.menu_wanted.connect(self._fill_menu)
        offer(self.table, "Ngày nghỉ trong năm", context)
        self._build()

    @property
    def chosen_year(self) -> int:
        """The year that is shown."""
        return int(self.year.currentData())

    def reload(self) -> None:
        """The days of the year as they are kept."""
        kept = {one.day for one in self.table.picked_rows()}
        self._model.set_rows(days_off.listed(self.context.work, self.chosen_year))
        for at, one in enumerate(self._model.rows):
            if one.day in kept:
                self.table.selectRow(at)
        self._on_picked()

    def _build(self) -> None:
        self._turn = button("", "holidayTurn", self._turn_chosen)
        self.body.addLayout(row(self.year, None, self._turn))
        self.body.addWidget(self.table, 1)
        off = button("Thêm ngày nghỉ", "holidayOff", lambda: self._add("Thêm ngày nghỉ", days_off.tell_off))
        worked = button(
            "Thêm ngày làm việc",
            "holidayWorked",
            lambda: self._add("Thêm ngày làm việc", days_off.tell_worked),
        )
        acts = row(off, worked, None)
        acts.setContentsMargins(0, self.fontMetrics().height() + 4, 0, 0)
        adding = row(self.day_field, acts, None, space=12)
        self.day_field.setMaximumWidth(round(230 * self.context.theme.scale))
        self.body.addLayout(adding)

    def _add(self, name: str, tell: Callable[..., None]) -> None:
        day = self.day.day
        if day is None:
            self.day_field.fail("Ghi ngày như 2/1 hoặc 02/01/2027.")
            self.day.setFocus()
            return
        self.day_field.fail("")
        self.context.doer.do(
            f"{name} {text.date(day)}", lambda: tell(self.context.work, day), lambda _: self._show(day)
        )

    def _show(self, day: dt.date) -> None:
        self.day.set_day(None)
        at = self.year.findData(day.year)
        if at >= 0:
            self.year.setCurrentIndex(at)
        for place, one in enumerate(self._model.rows):
            if one.day == day:
                self.table.selectRow(place)

    def _chosen(self) -> DayRow | None:
        rows = self.table.picked_rows()
        return rows[0] if len(rows) == 1 else None

    def _on_picked(self) -> None:
        chosen = self._chosen()
        self._turn.setEnabled(chosen is not None)
        self._turn.setText(_turning(chosen))
        self._turn.setAccessibleName(self._turn.text())

    def _turn_chosen(self) -> None:
        chosen, work = self._chosen(), self.context.work
        if chosen is None:
            return
        if chosen.is_own:
            act: Callable[..., None] = days_off.forget
        else:
            act = days_off.tell_worked if chosen.kind is DayKind.OFF else days_off.tell_off
        self.context.doer.do(f"{_turning(chosen)}: {text.date(chosen.day)}", lambda: act(work, chosen.day))

    def _fill_menu(self, menu: QMenu) -> None:
        chosen = self._chosen()
        if chosen is not None:
            menu.addAction(_turning(chosen)).triggered.connect(self._turn_chosen)


def _turning(chosen: DayRow | None) -> str:
    """What can be done with a day."""
    if chosen is None:
        return "Bỏ ngày đang chọn"
    if chosen.is_own:
        return "Bỏ ngày đã thêm"
    return "Cơ quan vẫn làm việc" if chosen.kind is DayKind.OFF else "Cơ quan không làm bù"
