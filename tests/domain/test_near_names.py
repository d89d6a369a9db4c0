"""Suggestions of names that are nearly the one written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.near_names import NearNames, edit_distance

NAMES = NearNames(
    [
        (1, "phong kinh te"),
        (2, "truong thcs le hong phong"),
        (3, "thon phu loi"),
        (3, "xom phu loi"),
        (4, "phong vhxh"),
    ]
)
WORDS = st.text("abc ", max_size=8)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("phong kinh tee", 1),
        ("fong kinh te", 1),
        ("phong kt", 1),
        ("phong vh", 4),
        ("truong hong phong", 2),
        ("thon phu loc", 3),
        ("xom phu loi", 3),
    ],
)
def test_a_wrong_letter_a_short_form_or_a_word_left_out_finds_the_name(written: str, first: int) -> None:
    assert NAMES.suggest(written)[0] == first


@pytest.mark.parametrize("written", ["", "x", "so y te", "phong", "phong a"])
def test_a_name_far_from_all_finds_none(written: str) -> None:
    assert NAMES.suggest(written) == ()


def test_at_most_five_are_suggested_each_once() -> None:
    many = NearNames([(i % 8, f"thon dong {i}") for i in range(16)])
    assert len(many.suggest("thon dong")) <= 5
    assert len(set(many.suggest("thon dong 1"))) == len(many.suggest("thon dong 1"))


def test_words_that_nearly_all_names_hold_suggest_nothing() -> None:
    communes = NearNames([(i, f"ubnd xa so {chr(97 + i)}") for i in range(20)])
    assert communes.suggest("ubnd xa") == ()


@given(WORDS, WORDS, WORDS)
def test_the_distance_of_letters_is_a_distance(one: str, other: str, third: str) -> None:
    assert edit_distance(one, one, 9) == 0
    assert edit_distance(one, other, 9) == edit_distance(other, one, 9)
    assert edit_distance(one, third, 9) <= edit_distance(one, other, 9) + edit_distance(other, third, 9)


@given(WORDS, WORDS, st.integers(0, 8))
def test_beyond_the_limit_the_distance_is_only_more(one: str, other: str, limit: int) -> None:
    assert edit_distance(one, other, limit) == min(edit_distance(one, other, 9), limit + 1)
