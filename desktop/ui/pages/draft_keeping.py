"""Keeps what is typed on a plan: in a file of its own soon, in the plan after a pause, when it is left, and as one step to take back."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.documents.plan import PlannedTask
from desktop.errors import UserError
from desktop.services import plan_editing, unsaved
from desktop.services.plan_editing import Draft, Loaded, Saved
from desktop.services.unsaved import Unsaved
from desktop.ui.context import Context

SAVE_MS = 1_000
"""A pause in typing after which what was typed is kept in the plan."""
STEP = "Sửa văn bản"


class Keeper(QObject):
    """Of one plan at a time. saved: a `Saved`; told: whether it is kept, in words.

    loaded: the plan as the workspace has it; known: every task that is or was in it since it was opened; renamed: keys under which lines
    stood before they were kept → those of now; offered: what was typed before and is not in the plan: it lies where it is until the person
    has said whether it is wanted.
    """

    saved = Signal(object)
    told = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.loaded: Loaded | None = None
        self.known: dict[str, PlannedTask] = {}
        self.renamed: dict[str, str] = {}
        self.offered: Unsaved | None = None
        self._kept: Draft | None = None
        self._typed: Draft | None = None
        self._made: Saved | None = None
        self._is_sending = self._has_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.flush)
        context.jobs.finished.connect(self._on_job_finished)

    def open(self, loaded: Loaded, draft: Draft) -> None:
        """Another plan, or the same as others have left it. draft: as the editor gives it back."""
        self._timer.stop()
        self.loaded, self.known, self.renamed = loaded, loaded.known, {}
        self._kept = self._typed = draft
        self._made, self._is_sending, self._has_kept = None, False, False
        self.offered = None
        self.offered = self._find_unsaved(loaded)
        self.told.emit("")

    def renew(self, loaded: Loaded, draft: Draft) -> None:
        """The same plan with what others have changed in it."""
        self.refresh(loaded)
        self._kept = self._typed = draft

    def refresh(self, loaded: Loaded) -> None:
        """Others have changed what is not typed here: units, deadlines."""
        self.loaded = loaded
        self.known = self.known | loaded.known

    def type(self, draft: Draft) -> None:
        """This is what stands there now."""
        self._typed = draft
        if self.loaded is None or self.loaded.is_frozen or draft == self._kept:
            return
        try:
            if self.offered is None:
                unsaved.keep(self._context.work.home, self.loaded.plan.id, draft, dt.datetime.now(dt.UTC))
        except UserError:
            self.told.emit("Không ghi được bản tạm")  # the plan itself is tried next, and that is told whole
        else:
            self.told.emit("Chưa lưu…")
        self._timer.start()

    def flush(self) -> None:
        """Keep it now, if there is anything to keep and nothing is being kept."""
        self._timer.stop()
        draft, loaded = self._typed, self.loaded
        if draft is None or loaded is None or loaded.is_frozen or draft == self._kept or self._is_sending:
            return
        self._is_sending = True
        key, known = loaded.plan.id, dict(self.known)

        def change() -> Saved:
            self._made = plan_editing.save(self._context.work, key, draft, known)
            self._kept = _renamed(draft, self._made.renamed)
            return self._made

        self._context.doer.do(STEP, change, self._on_done, quiet=True, joins=self._has_kept)
        if self._is_sending and not self._context.jobs.is_busy:
            self._fail()

    def take_made(self) -> bool:
        """Tell what was kept a moment ago, once; whether there was anything. The window hears of changes before whoever made them."""
        made, self._made = self._made, None
        if made is None:
            return False
        self._is_sending, self._has_kept = False, True
        self.refresh(made.loaded)
        self.renamed |= made.renamed
        if self._typed is not None:
            self._typed = _renamed(self._typed, made.renamed)
        self.saved.emit(made)
        if self._typed == self._kept:
            self.told.emit(f"Đã lưu lúc {dt.datetime.now().astimezone():%H:%M}")
            self._forget()
        else:
            self._timer.start()
        return True

    def _on_done(self, _: Saved) -> None:
        self.take_made()

    def _find_unsaved(self, loaded: Loaded) -> Unsaved | None:
        """The same as the plan has is forgotten."""
        found = unsaved.find(self._context.work.home, loaded.plan.id)
        if found is not None and (loaded.is_frozen or found.draft in (loaded.draft, self._kept)):
            self._forget()
            return None
        return found

    def answer(self) -> Unsaved | None:
        """What was typed before, once: the person has said whether it is wanted."""
        found, self.offered = self.offered, None
        self._forget()
        return found

    def _forget(self) -> None:
        if self.loaded is not None and self.offered is None:
            unsaved.forget(self._context.work.home, self.loaded.plan.id)

    def _on_job_finished(self, title: str) -> None:
        if title == STEP and self._is_sending:
            QTimer.singleShot(0, self._fail)

    def _fail(self) -> None:
        """It was not kept; why has been told. What was typed is in its own file, and the next pause tries again."""
        if self._is_sending and self._made is None:
            self._is_sending = False
            self.told.emit("Chưa lưu được")


def _renamed(draft: Draft, keys: dict[str, str]) -> Draft:
    return replace(
        draft, lines=tuple(replace(line, key=keys.get(line.key, line.key)) for line in draft.lines)
    )
