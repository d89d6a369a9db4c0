"""Rows of unit lists: what is a unit and what is not, the same unit twice, and what its cells hold."""

from pathlib import Path
from typing import Any

import pytest
from reading_here import HEAD, UNITS, names, numbered, read

# --- rows ---------------------------------------------------------------------------------------------------------


def test_groups_numbered_1_2_and_units_1_1_are_told_apart(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        HEAD,
        [1, "Các phòng, ban", None, None],
        ["1.1", "Phòng Kinh tế", "A", None],
        ["1.2", "Công an xã", None, None],
        [2, "Đoàn thể", None, None],
        ["2.1", "Hội Nông dân", None, None],
    )
    assert [(row["name"], row["group"]) for row in answer.rows] == [
        ("Phòng Kinh tế", "Các phòng, ban"),
        ("Công an xã", "Các phòng, ban"),
        ("Hội Nông dân", "Đoàn thể"),
    ]


def test_groups_in_groups_give_the_nearest_one(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        HEAD,
        ["A", "KHỐI CHÍNH QUYỀN", None, None],
        ["I", "Các phòng", None, None],
        [1, "Phòng Kinh tế", None, None],
        ["B", "KHỐI ĐOÀN THỂ", None, None],
        [1, "Hội Nông dân", None, None],
    )
    assert [row["group"] for row in answer.rows] == ["Các phòng", "KHỐI ĐOÀN THỂ"]


def test_units_numbered_with_roman_numerals_are_units(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        HEAD,
        *([n, name, None, None] for n, name in zip(("I", "II", "III", "IV", "V"), UNITS, strict=True)),
    )
    assert names(answer) == UNITS


def test_an_unnumbered_unit_between_numbered_ones_stays_a_unit(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        HEAD,
        [1, "Phòng Kinh tế", "A", None],
        [None, "Trường Mầm non", None, None],
        [2, "Công an xã", None, None],
        [3, "Trạm Y tế", None, None],
    )
    assert names(answer) == ["Phòng Kinh tế", "Trường Mầm non", "Công an xã", "Trạm Y tế"]


def test_a_unit_with_two_contacts_under_a_merged_name_is_one_unit(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        HEAD,
        [1, "Phòng Kinh tế", "Người Một", "0911111111"],
        [None, None, "Người Hai", "0922222222"],
        [2, "Công an xã", "Người Ba", "0933333333"],
        merged=[(1, 0, 2, 0), (1, 1, 2, 1)],
    )
    assert [(row["name"], row["contact"]) for row in answer.rows] == [
        ("Phòng Kinh tế", "Người Một"),
        ("Công an xã", "Người Ba"),
    ]
    assert (3, "B", "second_contact", "Người Hai | 0922222222") in answer.problems


def test_a_contact_merged_over_two_units_is_the_contact_of_both(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        HEAD,
        [1, "Phòng Kinh tế", "Chung", None],
        [2, "Công an xã", None, None],
        merged=[(1, 2, 2, 2)],
    )
    assert [row["contact"] for row in answer.rows] == ["Chung", "Chung"]


def test_a_row_without_a_name_is_pointed_out(tmp_path: Path) -> None:
    answer = read(
        tmp_path, HEAD, *numbered(2), [3, None, "Nguyễn Văn B", "0912345678"], [4, "Trạm Y tế", None, None]
    )
    assert len(answer.rows) == 3
    assert answer.skipped[4] == "no_name"
    assert (4, "B", "no_name", "3 | Nguyễn Văn B | 0912345678") in answer.problems


@pytest.mark.parametrize(
    "text",
    [
        "Tổng cộng",
        "TỔNG CỘNG: 5 đơn vị",
        "Cộng",
        "Cộng (I+II)",
        "Tổng số đơn vị: 05",
        "Ghi chú: tạm tính",
        "* Số di động",
        "Danh sách này có 05 đơn vị./.",
    ],
)
def test_totals_and_remarks_are_no_units(tmp_path: Path, text: str) -> None:
    assert names(read(tmp_path, HEAD, *numbered(), [None, text, None, None])) == UNITS
    assert names(read(tmp_path, HEAD, *numbered(), [text, None, None, None])) == UNITS


@pytest.mark.parametrize(
    "name",
    ["Tổng công ty Điện lực", "Tổng đội Thanh niên xung phong", "Cộng đồng dân cư số 2", "Công an xã Phú"],
)
def test_units_whose_names_begin_like_totals_are_units(tmp_path: Path, name: str) -> None:
    assert names(
        read(tmp_path, ["Tên đơn vị", "Điện thoại"], [name, None], ["Phòng Kinh tế", "0912345678"])
    ) == [name, "Phòng Kinh tế"]


@pytest.mark.parametrize(
    "text",
    [
        "NGƯỜI LẬP BIỂU",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "Chủ tịch",
        "Nơi nhận:",
        "Quảng Ngãi, ngày   tháng 3 năm 2026",
        "(Ký, ghi rõ họ tên)",
    ],
)
@pytest.mark.parametrize("column", [0, 1, 3])
def test_the_block_under_the_table_ends_it(tmp_path: Path, text: str, column: int) -> None:
    block: list[list[Any]] = [[None] * 4 for _ in range(4)]
    block[1][column], block[3][column] = text, "Nguyễn Văn A"
    answer = read(tmp_path, HEAD, *numbered(), *block)
    assert names(answer) == UNITS
    assert answer.skipped[8] == "after_table"


def test_cells_that_say_the_same_as_above_get_its_text(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        ["Đơn vị", "Nhóm", "Chức vụ"],
        ["Phòng A", "Khối 1", "Trưởng phòng"],
        ["Phòng B", '"', "nt"],
        ["Phòng C", '"', '"'],
    )
    assert [(row["group"], row["position"]) for row in answer.rows] == [("Khối 1", "Trưởng phòng")] * 3


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("1. Phòng Kinh tế", "Phòng Kinh tế"),
        ("- Phòng A - B", "Phòng A - B"),
        ("Công an xã (*)", "Công an xã"),
        ("Trường TH Số 1", "Trường TH Số 1"),
    ],
)
def test_numbers_dashes_and_footnote_marks_are_no_part_of_a_name(
    tmp_path: Path, typed: str, name: str
) -> None:
    assert names(read(tmp_path, ["Tên đơn vị", "Email"], [typed, "a@x.vn"])) == [name]


# --- doubles ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND xã Tân Hương", "Uỷ ban nhân dân xã Tân Hương", True),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hoá và Xã hội", True),
        ("Trường Tiểu học Số 1", "Trường Tiểu học số 1", True),
        ("Trường Tiểu học Số 1", "Trường Tiểu học Số 2", False),
        ("UBND xã Tân Thạnh", "UBND xã Tân Thành", False),
        ("Thôn Hạ", "Thon Ha", True),
    ],
)
def test_a_unit_spelt_otherwise_is_the_same_unit_and_one_with_other_marks_is_not(
    tmp_path: Path, one: str, other: str, same: bool
) -> None:
    answer = read(
        tmp_path, HEAD, [1, one, None, None], [2, "Phòng Kinh tế", None, None], [3, other, None, None]
    )
    assert [row["duplicate_of"] for row in answer.rows] == [None, None, 2 if same else None]
    assert ((4, "B", "duplicate", other) in answer.problems) is same


def test_three_namesakes_with_other_marks_are_three_and_the_fourth_is_found_among_them(
    tmp_path: Path,
) -> None:
    answer = read(tmp_path, ["Tên đơn vị"], ["Thôn Hạ"], ["Thôn Hà"], ["Thôn Há"], ["Thôn Hà"])
    assert [row["duplicate_of"] for row in answer.rows] == [None, None, None, 3]


def test_other_codes_or_other_parents_make_other_units(tmp_path: Path) -> None:
    head = ["Mã", "Tên đơn vị", "Đơn vị cấp trên"]
    answer = read(
        tmp_path,
        head,
        ["1", "Thôn 1", "UBND xã A"],
        ["2", "Thôn 1", "UBND xã A"],
        ["3", "Thôn 1", "UBND xã B"],
        ["3", "Thôn 9", "UBND xã B"],
    )
    assert [row["duplicate_of"] for row in answer.rows] == [None] * 4
    assert (5, "A", "code_repeated", "3") in answer.problems


# --- cells --------------------------------------------------------------------------------------------------------


def test_telephones_get_their_lost_zero_back_and_it_is_said(tmp_path: Path) -> None:
    answer = read(tmp_path, HEAD, [1, "Phòng Kinh tế", None, 912345678], [2, "Công an xã", None, "chưa có"])
    assert [row["phone"] for row in answer.rows] == ["0912345678", None]
    assert (0, "D", "phones_restored", "1") in answer.problems
    assert (3, "D", "phone_invalid", "chưa có") in answer.problems


def test_an_address_of_mail_that_is_none_is_kept_and_pointed_out(tmp_path: Path) -> None:
    answer = read(tmp_path, ["Tên đơn vị", "Email"], ["Phòng Kinh tế", "vp@xa"])
    assert answer.rows[0]["email"] == "vp@xa"
    assert (2, "B", "email_invalid", "vp@xa") in answer.problems


def test_single_cells_in_another_encoding_are_read_or_pointed_out(tmp_path: Path) -> None:
    cells = [
        [i, text, None, None]
        for i, text in enumerate(["Phòng Kinh tế", "V¨n phßng H§ND x·", "Ph?ng Y t?", "PhÃ²ng Y táº¿"], 1)
    ]
    answer = read(tmp_path, HEAD, *cells)
    assert names(answer)[1] == "Văn phòng HĐND xã"
    assert (3, "B", "legacy_text", "V¨n phßng H§ND x·") in answer.problems
    assert [problem[0] for problem in answer.problems if problem[2] == "text_garbled"] == [4, 5]


def test_invisible_characters_are_dropped_counted_and_said(tmp_path: Path) -> None:
    answer = read(
        tmp_path, HEAD, [1, "Phòng\u200b Kinh\u202e tế", None, None], [2, "Công an xã", "#REF!", None]
    )
    assert names(answer)[0] == "Phòng Kinh tế"
    assert answer.rows[1]["contact"] is None
    assert {("control_characters", "2"), ("cell_error", "1")} <= {problem[2:] for problem in answer.problems}


def test_more_problems_than_anybody_reads_are_cut_and_that_is_said(tmp_path: Path) -> None:
    answer = read(tmp_path, ["Tên đơn vị", "Email"], *([f"Thôn {i}", "?"] for i in range(1100)))
    assert len(answer.problems) == 1001
    assert answer.problems[-1][2] == "more_problems"


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("Họ tên, chức vụ", "Nguyễn Văn A, Chủ tịch", ("Nguyễn Văn A", "Chủ tịch", None, None)),
        ("Họ và tên - Chức vụ", "Nguyễn Văn A - Phó Chủ tịch", ("Nguyễn Văn A", "Phó Chủ tịch", None, None)),
        ("Họ tên/Chức vụ", "Nguyễn Văn A", ("Nguyễn Văn A", None, None, None)),
        (
            "Họ tên, chức vụ, SĐT",
            "Trần B (Trưởng phòng), ĐT: 0912.345.678",
            ("Trần B", "Trưởng phòng", "0912345678", None),
        ),
        (
            "Người đầu mối, điện thoại, email",
            "Lê C; 0912345678; c@x.vn",
            ("Lê C", None, "0912345678", "c@x.vn"),
        ),
        ("Điện thoại/Email", "0912345678 dv01@x.vn", (None, None, "0912345678", "dv01@x.vn")),
    ],
)
def test_a_column_whose_header_names_several_things_is_taken_apart(
    tmp_path: Path, header: str, cell: str, expected: tuple[str | None, ...]
) -> None:
    row = read(tmp_path, ["Tên đơn vị", header], ["Phòng Kinh tế", cell]).rows[0]
    assert (row["contact"], row["position"], row["phone"], row["email"]) == expected


def test_a_header_that_names_units_first_is_of_units(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        ["STT", "Tên đơn vị, địa chỉ", "Chức vụ, đơn vị công tác"],
        [1, "Phòng Kinh tế", "Trưởng phòng"],
    )
    assert answer.head["columns"] == {"name": "B", "position": "C"}
