"""Writes the Excel form of one unit: its tasks with lists and checks, locked elsewhere, and a hidden sheet that says whose it is."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop.documents import result_form as places
from desktop.documents.phrases import lower_first
from desktop.documents.result_form import FilledForm, ResultForm
from desktop.writers.atomic import replacing
from desktop.writers.workbook_cells import name_maker, set_text

_FONT = "Times New Roman"
_INPUT = PatternFill("solid", fgColor="FFF8DC")
_HEAD = PatternFill("solid", fgColor="E8EEF6")
_LINE = Side(style="thin", color="808080")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WIDTHS = {"A": 6, "B": 48, "C": 18, "D": 16, "E": 14, "F": 40, "G": 24, "H": 2, "I": 28}
_ASKED = places.STATUS + places.DONE_ON + places.TEXT + places.REASON + places.PROPOSAL
_HINT = "Chỉ ghi vào các ô nền vàng. Chọn tình trạng trong danh sách; ngày ghi dạng ngày/tháng/năm; số liệu chỉ ghi số."


def write(form: ResultForm, path: Path, known: FilledForm | None = None) -> None:
    """Write `form` to `path` (.xlsx), with what the unit has told already where `known` is given.

    Raises the errors of `atomic.replacing`.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = places.SHEET
    _title(sheet, form)
    row = _tasks(sheet, form, 7)
    last = _indicators(sheet, form, row + 1) if form.indicators else row
    if known:
        _fill(sheet, known, last)
    _page(sheet, last)
    _hidden(book.create_sheet(places.HIDDEN_SHEET), form)
    name_maker(book)
    with replacing(path) as temporary:
        book.save(temporary)


def _title(sheet: Worksheet, form: ResultForm) -> None:
    lines = (
        (1, form.office, True),
        (2, "BIỂU KẾT QUẢ THỰC HIỆN NHIỆM VỤ", True),
        (3, f"{form.plan_name} về việc {lower_first(form.subject)}", False),
        (4, f"Đơn vị báo cáo: {form.unit}", True),
        (5, _HINT, False),
    )
    for row, text, bold in lines:
        cell = sheet.cell(row, 1)
        set_text(cell, text)
        cell.font = Font(name=_FONT, size=14 if row == 2 else 12, bold=bold, italic=row == 5)
        cell.alignment = Alignment(
            horizontal="center" if row == 2 else "left", vertical="center", wrap_text=True
        )
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=9)
    sheet.row_dimensions[3].height = 34


def _tasks(sheet: Worksheet, form: ResultForm, top: int) -> int:
    """The table of tasks from row `top`; gives the first free row."""
    _heads(sheet, top, places.TASK_TITLES)
    for position, task in enumerate(form.tasks, 1):
        row = top + position
        _line(sheet, row, (str(position), task.text, task.deadline), _ASKED)
        set_text(sheet[f"{places.UID}{row}"], task.uid)
        sheet[f"{places.DONE_ON}{row}"].number_format = "dd/mm/yyyy"
        sheet.row_dimensions[row].height = max(32, 16 * (len(task.text) // 42 + 1))
    last = top + len(form.tasks)
    _validate(sheet, f"{places.STATUS}{top + 1}:{places.STATUS}{last}", _status_list())
    _validate(sheet, f"{places.DONE_ON}{top + 1}:{places.DONE_ON}{last}", _date_check())
    return last + 1


def _indicators(sheet: Worksheet, form: ResultForm, top: int) -> int:
    _heads(sheet, top, places.INDICATOR_TITLES)
    for position, indicator in enumerate(form.indicators, 1):
        row = top + position
        _line(sheet, row, (str(position), indicator.name, indicator.unit_of_measure), places.VALUE)
        set_text(sheet[f"{places.UID}{row}"], indicator.uid)
        sheet[f"{places.VALUE}{row}"].number_format = "#,##0.##"
    last = top + len(form.indicators)
    _validate(sheet, f"{places.VALUE}{top + 1}:{places.VALUE}{last}", _number_check())
    return last + 1


def _fill(sheet: Worksheet, known: FilledForm, last: int) -> None:
    rows = {
        str(sheet[f"{places.UID}{row}"].value): row
        for row in range(8, last)
        if sheet[f"{places.UID}{row}"].value
    }
    for task in known.tasks:
        row = rows[task.uid]
        sheet[f"{places.STATUS}{row}"] = places.STATUS_WORDS[task.status]
        if task.done_on:
            sheet[f"{places.DONE_ON}{row}"] = task.done_on
            sheet[f"{places.DONE_ON}{row}"].number_format = "dd/mm/yyyy"
        set_text(sheet[f"{places.TEXT}{row}"], task.text)
        set_text(sheet[f"{places.REASON}{row}"], task.reason)
        set_text(sheet[f"{places.PROPOSAL}{row}"], task.proposal or "")
    for uid, value in known.values:
        sheet[f"{places.VALUE}{rows[uid]}"] = value


def _heads(sheet: Worksheet, row: int, titles: tuple[str, ...]) -> None:
    for column, title in enumerate(titles, 1):
        if not title:
            continue
        cell = sheet.cell(row, column, title)
        cell.font = Font(name=_FONT, size=12, bold=True)
        cell.fill, cell.border = _HEAD, _BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = 34


def _line(sheet: Worksheet, row: int, fixed: tuple[str, ...], asked: str) -> None:
    """A row of the table: cells of `fixed` from the first column, open cells in the columns of `asked`."""
    cells: list[tuple[int, str | None]] = [*enumerate(fixed, 1)]
    cells += [(column_index_from_string(letter), None) for letter in asked]
    for column, text in cells:
        cell = sheet.cell(row, column)
        cell.border = _BORDER
        cell.font = Font(name=_FONT, size=12)
        cell.alignment = Alignment(
            horizontal="center" if column == 1 else "left", vertical="top", wrap_text=True
        )
        if text is not None:
            set_text(cell, text)
        else:
            cell.fill = _INPUT
            cell.protection = Protection(locked=False)


def _validate(sheet: Worksheet, cells: str, check: DataValidation) -> None:
    sheet.add_data_validation(check)
    check.add(cells)


def _status_list() -> DataValidation:
    words = ",".join(places.STATUS_WORDS.values())
    return _checked("list", "Hãy chọn một tình trạng trong danh sách.", formula1=f'"{words}"')


def _date_check() -> DataValidation:
    return _checked(
        "date", "Hãy ghi ngày hoàn thành, ví dụ 25/3/2026.", operator="greaterThan", formula1="36526"
    )


def _number_check() -> DataValidation:
    return _checked("decimal", "Hãy ghi một số không âm.", operator="greaterThanOrEqual", formula1="0")


def _checked(kind: Any, message: str, **rule: Any) -> DataValidation:
    check = DataValidation(type=kind, allow_blank=True, showErrorMessage=True, **rule)
    check.errorTitle, check.error = "Chưa đúng", message
    return check


def _page(sheet: Worksheet, last: int) -> None:
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions[places.UID].hidden = True
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.freeze_panes = "A8"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_area = f"A1:{places.PROPOSAL}{last - 1}"
    sheet.print_title_rows = "7:7"


def _hidden(sheet: Worksheet, form: ResultForm) -> None:
    for row in (
        ("mark", places.MARK),
        ("version", str(places.VERSION)),
        ("plan", form.plan_uid),
        ("unit", form.unit_uid),
    ):
        sheet.append(row)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
