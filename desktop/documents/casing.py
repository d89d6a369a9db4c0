"""Letterheads and titles in capitals become running letters (NĐ 30, Phụ lục II). A proposal for the officer, not a judgement."""

import csv
import re
import tomllib
from collections.abc import Callable
from functools import cache

from desktop.paths import data_file


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads(data_file("casing.toml").read_text("utf-8"))


@cache
def _provinces() -> tuple[str, ...]:
    """ "Quảng Ngãi", "Hà Nội": the names without "Tỉnh", "Thành phố"."""
    with data_file("administrative_provinces.csv").open(encoding="utf-8", newline="") as file:
        return tuple(re.sub(r"^(?:Tỉnh|Thành phố) ", "", row["name"]) for row in csv.DictReader(file))


@cache
def _pattern(*lists: str) -> tuple[re.Pattern[str], dict[str, str]]:
    known = {
        phrase.lower(): phrase
        for phrase in (*_provinces(), *(phrase for name in lists for phrase in _words()[name]))
    }
    longest_first = sorted(known, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"), known


def issuer_name(letterhead: str | None) -> str:
    """A letterhead in running letters: "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI" -> "Ủy ban nhân dân tỉnh Quảng Ngãi".

    Bodies of data/casing.toml are written as there, common nouns of administrative units small, other words are taken for
    names of places. Mixed letters stay as they are; "" for None.
    """
    if not letterhead or not letterhead.isupper():
        return letterhead or ""
    return _upper_first(_cased(letterhead, _place_word, "phrases", "heads"))


def sentence_case(title: str) -> str:
    """A title in capitals as a sentence: known names and symbols keep their capitals, all else is small but the first letter.

    A title that is not all capitals stays as it is.
    """
    return _upper_first(_cased(title, str.lower, "phrases")) if title.isupper() else title


def _cased(text: str, other: Callable[[str], str], *lists: str) -> str:
    """`text` with the phrases of `lists` as they are kept and `other` for every word between them."""
    pattern, known = _pattern(*lists)
    out, done = [], 0
    small = text.lower()
    for match in pattern.finditer(small):
        out += [_between(text[done : match.start()], other), known[match[0]]]
        done = match.end()
    return "".join([*out, _between(text[done:], other)])


def _between(text: str, other: Callable[[str], str]) -> str:
    return re.sub(r"\S+", lambda m: m[0] if re.search(r"\d.*/|/.*\d|\w[/&]\w", m[0]) else other(m[0]), text)


def _place_word(word: str) -> str:
    return word.lower() if word.lower() in _words()["place_nouns"] else word.capitalize()


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
