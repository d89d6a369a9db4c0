"""Names of units inside running text: where a name begins, where it ends, how a list of them is cut. Knows no outline."""

import functools
import re
from dataclasses import dataclass

from desktop.domain.vietnamese import CAPITAL
from desktop.readers.directive.unit_lists import SEPARATOR, split, starts, starts_unit
from desktop.readers.directive.words import begins, level, listed, opens_order, pairs, pattern

MAX_NAME = 620
_MAX_SEGMENT, _LABEL_REST = 22, 30
_TERMINAL = re.compile(r"[.;:()\[\]!?]|\s[-–—]\s|[\"“”]")
_NO_NAME = re.compile(r"[.()\[\]!?\"“”]")
_DOTTED = re.compile(r"(?:TP|TT|Tp|P|TX|VP|đ/c|Q|H|TW|T\.Ư)\.$")
_GIVEN = re.compile(rf"được (?:giao|phân công) nhiệm vụ(?= [{CAPITAL}])|(?i:nhà nước) giao nhiệm vụ")
_OPENED = re.compile(r"\s*\([^()]*$")
_PARTS = re.compile(r"[,;:]")
_TAIL = re.compile(r"[\s,;:.\-–]+$|\s+(?:và|cùng|với|do)$")

__all__ = ["Named", "name_at", "split", "starts_unit"]


@dataclass(frozen=True, slots=True)
class Named:
    """Units named from `start` to `end` of a text; `names`: one entry per unit, as written."""

    names: tuple[str, ...]
    start: int
    end: int

    @property
    def words(self) -> str:
        """The names in one string, for comparing."""
        return ", ".join(self.names)


@functools.cache
def _stop() -> re.Pattern[str]:
    return pattern("units", "stops")


@functools.cache
def _not_stop() -> re.Pattern[str]:
    return pattern("units", "not_stops")


@functools.cache
def _inside() -> tuple[tuple[str, str], ...]:
    return pairs("units", "inside")


def name_at(text: str, at: int = 0, *, whole: bool = False) -> Named | None:
    """The units named from this place on, up to the word that says what they do, or to the end.

    None when no unit begins here or what follows is no name. whole: the text must hold nothing but the names.
    """
    if not starts_unit(text, at):
        return None
    window = text[at : at + MAX_NAME]
    low = level(window)
    end = _end(low, window)
    if whole and end < len(window.rstrip(" .:;,")):
        return None
    return _named(text, at, at + end)


def _end(low: str, window: str) -> int:
    """Where the names end in the window: at a stop word in small letters or at a terminal sign."""
    end = len(window)
    for found in _TERMINAL.finditer(window):
        if not _is_inner_sign(found[0], found.start(), low, window):
            end = found.start()
            break
    for found in _stop().finditer(low, 1, end):
        if _stops(low, window, found):
            end = _end_of_label(window, found.start())
            break
    for found in pattern("opener", "verbs").finditer(low, 1, end):
        if window[found.start()].isupper() and _is_run_on(low, window, found):
            return found.start()
    return end


def _stops(low: str, window: str, stop: re.Match[str]) -> bool:
    """Whether a stop word really ends the name here."""
    longer = _not_stop().match(low, stop.start())
    return (
        window[stop.start()].islower()
        and not _belongs(low, stop)
        and (longer is None or longer.end() <= stop.end())
    )


def _end_of_label(window: str, stop: int) -> int:
    """ "Các cơ quan thông tin, truyền thông của tỉnh: ...": a stop word right behind a comma, with little up to a colon."""
    colon = window.find(":", stop)
    few = 0 < colon - stop < _LABEL_REST and not re.search(r"[.,;()]", window[stop:colon])
    return colon if few and window[:stop].rstrip().endswith(",") else stop


def _is_run_on(low: str, window: str, verb: re.Match[str]) -> bool:
    """A verb with a capital letter behind a whole name: heading and text were typed on one line
    ("Sở Xây dựng Theo dõi, đôn đốc ..."). Behind "Ban", "và" or a comma it belongs to the name."""
    before = low[: verb.start()].rstrip()
    if before.endswith("-"):
        return window[verb.end() :].lstrip()[:1].islower()
    last = re.search(r"(\w+)$", before)
    opened = (
        last is not None
        and last[1] in listed("units", "open")
        and not before.endswith(("môi trường", "thị trường"))
    )
    if last is None or opened or before in listed("units", "heads"):
        return False
    behind = window[verb.end() :].lstrip(" ,")
    return behind[:1].islower() or starts_unit(behind)


def _is_inner_sign(sign: str, at: int, low: str, window: str) -> bool:
    """Whether a sign that usually ends a name stands inside a list of names here."""
    behind = window[at + len(sign) :]
    if sign == ".":
        return _DOTTED.search(window[: at + 1]) is not None or behind[:1].isalnum()
    if sign == ":":
        return _places_follow(window, low, at + 1)
    if sign == ";":
        colon = window.rfind(":", 0, at)
        if colon > 0 and _places_follow(window, low, colon + 1):  # "các Bộ: Nội vụ; Tài chính"
            return True
        skipped = len(behind) - len(behind.lstrip())
        return starts(low[at + 1 + skipped : at + 61 + skipped], behind.lstrip()[:60])
    if sign == "(":
        close = window.find(")", at)
        return 0 < close - at < 60 and _goes_on(low[close + 1 :])
    if sign == ")":
        return window.find("(", 0, at) >= 0 and _goes_on(behind)
    return sign.strip() in {"-", "–", "—"} and not level(behind[:10]).startswith(("cơ quan", "đơn vị", "là "))


def _belongs(low: str, stop: re.Match[str]) -> bool:
    """Whether the stop word is part of a name here ("Ban chỉ đạo", "các tổ chức")."""
    before = low[: stop.start()].rstrip()
    if before.endswith((" được", " đang")):
        return True
    return _follows(before, stop[0], _inside()) and not _follows(before, stop[0], pairs("units", "apart"))


def _follows(before: str, stop: str, joints: tuple[tuple[str, str], ...]) -> bool:
    """Whether the stop word stands behind the word that a joint names with it."""
    return any(
        stop.startswith(second)
        and before.endswith(first)
        and not (first[0].isalnum() and before[: -len(first)][-1:].isalnum())
        for first, second in joints
    )


def _goes_on(low: str) -> bool:
    return re.match(r"\s*(?:,|;|và\s)\s*", low) is not None or _stop().match(low.lstrip()) is not None


def _places_follow(window: str, low: str, at: int) -> bool:
    """ "... các tỉnh, thành phố: Hà Tĩnh, Quảng Trị chủ động ...": names of places, then a stop."""
    stop = next((found for found in _stop().finditer(low, at) if _stops(low, window, found)), None)
    names, colon, _ = window[at : stop.start() if stop else len(window)].strip(" .").partition(":")
    if not names or _NO_NAME.search(names) or opens_order(level(names)):
        return False
    parts = SEPARATOR.split(names)
    named = (
        part[:1].isupper() or (colon and begins(level(part), "units", "heads")) or starts_unit(part)
        for part in parts
    )
    return len(parts) > 1 and all(named) and all(len(part.split()) < 7 for part in parts)


def _named(text: str, start: int, end: int) -> Named | None:
    prefix = pattern("units", "prefixes").match(level(text[start:end]))
    if prefix is not None:
        start += prefix.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    raw = _OPENED.sub("", text[start:end])
    while True:
        trimmed = _TAIL.sub("", raw)
        if trimmed == raw:
            break
        raw = trimmed
    names = split(raw)
    if not names or any(len(part.split()) > _MAX_SEGMENT for name in names for part in _PARTS.split(name)):
        return None
    if pattern("units", "strangers").search(level(_GIVEN.sub(" ", raw))):
        return None
    return Named(names, start, start + len(raw))
