"""Names of units inside running text: where a name begins, where it ends, how a list of them is cut. Knows no outline."""

import functools
import re
from dataclasses import dataclass

from desktop.readers.directive.words import either, level, listed, pairs, pattern

MAX_NAME = 420
_MAX_SEGMENT, _LABEL_REST = 22, 30
_TERMINAL = re.compile(r"[.;:()\[\]!?]|\s[-–—]\s|[\"“”]")
_DOTTED = re.compile(r"(?:TP|TT|Tp|P|TX|VP|đ/c|Q|H|TW|T\.Ư)\.$")
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:và\s+|cùng\s+)?|\s+và\s+|\s*&\s+|\s*/\s+)")
_PLACES = re.compile(r":\s*[^\W\d_]")
_NAMES_AFTER = re.compile(r"[^.;:()]{4,400}?")
_ORDINARY = re.compile(r"^(?:(?:và|cùng|với|đề nghị|yêu cầu)\s+)+")
_OPEN = {
    "ban",
    "tổ",
    "tâm",
    "phòng",
    "cục",
    "đoàn",
    "đồng",
    "trường",
    "viện",
    "đội",
    "sở",
    "bộ",
    "vụ",
    "và",
    "các",
    "của",
    "thuộc",
    "hội",
    "quỹ",
    "khối",
    "nhóm",
}
"""Words behind which a verb with a capital letter is the rest of a name ("Ban Chỉ đạo", "Trung tâm Hỗ trợ")."""
_NOTE = re.compile(r"\s*\([^()]*\)$")
_BY_DUTY = re.compile(r"\s+theo\s+(?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|phạm vi|phân công)(?!\w).*$")
_TAIL = re.compile(r"[\s,;:.\-–]+$|\s+(?:và|cùng|với|do)$")


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
def _head() -> re.Pattern[str]:
    quantifier = either(listed("units", "quantifiers"))
    return re.compile(rf"((?:{quantifier}\s+){{0,3}})({either(listed('units', 'heads'))})")


@functools.cache
def _stop() -> re.Pattern[str]:
    return pattern("units", "stops")


@functools.cache
def _not_stop() -> re.Pattern[str]:
    return pattern("units", "not_stops")


@functools.cache
def _inside() -> tuple[tuple[str, str], ...]:
    return pairs("units", "inside")


def starts_unit(text: str, at: int = 0) -> bool:
    """Whether a name of a unit can begin at this place of the text."""
    low = level(text[at : at + 60])
    return _starts(low, text[at : at + 60])


def _starts(low: str, text: str) -> bool:
    found = _head().match(low)
    if found is None:
        return False
    head = found[2]
    rest = low[found.start(2) :]
    if rest.startswith(listed("units", "not_units")):
        return False
    if head in listed("units", "quantified"):
        return bool(found[1].strip())
    if head in listed("units", "weak"):
        return bool(found[1].strip()) or text[found.start(2)].isupper()
    return True


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
    opened = last is not None and last[1] in _OPEN and not before.endswith(("môi trường", "thị trường"))
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
        skipped = len(behind) - len(behind.lstrip())
        return _starts(low[at + 1 + skipped : at + 61 + skipped], behind.lstrip()[:60])
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
    return any(
        stop[0].startswith(second)
        and before.endswith(first)
        and not (first[0].isalnum() and before[: -len(first)][-1:].isalnum())
        for first, second in _inside()
    )


def _goes_on(low: str) -> bool:
    return re.match(r"\s*(?:,|;|và\s)\s*", low) is not None or _stop().match(low.lstrip()) is not None


def _places_follow(window: str, low: str, at: int) -> bool:
    """ "... các tỉnh, thành phố: Hà Tĩnh, Quảng Trị chủ động ...": names of places, then a stop."""
    stop = next((found for found in _stop().finditer(low, at) if _stops(low, window, found)), None)
    names = window[at : stop.start() if stop else len(window)].strip(" .")
    if not names or _TERMINAL.search(names):
        return False
    parts = _SEPARATOR.split(names)
    return len(parts) > 1 and all(part[:1].isupper() and len(part.split()) < 6 for part in parts)


def _named(text: str, start: int, end: int) -> Named | None:
    prefix = pattern("units", "prefixes").match(level(text[start:end]))
    if prefix is not None:
        start += prefix.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    raw = text[start:end]
    while True:
        trimmed = _TAIL.sub("", raw)
        if trimmed == raw:
            break
        raw = trimmed
    names = split(raw)
    if not names or any(len(name.split(":")[0].split()) > _MAX_SEGMENT for name in names):
        return None
    low = level(raw)
    if pattern("units", "strangers").search(low):
        return None
    return Named(names, start, start + len(raw))


def split(raw: str) -> tuple[str, ...]:
    """A list of units as written, one entry per unit. What only goes on with a name stays with it
    ("Sở Văn hóa, Thể thao và Du lịch"; "các phường, xã"; "các sở, ban, ngành")."""
    pieces: list[str] = []
    last = 0
    for found in _SEPARATOR.finditer(raw):
        if found.end() >= len(raw) or found.start() == 0:
            continue
        if _in_brackets(raw, found.start()):
            continue
        if _begins_unit(raw[found.end() :], raw[last : found.start()], found[0]):
            pieces.append(raw[last : found.start()])
            last = found.end()
    pieces.append(raw[last:])
    cut = (_bare(_ORDINARY.sub("", piece.strip()) if piece[:1].islower() else piece) for piece in pieces)
    return tuple(piece for piece in cut if piece)


def _bare(piece: str) -> str:
    """The name without what stands in brackets behind it."""
    return _BY_DUTY.sub("", _NOTE.sub("", piece.strip(" ,;.-–"))).strip(" ,;.-–")


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _begins_unit(rest: str, before: str, separator: str) -> bool:
    """Whether what follows a comma or "và" begins a unit of its own."""
    low = level(rest[:60])
    if not _starts(low, rest[:60]):
        return False
    if level(before).lstrip().startswith(
        ("văn phòng hđnd", "văn phòng hội đồng", "vp hđnd", "thường trực hđnd", "văn phòng đoàn")
    ) and low.startswith(("ubnd", "ủy ban", "hđnd")):
        return False
    if ";" in separator:
        return True
    found = _head().match(low)
    quantified = found is not None and bool(found[1].strip())
    if quantified:
        return True
    if rest[:1].isupper():
        return not (level(before) in {"các sở", "các phòng", "các ban", "các bộ"} or _only_head(before, rest))
    strong = {"ubnd", "hđnd", "mttq", "công an", "ủy ban nhân dân", "hội đồng nhân dân", "đoàn thanh niên"}
    return any(low.startswith(word) for word in strong)


def _only_head(before: str, rest: str) -> bool:
    """ "Các Sở, Ban, Ngành": words of kinds with capitals, nothing said of them yet."""
    first = re.split(r"[,;]|\s+và\s+", rest, maxsplit=1)[0]
    kinds = {
        "ban",
        "ngành",
        "sở",
        "phòng",
        "đơn vị",
        "địa phương",
        "đoàn thể",
        "phường",
        "xã",
        "đặc khu",
        "thị trấn",
        "ban, ngành",
        "hội",
        "trường",
        "thôn",
        "tổ dân phố",
    }
    return level(first).strip() in kinds and len(before.split()) < 5
