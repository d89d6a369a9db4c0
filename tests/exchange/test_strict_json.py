"""JSON of others: what is plain JSON is read as the standard library reads it, everything doubtful is refused, texts come clean."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange import strict_json
from desktop.exchange.strict_json import Refused, dump, load, readable

CLEAN = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf"))).map(
    lambda text: unicodedata.normalize("NFC", text)
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15) + 1, 10**15 - 1) | CLEAN,
    lambda inner: st.lists(inner) | st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), inner),
    max_leaves=30,
)


@given(VALUES)
def test_clean_values_come_back_as_they_were(value: object) -> None:
    assert load(dump(value).encode()) == value
    assert load(json.dumps(value).encode()) == value  # every letter that is no ASCII as \\u....


@given(st.text())
def test_any_text_of_our_own_is_made_readable(text: str) -> None:
    try:
        ours = readable(dump([text])).encode("utf-8")
    except UnicodeEncodeError:
        return
    (found,) = load(ours)
    assert unicodedata.is_normalized("NFC", found)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t" for sign in found)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        load(data)
    except Refused:
        return


REFUSED = {
    "nothing": b"",
    "cut off": b'{"a": ',
    "two values": b"1 2",
    "byte order mark": b"\xef\xbb\xbf{}",
    "utf-16": '{"a": 1}'.encode("utf-16"),
    "broken utf-8": b'{"a": "\xff\xfe"}',
    "surrogate as bytes": b'"\xed\xa0\x80"',
    "deep arrays": b"[" * 200_000 + b"]" * 200_000,
    "deep objects": b'{"a":' * 200_000 + b"1" + b"}" * 200_000,
    "huge number": b"9" * 200_000,
    "sixteen digits": b"1" * 16,
    "not a number": b"NaN",
    "infinite": b"Infinity",
    "infinite below": b"-Infinity",
    "broken number": b"1.5",
    "power": b"1e9",
    "doubled key": b'{"a": 1, "a": 2}',
    "doubled key inside": b'[{"b": {"a": 1, "a": 2}}]',
    "NUL": b'"a\\u0000b"',
    "escape": b'"\\u001b[2J"',
    "bell as such": b'"\x07"',
    "return": b'"a\\rb"',
    "lone surrogate": b'"\\ud800"',
    "odd key": b'{"a\\u202eb": 1}',
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_doubtful_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        load(REFUSED[name])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b'"a\\u202ebc\\u200b"', "abc"),
        ('"a\u202ebc\ufeff\u00ad\u2066"'.encode(), "abc"),
        ('"Ho\u0300a"'.encode(), "Hòa"),
        (b'"Ho\\u0300a"', "Hòa"),
        (b'"a\\nb\\tc"', "a\nb\tc"),
        (b'"C:\\\\users"', "C:\\users"),
        (b'"\\ud83d\\ude00"', "😀"),
    ],
)
def test_texts_come_clean(data: bytes, text: str) -> None:
    assert load(data) == text


def test_broken_numbers_are_taken_where_they_are_asked_for_but_no_others() -> None:
    assert load(b"[0.5, 2]", floats=True) == [0.5, 2]
    for data in (b"1e999", b"-1e999", b"0." + b"1" * 40, b"NaN"):
        with pytest.raises(Refused):
            load(data, floats=True)


def test_a_clean_text_of_our_own_stays_as_it_is() -> None:
    text = dump({"a": "Đồng Sen\n"})
    assert readable(text) is text
    assert not strict_json.needs_cleaning(text)
