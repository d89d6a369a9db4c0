"""Prints and saves what a table shows: connects a `Table` to the services for it in one call."""

from pathlib import Path

from PySide6.QtCore import Qt

from desktop.services import shown_table
from desktop.services.shown_table import Shown
from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import ask_path
from desktop.ui.widgets.table import Table


def offer(table: Table, title: str, context: Context) -> None:
    """From now on the table can be printed and saved as a workbook. title: of the paper and the sheet."""
    if not table.accessibleName():
        table.setAccessibleName(title)
    table.print_wanted.connect(lambda: print_table(table, title, context))
    table.export_wanted.connect(lambda: save_table(table, title, context))


def shown_of(table: Table, title: str) -> Shown:
    """What the table shows, in the order and the columns of the person."""
    titles, rows = table.shown()
    model = table.model()
    right = Qt.AlignmentFlag.AlignRight
    header = table.horizontalHeader()
    seen = [header.logicalIndex(at) for at in range(header.count())]
    seen = [at for at in seen if not table.isColumnHidden(at)]
    numbers = {
        place
        for place, at in enumerate(seen)
        if right in Qt.AlignmentFlag(model.index(0, at).data(Qt.ItemDataRole.TextAlignmentRole) or 0)
    }
    return Shown(title, tuple(titles), tuple(rows), frozenset(numbers))


def print_table(table: Table, title: str, context: Context) -> None:
    """Ask how to print it, once its paper is made."""
    shown = shown_of(table, title)

    def ask(pdf: bytes) -> None:
        from desktop.ui.dialogs.print_dialog import open_print

        open_print(context, table.window(), pdf, title)

    context.jobs.start("Dàn trang bảng", lambda _: shown_table.pdf_bytes(context.work, shown), ask)


def save_table(table: Table, title: str, context: Context) -> None:
    """Ask where to save it as a workbook."""
    shown = shown_of(table, title)

    def write(path: Path) -> None:
        context.jobs.start(
            f"Lưu {path.name}",
            lambda _: shown_table.workbook(shown, path),
            lambda made: context.hub.say(f"Đã lưu {made}"),
        )

    ask_path(context, table.window(), f"{title}.xlsx", "Bảng tính Excel (*.xlsx)", write)
