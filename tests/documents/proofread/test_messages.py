"""Every rule speaks Vietnamese, and every code that a check uses has a rule."""

import re
from pathlib import Path
from string import Formatter

import pytest

from desktop.documents import proofread
from desktop.documents.proofread.messages import RULES
from desktop.documents.proofread.words import level, sentence, sentence_span, table

FOLDER = Path(proofread.__file__).parent


def test_every_code_of_the_checks_has_a_rule_and_every_rule_is_used() -> None:
    text = "\n".join(
        path.read_text("utf-8") for path in FOLDER.glob("*.py") if not path.name.startswith("messages")
    )
    used = {code for code in re.findall(r'"([a-z_]+)"', text) if code in RULES}
    asked = set(re.findall(r'found\(\s*"([a-z_]+)"', text))
    assert asked <= set(RULES)
    assert used == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_sentence_ends_and_names_its_values(code: str) -> None:
    rule = RULES[code]
    assert rule.words.endswith(".")
    assert rule.clause
    names = [name for _, name, _, _ in Formatter().parse(rule.words) if name is not None]
    assert all(name.isidentifier() for name in names)


def test_every_list_of_words_is_read() -> None:
    text = "\n".join(path.read_text("utf-8") for path in FOLDER.glob("*.py"))
    kept = [(part, name) for part, lists in table().items() if isinstance(lists, dict) for name in lists]
    assert [pair for pair in kept if f'"{pair[1]}"' not in text and f"'{pair[1]}'" not in text] == []


def test_offsets_stay_true_in_levelled_text() -> None:
    assert level("Uỷ ban İ – “Đ”") == 'ủy ban İ - "đ"'


def test_a_sentence_is_cut_out_of_its_paragraph() -> None:
    text = "UBND TP. Lạng Sơn họp. Trước ngày 25/3; sau đó báo cáo! Hết."
    assert sentence(text, 5, 9) == "UBND TP. Lạng Sơn họp."
    assert sentence(text, 25, 28) == "Trước ngày 25/3;"
    assert sentence_span(text, len(text) - 2, len(text)) == (text.index("Hết"), len(text))
