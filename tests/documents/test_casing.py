"""NĐ 30, Phụ lục II: how names in capitals are written in running text."""

import pytest

from desktop.documents.casing import issuer_name, sentence_case


@pytest.mark.parametrize(
    ("letterhead", "running"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố Hà Nội"),
        ("ỦY BAN NHÂN DÂN XÃ SƠN TÂY HẠ", "Ủy ban nhân dân xã Sơn Tây Hạ"),
        ("SỞ Y TẾ", "Sở Y tế"),
        ("BỘ NỘI VỤ", "Bộ Nội vụ"),
        ("PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("ỦY BAN MTTQ VIỆT NAM XÃ LƯƠNG MINH", "Ủy ban MTTQ Việt Nam xã Lương Minh"),
        ("BAN THƯỜNG TRỰC", "Ban Thường trực"),
        ("Sở Y tế", "Sở Y tế"),
        (None, ""),
    ],
)
def test_a_letterhead_in_capitals_becomes_the_name_as_running_text_has_it(letterhead, running):
    assert issuer_name(letterhead) == running


def test_a_title_in_capitals_keeps_names_and_symbols():
    title = "TRIỂN KHAI NGHỊ QUYẾT SỐ 214/NQ-CP NGÀY 23/7/2025 CỦA CHÍNH PHỦ TRÊN ĐỊA BÀN TỈNH ĐẮK LẮK"
    assert (
        sentence_case(title)
        == "Triển khai Nghị quyết số 214/NQ-CP ngày 23/7/2025 của Chính phủ trên địa bàn tỉnh Đắk Lắk"
    )


def test_common_words_that_begin_like_bodies_stay_small():
    assert sentence_case("BAN HÀNH QUY CHẾ SỞ HỮU") == "Ban hành quy chế sở hữu"
    assert sentence_case("VỀ VIỆC BAN HÀNH SỞ HỮU") == "Về việc ban hành sở hữu"


def test_a_title_in_mixed_letters_stays_as_it_is():
    assert sentence_case("Tổ chức Ngày hội") == "Tổ chức Ngày hội"
