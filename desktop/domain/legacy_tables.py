"""What the bytes of TCVN3 (ABC) and VNI-Windows mean. Tables only; `legacy_text` decides and converts."""

import unicodedata

# TCVN 5712 (VN3, "ABC" fonts): one byte a letter from A1. Below that stands the punctuation of Windows, as in VNI.
_TCVN3_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}

# VNI-Windows: the letter, then a mark as a character of its own; a few letters are one character.
_VNI_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_MARKED = {
    "ă": {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"},
    "â": {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"},
}
_VNI_SINGLE = {"đ": "ñ", "ơ": "ô", "ư": "ö", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def windows_character(code: int) -> str:
    """The character of cp1252 for a byte 80-FF; that of latin-1 where cp1252 has none."""
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)


PUNCTUATION = {code: windows_character(code) for code in range(0x80, 0xA0)}
"""Bytes 80-9F read as latin-1 -> what Windows meant by them ("–", quotation marks); a table for `str.translate`."""


def tcvn3() -> dict[int, str]:
    """Code point as read (cp1252 or latin-1) -> letter; a table for `str.translate`."""
    letters = {start + i: letter for start, run in _TCVN3_RUNS.items() for i, letter in enumerate(run)}
    return PUNCTUATION | letters


def cp1258() -> dict[int, str]:
    """Code point as read (cp1252 or latin-1) -> character of cp1258, tones as combining marks."""
    table = {code: bytes([code]).decode("cp1258", "ignore") or chr(code) for code in range(0xA0, 0x100)}
    return PUNCTUATION | table


def vni() -> dict[str, str]:
    """One or two characters as read, in both cases, -> letter: "oä" -> "ộ", "OÄ" and "Oä" -> "Ộ", "ñ" -> "đ"."""
    lower = {vni_: letter for letter, vni_ in _VNI_SINGLE.items()}
    for base in "aeou":
        lower.update(_marked(base, base, dict(_VNI_TONES)))
    lower.update({f"y{mark}": _compose("y", tone) for tone, mark in _VNI_TONES.items() if mark != "ï"})
    for base, horned in (("ô", "ơ"), ("ö", "ư")):
        lower.update(_marked(base, horned, dict(_VNI_TONES)))
    lower.update(_marked("a", "ă", _VNI_MARKED["ă"]))
    for base, hat in (("a", "â"), ("e", "ê"), ("o", "ô")):
        lower.update(_marked(base, hat, _VNI_MARKED["â"]))
    table = {}
    for read, letter in lower.items():
        table[read] = letter
        table[read.upper()] = letter.upper()
        table[read[0].upper() + read[1:]] = letter.upper()
        table[read[0] + read[1:].upper()] = letter
    return table


def _marked(base: str, letter: str, marks: dict[str, str]) -> dict[str, str]:
    return {base + mark: _compose(letter, tone) for tone, mark in marks.items()}


def _compose(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)
