"""In what each column of a list was typed (Unicode, TCVN3, VNI, cp1258), and how to bring its cells to Unicode.

Judges columns by their words, never single cells of a sound column.
"""

import functools
import re
from collections.abc import Callable, Iterable, Sequence

from desktop.domain.legacy_text import Encoding, detect, name_to_unicode, to_unicode
from desktop.domain.syllable import is_syllable

Convert = Callable[[str], str]
_TITLES = frozenset({"name", "group", "parent", "contact", "position"})


def of_columns(columns: Sequence[Sequence[str]]) -> list[Encoding]:
    """The encoding of each column, given texts of it. A column with too few words goes with the sheet, if that helps it."""
    sheet = detect(text for column in columns for text in column)
    found = [detect(column) for column in columns]
    if sheet is Encoding.UNICODE:
        sheet = next((one for one in found if one is not Encoding.UNICODE), sheet)
    return [
        sheet if one is Encoding.UNICODE and sheet is not one and _gains(column, sheet) else one
        for one, column in zip(found, columns, strict=True)
    ]


def _gains(texts: Iterable[str], encoding: Encoding) -> bool:
    """Whether more words are Vietnamese syllables after converting than before."""
    words = {word for text in texts if not text.isascii() for word in text.split()}
    before = sum(is_syllable(word.lower()) for word in words)
    return sum(is_syllable(to_unicode(word, encoding).lower()) for word in words) > before


def converter(field: str, encoding: Encoding) -> Convert | None:
    """What brings the cells of a field to Unicode; None where nothing is to be done."""
    if encoding is Encoding.UNICODE:
        return None
    how = name_to_unicode if field in _TITLES else to_unicode
    return functools.lru_cache(8192)(functools.partial(_convert, how, encoding))


_CAPITALS = re.compile(r"[^a-z]*[A-Z]{2}[^a-z]*")


def _convert(how: Callable[[str, Encoding], str], encoding: Encoding, text: str) -> str:
    if text.isascii():
        return text
    converted = how(" ".join(text.split()), encoding)
    # TCVN3 has no capitals with tones: in a line of capitals the small codes stand for them.
    return converted.upper() if encoding is Encoding.TCVN3 and _CAPITALS.fullmatch(text) else converted
