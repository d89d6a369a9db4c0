"""Papers in memory: the same bytes as in the file, and where each block stands."""

from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from pdfplumber.page import Page
from shapes import LONG, PLAN, SHAPES

from desktop.documents.model import Block, Paragraph, Style, Table, paragraph
from desktop.writers import pdf


@pytest.mark.parametrize("name", SHAPES)
def test_a_paper_in_memory_is_the_paper_in_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    pdf.write(SHAPES[name], path)
    assert pdf.render(SHAPES[name]).content == path.read_bytes()


LINES = tuple(
    paragraph(Style(rank), f"đầu{at} {LONG} cuối{at}") for at, rank in enumerate(("body", "dash") * 20)
)


@pytest.mark.parametrize("blocks", [PLAN.blocks, LINES])
def test_the_words_of_every_paragraph_stand_where_its_place_says(
    blocks: tuple[Block, ...], tmp_path: Path
) -> None:
    made, path = pdf.render(replace(PLAN, blocks=blocks)), tmp_path / "a.pdf"
    path.write_bytes(made.content)
    with pdfplumber.open(path) as opened:
        for block, places in zip(blocks, made.places, strict=True):
            words = block.text.casefold().rstrip(".;/").split() if isinstance(block, Paragraph) else []
            found = " ".join(_words(opened.pages[place.page], place) for place in places).casefold()
            assert all(word in found for word in (*words[:1], *words[-1:]))
            assert found.count("đầu") <= 1


def _words(page: Page, place: pdf.Place) -> str:
    return str(page.crop((0, place.top, page.width, place.bottom)).extract_text())


def test_a_block_over_two_pages_has_a_place_on_each() -> None:
    long = replace(PLAN, blocks=(paragraph(Style.BODY, "nghiêm túc triển khai thực hiện " * 400),))
    (places,) = pdf.render(long).places
    assert [place.page for place in places] == list(range(len(places)))
    assert len(places) > 1


def test_a_block_that_prints_nothing_has_no_place() -> None:
    nothing = replace(PLAN, blocks=(Table((), ()), paragraph(Style.BODY, "Lời."), Paragraph(Style.BODY, ())))
    assert [len(some) for some in pdf.render(nothing).places] == [0, 1, 0]
