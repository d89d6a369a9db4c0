"""The two columns of the head and of the signature block on printed paper: left lines first, then right ones.

Looks for the room between the columns that no word crosses, from words that surely stand on one side of it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.readers.text import cues
from desktop.readers.text.print import Line, Word, lines_of, pieces

_NARROWEST = 4.0
"""The least room between two columns, in points."""
_PIECE = 1.0
"""Words farther apart than this, in sizes, are not one run of words."""
_ABOVE, _SEARCHED = 3, 14


class Zone(NamedTuple):
    """Lines `start` to `end` (not included) stand in two columns left and right of `x`."""

    start: int
    end: int
    x: float


class _Room(NamedTuple):
    """Where a gutter can be."""

    x0: float
    x1: float


def head_zone(lines: Sequence[Line], left: float, right: float) -> Zone | None:
    """The head, known by Quốc hiệu beside the name of the office. left, right: edges of the print."""
    middle = (left + right) / 2
    for at, line in enumerate(lines[:_SEARCHED]):
        room = _beside_motto(line, lines[at + 1 : at + _SEARCHED], middle)
        if room is not None and room.x1 - room.x0 >= _NARROWEST:
            return _grown(lines, at, room, middle, left, head=True)
    return None


def _beside_motto(line: Line, below: Sequence[Line], middle: float) -> _Room | None:
    """The room left of Quốc hiệu, as far as the words on its line or, when there are none, on a line below."""
    for at, word in enumerate(line.words):
        if not cues.begins_motto(" ".join(word.text for word in line.words[at:])):
            continue
        if at:
            return _Room(line.words[at - 1].x1, word.x0)
        beside = (pieces(other, _PIECE)[0] for other in below)
        if (word.x0 + line.x1) / 2 > middle + 30:
            return next((_Room(piece.x1, word.x0) for piece in beside if piece.x1 < word.x0), None)
        return None
    return None


def closing_zone(lines: Sequence[Line], left: float, right: float) -> Zone | None:
    """The signature block, known by "Nơi nhận" with a run of words to its right, on its line or near it."""
    for at, line in enumerate(lines):
        first = pieces(line, _PIECE)[0]
        if not cues.is_recipients(first.text):
            continue
        near = lines[max(0, at - _ABOVE) : at + _SEARCHED]
        begin = next(_beginnings(near, first.x1, (left + right) / 2), None)
        if begin is not None:
            return _grown(lines, at, _Room(first.x1, begin), (left + right) / 2, left, head=False)
    return None


def _beginnings(lines: Sequence[Line], after: float, middle: float) -> Iterator[float]:
    """Where runs of words begin that can be the right column: who signs, else capitals or bold right of the middle."""
    runs = [piece for line in lines for piece in pieces(line, _PIECE) if piece.x0 > after]
    yield from (run.x0 for run in runs if cues.is_signing(run.text))
    yield from (run.x0 for run in runs if run.x0 > middle and all(word.bold for word in run.words))
    yield from (run.x0 for run in runs if run.x0 > middle and run.text.isupper())


def _grown(
    lines: Sequence[Line], at: int, room: _Room, middle: float, left: float, *, head: bool
) -> Zone | None:
    """The zone around line `at`: as far as a common room without words remains."""
    rooms = _narrowed([room], lines[at])
    end = at + 1
    for line in lines[at + 1 :]:
        narrower = _narrowed(rooms, line)
        if not narrower or _ends(line, rooms, middle, left, head=head):
            break
        rooms, end = narrower, end + 1
    start = at
    for line in reversed(lines[max(0, at - _ABOVE) : at]):
        narrower = _narrowed(rooms, line)
        if not narrower or line.page != lines[at].page or (not head and line.x0 < narrower[0].x0):
            break
        rooms, start = narrower, start - 1
    if not rooms:
        return None
    widest = max(rooms, key=lambda room: room.x1 - room.x0)
    return Zone(start, end, (widest.x0 + widest.x1) / 2)


def _narrowed(rooms: Sequence[_Room], line: Line) -> list[_Room]:
    """What is left of the rooms when the words of a line are taken out of them."""
    for word in line.words:
        rooms = [part for room in rooms for part in _without(room, word)]
    return [room for room in rooms if room.x1 - room.x0 >= _NARROWEST]


def _without(room: _Room, word: Word) -> Iterator[_Room]:
    if word.x1 <= room.x0 or word.x0 >= room.x1:
        yield room
        return
    if word.x0 > room.x0:
        yield _Room(room.x0, word.x0)
    if word.x1 < room.x1:
        yield _Room(word.x1, room.x1)


def _ends(line: Line, rooms: Sequence[_Room], middle: float, left: float, *, head: bool) -> bool:
    """Whether a line that would fit is below the zone: by its words, or centred on the whole paper."""
    text = pieces(line, _PIECE)[0].text
    if (cues.is_below_head(text) or text.startswith("- ")) if head else cues.is_after_closing(text):
        return True
    one_side = line.x1 <= rooms[0].x1 or line.x0 >= rooms[-1].x0
    centre = (line.x0 + line.x1) / 2
    return one_side and abs(centre - middle) < 8 and line.x0 > left + 40


def parted(lines: Sequence[Line], zone: Zone) -> tuple[list[Line], list[Line]]:
    """(left lines, right lines) of a zone, each from top to bottom, page by page."""
    left: list[Line] = []
    right: list[Line] = []
    for page in sorted({line.page for line in lines[zone.start : zone.end]}):
        words = [word for line in lines[zone.start : zone.end] if line.page == page for word in line.words]
        left += lines_of((word for word in words if word.middle < zone.x), page)
        right += lines_of((word for word in words if word.middle >= zone.x), page)
    return left, right


def addressees_in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines with "Kính gửi:" before all of its list, when it stands beside the middle of the list."""
    for at, line in enumerate(lines[: 2 * _SEARCHED]):
        first, *others = pieces(line, _PIECE)
        if not others or not cues.is_addressing(first.text):
            continue
        start = at
        while start and lines[start - 1].page == line.page and abs(lines[start - 1].x0 - others[0].x0) < 3:
            start -= 1
        if start < at:
            rest = line._replace(words=line.words[len(first.words) :])
            return [*lines[:start], first, *lines[start:at], rest, *lines[at + 1 :]]
    return list(lines)
