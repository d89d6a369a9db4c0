"""The real documents beside the project, scored as the issue asks: text, Word and print."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from desktop.cli.reading_json import reading_to_json
from desktop.readers import text
from desktop.readers.directive import read_blocks


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score_directives.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _totals(shared: Path, folder: Path, ending: str) -> dict[str, list[float]]:
    scorer, totals = _scorer(shared), {}
    for path in sorted(folder.glob("*.json")):
        got = reading_to_json(read_blocks(text.read(path.with_suffix(ending))))
        words = shared / "samples" / "directives" / f"{path.stem}.txt"
        source = re.sub(r"\s+", " ", words.read_text(encoding="utf-8"))
        out, _ = scorer.score(json.loads(path.read_text(encoding="utf-8")), got, source)
        for key, value in out.items():
            row = list(value) if isinstance(value, tuple) else [value]
            totals[key] = [a + b for a, b in zip(totals.get(key, [0] * len(row)), row, strict=True)]
    return totals


@pytest.mark.parametrize(("place", "ending"), [("", ".txt"), ("docx", ".docx"), ("pdf", ".pdf")])
def test_the_samples_score_what_the_issue_asks(shared: Path, place: str, ending: str) -> None:
    totals = _totals(shared, shared / "samples" / "directives" / place, ending)
    hit, gold, found = totals["tasks"]
    assert totals["header"][0] / totals["header"][1] >= 0.95
    assert 2 * hit / (gold + found) >= 0.95
    assert totals["lead"][0] / totals["lead"][1] >= 0.95
    assert totals["deadline"][0] / totals["deadline"][1] >= 0.85
    assert totals["wrong"][0] <= 2
    assert totals["invented"] == [0]
