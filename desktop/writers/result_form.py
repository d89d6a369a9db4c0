"""Writes the Excel form of one unit: its tasks with lists and checks, locked elsewhere, and a hidden sheet that says whose it is."""

import datetime as dt
from pathlib import Path
from typing import Any

from desktop.documents import result_form as places
from desktop.documents.phrases import lower_first
from desktop.documents.result_form import FilledForm, FilledTask, FormIndicator, FormTask, ResultForm
from desktop.writers.workbook_cells import (
    HEAD_GROUND,
    LINE_COLOUR,
    Book,
    Look,
    set_page,
    set_text,
    span,
)

_WIDTHS = (6, 48, 18, 16, 14, 40, 24, 2, 28)
_UID, _STATUS, _DONE_ON, _TEXT, _REASON, _PROPOSAL, _VALUE = (
    "ABCDEFGHI".index(letter)
    for letter in (
        places.UID,
        places.STATUS,
        places.DONE_ON,
        places.TEXT,
        places.REASON,
        places.PROPOSAL,
        places.VALUE,
    )
)
_FIRST = 6
"""The row, from 0, of the titles of the first table."""
_CELL = {"border": 1, "border_color": LINE_COLOUR, "text_wrap": True, "valign": "top"}
_OPEN = {**_CELL, "bg_color": "#FFF8DC", "locked": False, "align": "left"}
_HINT = "Chỉ ghi vào các ô nền vàng. Chọn tình trạng trong danh sách; ngày ghi dạng ngày/tháng/năm; số liệu chỉ ghi số."


def write(form: ResultForm, path: Path, known: FilledForm | None = None) -> None:
    """Write `form` to `path` (.xlsx), with what the unit has told already where `known` is given.

    Raises the errors of `atomic.replacing`.
    """
    book = Book()
    sheet = book.sheet(places.SHEET)
    writer = _Writer(book, sheet)
    _title(writer, form)
    row = writer.tasks(form.tasks, {told.uid: told for told in known.tasks} if known else {})
    if form.indicators:
        row = writer.indicators(form.indicators, row + 1, dict(known.values) if known else {})
    set_page(sheet, landscape=True, repeated=(_FIRST, _FIRST), frozen=_FIRST + 1, widths=_WIDTHS)
    sheet.set_column(_UID, _UID, _WIDTHS[_UID], None, {"hidden": True})
    sheet.print_area(0, 0, row - 1, _PROPOSAL)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    _hidden(book, form)
    book.save(path)


def _title(writer: "_Writer", form: ResultForm) -> None:
    book, sheet = writer.book, writer.sheet
    lines: tuple[tuple[str, dict[str, Any]], ...] = (
        (form.office, {"bold": True}),
        ("BIỂU KẾT QUẢ THỰC HIỆN NHIỆM VỤ", {"bold": True, "font_size": 14, "align": "center"}),
        (f"{form.plan_name} về việc {lower_first(form.subject)}", {}),
        (f"Đơn vị báo cáo: {form.unit}", {"bold": True}),
        (_HINT, {"italic": True}),
    )
    for row, (text, look) in enumerate(lines):
        shown = book.texts(**{"align": "left", "valign": "vcenter", "text_wrap": True, **look})
        span(sheet, row, len(_WIDTHS), text, shown)
    sheet.set_row(2, 34)


class _Writer:
    """The tables of one form, from top to bottom. Rows and columns are counted from 0."""

    def __init__(self, book: Book, sheet: Any) -> None:
        self.book, self.sheet = book, sheet
        self._fixed = book.texts(**_CELL, align="left")
        self._number = book.texts(**_CELL, align="center")
        self._head = book.texts(
            **{**_CELL, "valign": "vcenter"}, bold=True, bg_color=HEAD_GROUND, align="center"
        )
        self._open = book.texts(**_OPEN)
        self._uid = book.texts()

    def tasks(self, tasks: tuple[FormTask, ...], told: dict[str, FilledTask]) -> int:
        """The table of tasks, with what is told of each; gives the first free row."""
        self._heads(_FIRST, places.TASK_TITLES)
        row = _FIRST
        for position, task in enumerate(tasks, 1):
            row += 1
            self._line(row, (str(position), task.text, task.deadline), task.uid)
            self._told(row, told.get(task.uid))
            self.sheet.set_row(row, max(32, 16 * (len(task.text) // 42 + 1)))
        if tasks:
            self._check(row, len(tasks), _STATUS, _LIST)
            self._check(row, len(tasks), _DONE_ON, _DAY)
        return row + 1

    def indicators(self, indicators: tuple[FormIndicator, ...], top: int, told: dict[str, Any]) -> int:
        """The table of numbers from row `top`; gives the first free row."""
        self._heads(top, places.INDICATOR_TITLES)
        look = self._open.figures("#,##0.##")
        row = top
        for position, indicator in enumerate(indicators, 1):
            row += 1
            self._line(row, (str(position), indicator.name, indicator.unit_of_measure), indicator.uid)
            value = told.get(indicator.uid)
            self.sheet.write(row, _VALUE, None if value is None else float(value), look)
        self._check(row, len(indicators), _VALUE, _AMOUNT)
        return row + 1

    def _heads(self, row: int, titles: tuple[str, ...]) -> None:
        for column, title in enumerate(titles):
            if title:
                set_text(self.sheet, row, column, title, self._head)
        self.sheet.set_row(row, 34)

    def _line(self, row: int, fixed: tuple[str, str, str], uid: str) -> None:
        for column, text in enumerate(fixed):
            set_text(self.sheet, row, column, text, self._fixed if column else self._number)
        set_text(self.sheet, row, _UID, uid, self._uid)

    def _told(self, row: int, told: FilledTask | None) -> None:
        """The open cells of a task, filled where something is known."""
        texts = {
            _STATUS: places.STATUS_WORDS[told.status] if told else "",
            _TEXT: told.text if told else "",
            _REASON: told.reason if told else "",
            _PROPOSAL: (told.proposal or "") if told else "",
        }
        for column, text in texts.items():
            set_text(self.sheet, row, column, text, self._open)
        day = self._open.figures("dd/mm/yyyy")
        if told and told.done_on:
            self.sheet.write_datetime(row, _DONE_ON, told.done_on, day)
        else:
            self.sheet.write_blank(row, _DONE_ON, None, day)

    def _check(self, last: int, count: int, column: int, rule: dict[str, Any]) -> None:
        """Let Excel check the `count` cells of a column that end in row `last`."""
        self.sheet.data_validation(
            last - count + 1, column, last, column, {**rule, "error_title": "Chưa đúng"}
        )


_LIST = {
    "validate": "list",
    "source": list(places.STATUS_WORDS.values()),
    "error_message": "Hãy chọn một tình trạng trong danh sách.",
}
_DAY = {
    "validate": "date",
    "criteria": ">",
    "value": dt.date(2000, 1, 1),
    "error_message": "Hãy ghi ngày hoàn thành, ví dụ 25/3/2026.",
}
_AMOUNT = {
    "validate": "decimal",
    "criteria": ">=",
    "value": 0,
    "error_message": "Hãy ghi một số không âm.",
}


def _hidden(book: Book, form: ResultForm) -> None:
    sheet = book.sheet(places.HIDDEN_SHEET)
    look: Look = book.texts()
    known = (
        ("mark", places.MARK),
        ("version", str(places.VERSION)),
        ("plan", form.plan_uid),
        ("unit", form.unit_uid),
    )
    for row, (name, value) in enumerate(known):
        set_text(sheet, row, 0, name, look)
        set_text(sheet, row, 1, value, look)
    sheet.very_hidden()
    sheet.protect()
