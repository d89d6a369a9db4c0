"""Words of a key: always the same, and never to be mistaken for each other, also by ear."""

import itertools
import re
import unicodedata

from packages_made import KEY, OTHER_KEY

from desktop.domain.vietnamese import fold
from desktop.exchange import fingerprint, seal
from desktop.paths import data_file

GOLDEN = ("hoa ban", "dưa hấu", "hành tím", "rạp xiếc", "gốc đa", "kem dừa", "dưa hấu", "giếng khơi")
WORDS = data_file("fingerprint_words.txt").read_text("utf-8").splitlines()

# Beginnings that some part of the country says alike: n and l, s and x, tr and ch, r, d, gi and v.
BEGINNINGS = {
    "ngh": "N", "ng": "N", "nh": "J", "gh": "g", "gi": "z", "tr": "C", "ch": "C", "th": "T", "ph": "f", "kh": "K", "qu": "kw",
    "k": "k", "c": "k", "s": "x", "r": "z", "d": "z", "v": "z", "l": "n",
}  # fmt: skip


def heard(syllable: str) -> str:
    """A syllable without what is not heard everywhere: tones, marks of vowels, kinds of endings."""
    parts = unicodedata.normalize("NFD", syllable.replace("đ", "D"))
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    start = next((start for start in BEGINNINGS if bare.startswith(start)), "")
    bare = BEGINNINGS.get(start, "") + bare[len(start) :]
    return re.sub(r"(ch|c|t)$", "t", re.sub(r"(nh|ng|n)$", "n", bare)).replace("y", "i")


def differences(one: str, other: str) -> int:
    """Letters that must change to make one of the other."""
    before = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        now = [i]
        for j, b in enumerate(other, 1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (a != b)))
        before = now
    return before[-1]


def test_there_is_one_word_of_two_syllables_for_each_value_of_a_byte() -> None:
    assert len(set(WORDS)) == 256
    assert all(re.fullmatch(r"[^\W\d_]+ [^\W\d_]+", word) and word.islower() for word in WORDS)


def test_words_differ_without_dau_too() -> None:
    assert len({fold(word) for word in WORDS}) == 256
    assert len({"".join(sorted(fold(word).split())) for word in WORDS}) == 256


def test_no_two_words_sound_alike_anywhere() -> None:
    said = {word: " ".join(map(heard, word.split())) for word in WORDS}
    near = [(a, b) for a, b in itertools.combinations(WORDS, 2) if differences(said[a], said[b]) < 2]
    assert not near


def test_a_key_has_the_same_eight_words_for_ever() -> None:
    assert fingerprint.words(seal.public_key(KEY)) == GOLDEN
    assert len(set(fingerprint.words(seal.public_key(OTHER_KEY))) & set(GOLDEN)) < 3
