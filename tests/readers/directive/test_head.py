"""The letterhead in the forms that offices type: both orders of columns, blanks, Party form, broken lines."""

import datetime as dt

import pytest
from written import MOTTO, read

from desktop.domain.directive import Reading

BODY = "KẾ HOẠCH\nTổ chức ngày hội\nCăn cứ Luật Trẻ em;\n"


def head(words: str) -> Reading:
    return read(words + BODY)


@pytest.mark.parametrize(
    ("lines", "superior", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nXÃ HÒA PHÚ", None, "ỦY BAN NHÂN DÂN XÃ HÒA PHÚ"),
        ("VĂN PHÒNG\nCHÍNH PHỦ", None, "VĂN PHÒNG CHÍNH PHỦ"),
        ("UBND XÃ HÒA PHÚ\nPHÒNG KINH TẾ", "UBND XÃ HÒA PHÚ", "PHÒNG KINH TẾ"),
        ("UBND XÃ A\nBAN CHỈ HUY\nPHÒNG THỦ DÂN SỰ", "UBND XÃ A", "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ"),
        ("VĂN PHÒNG\nHĐND VÀ UBND XÃ A", None, "VĂN PHÒNG HĐND VÀ UBND XÃ A"),
        ("BỘ GIÁO DỤC\nVÀ ĐÀO TẠO", None, "BỘ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("BỘ XÂY DỰNG\nCỤC QUẢN LÝ NHÀ VÀ\nTHỊ TRƯỜNG", "BỘ XÂY DỰNG", "CỤC QUẢN LÝ NHÀ VÀ THỊ TRƯỜNG"),
        ("ỦY\nBAN NHÂN DÂN\nTỈNH A", None, "ỦY BAN NHÂN DÂN TỈNH A"),
        ("ĐẢNG BỘ TỈNH A\nĐẢNG ỦY XÃ B\n*", "ĐẢNG BỘ TỈNH A", "ĐẢNG ỦY XÃ B"),
    ],
)
def test_offices_of_the_letterhead(lines: str, superior: str | None, issuer: str) -> None:
    reading = head(f"{lines}\n\n{MOTTO}\nSố: 12/KH-UBND\n")
    assert (reading.superior, reading.issuer) == (superior, issuer)


def test_the_right_column_may_come_first() -> None:
    reading = head(f"{MOTTO}Hòa Phú, ngày 5 tháng 3 năm 2026\nUBND XÃ HÒA PHÚ\nTRẠM Y TẾ\nSố: 7/KH-TYT\n")
    assert (reading.superior, reading.issuer, reading.place) == ("UBND XÃ HÒA PHÚ", "TRẠM Y TẾ", "Hòa Phú")


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 05/KH-UBND", "05", "KH-UBND"),
        ("Số: 640 /UBND", "640", "UBND"),
        ("Số:      /KH-UBND", None, "KH-UBND"),
        ("Số: ....../KH-BCH", None, "KH-BCH"),
        ("Số 15-KH/ĐU", "15", "KH/ĐU"),
        ("Số: 12/KH - BTV", "12", "KH-BTV"),
        ("Số: 128/2025/QĐ-UBND", "128", "2025/QĐ-UBND"),
        ("Số:\n96/KH-UBND", "96", "KH-UBND"),
        ("Số: 2331/SGDĐT-GDMN&TH", "2331", "SGDĐT-GDMN&TH"),
        ("Số: 12", None, None),
    ],
)
def test_number_and_symbol(line: str, number: str | None, symbol: str | None) -> None:
    reading = head(f"UBND XÃ HÒA PHÚ\n{line}\n")
    assert (reading.number, reading.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("line", "place", "date", "partial"),
    [
        ("Hòa Phú, ngày 02 tháng 3 năm 2026", "Hòa Phú", dt.date(2026, 3, 2), None),
        ("Thành\nphố Huế, ngày 2 tháng 3 năm 2026", "Thành phố Huế", dt.date(2026, 3, 2), None),
        ("TP. Lạng Sơn, ngày tháng 3 năm 2024", "TP. Lạng Sơn", None, "2024-03"),
        ("Hòa Phú, ngày ... tháng ... năm 2026", "Hòa Phú", None, "2026"),
        ("Hòa Phú, ngày tháng năm", "Hòa Phú", None, None),
        ("Quận 1, ngày 12/3/2026", "Quận 1", dt.date(2026, 3, 12), None),
        ("Hà Nội, hồi 14 giờ 00 ngày 20 tháng 11 năm 2025", "Hà Nội", dt.date(2025, 11, 20), None),
        ("Hòa Phú, ngày 31 tháng 2 năm 2026", "Hòa Phú", None, None),
        ("ngày 2 tháng 3 năm 2026", None, dt.date(2026, 3, 2), None),
    ],
)
def test_place_and_date(line: str, place: str | None, date: dt.date | None, partial: str | None) -> None:
    reading = head(f"UBND XÃ HÒA PHÚ\n\n{line}\n\n")
    assert (reading.place, reading.date, reading.date_partial) == (place, date, partial)


def test_a_date_inside_the_subject_of_a_letter_is_not_its_own() -> None:
    words = "UBND TỈNH A\nSỞ Y TẾ\nSố: 5/SYT-NV\nV/v triển khai Công điện số 225/CĐ-TTg ngày 17 tháng 11 năm 2025\n"
    words += f"của Thủ tướng Chính phủ\n{MOTTO}An Bình, ngày 20 tháng 11 năm 2025\nKính gửi: Các trạm y tế.\n"
    reading = read(words + "Sở Y tế đề nghị các trạm y tế trực cấp cứu.\n")
    assert reading.date == dt.date(2025, 11, 20)
    assert reading.subject is not None
    assert reading.subject.endswith("năm 2025 của Thủ tướng Chính phủ")
    assert reading.kind == "Công văn"


@pytest.mark.parametrize(
    ("title", "kind", "subject"),
    [
        ("KẾ HOẠCH\nTổ chức Tết trồng cây\n", "Kế hoạch", "Tổ chức Tết trồng cây"),
        ("CÔNG ĐIỆN\nVỀ VIỆC ỨNG PHÓ BÃO\n", "Công điện", "ỨNG PHÓ BÃO"),
        ("KẾ HOẠCH TỔ CHỨC HỘI THAO\n", "Kế hoạch", "TỔ CHỨC HỘI THAO"),
        (
            "KẾ HOẠCH\nTHỰC HIỆN NGHỊ QUYẾT\nVỀ CHUYỂN ĐỔI SỐ\n",
            "Kế hoạch",
            "THỰC HIỆN NGHỊ QUYẾT VỀ CHUYỂN ĐỔI SỐ",
        ),
        ("Kế hoạch\nTổ chức hội thao\n\n", "Kế hoạch", "Tổ chức hội thao"),
        ("KẾ HOẠCH\nKHẨN\n\n", "Kế hoạch", None),
        ("THÔNG BÁO\n\nKẾT LUẬN CỦA CHỦ TỊCH XÃ\n", "Thông báo", "KẾT LUẬN CỦA CHỦ TỊCH XÃ"),
        ("KẾ HOẠCH\n", "Kế hoạch", None),
    ],
)
def test_kind_and_subject(title: str, kind: str, subject: str | None) -> None:
    reading = read(f"UBND XÃ A\nSố: 1/KH-UBND\n\n{title}Căn cứ Luật Trẻ em;\nI. MỤC ĐÍCH\n")
    assert (reading.kind, reading.subject) == (kind, subject)


def test_a_decision_names_who_decides_below_its_subject() -> None:
    words = "UBND XÃ A\nSố: 1/QĐ-UBND\nQUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nCăn cứ Luật Trẻ em;\n"
    reading = read(words)
    assert (reading.subject, reading.legal_bases) == ("BAN HÀNH QUY CHẾ", ("Luật Trẻ em",))


def test_a_text_without_a_head_leaves_all_empty() -> None:
    reading = read("Chiều nay trời mưa to, các cháu nghỉ học và ở nhà cùng ông bà.\n")
    assert (reading.kind, reading.issuer, reading.number, reading.date, reading.subject) == (None,) * 5


def test_nothing_at_all_is_an_empty_reading() -> None:
    from desktop.readers.blocks import Text
    from desktop.readers.directive import read_blocks

    assert read_blocks(Text(())).tasks == ()


def test_the_place_may_be_torn_over_two_lines() -> None:
    reading = head(
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ A\nSố: 9/KH-UBND\n{MOTTO}Thành phố Hồ\nChí Minh, ngày 18 tháng 11 năm 2025\n"
    )
    assert (reading.place, reading.issuer) == ("Thành phố Hồ Chí Minh", "ỦY BAN NHÂN DÂN THÀNH PHỐ A")


def test_a_long_subject_of_a_letter_is_no_text() -> None:
    subject = (
        "cơ chế đặc thù xây dựng công trình khẩn cấp đối với Dự án kéo dài tuyến đường từ Bến Thành " * 2
    )
    reading = read(
        f"UBND XÃ A\nSố: 9/UBND-KT\n{MOTTO}A, ngày 18 tháng 11 năm 2025\nV/v {subject}\nKính gửi:\n- Sở Xây dựng.\n"
        "Yêu cầu Sở Xây dựng khẩn trương rà soát các công trình."
    )
    assert (reading.kind, reading.subject) == ("Công văn", subject.strip())
    assert reading.recipients_to == ("Sở Xây dựng",)
