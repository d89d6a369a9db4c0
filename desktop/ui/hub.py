"""What parts of the window tell each other, as signals of one object. Holds nothing."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the window something is shown.

    page: name of a page ("today", "plans", "plan", "directive", "tasks", "units", "reports", "exchange", "settings"); key: id of
    the thing there; tab: name of a tab of that page; part: what to show in it ("task:12", "unit:3", "result:5").
    """

    page: str
    key: int | None = None
    tab: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A short word on what was done. can_undo: whether "Hoàn tác" stands beside it; is_warning: it needs more than a glance."""

    text: str
    can_undo: bool = False
    is_warning: bool = False


class Hub(QObject):
    """The signals. changed: a `services.changes.Noun`; open_place: a `Place`; notice: a `Notice`; failed: an `AppError`;
    home_wanted: the folder of another workspace to open instead, None for the office's own; restore_wanted: the file of a copy that is
    to take the place of the workspace; lock_wanted: the window is to show nothing until the password is given."""

    changed = Signal(object)
    open_place = Signal(object)
    notice = Signal(object)
    failed = Signal(object)
    home_wanted = Signal(object)
    restore_wanted = Signal(object)
    lock_wanted = Signal()

    def go(self, page: str, key: int | None = None, tab: str = "", part: str = "") -> None:
        """Ask the window to show a place."""
        self.open_place.emit(Place(page, key, tab, part))

    def say(self, text: str, *, can_undo: bool = False, is_warning: bool = False) -> None:
        """Tell the person what was done."""
        self.notice.emit(Notice(text, can_undo, is_warning))
