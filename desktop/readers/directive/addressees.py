"""The addressees of a letter or telegram ("Kính gửi:", "... điện:"). Says where the text behind them begins."""

import re
from collections.abc import Sequence

from desktop.readers.directive.lines import Line
from desktop.readers.directive.marks import mark_of
from desktop.readers.directive.words import begins, level
from desktop.readers.directive.zones import is_addressees_at

_CALL = re.compile(r"kính (?:gửi|trình)\s*:?\s*|.*\bđiện\s*:\s*")
_DASH = re.compile(r"^[-–—+•*·\uf02d−]\s*")
_MAX = 60


def read(lines: Sequence[Line]) -> tuple[tuple[str, ...], int]:
    """(addressees without dash and stop, index of the first line behind them). Nothing when the lines begin otherwise."""
    taken = is_addressees_at(lines, 0)
    first = " ".join(line.text for line in lines[:taken])
    call = _CALL.match(level(first))
    if not taken or call is None:
        return (), 0
    items: list[str] = []
    rest = first[call.end() :].strip()
    if rest.strip(" -–:"):
        items.append(_DASH.sub("", rest))
    index = taken
    dashed = bool(_DASH.match(rest))
    while index < min(len(lines), _MAX):
        line = lines[index]
        ahead = " ".join(part.text for part in lines[index : index + 2])
        kind = _kind(line, items, ahead, dashed=dashed)
        if kind is None:
            break
        dashed = dashed or kind == "dash"
        text = _DASH.sub("", line.text)
        if kind == "more":
            items[-1] = f"{items[-1]} {text}"
        else:
            items.append(text)
        index += 1
    return tuple(item for item in (item.strip(" ;,.-–") for item in items) if item), index


def _kind(line: Line, items: list[str], ahead: str, *, dashed: bool) -> str | None:
    """ "dash": a new item with a dash; "new": one without; "more": the item goes on; None: the list is over.

    ahead: the line and the next one, for words torn over both."""
    if line.rows:
        return None
    ended = not items or items[-1].endswith((";", ".", "./."))
    if _DASH.match(line.text):
        return None if items and items[-1].endswith(".") and not dashed else "dash"
    if mark_of(line.text) is not None:
        return None
    if not items:
        return "new"
    if items[-1].endswith("."):
        return None
    if ended:
        return None if dashed and len(line.text) > 120 else "new"
    if line.text[:1].islower() or items[-1].endswith((",", "-", ":")):
        return "more"
    if (
        line.gap
        or not line.broken
        or begins(level(ahead), "opening", "words")
        or begins(level(ahead), "opening", "bases")
    ):
        return None
    return "more"
