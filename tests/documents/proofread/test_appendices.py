"""Appendices against what the text says of them."""

import pytest
from proofread_papers import codes, findings, paper

from desktop.documents.proofread import appendices
from desktop.documents.proofread.paper import Paper
from desktop.domain.directive import Severity


def with_appendices(text: str, *labels: str, **values: object) -> Paper:
    """A paper whose appendices bear these labels."""
    return paper(text, appendix=labels, appendices=labels, **values)


def test_a_single_appendix_bears_no_number() -> None:
    [found] = findings(appendices.check, with_appendices("- Theo Phụ lục I kèm theo.", "PHỤ LỤC I"))
    assert (found.code, found.fix) == ("single_appendix_numbered", "Phụ lục")
    assert codes(appendices.check, with_appendices("- Theo Phụ lục kèm theo.", "PHỤ LỤC")) == []
    assert codes(appendices.check, with_appendices("- Theo Phụ lục kèm theo.", "PHỤ LỤC 7")) == []


def test_of_several_cited_only_one_may_be_at_hand() -> None:
    some = with_appendices("- Theo Phụ lục I, Phụ lục II.", "PHỤ LỤC I")
    found = findings(appendices.check, some)
    assert [(one.code, one.severity) for one in found] == [("appendix_missing", Severity.INFO)]


def test_a_hole_between_two_is_a_slip() -> None:
    some = with_appendices("- Theo Phụ lục II; xem Phụ lục II.", "Phụ lục I", "Phụ lục III")
    assert [(one.code, one.severity) for one in findings(appendices.check, some)] == [
        ("appendix_missing", Severity.WARNING)
    ]


def test_a_paper_made_here_has_what_it_cites() -> None:
    text = "- Theo Phụ lục A."
    assert codes(appendices.check, paper(text, ours=True)) == ["appendix_missing"]
    assert codes(appendices.check, paper(text)) == []
    lettered = with_appendices("- Theo Phụ lục b.", "Phụ lục a", "Phụ lục c")
    assert codes(appendices.check, lettered) == ["appendix_missing"]


@pytest.mark.parametrize(
    "text",
    [
        "- Theo Phụ lục II ban hành kèm theo Thông tư.",
        "- Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 và Phụ lục II",
        "- Theo Phụ lục 2.",
    ],
)
def test_appendices_of_other_papers_are_let_be(text: str) -> None:
    assert codes(appendices.check, with_appendices(text, "Phụ lục I", "Phụ lục III")) == []


@pytest.mark.parametrize(("ours", "severity"), [(True, Severity.WARNING), (False, Severity.INFO)])
def test_an_appendix_is_mentioned(ours: bool, severity: Severity) -> None:
    [found] = findings(appendices.check, with_appendices("- Treo băng rôn.", "Phụ lục", ours=ours))
    assert (found.code, found.severity) == ("appendix_not_mentioned", severity)
    assert codes(appendices.check, with_appendices("- Theo danh sách.", "Phụ lục")) == []


def test_labels_without_passages_are_told_at_the_end() -> None:
    [found] = findings(appendices.check, paper("- x", appendices=("Phụ lục",)))
    assert found.paragraph == 0


def test_a_paper_of_the_party_is_let_be() -> None:
    assert codes(appendices.check, with_appendices("- x", "Phụ lục I", issuer="ĐẢNG ỦY XÃ")) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Kèm theo Kế hoạch số 15/KH-UBND ngày 20/3/2026 của UBND xã)", ["attached_line_differs"]),
        ("(Kèm theo Kế hoạch số 15/KH-UBND ngày 05/3/2026 của UBND xã)", []),
        ("(Kèm theo Kế hoạch số 15/KH-UBND của UBND xã)", []),
        ("(Kèm theo Kế hoạch số 15/KH-SYT ngày 20/3/2026 của Sở Y tế)", []),
        ("(Kèm theo Công văn số 15/KH-UBND ngày 20/3/2026)", []),
        ("Thực hiện Kế hoạch số 15/KH-UBND ngày 20/3/2026", []),
        ("(Kèm theo Kế hoạch số 15/KH-UBND ngày 20/3/2026 của UBND tỉnh)", []),
        ("(Kèm theo Kế hoạch số 15/KH-UBND ngày 20/3/2026)", ["attached_line_differs"]),
    ],
)
def test_the_line_of_an_appendix_names_the_day_of_its_paper(line: str, expected: list[str]) -> None:
    some = paper("- Theo Phụ lục.", appendix=("Phụ lục", line), appendices=("Phụ lục",), symbol="KH-UBND")
    assert codes(appendices.check, some) == expected


def test_without_day_or_symbol_the_line_is_not_compared() -> None:
    line = "(Kèm theo Kế hoạch số 15/KH-UBND ngày 20/3/2026 của UBND xã)"
    some = paper("- Theo Phụ lục.", appendix=("Phụ lục", line), appendices=("Phụ lục",))
    assert codes(appendices.check, some) == []


def test_words_for_several_appendices_let_one_bear_its_number() -> None:
    assert codes(appendices.check, with_appendices("- Theo các Phụ lục kèm theo.", "PHỤ LỤC I")) == []
