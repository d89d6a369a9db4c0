"""Where a name of a unit begins, and how a list of names is cut one by one. Does not know where the list ends."""

import functools
import re

from desktop.readers.directive.words import begins, either, level, listed

SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:và\s+|cùng\s+)?|\s+và\s+|\s*&\s+|\s*/\s+)")
_ORDINARY = re.compile(r"^(?:(?:và|cùng|với|đề nghị|yêu cầu)\s+)+")
_NOTE = re.compile(r"\s*\([^()]*\)$")
_BY_DUTY = re.compile(r"\s+theo\s+(?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|phạm vi|phân công)(?!\w).*$")


@functools.cache
def _head() -> re.Pattern[str]:
    quantifier = either(listed("units", "quantifiers"))
    return re.compile(rf"((?:{quantifier}\s+){{0,3}})({either(listed('units', 'heads'))})")


def starts_unit(text: str, at: int = 0) -> bool:
    """Whether a name of a unit can begin at this place of the text."""
    low = level(text[at : at + 60])
    return starts(low, text[at : at + 60])


def starts(low: str, text: str) -> bool:
    """Whether a name begins with the text; low: the same, levelled."""
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


def split(raw: str) -> tuple[str, ...]:
    """A list of units as written, one entry per unit. What only goes on with a name stays with it
    ("Sở Văn hóa, Thể thao và Du lịch"; "các phường, xã"; "các sở, ban, ngành")."""
    pieces: list[str] = []
    last = 0
    for found in SEPARATOR.finditer(raw):
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
    if not starts(low, rest[:60]):
        return False
    if level(before).lstrip().startswith(listed("units", "joint")) and low.startswith(
        listed("units", "jointly")
    ):
        return False
    found = _head().match(low)
    quantified = found is not None and bool(found[1].strip())
    if quantified:
        return True
    if ":" in before and begins(low, "units", "firm") is None:  # "các Bộ: Nội vụ, Công an, Tài chính"
        return False
    if ";" in separator:
        return True
    if rest[:1].isupper():
        return not (level(before) in listed("units", "bare") or _only_head(before, rest))
    return low.startswith(listed("units", "strong"))


def _only_head(before: str, rest: str) -> bool:
    """ "Các Sở, Ban, Ngành": words of kinds with capitals, nothing said of them yet."""
    first = re.split(r"[,;]|\s+và\s+", rest, maxsplit=1)[0]
    return level(first).strip() in listed("units", "kinds") and len(before.split()) < 5
