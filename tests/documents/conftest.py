"""Golden texts of papers: what is printed, word for word, looked at by people in tests/golden/documents."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.documents.as_text import plain_text
from desktop.documents.model import Document

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "documents"


@pytest.fixture
def golden(update_golden: bool) -> Callable[[str, Document], None]:
    """Compares a paper as text with the golden file of that name; with --update-golden writes it anew."""

    def check(name: str, document: Document) -> None:
        path, text = FOLDER / f"{name}.txt", plain_text(document)
        if update_golden:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return check
