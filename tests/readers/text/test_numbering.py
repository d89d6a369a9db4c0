"""Automatic numbers of lists as Word prints them."""

from pathlib import Path

import papers
import pytest
from lxml import etree
from papers import docx, para

from desktop.readers.gate import Kind
from desktop.readers.text.extract import extract
from desktop.readers.text.numbering import Numbering, read_numbering, spelled

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def level(place: int, form: str, pattern: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{place}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/>{more}</w:lvl>'


def lists(levels: str, more: str = "") -> str:
    numbers = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/></w:num>' for i in (1, 2))
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{numbers}{more}'


def numbering(inside: str) -> Numbering:
    return read_numbering(etree.fromstring(f'<w:numbering xmlns:w="{_SPACE}">{inside}</w:numbering>'))


def item(words: str, place: int = 0, number: str = "1") -> str:
    return para(words, f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>')


def texts(folder: Path, body: str, numbers: str, styles: str = "") -> list[str]:
    path = docx(folder / "a.docx", body, numbering=numbers, styles=styles)
    return papers.words_of(extract(path, Kind.DOCX).blocks)


THREE = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")


def test_lists_are_printed_with_their_numbers(tmp_path: Path) -> None:
    body = item("A") + item("B", 1) + item("C", 2) + item("D", 2) + item("E", 1) + item("F") + item("G", 1)
    assert texts(tmp_path, body, lists(THREE)) == ["I. A", "1. B", "a) C", "b) D", "2. E", "II. F", "1. G"]


def test_numbers_of_upper_levels_are_part_of_the_pattern(tmp_path: Path) -> None:
    two = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    assert texts(tmp_path, item("A") + item("B", 1) + item("C", 1), lists(two)) == [
        "I. A",
        "1.1. B",
        "1.2. C",
    ]


def test_an_upper_level_that_was_not_met_counts_as_its_first_number(tmp_path: Path) -> None:
    two = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")
    assert texts(tmp_path, item("B", 1), lists(two)) == ["1.1 B"]


@pytest.mark.parametrize(
    ("sign", "printed"), [("\uf0b7", "- A"), ("-", "- A"), ("+", "+ A"), ("", "A"), ("o", "- A")]
)
def test_bullets_are_printed_as_dashes(tmp_path: Path, sign: str, printed: str) -> None:
    assert texts(tmp_path, item("A"), lists(level(0, "bullet", sign))) == [printed]


def test_two_lists_of_one_kind_go_on_counting_unless_one_starts_anew(tmp_path: Path) -> None:
    one = level(0, "decimal", "%1.")
    assert texts(tmp_path, item("A") + item("B", number="2"), lists(one)) == ["1. A", "2. B"]
    anew = '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    body = item("A") + item("B", number="3") + item("C", number="3")
    assert texts(tmp_path, body, lists(one, anew)) == ["1. A", "5. B", "6. C"]


def test_a_list_may_have_a_level_of_its_own(tmp_path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "(%1)")}</w:lvlOverride>'
    own = f'<w:num w:numId="3"><w:abstractNumId w:val="0"/>{override}</w:num>'
    body = item("A") + item("B", number="3") + item("C")
    assert texts(tmp_path, body, lists(level(0, "decimal", "%1."), own)) == ["1. A", "(i) B", "2. C"]


def test_a_level_may_never_restart(tmp_path: Path) -> None:
    two = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    body = item("A") + item("B", 1) + item("C") + item("D", 1)
    assert texts(tmp_path, body, lists(two)) == ["1. A", "1) B", "2. C", "2) D"]


def test_a_list_may_start_at_any_number(tmp_path: Path) -> None:
    assert texts(tmp_path, item("A"), lists(level(0, "decimal", "%1.", '<w:start w:val="4"/>'))) == ["4. A"]


def test_styles_number_their_paragraphs_and_a_paragraph_may_refuse(tmp_path: Path) -> None:
    tied = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)", '<w:pStyle w:val="S"/>')
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:styleId="S">{number}</w:style><w:style w:styleId="T">{number}</w:style>'
    style, other = '<w:pStyle w:val="S"/>', '<w:pStyle w:val="T"/>'
    body = para("A", other) + para("B", style) + para("C", style + '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(tmp_path, body, lists(tied), styles) == ["1. A", "a) B", "C"]


def test_an_empty_paragraph_of_a_list_counts_but_prints_nothing(tmp_path: Path) -> None:
    assert texts(tmp_path, item("A") + item("") + item("C"), lists(THREE)) == ["I. A", "III. C"]


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (0, "upperRoman", "0"),
        (27, "lowerLetter", "aa"),
        (0, "upperLetter", "0"),
        (7, "decimalZero", "07"),
        (7, "none", ""),
        (7, "bullet", "-"),
        (7, "chicago", "7"),
    ],
)
def test_numbers_are_spelled_in_the_forms_of_word(value: int, form: str, printed: str) -> None:
    assert spelled(value, form) == printed


def test_rubbish_in_the_file_prints_nothing_or_the_usual() -> None:
    rubbish = level(99, "decimal", "%1.") + level(0, "decimal", "%1.", '<w:start w:val="x"/>')
    bad = '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="77"><w:lvl/></w:lvlOverride></w:num>'
    found = numbering(lists(rubbish, bad))
    assert [found.label("3", 0), found.label("3", 5), found.label("8", 0)] == ["1.", "", ""]
    assert numbering(lists(level(0, "decimal", "%1.", '<w:start w:val="99999999"/>'))).label("1", 0) == "1."
    assert read_numbering(None).label("1", 0) == ""
