"""What an office may choose of its papers, and what the decree does not allow."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.paper_choice import HEADS, INDENTS, RANGES, SIZES, PaperChoice, outside


def test_the_choice_of_nothing_is_allowed():
    assert outside(PaperChoice()) == ()


@pytest.mark.parametrize(
    ("name", "value"), [("left", 29.0), ("right", 21.0), ("size", 12.0), ("spacing", 1.6), ("before", 5.0)]
)
def test_what_the_decree_does_not_allow_is_named(name, value):
    assert outside(replace(PaperChoice(), **{name: value})) == (name,)


@given(
    st.sampled_from(SIZES),
    st.sampled_from(HEADS),
    st.sampled_from(INDENTS),
    st.fixed_dictionaries({name: st.floats(*ends) for name, ends in RANGES.items()}),
)
def test_everything_within_the_ranges_is_allowed(size, head, indent, others):
    assert outside(PaperChoice(size=size, head=head, indent=indent, **others)) == ()
