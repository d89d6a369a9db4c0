"""Appendix tables of tasks: which column is what, merged cells, group rows."""

import pytest

from desktop.readers.blocks import Block, Text
from desktop.readers.directive import labels, read_blocks, table

HEADER = (
    "STT",
    "Nội dung, nhiệm vụ",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian hoàn thành",
    "Sản phẩm",
)
ROWS = (
    HEADER,
    ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
    ("I", "Công tác tuyên truyền", "", "", "", ""),
    ("1", "Xây dựng chuyên mục", "Phòng Văn hóa - Xã hội", "Các thôn", "Quý II/2026", "Chuyên mục"),
    ("2", "- In tờ rơi", "", "", "Trước 15/6/2026", ""),
    ("3", "Họp giao ban", "Văn phòng HĐND và UBND xã", "nt", "Hằng tháng", "Thông báo"),
    ("", "Tổng cộng", "", "", "", ""),
)


def test_rows_become_tasks_and_groups_do_not() -> None:
    found = list(table.tasks(ROWS))
    assert [task.text for task in found] == ["Xây dựng chuyên mục", "In tờ rơi", "Họp giao ban"]


def test_an_empty_unit_goes_on_with_the_one_above() -> None:
    found = list(table.tasks(ROWS))
    assert found[1].lead == ("Phòng Văn hóa - Xã hội",)
    assert found[1].time == "Trước 15/6/2026"
    assert found[0].product == "Chuyên mục"


def test_a_header_of_two_rows_is_read_as_one() -> None:
    top = ("TT", "Nhiệm vụ", "Phân công", "", "Thời gian")
    below = ("", "", "Chủ trì", "Phối hợp", "")
    found = list(table.tasks((top, below, ("1", "Trồng cây", "Đoàn xã", "Hội Phụ nữ", "Tháng 2/2026"))))
    assert found[0].lead == ("Đoàn xã",)
    assert found[0].coordinating == ("Hội Phụ nữ",)


@pytest.mark.parametrize(
    "rows",
    [
        (("STT", "Họ và tên", "Chức vụ"), ("1", "Lê An", "Trưởng thôn")),
        (("STT", "Nội dung", "Ghi chú"), ("1", "Họp", "")),
        (("a", "b"), ("c", "d")),
    ],
)
def test_a_table_without_tasks_or_units_gives_nothing(rows: tuple[tuple[str, ...], ...]) -> None:
    assert list(table.tasks(rows)) == []


@pytest.mark.parametrize(
    ("cell", "role"),
    [
        ("Đơn vị chủ trì thực hiện", "lead"),
        ("Cơ quan, đơn vị chịu trách nhiệm tham mưu", "lead"),
        ("Đơn vị phối hợp thực hiện (nếu có)", "coordinating"),
        ("Thời hạn xử lý, giải quyết", "time"),
        ("Dự kiến sản phẩm, kết quả", "product"),
        ("Nội dung các nhiệm vụ", "task"),
        ("TT", "number"),
        ("Ghi chú", "other"),
        ("Dân số", None),
        ("", None),
        ("Nội dung " * 12, None),
    ],
)
def test_a_column_is_known_by_its_name(cell: str, role: str | None) -> None:
    assert labels.column(cell) == role


def test_a_table_in_an_appendix_gives_tasks_of_the_document() -> None:
    blocks = (
        Block("KẾ HOẠCH"),
        Block("Phát triển du lịch"),
        Block("I. MỤC TIÊU"),
        Block("Nơi nhận:"),
        Block("- Các thôn."),
        Block("CHỦ TỊCH"),
        Block("PHỤ LỤC"),
        Block("", rows=ROWS),
    )
    reading = read_blocks(Text(blocks))
    assert [task.lead[0] for task in reading.tasks][-1] == "Văn phòng HĐND và UBND xã"
    assert reading.tasks[-1].deadline is not None
    assert reading.tasks[-1].product == "Thông báo"


def test_a_table_of_bars_is_a_table() -> None:
    lines = ["KẾ HOẠCH", "Số hóa hồ sơ", "I. NHIỆM VỤ", "| TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |"]
    lines += [
        "|---|---|---|---|",
        "| 1 | Quét hồ sơ | Văn phòng | Tháng 3/2026 |",
        "| 2 | Nhập dữ liệu | Công an xã |",
    ]
    reading = read_blocks(Text(tuple(Block(line, broken=True) for line in lines)))
    assert [task.lead for task in reading.tasks] == [("Văn phòng",), ("Công an xã",)]
