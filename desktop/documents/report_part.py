"""The parts of a report: live words from figures, and the words an officer put in their place. Text in, text out; no storage.

A part that was edited keeps its live words beside it, and says so when they have changed since (product rule 3: nothing is changed
behind anybody's back).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from desktop.documents.model import Block, Paragraph, Style, paragraph
from desktop.domain import as_json
from desktop.domain.report import Arrangement


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A part as the figures have it. key: stays the same while words change ("task:12"); title: as a list of parts names it; under:
    headings above it, shared with its neighbours; live: its paragraphs, none where there is nothing to say."""

    key: str
    title: str
    under: tuple[Paragraph, ...]
    live: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """What an officer wrote in place of a part. live: the text that stood there then."""

    words: tuple[Paragraph, ...]
    live: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportBody:
    """All that an officer chose for a report. edits: by the key of the part; those of parts that are not there now wait."""

    arrangement: Arrangement = Arrangement.TASK
    edits: dict[str, Edit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part as it prints."""

    part: ReportPart
    edit: Edit | None = None

    @property
    def words(self) -> tuple[Paragraph, ...]:
        """What prints."""
        return self.part.live if self.edit is None else self.edit.words

    @property
    def is_stale(self) -> bool:
        """Whether the live words have changed since the part was edited."""
        return self.edit is not None and self.edit.live != _texts(self.part.live)


def to_json(body: ReportBody) -> str:
    """The body as one JSON text."""
    return as_json.dump(body)


def from_json(text: str) -> ReportBody:
    """The body kept by `to_json`; an untouched one for "". Raises `DataError` where the text is not one."""
    return as_json.load(ReportBody, text) if text else ReportBody()


def shown(parts: Iterable[ReportPart], body: ReportBody) -> tuple[ShownPart, ...]:
    """The parts with what was written in their place."""
    return tuple(ShownPart(part, body.edits.get(part.key)) for part in parts)


def edited(body: ReportBody, part: ReportPart, words: Sequence[Paragraph]) -> ReportBody:
    """The body with these words in place of a part; the live ones again make it live."""
    edits = {key: edit for key, edit in body.edits.items() if key != part.key}
    if _texts(words) != _texts(part.live):
        edits[part.key] = Edit(tuple(words), _texts(part.live))
    return replace(body, edits=edits)


def assemble(parts: Iterable[ShownPart]) -> list[Block]:
    """The blocks of the paper. A heading prints once above all parts that share it, and not without one that says something; what is
    numbered stands a rank lower under a heading that is numbered itself."""
    out: list[Block] = []
    above: tuple[Paragraph, ...] = ()
    for some in parts:
        if not some.words:
            continue
        under = some.part.under
        same = next(
            (at for at, pair in enumerate(zip(above, under, strict=False)) if pair[0] != pair[1]), None
        )
        out += under[min(len(above), len(under)) if same is None else same :]
        above = under
        is_low = any(heading.style is Style.CLAUSE for heading in under)
        out += [_lowered(one) if is_low else one for one in some.words]
    return out


def _lowered(one: Paragraph) -> Paragraph:
    return replace(one, style=Style.POINT) if one.style is Style.NUMBERED else one


_SIGNS = {Style.DASH: "- ", Style.PLUS: "+ "}


def as_typed(words: Iterable[Paragraph]) -> str:
    """Paragraphs as an officer edits them: a line each, dashes typed."""
    return "\n".join(_SIGNS.get(one.style, "") + one.text for one in words)


def typed(text: str, live: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of an edited text; empty lines are dropped. A line that is as it was keeps its source and its look."""
    known = {as_typed((one,)): one for one in live}
    lines = [" ".join(line.split()) for line in text.splitlines()]
    first = live[0].style if live and live[0].style is Style.NUMBERED else Style.BODY
    out: list[Paragraph] = []
    for line in filter(None, lines):
        out.append(known.get(line) or _typed(line, Style.BODY if out else first))
    return tuple(out)


def _typed(line: str, plain: Style) -> Paragraph:
    for style, sign in _SIGNS.items():
        if line.startswith(sign):
            return paragraph(style, line.removeprefix(sign))
    return paragraph(plain, line)


def _texts(words: Iterable[Paragraph]) -> tuple[str, ...]:
    return tuple(one.text for one in words)
