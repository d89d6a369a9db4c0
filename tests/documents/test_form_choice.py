"""The choice of an office laid over the legal form: every part stays on one width of text, Quốc hiệu on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.form import legal_form
from desktop.documents.form_choice import chosen_form
from desktop.documents.office_parts import head
from desktop.domain.office import Office
from desktop.domain.paper_choice import HEADS, SIZES, PaperChoice


def test_without_a_choice_the_form_is_that_of_the_decree():
    assert chosen_form(PaperChoice()) is legal_form()
    assert chosen_form(PaperChoice(times=True)) is legal_form()


def test_what_is_chosen_is_in_the_form():
    form = chosen_form(PaperChoice(size=13.0, left=35.0, indent=12.7, spacing=1.2, before=8.0))
    assert (form.body.size, form.signature.size, form.addressees.size, form.title.size) == (13.0,) * 4
    assert (form.page.left, form.body.indent, form.body.spacing, form.body.before) == (35.0, 12.7, 1.2, 8.0)


@given(
    st.sampled_from(SIZES),
    st.sampled_from(HEADS),
    st.floats(30, 35),
    st.floats(15, 20),
)
def test_both_columns_fill_the_width_of_the_text(size, top, left, right):
    form = chosen_form(PaperChoice(size=size, head=top, left=left, right=right))
    assert form.head.left + form.head.right == pytest.approx(form.text_width)
    assert form.signature.left + form.signature.right == pytest.approx(form.text_width)
    assert form.head.left > 55


def test_larger_heads_have_room_for_quoc_hieu():
    form = chosen_form(PaperChoice(head=13.0))
    assert (form.head.nation_size, form.head.motto_size) == (13.0, 14.0)
    assert form.head.right >= 97


def test_a_paper_carries_the_choice_of_its_office():
    choice = PaperChoice(size=13.0)
    assert head(Office(paper=choice), "KH-UBND", 2026).choice == choice
