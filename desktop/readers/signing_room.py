"""Where the signing block of a PDF leaves room for a signature, found by the places of its words. Draws nothing, signs nothing."""

from collections.abc import Sequence
from pathlib import Path

from desktop.documents.signing import Room
from desktop.progress import SILENT, Progress
from desktop.readers.gate import Kind, gate
from desktop.readers.text import cues
from desktop.readers.text.print import Line, Page, lines_of, pieces
from desktop.workers import ending, guard, wire

_LEAST = 40.0  # points between the lines: less is no room to sign in
_MOST = 150.0
_OFF = 8.0  # points by which the middles of title and name may differ
_PIECE = 1.0
_BELOW, _ABOVE = 0.26, 0.75  # of a line's size: how far its letters reach from where it stands

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a page in the coordinates of its PDF, points."""


def find(path: Path, progress: Progress = SILENT) -> Room | None:
    """The room of the first signing block in the PDF at `path`; None where none is seen (a scan, no signing block).

    Raises the errors of `gate` and of the guard, WrongKind for what is no PDF, SecretDocument.
    """
    gate(path, frozenset({Kind.PDF}))
    try:
        for message in guard.run(wire.Request("desktop.readers.room_task", path, Kind.PDF), progress):
            if message[0] == "room":
                return Room(*message[1])
    except ending.Unreadable as unreadable:
        raise unreadable.ending.error from unreadable
    return None


def room_on(page: Page, number: int) -> Room | None:
    """The room on one page; its middle, top and bottom are told from the upper left corner, as those of the words."""
    runs = [piece for line in lines_of(page.words, number) for piece in pieces(line, _PIECE)]
    for at, title in enumerate(runs):
        if title.text.isupper() and _middle(title) > page.width / 2:
            for name in runs[at + 1 :]:
                if _signs(title, name) and not _crossed(title, name, runs):
                    return _between(title, name)
    return None


def _signs(title: Line, name: Line) -> bool:
    """Whether a name stands where somebody signs: right under the words of office, with room between, both bold [II.7]."""
    if abs(_middle(name) - _middle(title)) > _OFF or not _LEAST < name.y - title.y < _MOST:
        return False
    bold = all(word.bold for word in (*title.words, *name.words))
    return name.text.istitle() and (bold or cues.is_signing(title.text))


def _crossed(title: Line, name: Line, runs: Sequence[Line]) -> bool:
    """Whether other words stand between the two."""
    left, right = min(title.x0, name.x0), max(title.x1, name.x1)
    return any(title.y + 1 < run.y < name.y - 1 and run.x0 < right and run.x1 > left for run in runs)


def _between(title: Line, name: Line) -> Room:
    top, bottom = title.y + _BELOW * title.size, name.y - _ABOVE * name.size
    return Room(title.page, _middle(name), top, bottom)


def _middle(run: Line) -> float:
    return (run.x0 + run.x1) / 2


def first_room(pages: Sequence[tuple[Page, Box | None]]) -> Room | None:
    """The first room of pages with their boxes, in the coordinates of PDF; turned pages are passed over."""
    for number, (page, box) in enumerate(pages):
        room = room_on(page, number) if box is not None and _is_upright(page, box) else None
        if box is not None and room is not None:
            return Room(number, box[0] + room.middle, box[3] - room.top, box[3] - room.bottom)
    return None


def _is_upright(page: Page, box: Box) -> bool:
    """Whether the text runs along the sheet, and not up or down."""
    return abs(page.width - (box[2] - box[0])) < 1 and abs(page.height - (box[3] - box[1])) < 1
