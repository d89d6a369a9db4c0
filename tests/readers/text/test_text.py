"""Reading any document as text, from the gate to the refusal of secret papers."""

from pathlib import Path

import papers
import pytest

from desktop.errors import NothingInside, SecretDocument, WrongKind
from desktop.progress import Cancelled
from desktop.readers import text
from desktop.readers.blocks import Text
from desktop.readers.gate import DOCUMENTS, gate
from desktop.readers.text.extract import extract

SAMPLES = ("02", "07", "11", "16", "18", "26", "seed1", "seed2")


class Told:
    """Remembers what it was told; cancels when asked to."""

    def __init__(self, *, stop: bool = False) -> None:
        self.steps: list[str] = []
        self.stop = stop

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        self.steps.append(what)
        if self.stop:
            raise Cancelled


def test_a_document_is_read_behind_the_guard(tmp_path: Path) -> None:
    told = Told()
    found = text.read(papers.docx(tmp_path / "a.docx", papers.para("Kế hoạch")), told)
    assert papers.words_of(found.blocks) == ["Kế hoạch"]
    assert told.steps


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        text.read(papers.docx(tmp_path / "a.docx", papers.para("Kế hoạch")), Told(stop=True))


def test_errors_of_the_worker_come_back_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(NothingInside):
        text.read(papers.docx(tmp_path / "a.docx", papers.para()))
    other = tmp_path / "a.docx"
    other.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(WrongKind):
        text.read(other)


def test_a_secret_paper_is_refused(tmp_path: Path) -> None:
    head = papers.table([papers.cell("UBND XÃ A", "TỐI MẬT"), papers.cell(papers.MOTTO)])
    with pytest.raises(SecretDocument) as refused:
        text.read(papers.docx(tmp_path / "a.docx", head))
    assert refused.value.mark == "TỐI MẬT"


def test_pasted_words_are_read_like_a_text_file() -> None:
    assert papers.words_of(text.from_paste("**KẾ HOẠCH**\n\n1. Họp").blocks) == ["KẾ HOẠCH", "1. Họp"]
    with pytest.raises(NothingInside):
        text.from_paste(" \n ")
    with pytest.raises(SecretDocument):
        text.from_paste("MẬT\nKẾ HOẠCH")


def words(path: Path) -> list[str]:
    found: Text = extract(path, gate(path, DOCUMENTS))
    return " ".join(papers.words_of(found.blocks)).split()


@pytest.mark.parametrize("name", SAMPLES)
def test_word_and_pdf_of_one_document_read_alike(shared: Path, name: str) -> None:
    folder = shared / "samples/directives"
    word, printed = words(folder / f"docx/{name}.docx"), words(folder / f"pdf/{name}.pdf")
    # One hyphen before a line end of the paper cannot tell whether a space followed ("9151- CV").
    assert "".join(word) == "".join(printed)
    assert abs(len(word) - len(printed)) <= 1


@pytest.mark.parametrize("name", SAMPLES)
def test_the_body_of_a_text_file_reads_like_the_word_file(shared: Path, name: str) -> None:
    folder = shared / "samples/directives"
    plain, word = words(folder / f"{name}.txt"), words(folder / f"docx/{name}.docx")
    from difflib import SequenceMatcher

    same = SequenceMatcher(None, plain[60:-60], word[60:-60], autojunk=False).ratio()
    assert same > 0.99
