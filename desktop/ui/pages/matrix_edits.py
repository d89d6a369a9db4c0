"""Changes of the matrix: letters, pasted blocks, days and notes, each one step of undo whose cells alone are drawn anew."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from desktop.domain.assignment import Status
from desktop.services import following
from desktop.services.following import Mark
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.models.matrix import MatrixModel
from desktop.ui.widgets.matrix_view import Place, Sheet

MANY = 150
"""More cells than this are changed as a job: a recorded change of one takes up to a millisecond."""
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

    def set_status(self, places: Sequence[Place], status: Status) -> None:
        """One status for these cells."""
        name = f"{_ACTS[status]} {text.count(len(places), 'ô')}"
        self._change(name, [(place, status) for place in places])

    def paste(self, told: Sequence[tuple[Place, Status]], strange: int) -> None:
        """Statuses pasted on cells; strange: how many words were not understood."""
        if strange:
            self._context.hub.say(
                f"{text.count(strange, 'ô')} có chữ không hiểu được nên giữ nguyên.", is_warning=True
            )
        if told:
            self._change(f"Dán {text.count(len(told), 'ô')}", told)
        elif not strange:
            self._context.hub.say("Không có ô nào để dán: hãy chép tình trạng từ Excel rồi chọn ô đầu tiên.")

    def set_day(self, day: dt.date) -> None:
        """The selected work was finished on that day."""
        places = self._sheet.selected_places()
        self._change(
            f"Ghi ngày xong {text.count(len(places), 'ô')}", [(place, Status.DONE) for place in places], day
        )

    def set_note(self, words: str) -> None:
        """Words on the current cell."""
        place, plan, work = self._sheet.current_place(), self.plan, self._context.work
        if place is None or plan is None or not (key := self._model.assignment(*place)):
            return
        self._touched = {place[0]}
        said = replace(following.anew(following.newest(work, key), key, work.today()), text=words)
        self._do("Ghi chú kết quả", lambda: following.tell(work, plan, [said]), 1)

    def _change(self, name: str, told: Sequence[tuple[Place, Status]], day: dt.date | None = None) -> None:
        """One step of undo for all cells, however many statuses they get."""
        work, plan = self._context.work, self.plan
        if plan is None or not told:
            return
        keys: dict[Status, list[int]] = {}
        for place, status in told:
            keys.setdefault(status, []).append(self._model.assignment(*place))

        def change() -> dict[int, Mark]:
            marks: dict[int, Mark] = {}
            for status, some in keys.items():
                marks |= following.set_status(work, plan, some, status, day)
            return marks

        self._touched = {row for (row, _), _ in told}
        self._do(name, change, len(told))

    def _do(self, name: str, change: Callable[[], dict[int, Mark]], count: int) -> None:
        def keep() -> None:
            self.told = change()

        if count > MANY:
            self._context.doer.run(name, lambda _: change())
        elif (
            self._context.jobs.is_busy
        ):  # made later, when the rows may stand elsewhere: then all is loaded anew
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
