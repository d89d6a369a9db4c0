"""What stood in the editor before, step by step. Holds whole states, since they share what did not change. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.ui.editor.body_document import Written

STEPS = 200


@dataclass(frozen=True, slots=True)
class State:
    """What stood there and where the cursor was."""

    written: Written
    position: int = 0


class History:
    """States of one text; the newest is what stands there now."""

    def __init__(self, first: State) -> None:
        self._states = [first]
        self._at = 0

    @property
    def now(self) -> State:
        """The state that stands."""
        return self._states[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is a state before."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a state was taken back."""
        return self._at < len(self._states) - 1

    def add(self, state: State) -> bool:
        """A new state; what was taken back is gone. The same text once more is no step. Whether it was one."""
        if state.written == self.now.written:
            return False
        del self._states[self._at + 1 :]
        self._states.append(state)
        del self._states[:-STEPS]
        self._at = len(self._states) - 1
        return True

    def undo(self) -> State:
        """The state before, that stands now."""
        self._at = max(0, self._at - 1)
        return self.now

    def redo(self) -> State:
        """The state taken back last, that stands now."""
        self._at = min(len(self._states) - 1, self._at + 1)
        return self.now

    def rewrite(self, change: Callable[[Written], Written]) -> None:
        """Change every state alike: what is not of the person's making."""
        self._states = [replace(state, written=change(state.written)) for state in self._states]
