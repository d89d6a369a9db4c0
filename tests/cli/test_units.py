"""`units ...`: lists come in, are shown, merge: what is printed, what is left, how it ends."""

import pytest
from command_files import UNITS
from openpyxl import Workbook as Book

ROW_KEYS = [
    "row",
    "name",
    "group",
    "parent",
    "code",
    "contact",
    "position",
    "phone",
    "email",
    "note",
    "action",
]


def test_a_unit_list_comes_in_as_the_contract_says(run, unit_list):
    told = run("units", "import", unit_list, "--json")
    assert told.err == ""
    assert list(told.json) == [
        "file",
        "sheet",
        "encoding",
        "header_row",
        "columns",
        "rows",
        "problems",
        "counts",
    ]
    assert (told.json["file"], told.json["sheet"], told.json["encoding"]) == (str(unit_list), None, "unicode")
    assert told.json["columns"]["name"] == "B"
    assert list(told.json["rows"][0]) == ROW_KEYS
    assert [row["name"] for row in told.json["rows"]] == list(UNITS)
    assert told.json["counts"] == {"new": 5, "changed": 0, "same": 0, "duplicate": 0, "skipped": 0}
    assert run("units", "import", unit_list, "--json").json["counts"]["same"] == 5


def test_a_dry_run_keeps_nothing(run, unit_list):
    assert "Sẽ nhập từ don-vi.csv: 5 đơn vị mới" in run("units", "import", unit_list, "--dry-run").out
    assert run("units", "list", "--json").json == []
    assert "Chưa có đơn vị nào" in run("units", "list").out


def test_the_same_list_twice_says_that_nothing_changed(run, unit_list):
    assert "không có gì thay đổi" not in run("units", "import", unit_list).out
    assert "không có gì thay đổi" in run("units", "import", unit_list).out


def test_problems_of_a_list_are_told_on_stderr_a_few_of_them(run, tmp_path):
    path = tmp_path / "a.csv"
    rows = "".join(f"Thôn {n},12\n" for n in range(30))
    path.write_text(f"Tên đơn vị,Điện thoại\n{rows}", encoding="utf-8")
    ended = run("units", "import", path)
    assert ended.status == 0
    assert ended.err.splitlines()[0] == "Dòng 2, cột B: số điện thoại không hợp lệ (“12”)."
    assert ended.err.splitlines()[-1] == "… và 10 chỗ khác cần xem lại."
    (first, *_) = run("units", "import", path, "--json").json["problems"]
    assert list(first) == ["row", "column", "code", "value", "message"]


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--map", "name=B"], 0, ""),
        (["--map", "tên"], 2, "cần có dạng TRƯỜNG=CỘT"),
        (["--map", "la=B"], 1, "tham số --map"),
        (["--map", "name=ZZ"], 1, "tham số --map name"),
        (["--sheet", "Q1"], 1, "không có trang tính"),
    ],
)
def test_a_person_may_say_which_column_is_which(run, tmp_path, words, status, told):
    book = Book()
    for row in (["Mã", "Tên đơn vị"], ["1", "Thôn Đông"], ["2", "Thôn Đoài"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    ended = run("units", "import", tmp_path / "a.xlsx", *words)
    assert ended.status == status
    assert told in ended.err


def test_units_are_listed_with_their_names_of_a_day(run, unit_list):
    run("units", "import", unit_list)
    run("units", "merge", "Thôn Đông", "Thôn Đoài", "--into", "Thôn Đông Đoài", "--on", "2026-07-01")
    before = {unit["name"] for unit in run("units", "list", "--on", "30/6/2026", "--json").json}
    after = {unit["name"] for unit in run("units", "list", "--on", "01/7/2026", "--json").json}
    assert before == set(UNITS)
    assert after == {*UNITS[:3], "Thôn Đông Đoài"}
    assert "Trạm Y tế xã" in run("units", "list").out
    (unit, *_) = run("units", "list", "--json").json
    assert list(unit) == [
        "id",
        "name",
        "kind",
        "groups",
        "code",
        "contact",
        "position",
        "phone",
        "email",
        "note",
    ]


def test_a_merger_tells_what_moved_and_a_wrong_one_why_not(issued):
    ended = issued("units", "merge", "4", "thon doai", "--into", "Thôn Mới", "--on", "20/3/2026")
    assert (
        ended.out == "Đã sáp nhập 4, thon doai vào Thôn Mới từ ngày 20/03/2026; chuyển 1 nhiệm vụ đang làm.\n"
    )
    assert issued("units", "merge", "99", "--into", "1", "--on", "20/3/2026").status == 1
    for day in ("32/3/2026", "hôm qua"):
        assert issued("units", "merge", "1", "--into", "1", "--on", day).status == 2
