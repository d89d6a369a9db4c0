"""Page and letters of a file from outside."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import codes, findings, paper

from desktop.documents.proofread import page
from desktop.domain.directive import Severity
from desktop.domain.page_look import PageLook

RIGHT = {"width": 210.0, "height": 297.0, "top": 20.0, "bottom": 20.0, "left": 30.0, "right": 20.0}


def look(**values: object) -> PageLook:
    """A page as the decree has it, but for `values`."""
    return PageLook(**{**RIGHT, "font": "Times New Roman", "size": 14.0, **values})  # type: ignore[arg-type]


def test_a_page_as_the_decree_has_it_and_one_that_tells_nothing_are_right() -> None:
    assert codes(page.check, paper(look=look())) == []
    assert codes(page.check, paper(look=PageLook())) == []
    assert codes(page.check, paper()) == []


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"width": 216.0, "height": 279.0}, "page_size"),
        ({"left": 25.0}, "page_margins"),
        ({"font": "Arial"}, "page_font"),
        ({"size": 12.0}, "page_letters"),
    ],
)
def test_another_form_is_a_note(values: dict[str, object], code: str) -> None:
    [found] = findings(page.check, paper(look=look(**values)))
    assert (found.code, found.severity) == (code, Severity.INFO)


def test_all_margins_out_of_range_are_named_in_one_note() -> None:
    [found] = findings(page.check, paper(look=look(top=14.0, bottom=15.0, right=12.7)))
    assert "trên 14 mm, dưới 15 mm, phải 12,7 mm" in found.message


@given(st.floats(30, 35), st.floats(15, 20), st.floats(20, 25))
def test_margins_within_the_range_are_right(left: float, right: float, top: float) -> None:
    assert codes(page.check, paper(look=look(left=left, right=right, top=top, bottom=top))) == []


def test_a_page_on_its_side_has_other_margins() -> None:
    assert codes(page.check, paper(look=look(width=297.0, height=210.0, left=20.0, top=30.0))) == []


def test_older_papers_have_a_form_of_their_own() -> None:
    old = paper(look=look(font="Arial"), date=dt.date(2019, 3, 5), year=2019)
    assert codes(page.check, old) == []


def test_letters_that_other_machines_cannot_read_are_told_where_they_stand() -> None:
    [found] = findings(page.check, paper("- Một việc.", "- Tuyên truyền.", decomposed="truyền."))
    assert (found.code, found.severity, found.quote) == ("not_nfc", Severity.WARNING, "- Tuyên truyền.")
    assert codes(page.check, paper("- Một việc.", legacy=True)) == ["not_unicode"]
