"""A name as papers write it: without its title, apart from the words of place after it, and as a key that spellings share.

Knows words only, no units. The words are in data/unit_words.toml.
"""

import functools
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.domain.vietnamese import clean, fold, fold_name, unify_tones
from desktop.paths import data_file

_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]?")
_ZEROS = re.compile(r"\b0+(?=\d)")
_NUMBER_WORD = re.compile(r"\bso (?=\d)")
_NOT_LETTER = re.compile(r"[\W_]+")
_COUNTRY = re.compile(r"(?<=\w) (?:viet nam|vn)\b")
_SCHOOL = re.compile(r"^truong (?=(?:mn|th|thcs|thpt|ptdt|mau|mg)\b)")
_DIGITS_MEET = re.compile(r"(?<=\d) (?=\d)")
_MANY = re.compile(r"\b(?:các|cac)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# "xã hội" is no commune; "xã Hội Cư" is one.
_SOCIAL = r"(?! h[oộ]i(?:$|[,;]| (?:chu|chủ|tinh|tỉnh|tp|thanh|thành|xa|xã|phuong|phường|huyen|huyện)\b))"


@dataclass(frozen=True, slots=True)
class Place:
    """The words of place after a name: level ("xa", "tp" ...) and proper name, both as keys, "" where not said."""

    level: str = ""
    name: str = ""


NOWHERE = Place()


def shown(text: str) -> str:
    """The text on one line without what stands in brackets ("(b/c)", "(qua Phòng ...)"), case and dấu as written."""
    return _BRACKETED.sub("", clean(text)).strip(" .;,:-+")


def plain(text: str) -> str:
    """`shown` in small letters and old tone placement: the form in which words are compared with their dấu."""
    return unify_tones(shown(text)).lower().replace("ð", "đ")


def accents_agree(one: str, other: str) -> bool:
    """Whether two `plain` names of one key have no word with other dấu: "Tân Thạnh" and "Tân Thành" are two communes.

    A name typed wholly without dấu says nothing of them and agrees with all.
    """
    if one.isascii() or other.isascii():
        return True
    proper, against = _proper(one), _proper(other)
    if fold(proper) == fold(against):
        return proper == against
    forms = _forms(other)
    return all(written & forms[word] for word, written in _forms(one).items() if word in forms)


def _forms(text: str) -> dict[str, set[str]]:
    """Folded word -> its forms with dấu."""
    forms: dict[str, set[str]] = {}
    for word in _WORD.findall(text):
        forms.setdefault(fold(word), set()).add(word)
    return forms


def _proper(text: str) -> str:
    """The name without its place, of a committee its place alone; letters and digits only."""
    committee = _committee(ascii_only=False).match(text)
    name = split_place(text)[0]
    return _NOT_LETTER.sub("", name[committee.end() :] if committee else name)


def key(text: str) -> str:
    """What all spellings of a name share: folded, short forms, no spaces, no "Việt Nam", numbers without 0 and "số"."""
    return _squeeze(_canonical(fold_name(text)))


def body_key(text: str) -> str:
    """Like `key`, with the names that papers give to one and the same body brought together ("Văn phòng", "Văn phòng UBND")."""
    squeezed = key(text)
    return _same().get(squeezed, squeezed)


def without_many(text: str) -> str:
    """The text without "các": "các phòng Kinh tế" -> "phòng Kinh tế"."""
    return _MANY.sub("", text)


def without_title(text: str) -> str:
    """`plain` text without the titles before the name: "trưởng công an xã" -> "công an xã"; the whole where nothing would remain."""
    rest = text
    while found := _titles(ascii_only=rest.isascii()).match(rest):
        rest = rest[found.end() :]
    return rest or text


def split_place(text: str) -> tuple[str, Place]:
    """(name, place) of `plain` text: "trạm y tế xã sơn tây hạ" -> "trạm y tế", xã Sơn Tây Hạ. A committee keeps its place as its name."""
    committee = _committee(ascii_only=text.isascii()).match(text)
    found = _place(ascii_only=text.isascii()).search(text, committee.end() if committee else 1)
    if found is None or not _only_places(text[found.end() :]):
        return text, NOWHERE
    name = text[: found.start()].rstrip(" ,;-–")
    return name, NOWHERE if committee else _place_at(text, found)


def _only_places(tail: str) -> bool:
    """Whether nothing but places of higher levels follows the first, so that its commas separate no other names."""
    _, *more = re.split(r"[,;]", tail)
    return all(_place(ascii_only=part.isascii()).match(part.strip()) for part in more)


def place_of(text: str) -> Place:
    """The place that the name of an office tells: "UBND xã Sơn Tây Hạ", "xã Sơn Tây Hạ" -> xã, Sơn Tây Hạ."""
    words = plain(text)
    found = _place(ascii_only=words.isascii()).search(words)
    return _place_at(words, found) if found else NOWHERE


def _place_at(text: str, found: re.Match[str]) -> Place:
    further = _place(ascii_only=text.isascii()).search(text, found.end())
    name = text[found.end() : further.start() if further else None]
    return Place(level_key(found["level"]), key(re.split(r"[,;]", name)[0]))


def committee_key(text: str, here: Place = NOWHERE) -> str | None:
    """The key of a commune's committee from `plain` text ("ủy ban nhân dân xã x", "xã x", "ubnd p. x"); None for anything else.

    here: the place of the office, which "UBND xã" without a name means.
    """
    found = _committee(ascii_only=text.isascii()).match(text)
    if found is None:
        return None
    written = (found["level"] or found["bare"]).rstrip(".")
    level = level_key(words_data()["places"]["short"].get(written, written))
    name = key(split_place(text)[0][found.end() :])
    if found.end() == len(text) and found["level"] and not found["many"] and level == here.level:
        name = here.name
    return f"ubnd{level}{name}" if name else None


def first_readings(text: str) -> list[str]:
    """Readings of a short form that stands first in `plain` text: "p. kinh tế" -> phòng, phường; the text alone where there is none."""
    word, _, rest = text.replace(".", ". ", 1).partition(" ")
    readings = words_data()["places"]["first"].get(word.rstrip("."), ()) if rest else ()
    return [text, *(f"{reading} {rest.strip()}" for reading in readings)]


def level_key(level: str) -> str:
    """The key of a word of level: "TP.", "thành phố" -> "tp"."""
    return fold_name(level).replace(" ", "")


@functools.cache
def words_data() -> dict[str, Any]:
    """data/unit_words.toml as it stands."""
    with data_file("unit_words.toml").open("rb") as file:
        return tomllib.load(file)


def _canonical(folded: str) -> str:
    without = _SCHOOL.sub("", _COUNTRY.sub("", folded))
    return _NUMBER_WORD.sub("", _ZEROS.sub("", without))


def _squeeze(folded: str) -> str:
    return _DIGITS_MEET.sub("_", folded).replace(" ", "")


@functools.cache
def _same() -> dict[str, str]:
    table: dict[str, list[str]] = words_data()["same"]
    return {key(name): key(body) for body, names in table.items() for name in names}


def _either(words: Iterable[str], *, ascii_only: bool) -> str:
    longest = sorted({fold(w) if ascii_only else w.lower() for w in words}, key=len, reverse=True)
    return "|".join(map(re.escape, longest))


@functools.cache
def _titles(*, ascii_only: bool) -> re.Pattern[str]:
    titles = _either(words_data()["titles"], ascii_only=ascii_only)
    return re.compile(rf"(?:(?:các|cac) )?(?:{titles})[\s,.]+(?=\S)")


@functools.cache
def _place(*, ascii_only: bool) -> re.Pattern[str]:
    places = words_data()["places"]
    levels, links = (_either(places[words], ascii_only=ascii_only) for words in ("levels", "links"))
    return re.compile(rf"(?:^|(?<=\S)(?:[ ,]+(?:{links}))*[ ,]+)(?P<level>{levels})\b\.?{_SOCIAL}")


@functools.cache
def _committee(*, ascii_only: bool) -> re.Pattern[str]:
    places = words_data()["places"]
    levels, short = (_either(places[words], ascii_only=ascii_only) for words in ("commune", "short"))
    office = "ubnd|uy ban nhan dan|ub" if ascii_only else "ubnd|ủy ban nhân dân|ủy ban|ub"
    named = rf"(?:{office})\.? (?P<many>(?:các|cac) )?(?P<level>{levels}|{short})\b\.?"
    return re.compile(rf"(?:{named}|(?P<bare>{levels})\b){_SOCIAL}")
