"""Printing, saving and sending a report: what two pages do alike."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.services import report_files, report_sending, report_views
from desktop.services.papers import EVERY
from desktop.services.preview import Paper
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.issue import Given, open_send
from desktop.ui.dialogs.save_paper import ask_folder
from desktop.ui.widgets.report_editor import ReportEditor


def connect(editor: ReportEditor, context: Context, parent: QWidget) -> None:
    """From now on the buttons of `editor` do what they say."""
    editor.print_wanted.connect(lambda: _with_key(editor, lambda key: print_report(context, parent, key)))
    editor.save_wanted.connect(lambda: _with_key(editor, lambda key: save_report(context, parent, key)))
    editor.send_wanted.connect(lambda: _with_key(editor, lambda key: send_report(context, parent, key)))


def print_report(context: Context, parent: QWidget, key: int) -> None:
    """The pages as they are, to a printer."""

    def ask(paper: Paper) -> None:
        from desktop.ui.dialogs.print_dialog import open_print

        open_print(context, parent.window(), paper.content, "Báo cáo")

    context.jobs.start("Dàn trang báo cáo", lambda _: report_views.paper(context.work, key), ask)


def save_report(context: Context, parent: QWidget, key: int) -> None:
    """PDF, Word and Excel into a folder."""

    def write(folder: Path) -> None:
        context.jobs.start(
            "Lưu báo cáo",
            lambda progress: report_files.of_report(context.work, key, folder, EVERY, progress),
            lambda made: context.hub.say(f"Đã ghi {text.count(len(made), 'tệp')} vào {folder}"),
        )

    ask_folder(context, parent.window(), write)


def send_report(context: Context, parent: QWidget, key: int) -> None:
    """Ask for its number and day and freeze it."""
    report = report_views.shown(context.work, key).report

    def send(given: Given) -> None:
        context.doer.run(
            f"Chốt báo cáo số {given.number:02d}",
            lambda progress: report_sending.send(context.work, key, given.number, given.date, progress),
            lambda sent: context.hub.say(
                f"Đã chốt báo cáo số {sent.number:02d}/{sent.symbol}. Có thể in, gửi."
            ),
        )

    open_send(context, parent.window(), report, send)


def _with_key(editor: ReportEditor, act: "object") -> None:
    editor.keep()
    if editor.key is not None and callable(act):
        act(editor.key)
