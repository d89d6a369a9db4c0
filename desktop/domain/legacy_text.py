"""Vietnamese typed in the fonts of before Unicode (TCVN3, VNI-Windows, cp1258): recognised by its syllables, converted.

Judges a whole column, sheet or document, never one word; what it is not sure of stays as it is. Reads no files.
"""

import codecs
import re
from collections.abc import Iterable
from enum import StrEnum

from desktop.domain import legacy_tables
from desktop.domain.syllable import has_vowel, is_syllable
from desktop.domain.vietnamese import nfc


class Encoding(StrEnum):
    """In what the letters were typed."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    CP1258 = "cp1258"


_TCVN3 = legacy_tables.tcvn3()
_VNI = legacy_tables.vni()
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_CP1258 = legacy_tables.cp1258()
_OLD_CHARACTERS = frozenset(map(legacy_tables.windows_character, range(0x80, 0x100)))
_WORD = re.compile(r"(?:[^\W\d_]|[\xa1-\xff\u0300-\u036f])+")  # signs of latin-1 are letters in old fonts
_ENOUGH_WORDS = 300
_MAX_TEXTS = 20_000
_MAX_CHARACTERS = 500_000  # of texts with marks: a long list says the same few words again and again


def detect(texts: Iterable[str]) -> Encoding:
    """In what a column, sheet or document was typed, judged by how many of its words become Vietnamese syllables.

    texts: cells or lines; reading stops when enough words were seen. UNICODE unless another reading makes at least
    four of five words with marks syllables, and clearly more of them than they are as they stand; one word is
    enough only where a sign stands between letters ("c«ng").
    """
    words = _marked_words(texts)
    plain, _ = _score(words, Encoding.UNICODE)
    best, most, judged = Encoding.UNICODE, 0, 0
    for encoding in (Encoding.TCVN3, Encoding.VNI, Encoding.CP1258):
        score, of = _score(words, encoding)
        if score > most:
            best, most, judged = encoding, score, of
    if most < 0.8 * judged or most - plain < 0.2 * judged:
        return Encoding.UNICODE
    alone = judged == 1 and not plain and any(map(_STRONG.search, words))
    return best if most - plain >= 2 or alone else Encoding.UNICODE


def _score(words: list[str], encoding: Encoding) -> tuple[int, int]:
    """(words that become syllables, words that could: those with a vowel, which "H§ND" is not)."""
    converted = [_convert(word, encoding) for word in words]
    return sum(map(is_syllable, converted)), sum(map(has_vowel, converted))


def _marked_words(texts: Iterable[str]) -> list[str]:
    words: dict[str, None] = {}
    read = 0
    for count, text in enumerate(texts):
        if count >= _MAX_TEXTS or read > _MAX_CHARACTERS or len(words) >= _ENOUGH_WORDS:
            break
        if not text.isascii():
            read += len(text)
            found = _WORD.findall(nfc(text))
            words.update((word, None) for word in found if len(word) > 1 and not word.isascii())
    return list(words)


_LINE = re.compile(r"[^\r\n]+")
_STRONG = re.compile(r"[A-Za-z][\xa1-\xb6\xb8-\xbf][A-Za-z]")


def to_unicode(text: str, encoding: Encoding, *, upper: bool = False) -> str:
    """The text in Unicode NFC. Text that already holds Vietnamese letters of Unicode is only brought to NFC.

    text: as programs hand it over, bytes shown as cp1252 or latin-1 characters. upper: the font was a capital font
    (.VnTimeH), so every letter is a capital. Words in TCVN3 whose plain letters are all capitals become capitals
    whole ("PHßNG" is PHÒNG), since that code has no capitals with tones.
    """
    if text.isascii() or encoding is Encoding.UNICODE or any(_is_newer(char) for char in text):
        converted = nfc(text)
    else:
        converted = _convert(text, encoding)
        if encoding is Encoding.TCVN3:
            converted = _SEGMENT.sub(_capitals_of_segment, converted)
    return converted.upper() if upper else converted


def name_to_unicode(text: str, encoding: Encoding) -> str:
    """Like `to_unicode`, for a cell with a name or title: capitals that TCVN3 could not write come back.

    A marked vowel that begins the cell, or a word among capitalised words, is a capital: "ñy ban" is "Ủy ban",
    "§ç Quèc Èn" is "Đỗ Quốc Ẩn".
    """
    converted = to_unicode(text, encoding)
    if encoding is not Encoding.TCVN3 or converted == text:
        return converted
    words = converted.split(" ")
    for i, word in enumerate(words):
        if (
            word[:1].islower()
            and not word[0].isascii()
            and word[0] not in "đơưăâêô"
            and _is_name_part(words, i)
        ):
            words[i] = word[0].upper() + word[1:]
    return " ".join(words)


def _is_name_part(words: list[str], i: int) -> bool:
    if i == 0:
        return True
    if i + 1 < len(words):
        return words[i] != "ở" and words[i + 1][:1].isupper() and not words[i + 1].isupper()
    return words[i - 1][:1].isupper() and not words[i - 1].isupper()


def _is_newer(char: str) -> bool:
    return ord(char) > 0xFF and char.isalpha() and char not in _OLD_CHARACTERS


def _convert(text: str, encoding: Encoding) -> str:
    if encoding is Encoding.TCVN3:
        return text.translate(_TCVN3)
    if encoding is Encoding.VNI:
        return _VNI_LETTER.sub(lambda found: _VNI[found[0]], text).translate(legacy_tables.PUNCTUATION)
    if encoding is Encoding.CP1258:
        return nfc(text.translate(_CP1258))
    return text


_SEGMENT = re.compile(r"[^\n\r\t,;|]+")
_CAPITAL_WORD = re.compile(r"(?<![^\W\d_])(?=[^\W\d_a-z]*[A-Z][^\W\d_a-z]*[A-Z])[^\W\d_a-z]+(?![^\W\d_])")


def _capitals_of_segment(found: re.Match[str]) -> str:
    segment = found[0]
    if re.search("[A-Z]{2}", segment) and not re.search("[a-z]", segment):
        return segment.upper()
    return _CAPITAL_WORD.sub(lambda word: word[0].upper(), segment)


def decode_bytes(data: bytes) -> tuple[str, Encoding]:
    """The text of a .csv or .txt file as Unicode NFC, and in what it had been typed.

    UTF-8 and UTF-16 with or without BOM, cp1258, TCVN3 and VNI; what is none of them is read as cp1252. A few
    damaged bytes in a UTF-8 file become U+FFFD, nothing else is lost.
    """
    text = _decoded(data)
    encoding = detect(found[0] for found in _LINE.finditer(text))
    return (to_unicode(text, encoding) if encoding is not Encoding.UNICODE else nfc(text)), encoding


def _decoded(data: bytes) -> str:
    for bom, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace")
    wide = _wide_codec(data[:4096])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    marked = sum(not char.isascii() for char in text[:100_000])
    return text if wrong * 20 < marked else data.decode("latin-1").translate(legacy_tables.PUNCTUATION)


def _wide_codec(head: bytes) -> str | None:
    """UTF-16 without BOM: the digits, commas and line ends of any table leave zeros on one side."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 10 < len(head) or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"
