"""Cuts a string that names several units ("Hội Chữ thập đỏ, Hội Đông y") without cutting names that hold "và" or a comma themselves.

Knows no units: what a stretch of words means is asked of a `NameReader`. Of all ways to cut, the one that leaves the fewest words
unknown is taken; a cut comes only before words that begin a name.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from desktop.domain.collective import begins_many
from desktop.domain.unit_kind import begins_as_unit
from desktop.domain.vietnamese import fold_name
from desktop.domain.written_name import plain, shown, without_many, without_title, words_data

_CUT = re.compile(r"\s*[,;+]\s*|\s+(?:và|VÀ|Và|va|&)\s+|(?<=\w)\s*/\s*(?=\w)")
_INTRODUCED = re.compile(r"([^:]{2,80}):\s*(.+)", re.DOTALL)
_LONGEST_NAME = 8  # stretches between separators in one name
_LONGEST_HEAD = 4  # words that a list may leave out
_MOST_NAMES = 80  # beyond it the string is running text


@dataclass(frozen=True, slots=True)
class Match:
    """What a written name means.

    units: ids in the order of the list; group: the group that the whole name stands for, its members of the day being `units`;
    certain: it may be bound without asking; candidates: other units to choose from; unknown: the parts that name nothing in the list.
    Units without `certain` are the widest reading of words such as "các cơ quan, đơn vị".
    """

    units: tuple[int, ...] = ()
    group: int | None = None
    certain: bool = False
    candidates: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One name out of a string, as written, and what it means."""

    written: str
    match: Match


class NameReader(Protocol):
    """Knows what one stretch of words means."""

    def read(self, text: str) -> Match | None:
        """A unit, a group or words for many units; None when it is none of these."""
        ...

    def read_one(self, text: str) -> int | None:
        """The one unit of that name; None when there is none or several."""
        ...


def cut(written: str, reader: NameReader) -> tuple[Part, ...]:
    """The names in `written`, in order; parts without meaning have an empty `Match` that names them as unknown."""
    text = shown(written)
    whole = reader.read(text)
    if whole is not None and (whole.certain or not _CUT.search(text)):
        return (Part(text, whole),)
    introduced = _INTRODUCED.fullmatch(text)
    if introduced:
        above = reader.read(introduced[1])
        if above is not None and above.unknown:
            return (Part(text, Match(unknown=(text,))),)
        parts = _Cutter(introduced[2], reader, _heads_of(introduced[1])).parts()
        if any(not part.match.unknown for part in parts):
            return parts
    return _Cutter(text, reader, ()).parts()


def _heads_of(words: str) -> tuple[str, ...]:
    """What each name of the list leaves out: "các phòng" -> "phòng"; "UBND các xã, phường" -> "UBND xã", "UBND phường"."""
    first, *more = (without_many(atom).strip() for atom in _CUT.split(words))
    stem = first.rpartition(" ")[0]
    return (first, *(f"{stem} {atom}".strip() for atom in more))


_Cost = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _After:
    """What a piece leaves to the next. heads: words it may leave out; listed: "các phòng A, B", so leaving them out is certain;
    open_end: words for many, so that what follows cannot belong to their name."""

    heads: tuple[str, ...] = ()
    listed: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    part: Part
    after: _After = _After()
    unknown: int = 0  # stretches without meaning
    shared: bool = False  # its first words stand in a piece before it

    @property
    def cost(self) -> _Cost:
        return self.unknown, int(not self.part.match.certain), int(self.shared), 1


_Way = tuple[_Cost, tuple[_Piece, ...]]
_NOTHING: _Way = ((0, 0, 0, 0), ())


class _Cutter:
    """One string being cut. heads: words that every name of it may leave out."""

    def __init__(self, text: str, reader: NameReader, heads: tuple[str, ...]) -> None:
        self._text, self._reader = text, reader
        self._start = _After(heads, bool(heads), open_end=True)
        self._spans = _spans(text)
        atoms = [text[a:b] for a, b in self._spans]
        self._begins = [at == 0 or _begins_name(atom) for at, atom in enumerate(atoms)]
        self._joined = [False, *(_inseparable(a, b) for a, b in pairwise(atoms)), False]
        self._read: dict[tuple[int, int], Match | None] = {}
        self._best: dict[tuple[int, _After], _Way | None] = {}

    def parts(self) -> tuple[Part, ...]:
        """The names, or the whole as one unknown where it cannot be cut safely."""
        found = self._solve(0, self._start) if len(self._spans) <= _MOST_NAMES else None
        if found is None:
            return (Part(self._text, Match(unknown=(self._text,))),)
        return tuple(piece.part for piece in found[1])

    def _solve(self, at: int, after: _After) -> _Way | None:
        """The cheapest way to cut from stretch `at` on; None when nothing may begin there."""
        if at == len(self._spans):
            return _NOTHING
        if (at, after) not in self._best:
            ways = [way for piece, end in self._pieces(at, after) if (way := self._with_rest(piece, end))]
            self._best[at, after] = min(ways, key=lambda way: way[0], default=None)
        return self._best[at, after]

    def _with_rest(self, piece: _Piece, end: int) -> _Way | None:
        rest = self._solve(end, piece.after)
        if rest is None:
            return None
        one, many = piece.cost, rest[0]
        return (one[0] + many[0], one[1] + many[1], one[2] + many[2], one[3] + many[3]), (piece, *rest[1])

    def _pieces(self, at: int, after: _After) -> Iterator[tuple[_Piece, int]]:
        """Every piece that may begin at stretch `at`, with the stretch after it."""
        last = min(len(self._spans), at + _LONGEST_NAME)
        ends = [end for end in range(at + 1, last + 1) if not self._joined[end]]
        for end in ends:
            text = self._between(at, end)
            match = self._meaning(at, end) if self._begins[at] or after.open_end else None
            if match is not None:
                yield self._known(text, match), end
            unit = self._shared_unit(text, after)
            if unit is not None:
                yield _Piece(Part(text, Match((unit,), certain=after.listed)), after, shared=True), end
        if self._begins[at] or after.open_end:
            yield from self._unknown(at, ends)

    def _unknown(self, at: int, ends: list[int]) -> Iterator[tuple[_Piece, int]]:
        """The name from stretch `at` to the next that begins one; in a list under one heading it may end at any stretch."""
        if not self._start.heads:
            total = len(self._spans)
            ends = [next((e for e in range(at + 1, total) if self._begins[e] and not self._joined[e]), total)]
        for end in ends:
            text = self._between(at, end)
            yield (
                _Piece(
                    Part(text, Match(unknown=(text,))),
                    self._start if self._start.heads else _After(),
                    end - at,
                ),
                end,
            )

    def _between(self, at: int, end: int) -> str:
        return self._text[self._spans[at][0] : self._spans[end - 1][1]]

    def _meaning(self, at: int, end: int) -> Match | None:
        if (at, end) not in self._read:
            self._read[at, end] = self._reader.read(self._between(at, end))
        return self._read[at, end]

    def _known(self, text: str, match: Match) -> _Piece:
        listed = without_many(text) != text
        if len(match.units) != 1 or match.group is not None:
            return _Piece(Part(text, match), _After(open_end=True))
        words = without_many(text).split()
        heads = tuple(" ".join(words[:length]) for length in range(1, min(len(words), _LONGEST_HEAD + 1)))
        return _Piece(Part(text, match), _After(heads, listed))

    def _shared_unit(self, text: str, after: _After) -> int | None:
        """The unit whose first words the text leaves out, when all that they may be lead to one."""
        units = {self._reader.read_one(f"{head} {text}") for head in after.heads} - {None}
        return units.pop() if len(units) == 1 else None


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the stretches between separators begin and end; empty ones are left out."""
    marks = [0, *(edge for found in _CUT.finditer(text) for edge in found.span()), len(text)]
    return [(a, b) for a, b in zip(marks[::2], marks[1::2], strict=True) if a < b]


def _begins_name(text: str) -> bool:
    words = plain(text)
    return without_title(words) != words or begins_as_unit(words) or begins_many(words)


def _inseparable(left: str, right: str) -> bool:
    """Whether the two stretches are parts of one name: "Văn phòng HĐND" and "UBND xã", but not "HĐND" and "UBND"."""
    left, right = f" {fold_name(left)}", f"{fold_name(right)} "
    return any(
        left.endswith(f" {before}") and left.strip() != before and right.startswith(f"{after} ")
        for before, after in _whole()
    )


@functools.cache
def _whole() -> tuple[tuple[str, str], ...]:
    """(what stands before a separator, what after it) where a list must not be cut."""
    rules = words_data()["whole"]
    return tuple(
        dict.fromkeys(
            (fold_name(a), fold_name(b)) for rule in rules for a in rule["before"] for b in rule["after"]
        )
    )
