"""Tasks that are meetings, and what their words plainly say."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.meeting import Meeting, meeting
from desktop.domain.task import Task


def read(text: str, deadline: Deadline | None = None) -> Meeting | None:
    return meeting(Task(1, "t", 1, 0, text, deadline=deadline))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Chủ trì tổ chức tọa đàm, gặp mặt cán bộ, công chức, bảo đảm thiết thực; thời gian từ ngày 20/3/2026 đến ngày 25/3/2026",
            "tọa đàm, gặp mặt cán bộ, công chức",
        ),
        ("Mở 02 lớp tập huấn cho cán bộ", "lớp tập huấn cho cán bộ"),
        ("Tổ chức ít nhất 01 buổi toạ đàm trước ngày 25/3/2026", "buổi toạ đàm"),
        ("Tham mưu thành lập Ban Chỉ đạo; tập huấn quy trình", "tập huấn quy trình"),
        ("Xem xét việc tổ chức Chương trình gặp mặt (nếu có)", "Chương trình gặp mặt"),
        ("Hội nghị tổng kết trong 24 giờ", "Hội nghị tổng kết trong 24 giờ"),
    ],
)
def test_a_meeting_is_known_by_its_words_and_named_by_them_alone(text: str, name: str) -> None:
    assert read(text) == Meeting(name)


@pytest.mark.parametrize(
    "text",
    [
        "Chuẩn bị địa điểm, bảo đảm an ninh tại buổi tọa đàm, gặp mặt",
        "Tuyên truyền tại cuộc họp thôn",
        "Tổ chức hợp tác xã",
        "Tham dự hội nghị do Sở Y tế tổ chức",
        "Treo băng rôn",
        "",
    ],
)
def test_other_work_is_no_meeting(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "day", "hour", "place"),
    [
        (
            "Tổ chức hội nghị lúc 8 giờ 00 ngày 24/3/2026 tại hội trường UBND xã, thành phần theo giấy mời",
            dt.date(2026, 3, 24),
            "08 giờ 00",
            "hội trường UBND xã",
        ),
        (
            "Tập huấn sơ cứu; thời gian: từ 7h30, ngày 05 tháng 4 năm 2026; địa điểm: Nhà văn hoá thôn Đông; kinh phí xã cấp",
            dt.date(2026, 4, 5),
            "07 giờ 30",
            "Nhà văn hoá thôn Đông",
        ),
        (
            "Tổ chức lễ phát động vào sáng thứ Hai, ngày 01/6/2026 tại sân Trường Tiểu học",
            dt.date(2026, 6, 1),
            "",
            "sân Trường Tiểu học",
        ),
        ("Tổ chức họp lúc 2 giờ chiều", None, "02 giờ 00 chiều", ""),
    ],
)
def test_day_hour_and_place_are_taken_where_they_are_plainly_told(
    text: str, day: dt.date | None, hour: str, place: str
) -> None:
    found = read(text)
    assert found is not None
    assert (found.day, found.hour, found.place) == (day, hour, place)


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức họp trước 17 giờ ngày 24/3/2026",
        "Tổ chức họp từ ngày 20/3/2026 đến ngày 25/3/2026",
        "Tổ chức họp; gửi báo cáo vào ngày 30/3/2026 tại trụ sở Sở Y tế",
        "Tổ chức họp theo nội dung tại Kế hoạch số 12/KH-UBND vào ngày 31/02/2026",
        "Tổ chức họp lúc 25 giờ 00",
    ],
)
def test_deadlines_spans_and_impossible_times_are_left_open(text: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.day, found.hour, found.place) == (None, "", "")


def test_a_day_without_its_year_is_that_of_the_deadline_read_from_it() -> None:
    on = Deadline("vào ngày 24/3", dt.date(2026, 3, 24), Operator.ON)
    for text, day in (
        ("Tổ chức họp vào ngày 24/3", on.date),
        ("Tổ chức họp; gửi kết quả vào ngày 24/3", None),
    ):
        found = read(text, on)
        assert found is not None
        assert found.day == day


@given(st.text("tổ chức họp ngày lúc tại 0123456789/;.:(h", max_size=80))
def test_any_text_is_read_without_fail(text: str) -> None:
    found = read(text)
    assert found is None or found.name
