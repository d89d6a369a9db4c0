"""Prints and saves the matrix as it is shown."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.services import following_paper
from desktop.services.following import Matrix, UnitRow
from desktop.ui.context import Context

_TITLE = "Bảng theo dõi"


def print_shown(context: Context, parent: QWidget, matrix: Matrix, rows: Sequence[UnitRow]) -> None:
    """Ask how to print these rows, once their paper is made."""
    shown = tuple(rows)

    def ask(pdf: bytes) -> None:
        from desktop.ui.dialogs.print_dialog import open_print

        open_print(context, parent.window(), pdf, _TITLE)

    context.jobs.start(
        "Dàn trang bảng theo dõi",
        lambda progress: following_paper.pdf_bytes(context.work, matrix, shown, progress),
        ask,
    )


def save_shown(context: Context, parent: QWidget, matrix: Matrix, rows: Sequence[UnitRow]) -> None:
    """Ask where to save these rows as a workbook."""
    from desktop.ui.dialogs.save_paper import ask_path

    shown = tuple(rows)

    def write(path: Path) -> None:
        context.jobs.start(
            f"Lưu {path.name}",
            lambda _: following_paper.workbook(matrix, shown, path),
            lambda made: context.hub.say(f"Đã lưu {made}"),
        )

    ask_path(context, parent.window(), f"{_TITLE}.xlsx", "Bảng tính Excel (*.xlsx)", write)
