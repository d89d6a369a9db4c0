"""The words of unit lists (data/unit_columns.toml) and what a header cell or the text of a row means by them."""

import functools
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from desktop.domain.legacy_text import Encoding, name_to_unicode
from desktop.domain.vietnamese import fold
from desktop.paths import data_file

FIELDS = (
    "name", "group", "parent", "code", "contact", "position", "phone", "email", "note", "abbreviation", "address",
)  # fmt: skip
_LONGEST_HEADER = 14  # words
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_FOOTNOTE = re.compile(r"(?<=[^\s\d])[\d*¹²³]+\s*$|[*¹²³\s]+$")
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: str
    begins: bool = False
    whole: bool = False

    def found_in(self, text: str) -> bool:
        """Whether the phrase stands in a text of single-spaced folded words with a space at both ends."""
        if self.whole:
            return text == f" {self.words} "
        if self.begins:
            return text.startswith(f" {self.words} ")
        return f" {self.words} " in text


@functools.cache
def _table() -> dict[str, Any]:
    with data_file("unit_columns.toml").open("rb") as file:
        return tomllib.load(file)


@functools.cache
def _phrases() -> tuple[tuple[str, tuple[_Phrase, ...]], ...]:
    """(field, its phrases from the best on), in the order in which fields are tried."""
    table = _table()
    return tuple((name, tuple(map(_phrase, table["fields"][name]))) for name in table["order"])


def _phrase(text: str) -> _Phrase:
    return _Phrase(plain(text.lstrip("^=")), text.startswith("^"), text.startswith("="))


@functools.cache
def _exact() -> dict[str, str]:
    return {plain(text): name for name, texts in _table()["exact"].items() for text in texts}


@functools.cache
def _ignored() -> tuple[_Phrase, ...]:
    return tuple(map(_phrase, _table()["ignored"]))


def plain(header: str) -> str:
    """The words of a header for comparing: folded, without brackets and footnote marks, single spaces."""
    kept = _BRACKETS.sub(" ", header)
    kept = _FOOTNOTE.sub("", kept if _SIGNS.sub("", kept) else header)
    return _SIGNS.sub(" ", fold(kept)).strip()


@functools.lru_cache(4096)
def field_of(header: str) -> tuple[str, int] | None:
    """(field, rank of the phrase that told it, 0 the best) for the text of a header; None when it is none of ours.

    Of a header that names several fields, the first. Text in old encodings is understood too, since only Vietnamese
    that makes sense can match.
    """
    several = fields_of(header)
    found = field_of_part(header)
    return (several[0], found[1] if found and found[0] == several[0] else 5) if len(several) > 1 else found


def field_of_part(header: str) -> tuple[str, int] | None:
    """Like `field_of` for a header, or a part of one, that names one thing."""
    found = _field_of(plain(header))
    if found is None and not header.isascii():
        found = _field_of(plain(name_to_unicode(header, Encoding.TCVN3))) or _field_of(
            plain(name_to_unicode(header, Encoding.VNI))
        )
    return found


_BETWEEN = re.compile(r"[,;/&+\n]|\s[-–]\s")


@functools.lru_cache(4096)
def fields_of(header: str) -> tuple[str, ...]:
    """The different fields that the parts of a header name ("Họ tên, chức vụ"), in their order; one or none as a rule."""
    parts = [field_of_part(part) for part in _BETWEEN.split(_BRACKETS.sub(" ", header))]
    return tuple(dict.fromkeys(found[0] for found in parts if found))


def _field_of(words: str) -> tuple[str, int] | None:
    if not words or words.count(" ") >= _LONGEST_HEADER:
        return None
    exact = _exact().get(words)
    if exact is not None:
        return exact, 50 if exact == "name" else 0
    text = f" {words} "
    if any(phrase.found_in(text) for phrase in _ignored()):
        return None
    for name, phrases in _phrases():
        for rank, phrase in enumerate(phrases):
            if phrase.found_in(text):
                return name, rank
    return None


@functools.lru_cache(1024)
def is_number_header(header: str) -> bool:
    """Whether a header is that of running numbers (STT, TT)."""
    return plain(header) in {plain(text) for text in _table()["numbers"]}


@functools.cache
def _row_words(name: str) -> tuple[str, ...]:
    return tuple(_table()["rows"][name])


def is_total(text: str) -> bool:
    """Whether a row that begins with `text` adds up others ("Tổng cộng: 45 đơn vị")."""
    small = text.lower()
    if small.startswith(_row_words("not_totals")):
        return False
    words = tuple(word for word in _row_words("totals") if word not in {"cộng", "tổng"})
    return (
        small.startswith(words)
        or small in {"cộng", "tổng"}
        or bool(re.match(r"cộng\s+(?:\(|\d|[ivx]+\b|chung|các)", small))
    )


def is_note(text: str) -> bool:
    """Whether a row that begins with `text` is a remark under the table."""
    return text.lower().startswith(_row_words("notes"))


_DATE_LINE = re.compile(r"ngày\b.{0,20}\btháng\b.{0,20}\bnăm\b", re.IGNORECASE)


def is_signature(text: str) -> bool:
    """Whether the text belongs to the block under a table: maker, signer, date, distribution."""
    small = text.lower()
    return small.startswith(_row_words("signatures")) or bool(_DATE_LINE.search(small))


def is_signer(text: str) -> bool:
    """Whether the text is nothing but the title of one who signs."""
    return text.lower().rstrip(" :.") in _row_words("signers")


def begins_group(text: str) -> bool:
    """Whether the text begins as names of groups do ("Các phòng, ban")."""
    return text.lower().startswith(_row_words("groups"))


@functools.cache
def dittos() -> frozenset[str]:
    """Cells that stand for the cell above."""
    return frozenset(_row_words("ditto"))


@functools.cache
def _unit_start() -> re.Pattern[str]:
    words = sorted(
        (_SIGNS.sub(" ", fold(text)).strip() for text in _table()["units"]["first"]), key=len, reverse=True
    )
    return re.compile(r"(?:" + "|".join(map(re.escape, words)) + r")\b")


def looks_like_unit(text: str) -> bool:
    """Whether a name begins as names of units do ("Phòng ...", "UBND ...")."""
    return bool(_unit_start().match(_SIGNS.sub(" ", fold(text)).strip()))
