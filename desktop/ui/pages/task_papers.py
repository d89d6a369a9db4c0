"""What the page Nhiệm vụ shows as paper, workbook and calendar file, made beside the window however long it is."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.progress import Progress
from desktop.services import shown_table, task_lists
from desktop.services.shown_table import Shown
from desktop.services.task_lists import Wanted
from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import ask_path
from desktop.ui.models.unit_work import Line, UnitWorkModel
from desktop.ui.widgets.work_table import WorkTable

_PART = 1000
"""Rows read at once."""

Made = Callable[[Progress], Shown]


class TaskPapers:
    """page: over which dialogs open; made: gives the work that makes the table that is seen now."""

    def __init__(self, context: Context, page: QWidget, made: Callable[[], Made]) -> None:
        self._context, self._page, self._made = context, page, made

    def print(self) -> None:
        """To the printer."""
        from desktop.ui.dialogs.print_dialog import open_print

        made, context, page = self._made(), self._context, self._page
        title: list[str] = []

        def work(progress: Progress) -> bytes:
            shown = made(progress)
            title.append(shown.title)
            return shown_table.pdf_bytes(context.work, shown)

        context.jobs.start(
            "Dàn trang bảng", work, lambda pdf: open_print(context, page.window(), pdf, title[0])
        )

    def save(self) -> None:
        """As a workbook."""
        made, context = self._made(), self._context

        def write(path: Path) -> None:
            context.jobs.start(
                f"Lưu {path.name}",
                lambda progress: shown_table.workbook(made(progress), path),
                lambda kept: context.hub.say(f"Đã lưu {kept}"),
            )

        ask_path(context, self._page.window(), "Nhiệm vụ.xlsx", "Bảng tính Excel (*.xlsx)", write)

    def save_calendar(self, wanted: Wanted) -> None:
        """The deadlines of a filter as a file for other calendars."""
        from desktop.services import calendar

        context = self._context

        def write(path: Path) -> None:
            context.jobs.start(
                f"Lưu {path.name}",
                lambda _: calendar.save(context.work, wanted, path),
                lambda kept: context.hub.say(f"Đã lưu {kept}"),
            )

        ask_path(context, self._page.window(), "Hạn nhiệm vụ.ics", "Lịch (*.ics)", write)


def of_list(context: Context, table: WorkTable, keys: Sequence[int]) -> Made:
    """The columns of the list as they are chosen, of these assignments."""
    columns = table.shown_columns()

    def made(progress: Progress) -> Shown:
        rows: list[tuple[str, ...]] = []
        for at in range(0, len(keys), _PART):
            progress.step(at, len(keys), "Đọc nhiệm vụ")
            found = task_lists.rows(context.work, keys[at : at + _PART])
            rows += [tuple(column.text(row) for column in columns) for row in found]
        numbers = frozenset(at for at, column in enumerate(columns) if column.is_number)
        return Shown("Nhiệm vụ đã giao", tuple(column.title for column in columns), tuple(rows), numbers)

    return made


def of_units(model: UnitWorkModel) -> Made:
    """The counts of the units, without their work."""
    columns = [column for column in model.columns if column.key != "due"]
    rows = tuple(tuple(column.text(Line(unit=one)) for column in columns) for one in model.units)
    numbers = frozenset(at for at, column in enumerate(columns) if column.is_number)
    titles = ("Đơn vị", *(column.title for column in columns[1:]))
    return lambda _: Shown("Nhiệm vụ theo đơn vị", titles, rows, numbers)
