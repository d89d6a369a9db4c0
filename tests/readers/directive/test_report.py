"""The closing order to report, the theme, remarks: read from small documents."""

import datetime as dt

import pytest
from written import MOTTO, read

from desktop.domain.directive import Reading
from desktop.readers.directive import report

HEAD = (
    f"UBND XÃ A\nPHÒNG KINH TẾ\nSố: 5/KT\nV/v họp\n{MOTTO}A, ngày 5 tháng 3 năm 2026\nKính gửi: Các thôn.\n"
)
PLAN = f"UBND XÃ A\nSố: 5/KH-UBND\n{MOTTO}A, ngày 5 tháng 3 năm 2026\nKẾ HOẠCH\nTrồng cây\n\nI. TỔ CHỨC THỰC HIỆN\n"


def plan(*lines: str) -> Reading:
    return read(PLAN + "\n\n".join(lines) + "\n")


def test_a_closing_paragraph_gives_recipient_collector_and_day() -> None:
    reading = plan(
        "1. Đoàn xã",
        "- Trồng 200 cây.",
        "Trên đây là Kế hoạch, yêu cầu các thôn triển khai thực hiện; báo cáo kết quả về UBND xã (qua Phòng Kinh tế) "
        "trước ngày 20/3/2026 để tổng hợp./.",
    )
    order = reading.report
    assert (order.to, order.via, order.by) == ("UBND xã (qua Phòng Kinh tế)", "Phòng Kinh tế", ("các thôn",))
    assert order.deadline is not None
    assert order.deadline.date == dt.date(2026, 3, 20)
    assert len(reading.tasks) == 1


def test_difficulties_are_no_order_to_report() -> None:
    reading = plan(
        "1. Đoàn xã", "- Trồng cây.", "Quá trình thực hiện có vướng mắc, báo cáo UBND xã xem xét./."
    )
    assert reading.report.to is None


def test_a_plan_takes_no_day_from_work_that_is_sent_somewhere() -> None:
    assert (
        plan("1. Đoàn xã", "- Lập danh sách cây, gửi về Phòng Kinh tế trước ngày 9/3/2026.").report.deadline
        is None
    )


def test_a_task_of_reporting_carries_the_order() -> None:
    reading = plan("1. Các thôn", "- Trồng cây.", "- Báo cáo kết quả về Phòng Kinh tế trước ngày 9/4/2026.")
    assert (reading.report.to, reading.report.by) == ("Phòng Kinh tế", ("Các thôn",))
    assert reading.tasks[-1].is_report


def test_a_letter_with_one_order_to_send() -> None:
    reading = read(
        HEAD
        + "Phòng Kinh tế đề nghị các thôn lập danh sách hộ trồng rừng, gửi về Phòng Kinh tế trước ngày 9/3/2026 để tổng hợp./.\n"
    )
    assert reading.report.to == "Phòng Kinh tế"
    assert reading.tasks[0].lead == ("các thôn",)


@pytest.mark.parametrize(
    ("text", "is_report"),
    [
        ("Tổng hợp, báo cáo kết quả theo quy định.", True),
        ("Định kỳ 6 tháng, hằng năm báo cáo kết quả về Sở.", True),
        ("Chế độ báo cáo: Tổng hợp kết quả hoạt động.", True),
        ("Lập kế hoạch; báo cáo kết quả về UBND tỉnh trước ngày 5/3.", True),
        ("Lập kế hoạch, gửi báo cáo về Sở, ngày 5/3/2026.", True),
        ("Tham mưu UBND tỉnh báo cáo kết quả về Bộ trước ngày 5/3.", False),
        ("Phát hiện sai sót để báo cáo Ban Thường trực xử lý.", False),
        ("Trồng cây.", False),
    ],
)
def test_what_is_a_report(text: str, is_report: bool) -> None:
    assert report.is_report(text) is is_report


@pytest.mark.parametrize(
    ("line", "theme"),
    [
        ("1. Chủ đề: “Vì trẻ em”.", "Vì trẻ em"),
        ("1. Chủ đề: Ngày hội “Sách” với chủ đề “Đọc để lớn”.", "Đọc để lớn"),
        ("1. Chủ đề: Nước sạch cho mọi người.", "Nước sạch cho mọi người"),
        ("1. Tổ chức chuyên đề “Học Bác”.", None),
    ],
)
def test_the_theme(line: str, theme: str | None) -> None:
    assert plan(line).theme == theme


def test_remarks_are_only_about_what_is_certain() -> None:
    reading = read(
        f"UBND XÃ A\nSố: /KH-UBND\n{MOTTO}A, ngày 5 tháng 3 năm 2026\nKẾ HOẠCH\nTrồng cây\n\nI. TỔ CHỨC THỰC HIỆN\n"
        "1. Đoàn xã\n- Trồng cây xong trước mùng 1 Tết.\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn An\n"
    )
    assert [remark.code for remark in reading.remarks][:1] == ["signed_but_no_number"]
    assert plan("1. Mục tiêu").remarks[0].code == "no_tasks"


def test_the_theme_may_stand_under_its_heading() -> None:
    assert (
        plan("a) Chủ đề Tháng hành động năm 2026:", "“An toàn cho trẻ em gái”.").theme
        == "An toàn cho trẻ em gái"
    )
