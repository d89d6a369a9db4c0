"""Vietnamese text: cleaning, folding for search, tone placement, and the order of the alphabet.

Knows letters, not meanings, and never changes what is displayed unless asked. Everything returned is NFC.
"""

import functools
import re
import tomllib
import unicodedata
from collections.abc import Sequence

from desktop.paths import data_file

_INVISIBLE = (
    *range(0x09),
    *range(0x0E, 0x20),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0xAD,
    0x61C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
)
_DROP: dict[int, None] = dict.fromkeys(_INVISIBLE)


def nfc(text: str) -> str:
    """The text in Unicode normal form C; the same object when it is so already."""
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """One line as a person sees it: NFC, every white space one plain space, invisible characters dropped, no edges.

    Removed: zero-width marks, soft hyphen, direction marks, byte order mark, control characters of C0 and C1.
    """
    if not text.isprintable():  # every white space but the plain one, and every character of _DROP
        text = text.translate(_DROP)
    return " ".join(nfc(text).split())


class _Folds(dict[int, str]):
    """Code point -> folded letters, filled as characters are met (a plain dict pays an exception for each miss)."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_SAME = {
    "đ": "d",
    "ð": "d",
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’", "'"),
}


def _fold_character(char: str) -> str:
    if ord(char) in _DROP:
        return ""
    if char.isspace():
        return " "
    lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_SAME.get(c, c) for c in lowered if not unicodedata.combining(c))


_FOLDS = _Folds({code: _fold_character(chr(code)) for code in (*range(0x250), *range(0x1EA0, 0x1F00))})


def fold(text: str) -> str:
    """The text for search and matching: lower case, no dấu, đ as d, spaces single, invisible characters gone.

    Tone placement ("hoà", "hòa"), NFC or NFD, kinds of dash and quotation mark make no difference.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    return " ".join(text.translate(_FOLDS).split())


def fold_aligned(text: str) -> str:
    """Like `fold`, but character for character: the result has the length of the text, so offsets stay true.

    Takes NFC text. Spaces are not collapsed (each white space becomes one plain space); what has no single
    folded character stays as it is in lower case or becomes a space.
    """
    return "".join([_FOLDS[ord(c)][:1] or " " for c in text])


_NOT_WORD = re.compile(r"[\W_]+")
_DIGIT = "0123456789"


@functools.cache
def _name_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """(pattern over folded names, folded long form -> short form) from data/abbreviations.toml."""
    with data_file("abbreviations.toml").open("rb") as file:
        table: dict[str, list[str]] = tomllib.load(file)["names"]
    forms = {_plain_words(long): short for short, longs in table.items() for long in longs}
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b"), forms


def fold_name(text: str) -> str:
    """The name of a unit for matching: folded, usual words in their short form, no punctuation, no "và" between words.

    "Uỷ ban nhân dân xã X" and "UBND xã X" give the same; so do "Phòng LĐ-TB&XH" and "Phòng Lao động -
    Thương binh và Xã hội". Short forms are in data/abbreviations.toml.
    """
    pattern, forms = _name_words()
    return pattern.sub(lambda found: forms[found[0]], _plain_words(text))


_remembered = functools.lru_cache(50_000)(fold_name)


def fold_names(names: Sequence[str]) -> list[str]:
    """`fold_name` of each; names that differ only in a number at the end (Thôn 1, Thôn 2) are folded once."""
    starts = [name.rstrip(_DIGIT) for name in names]
    return [
        f"{_remembered(start)} {name[len(start) :]}" if start[-1:] == " " else _remembered(name)
        for start, name in zip(starts, names, strict=True)
    ]


def _plain_words(text: str) -> str:
    """Folded words without punctuation and without the joining "và"."""
    words = clean(text).lower()
    joined = words.replace(" va " if words.isascii() else " và ", " ")
    return _NOT_WORD.sub(" ", fold(joined)).strip()


# --- tone placement -------------------------------------------------------------------------------------------

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TONES = (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT)
_ONSET = "ngh|ng|nh|gh|gi|ch|kh|ph|th|tr|[bcdđðghklmnprstvx]"


def _tone_pairs() -> dict[str, str]:
    """Old style -> new style of every pair: "òa" -> "oà", "Ủy" -> "Uỷ", both cases of both letters."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for a in (first, first.upper()):
            for b in (second, second.upper()):
                pairs.update({nfc(a + tone) + b: a + nfc(b + tone) for tone in _TONES})
    return pairs


_OLD_TO_NEW = _tone_pairs()
_NEW_TO_OLD = {new: old for old, new in _OLD_TO_NEW.items()}
# Only a whole Vietnamese syllable: "quý" (q), "hoàn" (a letter follows) and "Chloé" (no such onset) are not touched.
_SYLLABLE = r"(?<![^\W\d_])((?:" + _ONSET + r")?)({})(?![^\W\d_])"
_OLD_SYLLABLE = re.compile(_SYLLABLE.format("|".join(_OLD_TO_NEW)), re.IGNORECASE)
_NEW_SYLLABLE = re.compile(_SYLLABLE.format("|".join(_NEW_TO_OLD)), re.IGNORECASE)


def unify_tones(text: str, *, new_style: bool = False) -> str:
    """All of a text in one tone placement: old ("hòa, ủy", the default) or new ("hoà, uỷ"); NFC.

    Only open syllables in oa, oe, uy differ between the two; every other syllable is left as it is.
    """
    pattern, pairs = (_OLD_SYLLABLE, _OLD_TO_NEW) if new_style else (_NEW_SYLLABLE, _NEW_TO_OLD)
    return pattern.sub(lambda found: found[1] + pairs[found[2]], nfc(text))


def tone_words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(syllables in old placement, syllables in new placement), each in order of the text, with repetitions."""
    composed = nfc(text)
    return (
        tuple(found[0] for found in _OLD_SYLLABLE.finditer(composed)),
        tuple(found[0] for found in _NEW_SYLLABLE.finditer(composed)),
    )


def mixed_tone_styles(text: str) -> bool:
    """Whether one text holds both "hòa" and "hoà" kinds of placement."""
    old, new = tone_words(text)
    return bool(old and new)


# --- order of the alphabet ------------------------------------------------------------------------------------

# For classes of regular expressions: in Unicode small and capital Vietnamese letters lie mixed, so "à-ỹ" holds capitals too.
SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
CAPITAL = SMALL.upper()

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_VOWEL_MARKS = ("\u031b", "\u0302", "\u0306")  # horn, circumflex, breve
_TONE_ORDER = {tone: chr(3 + rank) for rank, tone in enumerate(_TONES)}
_FIRST_LETTER, _PUNCTUATION, _NUMBER = 0x200, 0x03, 0x80
_DIGITS = re.compile(r"\d+")


class _Primary(dict[int, str]):
    """Code point -> weight of its letter: space < signs < digits < letters of the alphabet < other scripts."""

    def __missing__(self, code: int) -> str:
        weight = self[code] = _primary_weight(chr(code))
        return weight


class _Secondary(dict[int, str]):
    """Code point -> weight of its tone."""

    def __missing__(self, code: int) -> str:
        weight = self[code] = _tone_weight(chr(code))
        return weight


class _Tertiary(dict[int, str]):
    """Code point -> weight of its case: small letters first."""

    def __missing__(self, code: int) -> str:
        weight = self[code] = "" if _FOLDS[code] == "" else "\x03" if chr(code).isupper() else "\x02"
        return weight


_PRIMARY, _SECONDARY, _TERTIARY = _Primary(), _Secondary(), _Tertiary()


def _primary_weight(char: str) -> str:
    if char.isspace():
        return "\x02"
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    marks = unicodedata.normalize("NFD", char.lower())
    letter = "đ" if marks[0] == "ð" else nfc(marks[0] + "".join(c for c in marks[1:] if c in _VOWEL_MARKS))
    if letter in _ALPHABET:
        return chr(_FIRST_LETTER + _ALPHABET.index(letter))
    folded = _FOLDS[ord(char)]
    if folded.isascii():
        return "".join(_PRIMARY[ord(c)] if c.isalnum() else chr(_PUNCTUATION + ord(c) - 0x20) for c in folded)
    return folded


def _tone_weight(char: str) -> str:
    if _FOLDS[ord(char)] == "" and not unicodedata.combining(char):
        return ""
    marks = [
        c for c in unicodedata.normalize("NFD", char) if unicodedata.combining(c) and c not in _VOWEL_MARKS
    ]
    return _TONE_ORDER.get(marks[0], "\x09") if marks else "\x02"


def _number(found: re.Match[str]) -> str:
    digits = found[0].lstrip("0")
    return chr(_NUMBER + min(len(digits), 0x100)) + digits


def collation_key(text: str) -> str:
    """A key whose plain string order is the order of the Vietnamese alphabet (also in SQLite and Qt).

    Letters first (a ă â b c d đ e ê ...), then tones over the whole text (không, huyền, hỏi, ngã, sắc, nặng), then
    case (small first). Numbers by value: "Thôn 2" before "Thôn 10". White space at the edges does not count.
    """
    composed = " ".join(nfc(text).split())
    primary = composed.translate(_PRIMARY)
    if not primary.isascii() or _DIGITS.search(primary):
        primary = _DIGITS.sub(_number, primary)
    tones = "" if composed.isascii() else composed.translate(_SECONDARY).rstrip("\x02")
    cases = "" if composed.islower() else composed.translate(_TERTIARY).rstrip("\x02")
    return f"{primary}\x01{tones}\x01{cases}"
