"""What can be a Vietnamese syllable."""

import pytest

from desktop.domain.syllable import has_vowel, is_syllable

SENTENCES = """Cộng hòa xã hội chủ nghĩa Việt Nam. Ủy ban nhân dân phường Quỳnh Xuân yêu cầu các trường học, thôn, bản,
giếng, gìn giữ, nghiêng, quốc lộ, khuỷu tay, thuở ấy, ngoằn ngoèo, quyết định, xoong, Đắk Lắk, kết quả, khuya, huýt"""


@pytest.mark.parametrize("word", SENTENCES.replace(",", " ").replace(".", " ").split())
def test_vietnamese_words_are_syllables(word):
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize(
    "word", ["", "école", "môt", "naïve", "straße", "Nguyển-", "ngế", "cế", "gà̀", "kà", "ngy", "zá", "ệtệ"]
)
def test_other_words_are_not(word):
    assert not is_syllable(word)


def test_abbreviations_have_no_vowel():
    assert not has_vowel("HĐND")
    assert has_vowel("Ủy")
