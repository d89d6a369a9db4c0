"""The fonts that travel with the program hold every letter it writes. Reads the files only; draws nothing."""

import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from desktop.paths import resource_file

FOLDER = resource_file("fonts")
PAPER = ["Regular", "Bold", "Italic", "BoldItalic"]
SCREEN = ["Regular", "Medium", "SemiBold", "Italic"]
FACES = [f"LiberationSerif-{name}.ttf" for name in PAPER] + [f"BeVietnamPro-{name}.ttf" for name in SCREEN]
SIGNS = "₫“”‘’–…•²½≥0123456789./-,;:()%&+"


def vietnamese_letters() -> str:
    """The 134 letters beyond ASCII: six marked bases and đ, and each of twelve vowels under five tones."""
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    lower = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones] + ["đ"]
    both = lower + [letter.upper() for letter in lower]
    return "".join(letter for letter in both if not letter.isascii())


def name_record(path: Path, name_id: int) -> str:
    """The Windows Unicode string `name_id` of a TrueType file's name table."""
    font = TTFontFile(str(path))
    table = font.get_table("name")
    count, strings = (int.from_bytes(table[at : at + 2], "big") for at in (2, 4))
    for at in range(6, 6 + 12 * count, 12):
        platform, _, _, ident, length, offset = (
            int.from_bytes(table[at + 2 * i : at + 2 * i + 2], "big") for i in range(6)
        )
        if (platform, ident) == (3, name_id):
            return bytes(table[strings + offset : strings + offset + length]).decode("utf-16-be")
    raise AssertionError(f"no name {name_id} in {path.name}")


def test_vietnamese_has_134_letters_beyond_ascii() -> None:
    assert len(set(vietnamese_letters())) == 134


@pytest.mark.parametrize("face", FACES)
def test_every_vietnamese_letter_is_in_the_face(face: str) -> None:
    glyphs = TTFontFile(str(FOLDER / face)).charToGlyph
    missing = [letter for letter in vietnamese_letters() + SIGNS if not glyphs.get(ord(letter))]
    assert missing == []


@pytest.mark.parametrize("style", PAPER)
def test_the_face_for_papers_is_liberation_serif_2_1_5(style: str) -> None:
    path = FOLDER / f"LiberationSerif-{style}.ttf"
    assert name_record(path, 1) == "Liberation Serif"
    assert name_record(path, 5).startswith("Version 2.1.5")


@pytest.mark.parametrize("style", SCREEN)
def test_the_face_for_the_screen_is_be_vietnam_pro(style: str) -> None:
    assert name_record(FOLDER / f"BeVietnamPro-{style}.ttf", 1).startswith("Be Vietnam Pro")


def test_the_widths_of_letters_are_those_of_times_new_roman() -> None:
    font = TTFontFile(str(FOLDER / "LiberationSerif-Regular.ttf"))
    widths = {letter: round(font.charWidths[ord(letter)]) for letter in "aoUưƯơ"}
    assert widths == {"a": 444, "o": 500, "U": 722, "ư": 542, "Ư": 776, "ơ": 529}


@pytest.mark.parametrize("family", ["Liberation", "BeVietnamPro"])
def test_each_family_carries_its_licence(family: str) -> None:
    text = (FOLDER / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Copyright" in text.splitlines()[0] or "copyright" in text.splitlines()[0]
