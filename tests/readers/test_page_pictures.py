"""Pages as pictures."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.errors import FileDamaged
from desktop.readers import page_pictures

PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 50]/Contents 4 0 R>>endobj\n"
    b"4 0 obj<</Length 23>>stream\n1 0 0 rg 0 0 50 50 re f\nendstream endobj\ntrailer<</Root 1 0 R>>"
)


def test_a_page_is_drawn_at_the_size_asked_for_in_its_colours() -> None:
    picture = page_pictures.draw(PAGE, 0, 2.0)
    assert page_pictures.page_sizes(PAGE) == ((100.0, 50.0),)
    assert (picture.width, picture.height) == (200, 100)
    row = picture.pixels[: picture.stride]
    assert (row[0:3], row[4 * 199 : 4 * 199 + 3]) == (b"\x00\x00\xff", b"\xff\xff\xff")


def test_pages_may_be_asked_for_by_many_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda scale: page_pictures.draw(PAGE, 0, scale).width, [1.0, 2.0, 3.0] * 20))
    assert drawn == [100, 200, 300] * 20


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(FileDamaged):
        page_pictures.page_sizes(b"kh\xc3\xb4ng")
