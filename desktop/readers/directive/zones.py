"""Where the head, the text, the closing (recipients, signature) and the appendices of a document lie. Reads no values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.readers.directive.lines import Line
from desktop.readers.directive.marks import mark_of
from desktop.readers.directive.words import begins, is_caps, level, listed, pattern

_HEAD_LINES = 60
_RECIPIENTS = re.compile(r"nơi nhận\s*(?:[:;.]|-|$)")
_ADDRESSEES = re.compile(r"kính (?:gửi|trình)\s*(?::|-|$)|kính gửi\s+\S")
_ABOUT = re.compile(r"v/v|về việc")
_TELEGRAPHED = re.compile(r"\bđiện\s*:")
_ATTACHED_LOOK_AHEAD = 8
_CLOSING_LINES = 60
_NAME = 60
_LONG = 100
_CALL_LINES = 3
_PARAGRAPH = 160


@dataclass(frozen=True, slots=True)
class Zones:
    """head: letterhead down to the title or addressees; title: index of the title line in `head` + its rest;
    text: all between; closing: recipients and signature; appendix: what follows."""

    head: list[Line]
    title: list[Line]
    text: list[Line]
    closing: list[Line]
    appendix: list[Line]


def split(lines: Sequence[Line]) -> Zones:
    """The five zones; each may be empty. `title` begins with the named type; a letter (công văn) has none."""
    top = _head_end(lines)
    start = _closing_start(lines, top)
    end = _closing_end(lines, start)
    title_end = _title_end(lines, top, start)
    return Zones(
        list(lines[:top]),
        list(lines[top:title_end]),
        list(lines[title_end:start]),
        list(lines[start:end]),
        list(lines[end:]),
    )


def is_title(text: str) -> str | None:
    """The named type (levelled) when the whole line is one in capitals, or begins with one in capitals."""
    low = level(text).strip(" :.")
    if not is_caps(text):
        return None
    found = begins(low, "kinds", "titles")
    return found if found is not None and is_caps(text[: len(found)]) else None


def is_addressees(text: str) -> bool:
    """Whether the line begins the list of addressees ("Kính gửi", "... điện:")."""
    low = level(text)
    return _ADDRESSEES.match(low) is not None or (
        _TELEGRAPHED.search(low) is not None and low.rstrip().endswith(":") and mark_of(text) is None
    )


def is_addressees_at(lines: Sequence[Line], index: int) -> int:
    """How many lines the call of the addressees takes here, 0 when none begins ("... / tỉnh An Bình điện:" takes two)."""
    calls = begins(level(lines[index].text), "head", "deciders") is not None if lines else False
    for count in range(1, _CALL_LINES + 1 if calls else 2):
        part = lines[index : index + count]
        if len(part) == count and is_addressees(" ".join(line.text for line in part)):
            return count
    return 0


def _head_end(lines: Sequence[Line]) -> int:
    """Index of the first line below the letterhead: title, addressees or the first words of the text."""
    limit = min(len(lines), _HEAD_LINES)
    for index in range(limit):
        text = lines[index].text
        if _is_plain_title(text) or (is_title(text) and not _is_office_line(lines, index)):
            return index
        if is_addressees_at(lines, index):
            return index
        if _is_text(lines, index):
            return index
    return 0 if not limit or len(lines[0].text) > _LONG else limit


def _is_office_line(lines: Sequence[Line], index: int) -> bool:
    """ "CHƯƠNG TRÌNH ..." inside the name of an office: the number of the document is still to come below it."""
    exact = level(lines[index].text).strip(" :.") in listed("kinds", "titles")
    return not exact and any(re.match(r"số\s*:", level(line.text)) for line in lines[index + 1 : index + 5])


def _is_text(lines: Sequence[Line], index: int) -> bool:
    """A line that can only be running text: it opens like one and goes on long, or a numbered section."""
    line = lines[index]
    if line.rows:
        return True
    low = level(line.text)
    if _ABOUT.match(low):
        return False
    if is_caps(line.text):
        return mark_of(line.text) is not None and index > 2
    block = " ".join(part.text for part in lines[index : index + 3])
    opens = begins(low, "opening", "words") is not None and not line.text[:1].islower()
    return (opens and len(block) > 110 and not re.match(r"ngày\s+(?:\d|tháng)", low)) or len(
        line.text
    ) > _PARAGRAPH


def _title_end(lines: Sequence[Line], top: int, stop: int) -> int:
    """End of the title (type and subject) that begins at `top`; `top` itself when no title stands there."""
    if top >= stop or not (is_title(lines[top].text) or _is_plain_title(lines[top].text)):
        return top
    index = top + 1
    while index < stop and _is_subject(lines, top, index):
        index += 1
    return index


def _is_plain_title(text: str) -> bool:
    return level(text).strip(" :.") in listed("kinds", "titles")


def _is_subject(lines: Sequence[Line], top: int, index: int) -> bool:
    """Whether the line still belongs to the subject under the title."""
    line, before = lines[index], lines[index - 1]
    low = level(line.text)
    first = index == top + 1
    titled = is_title(line.text) is not None and (not first or _is_plain_title(line.text))
    if line.rows or is_addressees_at(lines, index) or (titled and line.gap):
        return False
    if low.startswith("("):
        return False
    caps = is_caps(line.text)
    if _is_decider(lines, index, first=first) or (not first and not caps and len(line.text) > _PARAGRAPH):
        return False
    if first:
        return not _is_first_sentence(line)
    above = is_caps(before.text)
    if caps:
        return above and mark_of(line.text) is None
    if above and index > top + 2 and not line.text[:1].islower():
        return False
    if line.text[:1].islower() and not line.gap and mark_of(line.text) is None:
        return True
    if line.centred is True and before.centred is True and line.bold == before.bold:
        return True
    if line.gap or line.bold != before.bold or (before.centred is True and line.centred is not True):
        return line.text[:1].islower() and len(line.text) < 120
    return begins(low, "opening", "bases") is None and mark_of(line.text) is None and before.broken


def _is_first_sentence(line: Line) -> bool:
    """Whether the line under the title is the text already (a document without subject)."""
    low = level(line.text)
    return (mark_of(line.text) is not None and not low.startswith("v/v")) or (
        begins(low, "opening", "bases") is not None
        and low.startswith(("căn cứ", "xét", "theo"))
        and not is_caps(line.text)
    )


def _is_decider(lines: Sequence[Line], index: int, *, first: bool) -> bool:
    """The line of a decision that names who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"), between subject and bases."""
    line = lines[index]
    if first or not is_caps(line.text) or begins(level(line.text), "head", "deciders") is None:
        return False
    following = lines[index + 1 : index + 4]
    return any(begins(level(after.text), "opening", "bases") for after in following) and (
        line.gap or not is_caps(lines[index - 1].text) or len(line.text) < 60
    )


def _closing_start(lines: Sequence[Line], top: int) -> int:
    """Index of the first line of recipients or signature; the end of the document when there is neither."""
    found = [i for i in range(top, len(lines)) if _RECIPIENTS.match(level(lines[i].text))]
    if found:
        start = found[0]
        back = start
        for index in range(start - 1, top, -1):
            if is_signing(lines[index].text):
                back = index
            elif not _may_sign(lines[index]):
                break
        return back
    for index in range(top, len(lines)):
        if is_signing(lines[index].text) and level(lines[index].text).startswith(
            listed("signature", "authorities")
        ):
            return index
    tail = range(max(top, len(lines) - 8), len(lines))
    return next((i for i in tail if is_signing(lines[i].text) and _is_end(lines[i + 1 :])), len(lines))


def _is_end(lines: Sequence[Line]) -> bool:
    """Whether nothing but names and titles follows."""
    return all(
        len(line.text) < _NAME and begins(level(line.text), "opening", "bases") is None for line in lines
    )


def _may_sign(line: Line) -> bool:
    """Whether the line may stand in a signature: a name, a note, a word of a title."""
    text = line.text
    return (
        len(text) < _NAME
        and not line.rows
        and mark_of(text) is None
        and not text.endswith((".", ";", ":", ","))
    )


def is_signing(text: str) -> bool:
    """Whether the line says for whom or as what somebody signs, in capitals."""
    low = level(text)
    if not is_caps(text) or len(text) > 90:
        return False
    return (
        low.startswith(listed("signature", "authorities")) or begins(low, "signature", "titles") is not None
    )


def _closing_end(lines: Sequence[Line], start: int) -> int:
    """Index of the first line of an appendix or an attached document behind the signature."""
    signed = False
    for index in range(start, len(lines)):
        line = lines[index]
        signed = signed or is_signing(line.text)
        if line.rows and (signed or index > start + 3):
            return index
        if index > start and (signed or index > start + 2) and _opens_appendix(lines, index):
            return index
        if signed and index > start + _CLOSING_LINES:
            return index
    return len(lines)


def _opens_appendix(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    low = level(text)
    if (
        pattern("appendix", "starts").match(low)
        and (is_caps(text) or len(text) < 60)
        and not low.endswith(";")
    ):
        return True
    if is_title(text) is None:
        return False
    below = lines[index + 1 : index + 1 + _ATTACHED_LOOK_AHEAD]
    return any(pattern("appendix", "attached").search(level(line.text)) for line in below)
