"""Citations found in lines of bases and in running text."""

import datetime as dt

import pytest

from desktop.domain.citations import Term, citations_in


def _cited(text: str, *, whole: bool = False) -> list[str]:
    return [text[one.start : one.end] for one in citations_in(text, whole=whole)]


def test_several_bases_in_one_paragraph_are_told_apart() -> None:
    first = (
        "Công văn số 312/SYT-BTXH ngày 02/3/2026 của Sở Y tế về việc tổ chức, triển khai hoạt động năm 2026"
    )
    second = "Quyết định số 1791/QĐ-TTg ngày 15/9/2016 của Thủ tướng Chính phủ"
    assert _cited(f"Căn cứ {first}; {second}.", whole=True) == [first, second]


def test_a_citation_tells_type_term_year_and_day() -> None:
    (found,) = citations_in("Thực hiện Kế hoạch số 48/KH-UBND ngày 15 tháng 3 năm 2026 của tỉnh")
    assert (found.kind, found.term) == ("Kế hoạch", Term.YEARLY)
    assert (found.year, found.date) == (2026, dt.date(2026, 3, 15))


@pytest.mark.parametrize(
    ("text", "cited", "year"),
    [
        ("theo Nghị định số 20/2021/NĐ-CP của Chính phủ, hỗ trợ", "Nghị định số 20/2021/NĐ-CP của Chính phủ", 2021),
        ("thi hành Luật Trẻ em năm 2016 và", "Luật Trẻ em năm 2016", 2016),
        ("Luật Phòng, chống ma túy năm 2021; Luật", "Luật Phòng, chống ma túy năm 2021", 2021),
        ("Luật Thanh tra ngày 25/6/2025;", "Luật Thanh tra ngày 25/6/2025", 2025),
        ("Chỉ thị ngày 05/01/2026 của Chủ tịch;", "Chỉ thị ngày 05/01/2026 của Chủ tịch", 2026),
        ("số hiệu kế hoạch 15/KH-UBND.", "kế hoạch 15/KH-UBND", None),
        ("QUYẾT ĐỊNH SỐ 5/QĐ-UBND NGÀY 04/02/2026", "QUYẾT ĐỊNH SỐ 5/QĐ-UBND NGÀY 04/02/2026", 2026),
        ("LUẬT TRẺ EM NĂM 2016.", "LUẬT TRẺ EM NĂM 2016", 2016),
        ("theo Văn bản số 9151-CV/BTCTW ngày 29/7/2025, các", "Văn bản số 9151-CV/BTCTW ngày 29/7/2025", 2025),
        ("định 278/2025/NĐ-CP ngày 22/10/2025.", "278/2025/NĐ-CP ngày 22/10/2025", 2025),
        ("Công văn số 8/UBND-VX ngày 31/02/2026 của xã", "Công văn số 8/UBND-VX ngày 31/02/2026 của xã", 2026),
    ],
)  # fmt: skip
def test_forms_of_citations(text: str, cited: str, year: int | None) -> None:
    (found,) = citations_in(text)
    assert text[found.start : found.end] == cited
    assert found.year == year


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch tổ chức các hoạt động năm 2026",
        "tuyên truyền Luật Trẻ em trong năm 2026",
        "Ngày Pháp luật năm 2026",
        "NGÀY PHÁP LUẬT NĂM 2026",
        "xong trước ngày 15/6/2026",
        "trên 5/UBND",
        "Phòng Kinh tế năm 2026",
    ],
)
def test_what_has_no_number_and_no_day_is_no_citation(text: str) -> None:
    assert citations_in(text) == ()


def test_in_running_text_a_comma_ends_the_title() -> None:
    cited = "Kế hoạch số 5/KH-UBND ngày 01/02/2026 của tỉnh về hiến máu"
    assert _cited(f"Theo {cited}, hoàn thành trước ngày 15/6/2026") == [cited]


def test_a_title_with_a_comma_of_its_own_goes_on_to_the_next_one() -> None:
    cited = "Công văn số 7/UBND-VX ngày 02/3/2026 về việc phòng, chống đuối nước trẻ em năm 2026"
    assert _cited(f"Thực hiện {cited}, UBND xã ban hành Kế hoạch") == [cited]


def test_the_joining_word_before_the_next_citation_belongs_to_none() -> None:
    first, second = "Quyết định số 1/QĐ-UBND ngày 01/02/2026 của xã", "Quyết định số 2/QĐ-UBND"
    assert _cited(f"{first} và {second}") == [first, second]


def test_the_office_that_acts_upon_a_base_is_no_part_of_its_title():
    text = "Thực hiện Công văn số 312/SYT-BTXH ngày 02/3/2026 của Sở Y tế về việc tổ chức năm 2026, Ủy ban nhân dân xã ban hành Kế hoạch"
    (found,) = citations_in(text, whole=True)
    assert text[found.end :] == ", Ủy ban nhân dân xã ban hành Kế hoạch"
