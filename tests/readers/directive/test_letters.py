"""Letters and telegrams with orders to many: the sentence above the list, days and units that are said in other ways."""

import datetime as dt

import pytest
from written import MOTTO, read

from desktop.domain.directive import AskedTask
from desktop.readers.directive import orders, when

TOP = f"UBND TỈNH A\nSỞ Y TẾ\nSố: 5/SYT-NV\n{MOTTO}A, ngày 5 tháng 3 năm 2026\nV/v phòng bệnh\n\nKính gửi: Các trạm y tế.\n\n"
DAY = dt.date(2026, 3, 5)


def letter(*lines: str) -> list[AskedTask]:
    return list(read(TOP + "\n\n".join(lines)).tasks)


def test_the_sentence_before_a_short_lead_in_names_the_units() -> None:
    tasks = letter(
        "Nhằm phòng bệnh, Sở Y tế đề nghị Ủy ban nhân dân các xã, phường; các bệnh viện thực hiện nghiêm quy định. Cụ thể:",
        "- Phun hóa chất ở các thôn.",
        "- Trường hợp có ổ bệnh, các bệnh viện chủ động lập khu cách ly.",
    )
    assert [task.lead for task in tasks] == [
        ("Ủy ban nhân dân các xã, phường", "các bệnh viện"),
        ("các bệnh viện",),
    ]


def test_general_requirements_of_a_letter_are_orders() -> None:
    tasks = letter(
        "Sở Y tế yêu cầu các trạm y tế thực hiện một số nội dung sau:",
        "1. Yêu cầu chung:",
        "- Trực cấp cứu ngày đêm.",
        "- Báo cáo số ca bệnh.",
    )
    assert [task.text for task in tasks] == ["Trực cấp cứu ngày đêm.", "Báo cáo số ca bệnh."]


@pytest.mark.parametrize(
    ("text", "date", "rule"),
    [
        (
            "Sửa nhà, hoàn thành chậm nhất trước ngày 31/12/2026; dựng lại nhà chậm nhất trước ngày 31/01/2027.",
            None,
            None,
        ),
        (
            "Sửa nhà, hoàn thành trước ngày 15/12/2026; gửi hồ sơ về xã trước ngày 18/12/2026.",
            "2026-12-15",
            None,
        ),
        (
            "Trước ngày 10 tháng 6 hằng năm báo cáo giữa năm và trước ngày 10 tháng 01 hằng năm báo cáo cả năm.",
            None,
            "yearly:01-10,06-10",
        ),
    ],
)
def test_several_days(text: str, date: str | None, rule: str | None) -> None:
    found = when.of_passage(text, DAY)
    assert found is not None
    assert (found.date, found.recurrence) == (dt.date.fromisoformat(date) if date else None, rule)


def test_departments_behind_a_colon_go_on_with_other_units() -> None:
    named = orders.subject(
        "Các sở: Y tế, Quy hoạch - Kiến trúc và Ủy ban nhân dân các xã: Có ý kiến thẩm định."
    )
    assert named is not None
    assert named.names == ("Các sở: Y tế, Quy hoạch - Kiến trúc", "Ủy ban nhân dân các xã")


def test_whom_it_is_mainly_about_is_left_out_of_a_heading() -> None:
    named = orders.heading_units(
        "1. Chủ tịch các xã, trong đó trọng tâm là các xã: A, B và C:".removeprefix("1. ")
    )
    assert named is not None
    assert named.names == ("Chủ tịch các xã",)


def test_what_is_to_be_told_is_one_order_with_its_list() -> None:
    tasks = letter(
        "Sở Y tế yêu cầu:",
        "1. Các trạm y tế tổng hợp, báo cáo cụ thể về một số nội dung sau:",
        "(1). Số hộ có người mắc bệnh.",
        "(2). Tổng kinh phí cần thiết.",
        "Các bệnh viện gửi danh sách trước ngày 9/3/2026.",
        "2. Các bệnh viện trực cấp cứu.",
    )
    assert [task.lead for task in tasks] == [("Các trạm y tế",), ("Các bệnh viện",), ("Các bệnh viện",)]


def test_a_sentence_without_mark_holds_its_list_of_figures() -> None:
    tasks = letter(
        "Sở Y tế thông báo một số việc.",
        "1. Về báo cáo hằng tháng:",
        "Yêu cầu các trạm y tế báo cáo số liệu hằng tháng, bao gồm:",
        "(1). Tổng số ca bệnh;",
        "(2). Tỷ lệ khỏi bệnh.",
    )
    assert [task.text[:30] for task in tasks] == ["Yêu cầu các trạm y tế báo cáo "]


def test_an_order_above_numbered_ones_is_no_story() -> None:
    tasks = letter(
        "Sở Y tế có ý kiến như sau:",
        "1. Về phòng bệnh",
        "Đề nghị các Hội được Đảng, Nhà nước giao nhiệm vụ; các trạm y tế: tuyên truyền trước ngày 9/3/2026.",
        "Một số vấn đề lưu ý:",
        "(1) Các trạm y tế gửi hồ sơ về Sở.",
    )
    assert [task.lead for task in tasks] == [
        ("các Hội được Đảng, Nhà nước giao nhiệm vụ", "các trạm y tế"),
        ("Các trạm y tế",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Gửi báo cáo về Sở trước ngày 9/3/2026. Trên cơ sở đó, Sở Y tế tổng hợp, báo cáo trước ngày 15/3/2026.",
        "Báo cáo về Sở trước Thứ Hai ngày 09/3/2026 và tại các báo cáo định kỳ hằng tuần để tổng hợp.",
    ],
)
def test_days_of_others_and_rules_without_a_day_do_not_hide_the_day(text: str) -> None:
    found = when.of_passage(text, DAY)
    assert found is not None
    assert found.date == dt.date(2026, 3, 9)


def test_ministries_behind_a_colon_may_be_parted_by_semicolons() -> None:
    named = orders.subject("Yêu cầu các Bộ: Nội vụ; Y tế; Khoa học và Công nghệ xây dựng phương án.")
    assert named is not None
    assert named.names == ("các Bộ: Nội vụ; Y tế; Khoa học và Công nghệ",)


def test_a_class_of_units_is_named_by_its_whole_heading() -> None:
    words = (
        "KẾ HOẠCH\nPhòng bệnh\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n- Trực cấp cứu.\n"
        "2. Các sở chủ trì, quản lý các dự án\n- Phê duyệt kế hoạch."
    )
    assert [task.lead for task in read(words).tasks] == [("Sở Y tế",), ("Các sở chủ trì, quản lý các dự án",)]


def test_a_class_of_units_with_duties_is_named_whole() -> None:
    named = orders.heading_units("Các tổ chức và hộ gia đình khai thác nước trên địa bàn có trách nhiệm")
    assert named is not None
    assert named.names == ("Các tổ chức và hộ gia đình khai thác nước trên địa bàn",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cục Kết cấu hạ tầng xây dựng tham mưu việc chỉ đạo.", "Cục Kết cấu hạ tầng xây dựng"),
        ("Các cơ sở nuôi trồng thủy sản: Theo dõi môi trường.", "Các cơ sở nuôi trồng thủy sản"),
        ("Các đơn vị tổ chức trực ban.", "Các đơn vị"),
    ],
)
def test_words_that_belong_to_a_name_and_words_that_do_not(text: str, name: str) -> None:
    asked = orders.subject(text)
    assert asked is not None
    assert asked.names == (name,)
