"""Unit lists: which sheet, which rows, which columns, and what of a cell; each rule by a small list of its own."""

import json
from pathlib import Path
from typing import Any

import list_files
import pytest
from reading_here import HEAD, UNITS, names, numbered, read, read_here, sheet_of

from desktop import errors
from desktop.progress import Cancelled
from desktop.readers import unit_list


@pytest.mark.parametrize("sample", ["don-vi-co-tieu-de.xlsx", "don-vi-don-gian.xlsx", "don-vi-tcvn3.xls"])
def test_the_samples_come_out_exactly(shared: Path, sample: str) -> None:
    path = shared / "samples/units" / sample
    truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
    draft = unit_list.read(path)
    found = [
        {field: getattr(row, field) for field in want}
        for row, want in zip(draft.rows, truth["rows"], strict=True)
    ]
    assert found == truth["rows"]
    assert sum(row.duplicate_of is not None for row in draft.rows) == truth["duplicates"]


def test_units_come_in_chunks_while_the_file_is_read(tmp_path: Path) -> None:
    path = list_files.xlsx(
        tmp_path / "a.xlsx", sheet_of(HEAD, *([i, f"Thôn {i}", None, None] for i in range(1, 4502)))
    )
    told: list[str] = []
    with unit_list.stream(path, progress=Told(told)) as units:
        assert (units.head.sheet, units.head.header_row, units.head.columns["name"]) == ("Danh sách", 1, "B")
        sizes = [len(chunk) for chunk in units]
    assert sum(sizes) == 4501
    assert len(sizes) == 3
    assert told[0] == "opening"


class Told:
    """A progress that keeps what it is told, and stops at the word `stop`."""

    def __init__(self, told: list[str], stop: str = "") -> None:
        self.told, self.stop = told, stop

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        self.told.append(what)
        if what == self.stop:
            raise Cancelled


def test_reading_can_be_stopped_by_the_person(tmp_path: Path) -> None:
    path = list_files.xlsx(tmp_path / "a.xlsx", sheet_of(HEAD, *numbered()))
    with pytest.raises(Cancelled):
        unit_list.read(path, progress=Told([], stop="reading"))


def test_a_stream_that_is_closed_early_ends_its_worker(tmp_path: Path) -> None:
    path = list_files.xlsx(tmp_path / "a.xlsx", sheet_of(HEAD, *numbered()))
    units = unit_list.stream(path)
    units.close()
    assert list(units) == []


def test_what_is_wrong_with_a_file_comes_through_from_the_worker(tmp_path: Path) -> None:
    people = list_files.xlsx(
        tmp_path / "a.xlsx", sheet_of(["Họ tên", "Ngày sinh"], ["Nguyễn Văn A", "1/2/1980"])
    )
    with pytest.raises(errors.NoUnitNames) as caught:
        unit_list.read(people)
    assert caught.value.sheets == ("Danh sách",)


@pytest.mark.parametrize("mapping", [{"nothing": "B"}, {"name": "ZZ"}, {"name": "Không có cột này"}])
def test_a_mapping_to_what_is_not_there_is_a_bad_value(tmp_path: Path, mapping: dict[str, str]) -> None:
    path = list_files.xlsx(tmp_path / "a.xlsx", sheet_of(HEAD, *numbered()))
    with pytest.raises(errors.BadValue):
        unit_list.read(path, mapping=mapping)


@pytest.mark.parametrize(
    ("said", "column"), [("C", "C"), ("c", "C"), ("Người đầu mối", "C"), ("nguoi dau moi", "C")]
)
def test_a_column_named_by_the_person_is_taken(tmp_path: Path, said: str, column: str) -> None:
    answer = read(tmp_path, HEAD, *numbered(), mapping={"note": said})
    assert answer.head["columns"]["note"] == column
    assert answer.rows[0]["note"] == "Nguyễn Văn V"


def test_a_column_of_names_given_by_the_person_needs_no_header(tmp_path: Path) -> None:
    answer = read(tmp_path, ["a1", "Tổ 1"], ["a2", "Tổ 2"], mapping={"name": "B"})
    assert names(answer) == ["Tổ 1", "Tổ 2"]
    assert answer.head["header_row"] == 0


# --- which sheet --------------------------------------------------------------------------------------------------


def test_the_visible_sheet_that_tells_most_of_units_is_read_and_hidden_ones_are_named(tmp_path: Path) -> None:
    guide = sheet_of(["Hướng dẫn"], ["Điền đủ các cột"], title="Hướng dẫn")
    kinds = sheet_of(["Đơn vị"], ["Phòng"], ["Trường"], title="Danh mục")
    old = sheet_of([*HEAD, "Email", "Ghi chú"], [1, "Phòng cũ", "A", None, "a@b.vn", None], title="2024")
    units = sheet_of(HEAD, *numbered(), title="Danh bạ")
    path = list_files.xlsx(tmp_path / "a.xlsx", guide, kinds, old, units, hidden=("2024",))
    answer = read_here(path)
    assert answer.head["sheet"] == "Danh bạ"
    assert names(answer) == UNITS
    assert (0, None, "hidden_sheet", "2024") in answer.problems


def test_a_sheet_asked_for_is_read_also_when_it_is_hidden_or_spelt_otherwise(tmp_path: Path) -> None:
    old = sheet_of(HEAD, [1, "Phòng cũ", None, None], title="Năm 2024")
    path = list_files.xlsx(tmp_path / "a.xlsx", sheet_of(HEAD, *numbered()), old, hidden=("Năm 2024",))
    assert names(read_here(path, sheet="nam 2024")) == ["Phòng cũ"]


def test_a_sheet_that_is_not_there_is_said_with_those_that_are(tmp_path: Path) -> None:
    path = list_files.xlsx(tmp_path / "a.xlsx", sheet_of(HEAD, *numbered()))
    with pytest.raises(errors.NoSuchSheet) as caught:
        read_here(path, sheet="Trang 9")
    assert caught.value.sheets == ("Danh sách",)


def test_of_two_sheets_alike_the_one_called_a_list_is_read(tmp_path: Path) -> None:
    one = sheet_of(HEAD, *numbered(2), title="Tổng hợp")
    two = sheet_of(HEAD, *numbered(3), title="Danh sách đơn vị")
    assert read_here(list_files.xlsx(tmp_path / "a.xlsx", one, two)).head["sheet"] == "Danh sách đơn vị"


def test_hidden_rows_are_read_and_pointed_out(tmp_path: Path) -> None:
    path = list_files.xlsx(tmp_path / "a.xlsx", sheet_of(HEAD, *numbered(), hidden={2}))
    answer = read_here(path)
    assert names(answer) == UNITS
    assert (3, None, "hidden_row", None) in answer.problems


def test_a_sheet_without_cells_or_with_a_header_only_has_nothing_inside(tmp_path: Path) -> None:
    for cells in ([[]], [HEAD]):
        with pytest.raises(errors.NothingInside):
            read(tmp_path, *cells)


def test_a_list_without_header_is_guessed_only_when_its_names_are_certain(tmp_path: Path) -> None:
    certain = [
        [1, "Phòng Kinh tế", "a@x.vn", "0912345678"],
        [2, "Công an xã", "b@x.vn", "0912345679"],
        [3, "UBND xã A", "c@x.vn", "0912345670"],
    ]
    answer = read(tmp_path, *certain)
    assert names(answer) == ["Phòng Kinh tế", "Công an xã", "UBND xã A"]
    assert [row["email"] for row in answer.rows] == ["a@x.vn", "b@x.vn", "c@x.vn"]
    assert answer.rows[2]["phone"] == "0912345670"
    for doubtful in ([["Phòng Kinh tế", "Phòng 1"]] * 3, [["Anh Ba"], ["Chị Tư"], ["Ông Năm"]]):
        with pytest.raises(errors.NoUnitNames):
            read(tmp_path, *doubtful)


# --- the header ---------------------------------------------------------------------------------------------------


def test_a_header_of_three_rows_with_merged_cells_is_one_header(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        ["STT", "Đơn vị", None, "Cán bộ đầu mối", None, None],
        [None, "Tên đầy đủ", "Viết tắt", "Họ và tên", "Liên lạc", None],
        [None, None, None, None, "Điện thoại", "Email"],
        [1, "Phòng Kinh tế", "P.KT", "Nguyễn Văn A", 912345678, "a@x.vn"],
        merged=[
            (0, 0, 2, 0),
            (0, 1, 0, 2),
            (1, 1, 2, 1),
            (1, 2, 2, 2),
            (0, 3, 0, 5),
            (1, 3, 2, 3),
            (1, 4, 1, 5),
        ],
    )
    row = answer.rows[0]
    assert (row["name"], row["abbreviation"], row["contact"]) == ("Phòng Kinh tế", "P.KT", "Nguyễn Văn A")
    assert (row["phone"], row["email"]) == ("0912345678", "a@x.vn")


def test_the_telephone_beside_the_contact_is_the_one_of_the_contact(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        ["TT", "Cơ quan", "Thủ trưởng", None, "Cán bộ đầu mối", None],
        [None, None, "Họ tên", "Điện thoại", "Họ tên", "Điện thoại"],
        [1, "Phòng Kinh tế", "Ông Một", "0911111111", "Bà Hai", "0922222222"],
        merged=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5)],
    )
    assert (answer.rows[0]["contact"], answer.rows[0]["phone"]) == ("Bà Hai", "0922222222")


def test_under_telephone_the_words_office_and_mobile_are_no_units(tmp_path: Path) -> None:
    answer = read(
        tmp_path,
        ["TT", "Đơn vị", "Số điện thoại", None],
        [None, None, "Cơ quan", "Di động"],
        [1, "Phòng Kinh tế", "02553822123", "0922222222"],
    )
    assert answer.head["columns"]["name"] == "B"
    assert answer.rows[0]["phone"] == "0922222222"


def test_the_header_is_found_far_down_and_to_the_right(tmp_path: Path) -> None:
    empty: list[Any] = [None] * 7
    rows = [[None, None, None, *row] for row in (HEAD, *numbered())]
    answer = read(tmp_path, *[empty] * 20, *rows)
    assert answer.head["header_row"] == 21
    assert answer.head["columns"]["name"] == "E"
    assert names(answer) == UNITS


def test_a_list_of_names_alone_is_read(tmp_path: Path) -> None:
    answer = read(tmp_path, ["DANH SÁCH CÁC ĐƠN VỊ"], [None], ["Tên đơn vị"], *([name] for name in UNITS))
    assert names(answer) == UNITS


@pytest.mark.parametrize(
    "numbers", [["(1)", "(2)", "(3)", "(4)"], [1, 2, 3, 4], ["A", "B", "1", "2"], ["a", "b", "c", "d"]]
)
def test_a_row_of_column_numbers_is_no_unit(tmp_path: Path, numbers: list[Any]) -> None:
    answer = read(tmp_path, HEAD, numbers, *numbered())
    assert names(answer) == UNITS
    assert answer.skipped[2] == "column_numbers"


def test_a_header_repeated_on_every_page_is_no_unit(tmp_path: Path) -> None:
    pages = [
        HEAD,
        ["(1)", "(2)", "(3)", "(4)"],
        *numbered(3),
        HEAD,
        ["(1)", "(2)", "(3)", "(4)"],
        [4, "Hội Nông dân", None, None],
    ]
    answer = read(tmp_path, *pages)
    assert names(answer) == [*UNITS[:3], "Hội Nông dân"]
    assert (answer.skipped[6], answer.skipped[7]) == ("header", "column_numbers")
