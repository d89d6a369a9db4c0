"""What can be done with chosen assignments: status, a later day, another unit, a reminder, letters. Each is one step to take back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.domain.assignment import Status
from desktop.services import given_work
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.doing import MANY

STATUSES = (Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED, Status.NOT_APPLICABLE)


class TaskActs:
    """page: over which dialogs open; chosen: gives the ids of what is picked now."""

    def __init__(self, context: Context, page: QWidget, chosen: Callable[[], Sequence[int]]) -> None:
        self._context, self._page, self._chosen = context, page, chosen

    def fill(self, menu: QMenu) -> None:
        """Put everything into a menu."""
        self.fill_statuses(menu.addMenu("Ghi tình trạng"))
        for words, act in self.others():
            menu.addAction(words).triggered.connect(_alone(act))

    def fill_statuses(self, menu: QMenu) -> None:
        """The four states as entries."""
        for status in STATUSES:
            menu.addAction(text.STATUSES[status]).triggered.connect(_alone(self._teller(status)))

    def others(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Words and act of all but the states."""
        return (
            ("Ghi đã gọi, nhắn Zalo…", self.log),
            ("Đôn đốc bằng công văn…", self.urge),
            ("Gia hạn…", self.extend),
            ("Chuyển đơn vị…", self.hand_over),
        )

    def set_status(self, status: Status) -> None:
        """Note that what is chosen has a status, as of today."""
        keys = list(self._chosen())
        if not keys:
            return
        work, doer = self._context.work, self._context.doer
        name = f"Ghi {text.STATUSES[status].lower()} {text.count(len(keys), 'việc')}"
        if len(keys) > MANY:
            doer.run(name, lambda progress: given_work.set_status(work, keys, status, progress=progress))
        else:
            doer.do(name, lambda: given_work.set_status(work, keys, status))

    def tick(self, item: int, done: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        """A step of the one that is shown."""
        self._context.doer.do(
            "Đánh dấu việc cần làm", lambda: given_work.tick(self._context.work, item, done=done), quiet=True
        )

    def extend(self) -> None:
        """Ask for a later day."""
        from desktop.ui.dialogs.change_work import ExtendWork

        self._ask(ExtendWork)

    def hand_over(self) -> None:
        """Ask who takes it over."""
        from desktop.ui.dialogs.change_work import HandOverWork

        self._ask(HandOverWork)

    def log(self) -> None:
        """Ask how they were reminded."""
        from desktop.ui.dialogs.change_work import LogWork

        self._ask(LogWork)

    def urge(self) -> None:
        """Ask which letters are to be made."""
        self.urge_these(list(self._chosen()))

    def urge_these(self, keys: Sequence[int]) -> None:
        """The same for these."""
        from desktop.ui.dialogs.urge_work import open_urge_work

        open_urge_work(self._context, self._page.window(), keys)

    def copy_phone(self, number: str) -> None:
        """Into the clipboard."""
        QApplication.clipboard().setText(number)
        self._context.hub.say(f"Đã chép số {number}")

    def _ask(self, dialog: Callable[[Context, QWidget, Sequence[int]], "object"]) -> None:
        keys = list(self._chosen())
        if keys:
            dialog(self._context, self._page.window(), keys).open()  # type: ignore[attr-defined]

    def _teller(self, status: Status) -> Callable[[], None]:
        return lambda: self.set_status(status)


def _alone(act: Callable[[], None]) -> Callable[..., None]:
    return lambda *_: act()
