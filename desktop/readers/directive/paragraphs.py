"""Lines of print joined to paragraphs. Decides where a paragraph ends; knows nothing of what it says."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.readers.directive.lines import Line
from desktop.readers.directive.marks import Depth, Mark, mark_of
from desktop.readers.directive.units import name_at, starts_unit
from desktop.readers.directive.words import begins, either, is_caps, level, listed, pairs

_ENDS = re.compile(r"[.;:!?…]['\"”»)]*$|\./\.?$")
_PAGE_NUMBER = re.compile(r"[-–]?\s*\d{1,3}\s*[-–]?$|(?:trang|page)\s+\d+(?:\s*/\s*\d+)?$")
_BARE_MARK = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-H])[.)]|[a-zđ]\)|[-–+•]$")
_NARROW = 0.7
HEADING_LENGTH = 130


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A whole paragraph. body: the text behind its mark; depth: how deep it stands (Depth.PLAIN without a mark)."""

    text: str
    mark: str = ""
    body: str = ""
    depth: Depth = Depth.PLAIN
    bold: bool | None = None
    centred: bool | None = None
    rows: tuple[tuple[str, ...], ...] = ()


@functools.cache
def _hangs() -> re.Pattern[str]:
    return re.compile(rf"(?:[,\-–(&/“\"]|{either(listed('joining', 'hangs'))})$")


def join(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of the lines, in order; a table stays a paragraph of its own with its rows."""
    width = _width(lines)
    done: list[Paragraph] = []
    held: list[Line] = []
    for position, line in enumerate(lines):
        if line.rows:
            _flush(held, done)
            done.append(Paragraph("", rows=line.rows))
        elif held and _is_page_number(lines, position, held):
            continue
        elif held and not _opens_narrow(lines, position, width) and _continues(held, line, width):
            held.append(line)
        else:
            _flush(held, done)
            held.append(line)
    _flush(held, done)
    return _rejoin(done)


def make(text: str, *, bold: bool | None = None, centred: bool | None = None) -> Paragraph:
    """A paragraph of a text, with its mark found."""
    mark = mark_of(text)
    if mark is None or (mark.end >= len(text) and not _BARE_MARK.match(text)):
        return Paragraph(text, "", text, _plain_depth(text), bold, centred)
    return Paragraph(text, mark.text, text[mark.end :].strip(), mark.depth, bold, centred)


def _plain_depth(text: str) -> Depth:
    return Depth.ROMAN if is_caps(text) and len(text) < HEADING_LENGTH else Depth.PLAIN


def _flush(held: list[Line], done: list[Paragraph]) -> None:
    if held:
        text = " ".join(line.text for line in held)
        bold = None if any(line.bold is None for line in held) else all(line.bold for line in held)
        done.append(make(text, bold=bold, centred=held[0].centred))
        held.clear()


def _width(lines: Sequence[Line]) -> int:
    """How long a full line of print is: the length that one line in ten exceeds."""
    lengths = sorted(len(line.text) for line in lines if line.broken and not line.rows)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _is_page_number(lines: Sequence[Line], position: int, held: list[Line]) -> bool:
    """A number alone between two halves of a sentence, or set off from the text before and behind."""
    line = lines[position]
    if not _PAGE_NUMBER.match(level(line.text)) or _BARE_MARK.match(line.text):
        return False
    following = lines[position + 1] if position + 1 < len(lines) else None
    open_sentence = _ENDS.search(held[-1].text) is None
    goes_on = following is not None and following.text[:1].islower()
    return (open_sentence and goes_on) or line.centred is True


def _opens_narrow(lines: Sequence[Line], position: int, width: int) -> bool:
    """Whether a line behind a full stop is the narrow first line of a paragraph, as portals print them: short, not ended,
    although the first word of the next line would have found room."""
    before, line = lines[position - 1], lines[position]
    if position + 1 >= len(lines) or not before.text.endswith((".", "./.")) or line.text[:1].islower():
        return False
    following = lines[position + 1]
    room = _NARROW * width - len(line.text) - 1 - len(following.text.split(" ", 1)[0])
    goes_on = not (following.gap or following.rows) and mark_of(following.text) is None
    return goes_on and line.broken and room > 0 and not _ENDS.search(line.text) and not is_caps(line.text)


def _continues(held: list[Line], line: Line, width: int) -> bool:
    """Whether the line goes on with the paragraph held."""
    last = held[-1]
    if len(held) == 1 and _BARE_MARK.fullmatch(last.text):
        return not line.gap or mark_of(line.text) is None
    ended = _ENDS.search(last.text) is not None
    hangs = not ended and _hangs().search(level(last.text)) is not None
    mark = mark_of(line.text)
    if (
        mark is not None
        and not ended
        and not line.gap
        and _is_torn_name(last.text, line.text[mark.end :], mark)
    ):
        return True
    if mark is not None and not _is_false_mark(mark, line.text, ended=ended, hangs=hangs):
        return False
    if line.text[:1].islower() and (not ended or _is_rest(last.text, mark)):
        return True
    if not last.broken:
        return False
    if line.gap:
        return hangs and not is_caps(line.text)
    return _goes_on(held, line, width, ended=ended, hangs=hangs)


def _is_torn_name(before: str, behind: str, mark: Mark) -> bool:
    """ "Phòng Văn hóa" at the end of a line, "- Xã hội" at the beginning of the next."""
    low, rest = level(before), level(behind)
    return mark.depth is Depth.DASH and any(
        low.endswith(first) and rest.startswith(second) for first, second in pairs("joining", "dashed")
    )


def _is_rest(before: str, mark: Mark | None) -> bool:
    """A line in small letters behind a semicolon or colon: no paragraph begins so without a mark."""
    return mark is None and before.endswith((";", ":"))


def _is_false_mark(mark: Mark, text: str, *, ended: bool, hangs: bool) -> bool:
    """A dash or number that a line happens to begin with inside a sentence ("- 2030", "kinh tế / - xã hội")."""
    behind = text[mark.end : mark.end + 1]
    if mark.depth is Depth.DASH:
        return (
            not ended
            and (behind.islower() or behind.isdigit())
            and (hangs or behind.isdigit() or len(text) > 60)
        )
    if mark.depth in {Depth.NUMBER, Depth.ROMAN, Depth.LETTER}:
        return hangs and not ended and not behind.isupper()
    return False


def _goes_on(held: list[Line], line: Line, width: int, *, ended: bool, hangs: bool) -> bool:
    """Whether a line of print without gap, mark or small first letter goes on with the paragraph."""
    last = held[-1]
    text = " ".join(part.text for part in held)
    if hangs:
        return True
    if is_caps(text) != is_caps(line.text) and (is_caps(text) or is_caps(line.text)) and len(line.text) > 12:
        return False
    room = width - len(last.text) - 1 - len(line.text.split(" ", 1)[0])
    if last.text.endswith(":") and len(held) == 1 and _is_bullet(text):
        return True
    if ended and (
        begins(level(line.text), "closing", "starts") or begins(level(line.text), "order", "verbs")
    ):
        return False
    if ended and last.text.endswith(";") and _are_names(text) and starts_unit(line.text):
        return True
    if ended:
        return room < 0 and not last.text.endswith(("sau:", "đây:", "./."))
    mark = mark_of(text)
    begins_order = begins(level(line.text), "opener", "verbs") is not None and not is_caps(line.text)
    if mark is not None and len(text) < HEADING_LENGTH and begins_order:
        return room < 0
    return len(held) == 1 or len(last.text) > 0.6 * width


def _are_names(text: str) -> bool:
    """Whether a numbered paragraph holds nothing but names of units so far: "3. Các bộ, cơ quan ngang bộ;"."""
    mark = mark_of(text)
    return mark is not None and mark.depth < Depth.DASH and name_at(text, mark.end, whole=True) is not None


def _is_bullet(text: str) -> bool:
    """A dash or letter: what follows its colon without a mark is said of it."""
    mark = mark_of(text)
    return mark is not None and mark.depth >= Depth.LETTER


def _rejoin(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs that are the rest of the one before them, put back to it."""
    done: list[Paragraph] = []
    for position, here in enumerate(paragraphs):
        before = done[-1] if done else None
        following = paragraphs[position + 1] if position + 1 < len(paragraphs) else None
        if before is not None and (_is_torn_dash(before, here, following) or _is_time_only(before, here)):
            done[-1] = make(f"{before.text} {here.text}", bold=before.bold, centred=before.centred)
        else:
            done.append(here)
    return done


def _is_torn_dash(before: Paragraph, here: Paragraph, following: Paragraph | None) -> bool:
    """One dash alone behind a long unfinished sentence: a page or an editor tore it off."""
    return (
        here.depth is Depth.DASH
        and before.depth < Depth.DASH
        and len(before.text) > HEADING_LENGTH
        and not _ENDS.search(before.text)
        and (following is None or following.depth < Depth.DASH)
    )


def _is_time_only(before: Paragraph, here: Paragraph) -> bool:
    """ "Thời gian hoàn thành trước ngày ..." alone, behind a finished sentence."""
    return (
        here.depth is Depth.PLAIN
        and not here.rows
        and not before.rows
        and before.text.endswith((".", ";"))
        and len(here.text) < HEADING_LENGTH
        and ":" not in here.text
        and begins(level(here.text).lstrip("("), "opener", "times") is not None
    )
