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


def test_a_report_goes_by_fields_or_over_a_period(issued, tmp_path):
    assert issued("report", "1", "--to", tmp_path, "--by", "field", "--xlsx").status == 0
    ended = issued("report", "--period", "2026-q1", "--to", tmp_path, "--xlsx")
    assert ended.out.splitlines() == [str(tmp_path / "bao-cao-dinh-ky-2026-q1-chot-2026-03-14.xlsx")]
    assert ended.err == ""


def test_a_report_that_another_one_replaces_is_written_with_a_note(issued, tmp_path):
    ended = issued("report", "--period", "2026-03", "--to", tmp_path, "--xlsx")
    assert (ended.status, ended.err) == (
        0,
        "Lưu ý: theo chế độ báo cáo, báo cáo quý I năm 2026 thay báo cáo tháng 3 năm 2026.\n",
    )


def test_a_report_is_sent_once_under_its_number(issued, tmp_path):
    ended = issued("report", "1", "--to", tmp_path, "--send", "21", "--date", "26/3/2026", "--by", "field")
    names = [f"bao-cao-21-2026-03-26.{kind}" for kind in ("pdf", "docx", "xlsx")]
    assert ended.out.splitlines() == [str(tmp_path / name) for name in names]
    again = issued("report", "1", "--to", tmp_path, "--send", "21")
    assert (again.status, again.out) == (1, "")
    assert "đã cấp cho" in again.err
    period = issued("report", "--period", "2026-Q1", "--to", tmp_path, "--send", "22", "--pdf")
    assert period.out.splitlines() == [str(tmp_path / "bao-cao-22-2026-03-26.pdf")]


def test_a_report_is_on_a_plan_or_on_a_period(run, tmp_path):
    assert run("report", "--to", tmp_path).status == 2
    assert run("report", "1", "--period", "2026-Q1", "--to", tmp_path).status == 2
    assert "chỉ có: task, field" in run("report", "1", "--to", tmp_path, "--by", "unit").err
    wrong = run("report", "--period", "2026-Q9", "--to", tmp_path)
    assert (wrong.status, wrong.err) == (
        1,
        "Giá trị “2026-Q9” của kỳ báo cáo không hợp lệ; hãy gõ lại.\n",
    )
    assert run("report", "1", "--to", tmp_path, "--date", "26/3/2026").status == 1


def test_the_late_are_urged(issued, tmp_path):
    assert len(issued("urge", "1", "--to", tmp_path / "bc").out.splitlines()) == 2
    assert issued("urge", "9", "--to", tmp_path / "bc").status == 1
