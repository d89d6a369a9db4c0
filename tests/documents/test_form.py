"""The legal form as data and rules. Each test names the clause of Nghị định 30/2020, Phụ lục I."""

import pytest

from desktop.documents.form import (
    addressee_lines,
    day_words,
    legal_form,
    list_end,
    month_words,
    parse,
    recipient_lines,
)
from desktop.documents.model import Head
from desktop.paths import data_file

FORM = legal_form()
HEAD = Head(("ỦY BAN NHÂN DÂN", "XÃ SƠN TÂY HẠ"), "KH-UBND", "Sơn Tây Hạ", (), 12, 5, 1, 2026)


def test_paper_is_a4_with_the_margins_of_the_decree_i_i_1_to_3() -> None:
    page = FORM.page
    assert (page.width, page.height) == (210, 297)
    assert 20 <= page.top <= 25
    assert 20 <= page.bottom <= 25
    assert 30 <= page.left <= 35
    assert 15 <= page.right <= 20


def test_sizes_are_those_of_the_table_v() -> None:
    assert 12 <= FORM.head.nation_size <= 13
    assert 13 <= FORM.head.motto_size <= 14
    assert FORM.head.number_size == 13
    assert 13 <= FORM.body.size <= 14
    assert (FORM.signature.label_size, FORM.signature.item_size) == (12, 11)
    assert 13 <= FORM.page.number_size <= 14


def test_body_has_the_indent_and_room_of_ii_6b() -> None:
    assert FORM.body.indent in {10, 12.7}
    assert FORM.body.before >= 6
    assert 1 <= FORM.body.spacing <= 1.5


def test_lines_under_names_are_a_third_to_a_half_ii_2_and_ii_5() -> None:
    assert 1 / 3 <= FORM.head.issuer_rule <= 1 / 2
    assert 1 / 3 <= FORM.title.rule <= 1 / 2


def test_the_columns_fill_the_text_and_the_signature_has_25_to_30_mm() -> None:
    assert FORM.head.left + FORM.head.right == FORM.text_width == FORM.signature.left + FORM.signature.right
    assert 25 <= FORM.signature.room <= 30


@pytest.mark.parametrize(("number", "printed"), [(5, "05"), (10, "10"), (640, "640")])
def test_a_number_under_ten_gets_a_zero_ii_3a(number: int, printed: str) -> None:
    assert FORM.number_line(number, "KH-UBND") == f"Số: {printed}/KH-UBND"


def test_a_draft_has_room_for_its_number_ii_3a() -> None:
    line = FORM.number_line(None, "UBND-VHXH")
    assert line.split() == ["Số:", "/UBND-VHXH"]
    assert line.count("\u00a0") >= 3


def test_a_slip_has_no_number_of_its_own() -> None:
    assert FORM.number_line(None, "") == ""


@pytest.mark.parametrize(("day", "printed"), [(1, "01"), (9, "09"), (10, "10"), (31, "31")])
def test_days_under_ten_get_a_zero_ii_4b(day: int, printed: str) -> None:
    assert day_words(day) == printed


@pytest.mark.parametrize(("month", "printed"), [(1, "01"), (2, "02"), (3, "3"), (9, "9"), (12, "12")])
def test_months_one_and_two_alone_get_a_zero_ii_4b(month: int, printed: str) -> None:
    assert month_words(month) == printed


def test_the_date_line_has_the_place_and_a_comma_ii_4() -> None:
    assert FORM.date_line("Sơn Tây Hạ", 5, 1, 2026) == "Sơn Tây Hạ, ngày 05 tháng 01 năm 2026"


def test_days_not_given_yet_are_room_to_write_ii_4() -> None:
    line = FORM.date_line("Sơn Tây Hạ", None, None, None)
    assert line.split() == ["Sơn", "Tây", "Hạ,", "ngày", "tháng", "năm"]
    assert FORM.date_line("Hà Nội", None, 3, 2026).endswith("tháng 3 năm 2026")


def test_the_subject_of_a_letter_starts_with_vv_ii_5b() -> None:
    assert FORM.about_line("nâng bậc lương năm 2019") == "V/v nâng bậc lương năm 2019"


def test_appendices_are_numbered_in_roman_only_when_there_are_several_iii_1() -> None:
    assert FORM.appendix_label(0, 1) == "Phụ lục"
    assert [FORM.appendix_label(at, 4) for at in range(4)] == [
        f"Phụ lục {n}" for n in ("I", "II", "III", "IV")
    ]


def test_an_appendix_says_what_it_belongs_to_iii_1() -> None:
    assert FORM.attached_line("KẾ HOẠCH", HEAD) == (
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Sơn Tây Hạ)"
    )


def test_an_appendix_of_a_letter_without_a_number_has_room_for_it_iii_1() -> None:
    line = FORM.attached_line("", Head((), "UBND-VHXH", "Sơn Tây Hạ"))
    assert line.split() == ["(Kèm", "theo", "Công", "văn", "số", "/UBND-VHXH", "ngày", "tháng", "năm", ")"]


@pytest.mark.parametrize("text", ["UBND tỉnh", "UBND tỉnh;", "UBND tỉnh. ", "UBND tỉnh ;"])
def test_items_of_a_list_end_with_a_semicolon_and_the_last_with_a_stop_ii_9(text: str) -> None:
    assert list_end(text, last=False) == "UBND tỉnh;"
    assert list_end(text, last=True) == "UBND tỉnh."


def test_a_form_with_an_unknown_key_is_refused() -> None:
    text = data_file("forms/nd30.toml").read_text("utf-8").replace("[body]", "[body]\nunknown = 1")
    with pytest.raises(TypeError):
        parse(text)


def test_one_addressee_stands_beside_kinh_gui_ii_9a() -> None:
    assert addressee_lines(("Bộ Nội vụ",), FORM) == ("Kính gửi: Bộ Nội vụ",)
    assert addressee_lines((), FORM) == ()


def test_nobody_to_receive_is_nothing_to_print() -> None:
    assert recipient_lines((), FORM) == ()
