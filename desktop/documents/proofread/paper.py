"""A paper as the proofreader sees it: passages in reading order with their rank, and the few values read from them.

One view for plans made here and for files from outside. Holds values, checks nothing.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from desktop.documents.proofread.words import level, pattern
from desktop.domain.deadline import Deadline
from desktop.domain.directive import Reading
from desktop.domain.page_look import PageLook
from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import kind_of

IN_FORCE = dt.date(2020, 3, 5)
"""NĐ 30/2020 holds from this day [Điều 37]; older papers follow other rules of form."""


class Part(StrEnum):
    """Where a passage stands."""

    HEAD = "head"
    TITLE = "title"
    ADDRESSEES = "addressees"
    BASIS = "basis"
    BODY = "body"
    TABLE = "table"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    APPENDIX = "appendix"


class Rank(IntEnum):
    """How deep a passage stands; a smaller number holds the greater ones that follow it."""

    CHAPTER = 0
    SECTION = 1  # "I." or a line of capitals
    ARTICLE = 2
    NUMBER = 3
    NUMBER_2 = 4
    NUMBER_3 = 5
    LETTER = 6
    PLAIN = 7
    DASH = 8
    PLUS = 9


@dataclass(frozen=True, slots=True)
class Passage:
    """A printed paragraph, or a row of a table. text: as printed, label included; body: without the label ("I.", "1.", "a)", "-");
    source: what it was made from ("task:12"), for jumping there."""

    text: str
    part: Part
    body: str = ""
    label: str = ""
    rank: Rank = Rank.PLAIN
    source: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A unit as a task names it. kinds: of the unit or of the members of the group, none when it is not known;
    ended: the first day on which the unit no longer exists; successor: its name, "" when not known."""

    name: str
    kinds: frozenset[UnitKind] = frozenset()
    ended: dt.date | None = None
    successor: str = ""


@dataclass(frozen=True, slots=True)
class PaperTask:
    """A task. passage: index of the passage it is printed in, -1 when it is not found there; source: words of the directive."""

    text: str
    leads: tuple[Named, ...] = ()
    coordinating: tuple[Named, ...] = ()
    deadline: Deadline | None = None
    is_report: bool = False
    passage: int = -1
    source: str = ""


class Strictness(StrEnum):
    """How far the form of NĐ 30/2020 binds: state bodies in full, the Front and mass organisations "cho phù hợp" [Điều 2],
    Party papers and older ones not at all."""

    FULL = "full"
    LOOSE = "loose"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper.

    kind: the type with a capital first letter ("Kế hoạch", "Công văn"), None when not known; number: as printed, None when blank;
    date: its day; month: the first day of the month or year it names when it names no day; report: the day by which units report;
    appendices: their labels as printed; ours: made here, so that nothing was lost on the way; exact: spaces and stops are the
    writer's own (false for print); look: page and letters of the file; decomposed: a word of the file whose marks stood apart
    from its letters; legacy: its letters were of an old encoding.
    """

    passages: tuple[Passage, ...]
    kind: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: str = ""
    superior: str = ""
    date: dt.date | None = None
    month: dt.date | None = None
    year: int | None = None
    bases: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    tasks: tuple[PaperTask, ...] = ()
    report: Deadline | None = None
    appendices: tuple[str, ...] = ()
    ours: bool = False
    exact: bool = True
    look: PageLook | None = None
    decomposed: str = ""
    legacy: bool = False

    @property
    def about(self) -> dt.date | None:
        """The day, or the first of the month that a paper with a blank day names."""
        return self.date or self.month

    @property
    def strictness(self) -> Strictness:
        """How far the legal form binds this paper."""
        if self.about is not None and self.about < IN_FORCE:
            return Strictness.NONE
        if self.kind in _OTHER_FORMS:
            return Strictness.NONE
        kinds = {kind_of(name) for name in (self.issuer, self.superior) if name}
        if UnitKind.PARTY in kinds or self.is_of_party:
            return Strictness.NONE
        return Strictness.LOOSE if kinds & {UnitKind.FRONT, UnitKind.MASS} else Strictness.FULL

    @property
    def is_of_party(self) -> bool:
        """Whether its head is that of a paper of the Party."""
        head = (level(one.text) for one in self.passages if one.part is Part.HEAD)
        return any(pattern("party", "words").search(text) for text in head)

    @property
    def is_letter(self) -> bool:
        """A công văn: it has no named type."""
        return self.kind == "Công văn"

    def indexed(self, *parts: Part) -> list[tuple[int, Passage]]:
        """(index, passage) of the passages in any of the parts."""
        return [(at, one) for at, one in enumerate(self.passages) if one.part in parts]


# Normative texts and papers of the Party have forms of their own.
_OTHER_FORMS = frozenset(
    {"Thông tư", "Nghị định", "Thông tri", "Luật", "Pháp lệnh", "Lời kêu gọi", "Thư kêu gọi"}
)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the paper. today: the clock of the office; upper: the directive it answers; units: names of the
    units of the office on its day."""

    today: dt.date
    upper: Reading | None = None
    units: tuple[str, ...] = field(default=())
