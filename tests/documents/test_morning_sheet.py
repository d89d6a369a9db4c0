"""The morning sheet."""

import datetime as dt
from dataclasses import replace

from commune import OFFICE

from desktop.documents import morning_sheet
from desktop.documents.as_text import plain_text
from desktop.documents.morning_sheet import Call, Morning, Owed, ToSend, grouped, reminder_words, shortened
from desktop.domain.duties import Duty, Proposal
from desktop.domain.unit import Contact

DAY = dt.date(2026, 3, 27)
LONG = "Tổ chức ít nhất 01 buổi sinh hoạt dưới cờ hoặc sinh hoạt lớp về ý nghĩa của Ngày Công tác xã hội Việt Nam"
VILLAGES = tuple(f"Thôn {n}" for n in range(1, 7))
DUTY = Duty("an-toan", "Tháng hành động vì an toàn thực phẩm", 30, ("an toàn thực phẩm",), 15, 4)
FULL = Morning(
    DAY,
    (
        Owed("Treo băng rôn", "05/KH-UBND", VILLAGES[:4], dt.date(2026, 3, 17)),
        Owed(LONG, "05/KH-UBND", VILLAGES, DAY - dt.timedelta(1)),
    ),
    (Owed("Thăm hỏi, tặng quà", "05/KH-UBND", ("Hội Liên hiệp Phụ nữ xã",), DAY),),
    (
        ToSend("Kết quả thực hiện Kế hoạch số 05/KH-UBND", "Sở Y tế", dt.date(2026, 3, 30)),
        ToSend("Báo cáo quý I", "", None, "Đang soạn"),
    ),
    (
        Call(
            "Thôn 1",
            Contact("Lê Văn Tám", "Trưởng thôn", "0912345678"),
            2,
            dt.date(2026, 3, 17),
            "Zalo 25/3",
        ),
        Call("Thôn 2", Contact(), 1, dt.date(2026, 3, 17)),
    ),
    (
        Proposal(DUTY, 2026, dt.date(2026, 4, 15), DAY, 3),
        Proposal(replace(DUTY, name="Hè"), 2026, dt.date(2026, 6, 1), DAY),
    ),
)


def test_the_sheet_prints_as_expected(golden):
    golden("morning_sheet", morning_sheet.build(FULL, OFFICE, morning_sheet.lengths(FULL)))


def test_what_is_left_out_is_counted():
    text = plain_text(morning_sheet.build(FULL, OFFICE, (1, 1, 1, 1, 1)))
    assert "Quá hạn: 02 nhiệm vụ, 10 lượt đơn vị (ghi 1, đủ trong bảng tính kèm theo)" in text
    assert "Báo cáo phải gửi (còn 01 báo cáo nữa trong bảng tính kèm theo)" in text
    assert "Đơn vị cần gọi (còn 01 đơn vị nữa trong bảng tính kèm theo)" in text
    assert "(15/4); và 01 việc khác." in text


def test_a_quiet_morning_says_so():
    text = plain_text(morning_sheet.build(Morning(DAY), OFFICE, (0,) * 5))
    assert (
        "Không có việc quá hạn, việc sắp đến hạn, báo cáo phải gửi, đơn vị cần gọi và việc hằng năm cần lập kế hoạch."
        in text
    )


def test_only_what_there_is_gets_a_row_of_its_own():
    text = plain_text(morning_sheet.build(replace(FULL, overdue=()), OFFICE, (0, 1, 2, 2, 2)))
    assert "Không có việc quá hạn." in text
    assert "Đến hạn trong 07 ngày tới: 01 nhiệm vụ, 01 lượt đơn vị" in text


def test_the_workbook_has_everything_in_full():
    sheets = dict(morning_sheet.sheets(FULL))
    assert list(sheets) == ["Quá hạn", "Đến hạn", "Báo cáo", "Cần gọi", "Việc hằng năm"]
    assert sheets["Quá hạn"].rows[1] == (
        LONG,
        "05/KH-UBND",
        "Thôn 1, thôn 2, thôn 3, thôn 4, thôn 5, thôn 6",
        "26/3/2026",
        "1",
    )
    assert sheets["Cần gọi"].rows[0][2] == "0912345678"
    assert [row[2] for row in sheets["Việc hằng năm"].rows] == ["Có", ""]


def test_long_tasks_are_cut_between_words():
    assert shortened("Treo băng rôn") == "Treo băng rôn"
    cut = shortened(LONG)
    assert cut.endswith("…")
    assert LONG.startswith(cut[:-1] + " ")


def test_numbers_and_reminders_are_written_as_people_say_them():
    assert grouped("0912345678") == "0912\u00a0345\u00a0678"
    assert grouped("02553 123") == "02553 123"
    assert reminder_words("Gọi điện", DAY, None) == "Gọi điện 27/3"
    assert reminder_words("Gọi điện", DAY, dt.date(2026, 4, 1)) == "Gọi điện 27/3, hẹn 1/4"


def test_a_yearly_duty_that_names_its_days_is_not_dated_twice():
    month = replace(FULL.duties[0], duty=replace(FULL.duties[0].duty, name="Tháng hành động (15/4 - 15/5)"))
    text = plain_text(morning_sheet.build(Morning(DAY, duties=(month,)), OFFICE, (0, 0, 0, 0, 1)))
    assert "Việc hằng năm cần lập kế hoạch: Tháng hành động (15/4 - 15/5)." in text
