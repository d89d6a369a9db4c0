"""Whole documents of our own invention, one for each lay-out of the genre, against the readings approved for them."""

import json
from pathlib import Path

import pytest

from desktop.cli.reading_json import reading_to_json
from desktop.readers import text
from desktop.readers.directive import read_blocks

TESTS = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted((TESTS / "files" / "directives").glob("*.txt"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_read_as_approved(path: Path, update_golden: bool) -> None:
    reading = reading_to_json(read_blocks(text.from_paste(path.read_text(encoding="utf-8"))))
    golden = TESTS / "golden" / "directives" / f"{path.stem}.json"
    if update_golden:
        golden.write_text(json.dumps(reading, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert reading == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_value_quotes_the_document(path: Path) -> None:
    source = " ".join(path.read_text(encoding="utf-8").split())
    reading = read_blocks(text.from_paste(path.read_text(encoding="utf-8")))
    quoted = [reading.subject, reading.theme, reading.place, reading.signer_name, reading.report.via]
    quoted += [*reading.legal_bases, *reading.recipients_to, *reading.recipients]
    quoted += [unit for task in reading.tasks for unit in (*task.lead, *task.coordinating)]
    quoted += [task.deadline.text for task in reading.tasks if task.deadline]
    missing = [value for value in quoted if value and value not in source and "|" not in source]
    assert missing == []


def test_reading_twice_gives_the_same() -> None:
    words = DOCUMENTS[0].read_text(encoding="utf-8")
    assert read_blocks(text.from_paste(words)) == read_blocks(text.from_paste(words))
