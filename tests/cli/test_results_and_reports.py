"""`results import`, `report`, `urge`: what is printed, what is left, how it ends."""

from openpyxl import load_workbook


def test_a_form_comes_in_once(issued, form):
    told = issued("results", "import", form, "--json").json
    assert (told["added"], told["dry_run"]) == (1, False)
    assert told["files"] == [
        {
            "file": str(form),
            "unit": "Phòng Văn hóa - Xã hội",
            "plan": "Tổ chức các hoạt động kỷ niệm",
            "new": 1,
            "changed": 0,
            "same": 0,
            "problems": [],
            "error": None,
        }
    ]
    assert "không có gì mới, 1 kết quả đã có từ trước" in issued("results", "import", form).out


def test_a_dry_run_of_results_keeps_nothing(issued, form):
    assert "sẽ ghi 1 kết quả" in issued("results", "import", form, "--dry-run").out
    assert issued("results", "import", form, "--dry-run", "--json").json["added"] == 0
    assert "đã ghi 1 kết quả" in issued("results", "import", form).out


def test_a_refused_file_is_told_and_the_others_are_kept(issued, form, tmp_path):
    ended = issued("results", "import", form, tmp_path / "khong-co.xlsx")
    assert ended.status == 1
    assert "đã ghi 1 kết quả" in ended.out
    assert "Không có tệp" in ended.err.splitlines()[0]
    assert ended.err.splitlines()[1].startswith("1/2 tệp không dùng được")
    told = issued("results", "import", tmp_path / "khong-co.xlsx", "--json")
    assert told.status == 1
    assert told.json["files"][0]["error"].startswith("Không có tệp")
    assert told.err.splitlines()[-1].startswith("Không tệp nào dùng được")


def test_a_cell_that_cannot_be_used_is_told_with_its_place(issued, form):
    book = load_workbook(form)
    book["Kết quả"]["E8"] = "hôm qua"
    book.save(form)
    assert "Dòng 8, cột E: ngày không hợp lệ" in issued("results", "import", form).out
    (problem,) = issued("results", "import", form, "--json").json["files"][0]["problems"]
    assert (problem["row"], problem["column"], problem["code"], problem["value"]) == (
        8,
        "E",
        "date_invalid",
        "hôm qua",
    )


def test_a_report_is_written_and_its_paths_printed(issued, form, tmp_path):
    issued("results", "import", form)
    ended = issued("report", "1", "--to", tmp_path / "bc", "--xlsx")
    assert ended.out.splitlines() == [
        str(tmp_path / "bc" / "bao-cao-ke-hoach-15-2026-03-05-chot-2026-03-26.xlsx")
    ]
    ahead = issued("report", "1", "--to", tmp_path / "bc", "--cut-off", "31/3/2026", "--docx")
    assert "ở sau hôm nay" in ahead.err
    early = issued("report", "1", "--to", tmp_path / "bc", "--cut-off", "2026-03-01")
    assert (early.status, early.out) == (1, "")


def test_the_late_are_urged(issued, tmp_path):
    assert len(issued("urge", "1", "--to", tmp_path / "bc").out.splitlines()) == 2
    assert issued("urge", "9", "--to", tmp_path / "bc").status == 1
