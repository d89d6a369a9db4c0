"""Figures as officers type and read them."""

from decimal import Decimal

import pytest

from desktop.services import figures_typed


@pytest.mark.parametrize(("words", "value"), [("1.234", "1234"), ("2,5", "2.5"), ("12", "12")])
def test_a_typed_figure_is_read_and_shown_the_same(words: str, value: str) -> None:
    assert figures_typed.read(words) == Decimal(value)
    assert figures_typed.shown(Decimal(value)) == words


def test_words_are_no_figure() -> None:
    assert figures_typed.read("ba buổi") is None
