"""Words of deadlines become dates, or stay words."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.deadline_words import find_deadlines, parse_deadline

WRITTEN = dt.date(2025, 11, 20)


def read(text, written_on=WRITTEN):
    """(words, date, operator, recurrence) of each deadline."""
    return [
        (d.text, d.date and d.date.isoformat(), d.operator and d.operator.value, d.recurrence)
        for d in (found.deadline for found in find_deadlines(text, written_on))
    ]


@pytest.mark.parametrize(
    ("text", "words", "date", "operator"),
    [
        (
            "báo cáo kết quả về UBND huyện trước ngày 14/4/2026 để tổng hợp",
            "trước ngày 14/4/2026",
            "2026-04-14",
            "before",
        ),
        ("(thời gian hoàn thành chậm nhất ngày 25/3/2026).", "chậm nhất ngày 25/3/2026", "2026-03-25", "by"),
        ("gửi về Sở chậm nhất là ngày 25/3/2026", "chậm nhất là ngày 25/3/2026", "2026-03-25", "by"),
        ("Gửi báo cáo muộn nhất ngày 05-12-2025.", "muộn nhất ngày 05-12-2025", "2025-12-05", "by"),
        ("nộp hồ sơ không quá ngày 5.12.2025", "không quá ngày 5.12.2025", "2025-12-05", "by"),
        (
            "thực hiện hoàn thành xong trước ngày 05 tháng 12\nnăm 2025.",
            "trước ngày 05 tháng 12 năm 2025",
            "2025-12-05",
            "before",
        ),
        (
            "Hoàn thành chậm nhất trước ngày 31/12/2025.",
            "chậm nhất trước ngày 31/12/2025",
            "2025-12-31",
            "before",
        ),
        ("Từ ngày ban hành Kế hoạch đến hết ngày 25/3/2026.", "đến hết ngày 25/3/2026", "2026-03-25", "by"),
        ("Từ nay đến ngày 25/12/2025, các đơn vị rà soát", "đến ngày 25/12/2025", "2025-12-25", "by"),
        ("Thời gian hoàn thành trong tháng 12 năm 2025.", "trong tháng 12 năm 2025", "2025-12-31", "within"),
        ("theo quy định. Hoàn\nthành trong năm 2025.", "Hoàn thành trong năm 2025", "2025-12-31", "within"),
        ("hoàn thành công tác rà soát trong quý IV/2025", "trong quý IV/2025", "2025-12-31", "within"),
        ("Tổ chức hội nghị tập huấn trong tháng 12/2025.", "trong tháng 12/2025", "2025-12-31", "within"),
        ("Thời gian hoàn thành: Quý I năm 2026.", "Quý I năm 2026", "2026-03-31", "within"),
        ("Thời gian thực hiện: Tháng 12/2025;", "Tháng 12/2025", "2025-12-31", "within"),
        ("Thời hạn hoàn thành: 15/12/2025", "15/12/2025", "2025-12-15", "by"),
        (
            "Từ ngày 05/12/2025 đến ngày 20/02/2026:",
            "Từ ngày 05/12/2025 đến ngày 20/02/2026",
            "2026-02-20",
            "range",
        ),
        (
            "từ ngày 17 đến ngày 20 tháng 12 năm 2025 tỉnh",
            "từ ngày 17 đến ngày 20 tháng 12 năm 2025",
            "2025-12-20",
            "range",
        ),
        (
            "báo cáo về Phòng trước 16 giờ 00 ngày 05/12/2025.",
            "trước 16 giờ 00 ngày 05/12/2025",
            "2025-12-05",
            "before",
        ),
        ("gửi trước 17h00, ngày 5/12 để tổng hợp", "trước 17h00, ngày 5/12", "2025-12-05", "before"),
        ("gửi trước ngày 28/3 để tổng hợp", "trước ngày 28/3", "2026-03-28", "before"),
        ("nộp trước ngày 5/3/26.", "trước ngày 5/3/26", "2026-03-05", "before"),
        ("trước\u00a0ngày\u00a014/4/2026", "trước ngày 14/4/2026", "2026-04-14", "before"),
        ("trước thứ Sáu, ngày 05/12/2025", "trước thứ Sáu, ngày 05/12/2025", "2025-12-05", "before"),
        ("Báo cáo kết quả về Sở vào ngày 25/11/2025.", "vào ngày 25/11/2025", "2025-11-25", "on"),
        ("hoàn thành tháng 12/2025", "hoàn thành tháng 12/2025", "2025-12-31", "within"),
        ("hoàn thành trong ngày 05/12/2025", "trong ngày 05/12/2025", "2025-12-05", "on"),
        ("hoàn thành trước ngày 20/12", "trước ngày 20/12", "2025-12-20", "before"),
        ("Trong tháng 12/2025, tham mưu ban hành kế hoạch", "Trong tháng 12/2025", "2025-12-31", "within"),
        ("Hoàn thành 6 tháng đầu năm 2026", "Hoàn thành 6 tháng đầu năm 2026", "2026-06-30", "within"),
        ("HOÀN THÀNH TRƯỚC NGÀY 15/12/2025", "TRƯỚC NGÀY 15/12/2025", "2025-12-15", "before"),
        ("nộp trước 15/12 để tổng hợp", "trước 15/12", "2025-12-15", "before"),
        ("bao cao truoc ngay 15/12/2025", "truoc ngay 15/12/2025", "2025-12-15", "before"),
    ],
)
def test_a_deadline_in_running_text_is_read(text, words, date, operator):
    assert read(text) == [(words, date, operator, None)]


@pytest.mark.parametrize(
    ("text", "words", "operator", "recurrence"),
    [
        ("lên phần mềm trước ngày 20 hằng tháng tại", "trước ngày 20 hằng tháng", "before", "monthly:20"),
        ("gửi báo cáo trước 15 hàng tháng", "trước 15 hàng tháng", "before", "monthly:15"),
        ("báo cáo trước ngày 15/12 hằng năm", "trước ngày 15/12 hằng năm", "before", "yearly:12-15"),
        (
            "báo cáo chậm nhất ngày 01/6 và 15/11 hằng năm",
            "chậm nhất ngày 01/6 và 15/11 hằng năm",
            "by",
            "yearly:06-01,11-15",
        ),
        ("báo cáo nhanh hàng ngày trong thời gian lũ", "hàng ngày", None, "daily"),
        ("Định kỳ hằng quý, báo cáo kết quả về Sở", "Định kỳ hằng quý", None, "quarterly"),
        ("Hằng tháng tổng hợp, báo cáo UBND tỉnh", "Hằng tháng", None, "monthly"),
        ("báo cáo định kỳ 6 tháng, năm về Sở", "định kỳ 6 tháng, năm", None, "half-yearly"),
        ("gửi báo cáo vào thứ Sáu hằng tuần", "vào thứ Sáu hằng tuần", "on", "weekly:5"),
        (
            "gửi báo cáo trước ngày 15 của tháng cuối quý",
            "trước ngày 15 của tháng cuối quý",
            "before",
            "quarterly:15",
        ),
        (
            "báo cáo hằng quý (trước ngày 20 tháng cuối quý)",
            "trước ngày 20 tháng cuối quý",
            "before",
            "quarterly:20",
        ),
        ("báo cáo trước 16h00 hằng ngày", "trước 16h00 hằng ngày", "before", "daily"),
        (
            "Định kỳ hằng tháng (trước ngày 20) báo cáo",
            "Định kỳ hằng tháng (trước ngày 20",
            "before",
            "monthly:20",
        ),
        ("Hằng năm, trước ngày 15/12, gửi báo cáo", "Hằng năm, trước ngày 15/12", "before", "yearly:12-15"),
        (
            "gửi báo cáo trong quý II và quý IV hằng năm",
            "trong quý II và quý IV hằng năm",
            "within",
            "yearly:06-30,12-31",
        ),
        ("Báo cáo năm gửi trong tháng 12 hằng năm", "trong tháng 12 hằng năm", "within", "yearly:12-31"),
        ("định kỳ hằng năm tổng hợp, báo cáo", "định kỳ hằng năm", None, "yearly"),
    ],
)
def test_a_deadline_that_comes_again_is_read(text, words, operator, recurrence):
    assert read(text) == [(words, None, operator, recurrence)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Quyết định số 112/QĐ-TTg ngày 22/01/2021 của Thủ tướng Chính phủ",
        "tại Công văn số 15972/SXD-QLN ngày 14 tháng 12 năm 2025 và Nghị định số 30/2020/NĐ-CP",
        "Chương trình phát triển công tác xã hội giai đoạn 2021 - 2030",
        "Chiến lược dữ liệu quốc gia đến năm 2030",
        "phấn đấu đến hết năm 2026 đạt 80%",
        "bầu cử đại biểu nhiệm kỳ 2026 - 2031",
        "kỷ niệm Ngày Công tác xã hội Việt Nam 25/3/2026",
        "lấy ngày 25/3 hằng năm là Ngày Công tác xã hội",
        "báo cáo kết quả thực hiện kế hoạch năm 2025",
        "Từ ngày 15/3/2026 đến ngày bầu cử",
        "tính đến hết ngày 30/11/2025 toàn xã có 12 hộ",
        "số liệu từ ngày 15/12/2024 đến ngày 14/12/2025",
        "đã báo cáo trước ngày 10/11/2025",
        "từ ngày 17 đến ngày 19 tháng 11 năm 2025 có mưa lớn",
        "kinh phí được giao trong năm 2025",
        "hoàn thành các chỉ tiêu được giao trong năm 2025",
        "Trong tháng 12 năm 2025, trên địa bàn xảy ra 3 vụ việc",
        "chi trả trợ cấp xã hội hằng tháng cho đối tượng",
        "sinh hoạt hằng ngày của người dân",
        "kế hoạch đầu tư công hằng năm",
        "mỗi tháng 12 buổi, lần thứ 8 năm 2025",
        "tổ chức Lễ phát động vào ngày 25/3/2026",
        "Thời gian: 08 giờ 00, ngày 25/3/2026",
        "Luật có hiệu lực trước ngày 01/01/2026",
        "hoàn thành trước năm 2030",
        "kịp thời phản ánh về Sở, khẩn trương thực hiện ngay",
        "trong thời gian lũ lụt, trong mấy ngày qua",
        "đơn vị đã hoàn thành trong tháng 12/2025",
        "Kế hoạch có hiệu lực từ ngày 01/01/2026 đến hết ngày 31/12/2026",
        "không quá 1/3 số thành viên, trong 6 tháng 12 hộ",
        "hoàn thành trước ngày 10/3 âm lịch",
        "Thời gian: ngày 25/3/2026; địa điểm: Hội trường UBND xã",
        "giấy phép có giá trị đến hết ngày 31/12/2026",
    ],
)
def test_what_is_no_deadline_is_left_alone(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thực hiện thường\nxuyên .", "Thực hiện thường xuyên"),
        ("Thời gian thực hiện: Thường xuyên.", "Thường xuyên"),
        (
            "báo cáo chậm nhất 05 ngày làm việc kể từ ngày nhận được văn bản này.",
            "chậm nhất 05 ngày làm việc kể từ ngày nhận được văn bản này",
        ),
        ("sau 05 ngày làm việc kể từ ngày nhận, báo cáo", "sau 05 ngày làm việc kể từ ngày nhận"),
        ("Trong 05 ngày kể từ ngày nhận văn bản, gửi", "Trong 05 ngày kể từ ngày nhận văn bản"),
        ("hoàn thành trước mùng 1 Tết", "trước mùng 1 Tết"),
        ("Hoàn thành trong năm 2025 và các năm tiếp theo", "trong năm 2025 và các năm tiếp theo"),
        ("hoàn thành trước ngày 31/11/2025", "trước ngày 31/11/2025"),
        (
            "từ ngày 01/12/2025 đến ngày 31/12/2025 và các năm tiếp theo",
            "từ ngày 01/12/2025 đến ngày 31/12/2025 và các năm tiếp theo",
        ),
        ("từ ngày 30 đến ngày 20 tháng 12 năm 2025", "từ ngày 30 đến ngày 20 tháng 12 năm 2025"),
    ],
)
def test_words_without_a_certain_day_are_kept_without_date(text, words):
    assert read(text) == [(words, None, None, None)]


def test_a_missing_year_needs_the_day_of_the_document():
    assert read("gửi trước ngày 28/3", None) == [("trước ngày 28/3", None, None, None)]


@pytest.mark.parametrize(
    ("cell", "date", "operator", "recurrence"),
    [
        ("Tháng 12/2025", "2025-12-31", "within", None),
        ("Tháng 11, 12/2025", "2025-12-31", "within", None),
        ("T12/2025", "2025-12-31", "within", None),
        ("Quý IV-2025", "2025-12-31", "within", None),
        ("Quý 1", "2026-03-31", "within", None),
        ("Năm 2026", "2026-12-31", "within", None),
        ("6 tháng đầu năm", "2026-06-30", "within", None),
        ("Cuối tháng 12/2025", "2025-12-31", "within", None),
        ("15/12/2025", "2025-12-15", "on", None),
        ("2025-12-15 00:00:00", "2025-12-15", "on", None),
        ("Vào tháng 12/2025", "2025-12-31", "within", None),
        ("16 giờ 00 ngày 15/12/2025", "2025-12-15", "on", None),
        ("Đến 15/12/2025", "2025-12-15", "by", None),
        ("Đến hết tháng 12/2025", "2025-12-31", "by", None),
        ("Trước 15 hằng tháng", None, "before", "monthly:15"),
        ("Ngày 25 hằng tháng", None, "on", "monthly:25"),
        ("15/12 hằng năm", None, "on", "yearly:12-15"),
        ("01/6 và 15/11 hằng năm", None, "on", "yearly:06-01,11-15"),
        ("Tháng 12 hằng năm", None, "within", "yearly:12-31"),
        ("Đến hết quý II hằng năm", None, "by", "yearly:06-30"),
        ("Hằng năm", None, None, "yearly"),
        ("Thường xuyên, hàng ngày", None, None, "daily"),
        ("Định kỳ 6 tháng, năm", None, None, "half-yearly"),
        ("Định kỳ hằng quý, trước ngày 15 tháng cuối quý", None, "before", "quarterly:15"),
        ("Thứ Sáu hằng tuần", None, "on", "weekly:5"),
        ("Trong thứ 6 hằng tuần", None, "on", "weekly:5"),
        ("15/11 - 15/12/2025", "2025-12-15", "range", None),
        ("Từ tháng 11 đến tháng 12/2025", "2025-12-31", "range", None),
        ("15/12 - 15/01/2026", "2026-01-15", "range", None),
        ("Thường xuyên; báo cáo trước ngày 15/12/2025", "2025-12-15", "before", None),
        ("Trước ngày 28/3", "2026-03-28", "before", None),
        ("Dự kiến hoàn thành ngày 30/11/2025", "2025-11-30", "on", None),
    ],
)
def test_a_cell_is_read_and_its_words_kept(cell, date, operator, recurrence):
    deadline = parse_deadline(cell, WRITTEN)
    assert deadline.text == cell
    assert (deadline.date and deadline.date.isoformat()) == date
    assert (deadline.operator and deadline.operator.value, deadline.recurrence) == (operator, recurrence)


@pytest.mark.parametrize(
    "cell",
    [
        "", "Thường xuyên", "Theo tiến độ", "Theo lộ trình", "Ngay", "Khẩn trương", "Năm học 2025 - 2026", "Trong dịp hè",
        "Trước mùng 1 Tết", "Sau 05 ngày làm việc kể từ ngày nhận", "Tuần 2 tháng 12", "Đầu tháng 12/2025", "Đến năm 2030",
        "Giai đoạn 2026 - 2030", "Năm 2025 và các năm tiếp theo", "Từ 01/01/2026 trở đi", "Từ tháng 12/2025", "31/11/2025",
        "Theo Quyết định số 12/QĐ-UBND ngày 15/12/2025", "Trước tháng 12/2025", "Trước quý I hằng năm", "Trước ngày 32 hằng tháng",
        "Đợt 1: trước 15/11/2025; đợt 2: trước 15/12/2025", "13/2025", "31/02 hằng năm",
        "Trước ngày 15/6 và ngày 15/12",  "Từ 31/02/2026 đến 30/02/2026",
    ],
)  # fmt: skip
def test_a_cell_without_a_certain_day_keeps_its_words_only(cell):
    assert parse_deadline(cell, WRITTEN) == Deadline(cell)


def test_ranges_know_their_first_day():
    assert parse_deadline("Từ ngày 05/12/2025 đến ngày 20/02/2026", WRITTEN).start == dt.date(2025, 12, 5)
    assert parse_deadline("15/12 - 15/01/2026", WRITTEN).start == dt.date(2025, 12, 15)
    found = find_deadlines("từ ngày 17 đến ngày 20 tháng 12 năm 2025", WRITTEN)[0].deadline
    assert (found.start, found.date) == (dt.date(2025, 12, 17), dt.date(2025, 12, 20))


def test_several_deadlines_come_in_order_with_their_places():
    text = "rà soát trước ngày 01/12/2025; gửi báo cáo chậm nhất ngày 05/12/2025 và trước ngày 20 hằng tháng"
    found = find_deadlines(text, WRITTEN)
    assert [text[one.start : one.end] for one in found] == [
        "trước ngày 01/12/2025",
        "chậm nhất ngày 05/12/2025",
        "trước ngày 20 hằng tháng",
    ]


def test_listed_days_share_their_operator_and_year():
    assert read("gửi báo cáo trước ngày 15/6 và 15/12/2026; ngày 20/6/2026, 21/6/2026") == [
        ("trước ngày 15/6", "2026-06-15", "before", None),
        ("15/12/2026", "2026-12-15", "before", None),
    ]


def test_letters_whose_lower_case_is_longer_do_not_shift_places():
    text = "İ trước ngày 01/12/2025"
    assert [text[one.start : one.end] for one in find_deadlines(text, WRITTEN)] == ["trước ngày 01/12/2025"]


days = st.dates(dt.date(2025, 11, 20), dt.date(2049, 12, 31))


@given(
    days,
    st.sampled_from(
        [
            "{:%d/%m/%Y}",
            "{0.day}/{0.month}/{0.year}",
            "ngày {0.day} tháng {0.month} năm {0.year}",
            "{:%d-%m-%Y}",
        ]
    ),
)
def test_every_printed_day_is_read(day, form):
    assert parse_deadline(form.format(day), WRITTEN).date == day
    assert parse_deadline("trước " + form.format(day), WRITTEN) == Deadline(
        "trước " + form.format(day), day, Operator.BEFORE
    )


pieces = st.lists(
    st.sampled_from(
        [
            *(
                "trước",
                "ngày",
                "tháng",
                "năm",
                "quý",
                "hằng",
                "từ",
                "đến",
                "hết",
                "chậm nhất",
                "hoàn thành",
                "báo cáo",
                "trong",
            ),
            *(
                "định kỳ",
                "thứ Sáu",
                "tuần",
                "thời gian",
                "trở đi",
                "và",
                "15",
                "12/2025",
                "31/12/2025",
                "2026",
                "IV",
                "6",
            ),
            *(".", ",", ":", "/", "-", "0", "99"),
        ]
    ),
    max_size=14,
).map(" ".join)


@given(pieces, st.none() | st.just(WRITTEN))
def test_nothing_is_invented_and_nothing_overlaps(text, written_on):
    found = find_deadlines(text, written_on)
    for one, following in itertools.pairwise(found):
        assert one.end <= following.start
    for one in found:
        assert one.deadline.text == " ".join(text[one.start : one.end].split())
        assert one.deadline.date is None or one.deadline.operator is not None
    assert parse_deadline(text, written_on).text == " ".join(text.split())
