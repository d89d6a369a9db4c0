"""Writes what tells senders that their packages arrived, once they were taken in."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.progress import Progress
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.send_packages import open_sending, receipts_errand
from desktop.ui.widgets.passphrase_fields import Phrases


def write_receipts(
    context: Context, parent: QWidget, stick: Path | None, before: str, phrases: Phrases
) -> None:
    """Write what tells senders that their packages arrived: onto the stick they came on, else where the person says. before: the step
    that can still be taken back, said again beside."""
    from desktop.services import exchange_history, package_sending

    waiting = exchange_history.waiting(context.work)
    if not waiting:
        return
    if stick is None:
        open_sending(context, parent, receipts_errand(context.work, waiting), phrases)
        return

    def told(made: list[Path]) -> None:
        words = f"{before}. Đã ghi {text.count(len(made), 'biên nhận')}, có thể rút USB."
        context.hub.say(words, can_undo=True)

    def work(progress: Progress) -> Any:
        return package_sending.receipts(context.work, stick, progress)

    context.jobs.start("Ghi biên nhận lên USB", work, told)
