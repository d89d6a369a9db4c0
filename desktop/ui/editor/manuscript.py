"""The text in the editor with its history: written anew, read, changed in steps, told after a pause. Knows no keys and no widget.

The history holds whole states of its own, since Qt's would count the measures of another window width as steps.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.documents.body import BodyBlock, TaskPlace
from desktop.ui.editor import body_document, editing
from desktop.ui.editor.body_document import Entry, Written
from desktop.ui.editor.history import History, State
from desktop.ui.editor.roles import SOURCE, PaperLook, Role, role_of, source_of

SETTLE_MS = 200
"""A pause in typing after which what was typed is a step of the history and is told to others."""
LONGEST_MS = 3_000
"""It is told after this time also without a pause."""
SIDE = 30
"""Room round the text, px."""
LEAST, MOST = 1.0, 1.5
"""Pixels for a point of paper: in a narrower window lines break earlier than on paper, in a wider one there is more ground."""
_SAME = 0.004


class Manuscript(QObject):
    """The text of one plan.

    edited: something was typed; settled: a pause after it, with what stands there (`Written`); relabelled: labels are to be drawn anew.
    labels: of each block of Qt; look: measures at the width of the window; is_composing: the input method is in the middle of a letter.
    """

    edited = Signal()
    settled = Signal(object)
    relabelled = Signal()

    def __init__(self, document: QTextDocument, dots: float, text_scale: float, ink: str) -> None:
        super().__init__(document)
        self.document, self._dots, self._text_scale = document, dots, text_scale
        document.setUndoRedoEnabled(False)
        self._ink = ink
        self.look = PaperLook(LEAST * text_scale, dots, ink)
        self.labels: Sequence[str] = ()
        self.history = History(State(Written(())))
        self.is_composing = False
        self._writing, self._count, self._touched = 0, 0, 0
        self._pause, self._longest = self._timer(SETTLE_MS), self._timer(LONGEST_MS)
        self._measure()
        document.contentsChange.connect(self._on_touched)
        document.contentsChanged.connect(self._on_changed)

    def _timer(self, pause: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(pause)
        made.timeout.connect(self.settle)
        return made

    # ---- as a whole ----

    def show(self, blocks: Sequence[BodyBlock], section: Sequence[Entry]) -> None:
        """Another text, its history from the beginning."""
        self._write(blocks, section)
        self.history = History(State(self.read()))
        self._stop()

    def renew(self, blocks: Sequence[BodyBlock], section: Sequence[Entry], *, is_own: bool) -> None:
        """The same text as it has become elsewhere: a step of the history. is_own: the person wanted it; else tasks that came or went
        elsewhere are not to be undone here, and the history begins anew."""
        self.settle()
        before = self.history.now.written.section
        self._write(blocks, section)
        state = State(self.read())
        if is_own or [entry.key for entry in before] == [entry.key for entry in section]:
            self.history.add(state)
        else:
            self.history = History(state)
        self._stop()

    def read(self) -> Written:
        """What stands there now."""
        return body_document.read(self.document)

    def rename_tasks(self, keys: Mapping[str, str]) -> None:
        """Tasks that were new when they were typed have got ids: they are known by them from now on, in the history too."""
        if not keys:
            return
        with self.changing():
            for unit in body_document.units(self.document):
                wanted = keys.get(source_of(unit.block)) if unit.role is Role.TASK else None
                if wanted:
                    format_ = unit.block.blockFormat()
                    format_.setProperty(SOURCE, wanted)
                    QTextCursor(unit.block).setBlockFormat(format_)
        self.history.rewrite(lambda written: renamed(written, keys))

    # ---- changes ----

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Inside, the document is changed by the program; labels are set afterwards."""
        self._writing += 1
        try:
            yield
            self._relabel()
        finally:
            self._writing -= 1

    @contextmanager
    def step(self) -> Iterator[None]:
        """A change by the person that is a step of its own: a rank, a table, something pasted."""
        self.settle()
        with self.changing():
            yield
        self.touch(pause=0)

    def touch(self, pause: int = SETTLE_MS) -> None:
        """Something was typed or changed: told after a pause of so many ms."""
        self._pause.start(pause)
        if not self._longest.isActive():
            self._longest.start()
        self.edited.emit()

    @property
    def is_settled(self) -> bool:
        """Whether everything typed has been told."""
        return not self._pause.isActive()

    def settle(self) -> None:
        """Tell what was typed since the last pause, if anything was. In the middle of a letter it waits."""
        if self.is_settled and not self._longest.isActive():
            return
        if self.is_composing:
            self._pause.start(SETTLE_MS)
            return
        self._stop()
        written = self.read()
        if TaskPlace() in self.history.now.written.blocks and TaskPlace() not in written.blocks:
            self._restore(self.history.now)  # the place of tasks went with something dragged away
        elif self.history.add(State(written, self._touched)):
            self.settled.emit(written)

    def undo(self) -> int | None:
        """Take the last step back; gives where it was, None where there was none."""
        self.settle()
        if not self.history.can_undo:
            return None
        undone = self.history.now
        return self._turn(self.history.undo(), undone.position)

    def redo(self) -> int | None:
        """Make the step that was taken back last again."""
        self.settle()
        if not self.history.can_redo:
            return None
        state = self.history.redo()
        return self._turn(state, state.position)

    def _turn(self, state: State, touched: int) -> int:
        """touched: where something was changed, for changes that leave the letters as they are."""
        was = self.document.toPlainText()
        self._restore(state)
        self.edited.emit()
        self.settled.emit(state.written)
        now = self.document.toPlainText()
        return touched if was == now else _changed_end(was, now)

    def _restore(self, state: State) -> None:
        self._write(state.written.blocks, state.written.section)
        self._stop()

    # ---- measures ----

    def fit(self, width: float) -> float:
        """Set the text for a window that wide, px; gives the width of the page it stands on."""
        text = width - 2 * SIDE
        most = MOST * self._text_scale
        scale = max(LEAST * self._text_scale, min(most, text / self.look.text_width * self.look.scale))
        if abs(scale - self.look.scale) > _SAME:
            self.look = PaperLook(scale, self._dots, self._ink)
            self._measure()
        return min(width, self.look.text_width + 2 * SIDE)

    def _measure(self) -> None:
        self._writing += 1
        self.document.setDefaultFont(self.look.font())
        self._set_margins()
        self.labels = body_document.relabel(self.document, self.look, anew=True)
        self._writing -= 1

    def _set_margins(self) -> None:
        frame = self.document.rootFrame()
        format_ = frame.frameFormat()
        format_.setMargin(SIDE)
        frame.setFrameFormat(format_)

    def _write(self, blocks: Sequence[BodyBlock], section: Sequence[Entry]) -> None:
        with self.changing():
            body_document.write(self.document, blocks, section, self.look)
            self._set_margins()

    def _relabel(self) -> None:
        self.labels = body_document.relabel(self.document, self.look)
        self._count = self.document.blockCount()
        self.relabelled.emit()

    def _on_touched(self, at: int, _removed: int, _added: int) -> None:
        self._touched = at

    def _on_changed(self) -> None:
        """Something was typed by Qt's own hand. Only here formats may be mended: Qt has finished with its change."""
        if self._writing:
            return
        block = self.document.findBlock(self._touched)
        if role_of(block) is Role.FILLER and block.text():
            with self.changing():
                editing.set_role(block, Role.BODY, self.look)
        elif self.document.blockCount() != self._count:
            with self.changing():
                editing.restyle(block)
        self.touch()

    def _stop(self) -> None:
        self._pause.stop()
        self._longest.stop()


def renamed(written: Written, keys: Mapping[str, str]) -> Written:
    """The same with other keys of tasks."""
    return replace(
        written,
        section=tuple(replace(entry, key=keys.get(entry.key, entry.key)) for entry in written.section),
    )


def _changed_end(before: str, after: str) -> int:
    """Where the change from one text to the other ends, in the second."""
    same_end = _longest(
        lambda count: before[len(before) - count :] == after[len(after) - count :], before, after
    )
    same_start = _longest(lambda count: before[:count] == after[:count], before, after)
    return max(len(after) - same_end, same_start)


def _longest(is_same: Callable[[int], bool], before: str, after: str) -> int:
    """The greatest count of letters for which `is_same` holds, if it holds for all smaller ones."""
    low, high = 0, min(len(before), len(after))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if is_same(middle) else (low, middle - 1)
    return low
