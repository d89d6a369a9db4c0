"""Named changes: each is one transaction that "Hoàn tác" takes back, told to every page. Long ones run as jobs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.errors import AppError
from desktop.progress import SILENT, Progress
from desktop.services.workspace import Workspace
from desktop.ui.hub import Hub
from desktop.ui.jobs import Jobs

if TYPE_CHECKING:
    from desktop.services import undoing


class _Words(NamedTuple):
    act: str
    done: str
    nothing: str


_UNDO = _Words("Hoàn tác", "Đã hoàn tác", "Không còn gì để hoàn tác.")
_REDO = _Words("Làm lại", "Đã làm lại", "Không còn gì để làm lại.")

MANY = 150
"""More assignments than this are changed as a job: a recorded change of one takes about 0.1 ms, on an old PC more."""


class Doer:
    """Does, undoes and redoes. Small changes are made at once on the window's thread, unless a job holds the workspace: then after it.

    Expected errors are told by the hub and nothing is changed.
    """

    def __init__(self, work: Workspace, hub: Hub, jobs: Jobs) -> None:
        self._work, self._hub, self._jobs = work, hub, jobs

    def do(
        self,
        name: str,
        change: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        *,
        quiet: bool = False,
        joins: bool = False,
    ) -> None:
        """Make a small change. name: as "Hoàn tác: ..." shows it ("Giao 12 đơn vị"); done: told what `change` gave; quiet: no notice,
        for what the person sees happen under the pointer (a tick, a typed cell); joins: one step with the one before if that has the
        same name, as for typing that goes on."""

        def work(_: Progress) -> Any:
            return self._recorded(name, change, joins=joins)

        if self._jobs.is_busy:
            self._jobs.start(name, work, lambda told: self._after(name, told, done, quiet=quiet))
            return
        try:
            told = self._recorded(name, change, joins=joins)
        except AppError as error:
            self._hub.failed.emit(error)
            return
        self._after(name, told, done, quiet=quiet)

    def run(
        self,
        name: str,
        change: Callable[[Progress], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Make a long change as a job with progress and cancel."""

        def work(progress: Progress) -> Any:
            return self._recorded(name, lambda: change(progress))

        self._jobs.start(name, work, lambda told: self._after(name, told, done, quiet=False), failed)

    def undo(self) -> None:
        """Take the newest change back; a large one as a job."""
        from desktop.services import undoing

        self._turn(undoing.undo, _UNDO)

    def redo(self) -> None:
        """Make the change that was taken back last again; a large one as a job."""
        from desktop.services import undoing

        self._turn(undoing.redo, _REDO)

    def _turn(self, way: Callable[[Workspace, Progress], "undoing.Turned | None"], words: _Words) -> None:
        from desktop.services import undoing

        if self._jobs.is_busy:
            self._hub.say("Chờ việc đang chạy xong rồi hoàn tác.", is_warning=True)
        elif undoing.is_long(self._work, undone=words is _REDO):
            self._jobs.start(
                words.act, lambda progress: way(self._work, progress), lambda told: self._turned(told, words)
            )
        else:
            self._turn_at_once(way, words)

    def _turn_at_once(
        self, way: Callable[[Workspace, Progress], "undoing.Turned | None"], words: _Words
    ) -> None:
        try:
            turned = way(self._work, SILENT)
        except AppError as error:
            self._hub.failed.emit(error)
        else:
            self._turned(turned, words)

    def _turned(self, turned: "undoing.Turned | None", words: _Words) -> None:
        if turned is None:
            self._hub.say(words.nothing)
            return
        self._hub.changed.emit(turned.nouns)
        self._hub.say(f"{words.done}: {turned.name}")

    def _recorded(
        self, name: str, change: Callable[[], Any], *, joins: bool = False
    ) -> tuple[Any, "undoing.Doing"]:
        from desktop.services import undoing

        with undoing.doing(self._work, name, joins=joins) as doing:
            value = change()
        return value, doing

    def _after(
        self,
        name: str,
        told: tuple[Any, "undoing.Doing"],
        done: Callable[[Any], object] | None,
        *,
        quiet: bool,
    ) -> None:
        value, doing = told
        if doing.nouns:
            self._hub.changed.emit(doing.nouns)
        if not quiet and doing.is_step:
            self._hub.say(name, can_undo=True)
        if done is not None:
            done(value)
