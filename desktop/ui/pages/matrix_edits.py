"""Changes of the matrix: letters, pasted blocks, days and notes, each one step of undo whose cells alone are drawn anew."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import replace

from desktop.domain.assignment import Status
from desktop.progress import SILENT, Progress
from desktop.services import following
from desktop.services.following import Mark
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.doing import MANY
from desktop.ui.models.matrix import MatrixModel
from desktop.ui.widgets.matrix_blocks import Told
from desktop.ui.widgets.matrix_view import Sheet

LARGE = 2_000
"""A selection of more cells than this is told by its size, not looked at one by one."""
_ACTS = {
    Status.NOT_STARTED: "Đánh dấu chưa thực hiện",
    Status.IN_PROGRESS: "Đánh dấu đang thực hiện",
    Status.DONE: "Đánh dấu hoàn thành",
    Status.NOT_APPLICABLE: "Đánh dấu không áp dụng",
}


class MatrixEdits:
    """plan: id of the plan that is shown; told: what the cells of a change show now, until they are drawn; applied: told the rows that
    were drawn anew."""

    def __init__(
        self, context: Context, model: MatrixModel, sheet: Sheet, applied: Callable[[Collection[int]], None]
    ) -> None:
        self._context, self._model, self._sheet, self._applied = context, model, sheet, applied
        self.plan: int | None = None
        self.told: dict[int, Mark] | None = None
        self._touched: set[int] = set()

    def set_status(self, status: Status) -> None:
        """One status for the selected cells."""
        told = self._sheet.told(status)
        self._change(f"{_ACTS[status]} {text.count(told.count, 'ô')}", told)

    def paste(self, told: Told) -> None:
        """Statuses pasted on cells."""
        if told.strange:
            self._context.hub.say(
                f"{text.count(told.strange, 'ô')} có chữ không hiểu được nên giữ nguyên.", is_warning=True
            )
        if told.keys:
            self._change(f"Dán {text.count(told.count, 'ô')}", told)
        elif not told.strange:
            self._context.hub.say("Không có ô nào để dán: hãy chép tình trạng từ Excel rồi chọn ô đầu tiên.")

    def set_day(self, day: dt.date) -> None:
        """The selected work was finished on that day."""
        told = self._sheet.told(Status.DONE)
        self._change(f"Ghi ngày xong {text.count(told.count, 'ô')}", told, day)

    def set_note(self, words: str) -> None:
        """Words on the current cell."""
        place, plan, work = self._sheet.current_place(), self.plan, self._context.work
        if place is None or plan is None or not (key := self._model.assignment(*place)):
            return
        self._touched = {place[0]}
        said = replace(following.anew(following.newest(work, key), key, work.today()), text=words)
        self._at_once("Ghi chú kết quả", lambda: following.tell(work, plan, [said]), 1)

    def _change(self, name: str, told: Told, day: dt.date | None = None) -> None:
        """One step of undo for all cells, however many statuses they get. Very many are changed as a job: then all is loaded anew."""
        work, plan, count = self._context.work, self.plan, told.count
        if plan is None or not count:
            return

        def change(progress: Progress = SILENT) -> None:
            following.set_statuses(work, plan, told.keys, day, progress)

        def change_at_once() -> dict[int, Mark]:
            change()
            return following.marks_of(work, [key for keys in told.keys.values() for key in keys])

        if count > MANY:
            self._context.doer.run(name, change)
            return
        self._touched = told.rows
        self._at_once(name, change_at_once, count)

    def _at_once(self, name: str, change: Callable[[], dict[int, Mark]], count: int) -> None:
        def keep() -> None:
            self.told = change()

        if self._context.jobs.is_busy:
            # made later, when the rows may stand elsewhere: then all is loaded anew
            self._context.doer.do(name, change, quiet=count == 1)
        else:
            self._context.doer.do(name, keep, lambda _: self.apply(), quiet=count == 1)

    def apply(self) -> None:
        """Draw the cells of the last change."""
        told, self.told = self.told, None
        if not told:
            return
        self._model.tell(told, self._touched)
        self._applied(self._touched)
