"""Whether a word can be a Vietnamese syllable. Knows spelling only, no dictionary; words are taken one at a time."""

import functools
import re
import unicodedata

_OPEN_RHYMES = (
    "a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên êng ênh êu i ia im in inh iu "
    "iêm iên iêng iêu o oi om on ong oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen oeo oong ô ôi ôm ôn ông "
    "ơ ơi ơm ơn u ua ui um un ung uân uâng uây uê uên uênh uơ uôi uôm uôn uông uy uya uyn uynh uyu uyên "
    "ư ưa ưi ưm ưn ưng ưu ươi ươm ươn ương ươu y yêm yên yêng yêu ynh"
)
_STOPPED_RHYMES = (
    "ac ach ap at ăc ăk ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oc op ot oac oach oap oat oăc oăt oet "
    "ooc ôc ôp ôt ơp ơt uc up ut uât uêch uêt uôc uôt uych uyp uyt uyêt ưc ưt ươc ươp ươt yt ych yêt"
)
_ONSET = re.compile(
    r"(?:(?:ngh|gh)(?=[eêi])|ch|gi|kh|nh|ph|qu|th|tr|(?:ng|c|g)(?![eêiyhk])|k(?=[eêiy])|[bdđhlmnprstvx](?!h))?"
)
_OPEN, _STOPPED = frozenset(_OPEN_RHYMES.split()), frozenset(_STOPPED_RHYMES.split())
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOPPED_TONES = {"\u0301", "\u0323"}


@functools.lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether one word is spelt like a Vietnamese syllable: onset, rhyme, and a tone that the rhyme can bear.

    Any case, NFC. "cộng", "QUỐC", "ủy" and "uỷ" are; "école", "môt" (a stopped rhyme without sắc or nặng), "" are not.
    """
    letters, tones = _split(word.lower())
    if len(tones) > 1:
        return False
    if letters.startswith("gi") and _has_rhyme(letters[1:], tones):
        return True
    onset = _ONSET.match(letters)
    return _has_rhyme(letters[onset.end() if onset else 0 :], tones)


def has_vowel(word: str) -> bool:
    """Whether a word has a vowel of Vietnamese at all; "HĐND" and "QĐ" have none."""
    return any(letter in "aeiouy" for letter in unicodedata.normalize("NFD", word.lower()))


def _split(word: str) -> tuple[str, list[str]]:
    marks = unicodedata.normalize("NFD", word)
    tones = [mark for mark in marks if mark in _TONES]
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)), tones


def _has_rhyme(rhyme: str, tones: list[str]) -> bool:
    return rhyme in _OPEN or (rhyme in _STOPPED and bool(tones) and tones[0] in _STOPPED_TONES)
