"""Each command: what it prints, what it leaves, how it ends."""

import re
from pathlib import Path

import pytest
from command_files import UNITS
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from desktop.cli.commands.safety import FINDINGS
from desktop.cli.main import main
from desktop.services.workspace import Workspace
from desktop.storage import checking


def lines(text: str) -> list[str]:
    return text.splitlines()


# --- office ------------------------------------------------------------------------------------------------------


def test_an_office_is_shown_and_told(run):
    assert "(chưa khai)" in run("office").out
    told = run(
        "office",
        "--name",
        "Ủy ban nhân dân xã Đồng Sen",
        "--place",
        "Đồng Sen",
        "--signer",
        "Trần Bình",
        "--json",
    )
    assert told.json == {
        "name": "Ủy ban nhân dân xã Đồng Sen",
        "short_name": "UBND xã Đồng Sen",
        "issuer": ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SEN"],
        "superior": [],
        "place": "Đồng Sen",
        "reports_to": "",
        "collector": "",
        "drafting": "",
        "signers": [{"lines": [], "name": "Trần Bình"}],
    }


def test_a_capacity_without_a_name_is_kept(run):
    shown = run("office", "--capacity", "KT. CHỦ TỊCH", "--capacity", "PHÓ CHỦ TỊCH")
    assert "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" in shown.out


def test_an_abbreviation_that_is_none_is_refused_when_papers_are_made(issued, tmp_path):
    issued("office", "--drafting", "CV")
    ended = issued("plans", "export", "1", "--to", tmp_path / "ra", "--docx")
    assert (ended.status, ended.out) == (1, "")
    assert "ký hiệu đơn vị soạn thảo" in ended.err


# --- read --------------------------------------------------------------------------------------------------------

READING_KEYS = [
    "kind", "number", "symbol", "issuer", "superior", "place", "date", "date_partial", "subject", "theme", "legal_bases",
    "recipients_to", "tasks", "report_to", "report_via", "report_by", "report_deadline", "report_deadline_text", "recipients",
    "signer_authority", "signer_title", "signer_name", "findings",
]  # fmt: skip
TASK_KEYS = [
    "lead", "coordinating", "text", "lead_inherited", "deadline", "deadline_op", "deadline_text", "recurrence", "is_report",
]  # fmt: skip


def test_a_directive_is_read_as_the_contract_says(run, letter):
    told = run("read", letter, "--json")
    assert (told.status, told.err) == (0, "")
    assert list(told.json) == READING_KEYS
    assert (told.json["number"], told.json["symbol"], told.json["date"]) == ("312", "SYT-BTXH", "2026-03-02")
    first = told.json["tasks"][0]
    assert list(first) == TASK_KEYS
    assert (first["lead"], first["deadline"], first["deadline_op"]) == (
        ["Phòng Văn hóa - Xã hội"],
        "2026-03-25",
        "before",
    )


def test_a_directive_is_told_in_words(run, letter):
    out = run("read", letter).out
    assert "Số, ký hiệu:       312/SYT-BTXH" in out
    assert "Nhiệm vụ: 3" in out
    assert "Thời hạn: trước ngày 25/3/2026 (25/03/2026)" in out


def test_what_a_directive_does_not_say_is_told_as_missing(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Về việc nhỏ\n\nKhông có gì để làm.", encoding="utf-8")
    out = run("read", path).out
    assert "(không có)" in out
    assert "Lưu ý: Chưa đọc được nhiệm vụ nào" in out


def test_who_helps_and_to_whom_is_reported_are_told(run, tmp_path, letter):
    words = letter.read_text("utf-8").replace(
        "- Chủ trì tổ chức tọa đàm trước ngày 25/3/2026.",
        "- Chủ trì, phối hợp với Trạm Y tế tổ chức tọa đàm thường xuyên theo tiến độ.",
    )
    order = "Đề nghị các đơn vị báo cáo kết quả về Sở Y tế trước ngày 30/3/2026 để tổng hợp./.\n\nNơi nhận:"
    path = tmp_path / "b.txt"
    path.write_text(words.replace("Nơi nhận:", order), encoding="utf-8")
    out = run("read", path).out
    assert "Phối hợp: Trạm Y tế" in out
    assert "Báo cáo về: Sở Y tế, trước ngày 30/3/2026" in out


def test_findings_have_code_severity_message_and_quote(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Về việc nhỏ\n\nKhông có gì để làm.", encoding="utf-8")
    (finding,) = run("read", path, "--json").json["findings"]
    assert finding == {
        "code": "no_tasks",
        "severity": "warning",
        "message": "Chưa đọc được nhiệm vụ nào trong văn bản; hãy xem lại và nhập tay.",
        "quote": "",
    }


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "Không có tệp"),
        (lambda path: path.write_bytes(b""), "rỗng (0 byte)"),
        (lambda path: path.mkdir(), "là thư mục"),
        (lambda path: path.write_text("UBND XÃ\nMẬT\nSố: 1/KH\nKẾ HOẠCH\nA", encoding="utf-8"), "độ mật"),
    ],
)
def test_a_file_that_cannot_be_read_ends_in_one_sentence(run, tmp_path, make, words):
    path = tmp_path / "van-ban.txt"
    make(path)
    ended = run("read", path, "--json")
    assert (ended.status, ended.out) == (1, "")
    assert len(lines(ended.err)) == 1
    assert words in ended.err


# --- units -------------------------------------------------------------------------------------------------------

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
    assert lines(ended.err)[0] == "Dòng 2, cột B: số điện thoại không hợp lệ (“12”)."
    assert lines(ended.err)[-1] == "… và 10 chỗ khác cần xem lại."
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


# --- plans -------------------------------------------------------------------------------------------------------

PLAN_KEYS = ["id", "subject", "form", "state", "number", "symbol", "date", "year"]


def test_a_draft_is_made_and_what_could_not_be_bound_is_listed(run, unit_list, letter):
    run("units", "import", unit_list)
    told = run("plans", "new", "--from", letter, "--json").json
    assert list(told) == [*PLAN_KEYS, "tasks", "unbound"]
    assert (told["id"], told["state"], told["number"], told["tasks"]) == (1, "draft", None, 3)
    assert [(some["task"], some["written"]) for some in told["unbound"]] == [(3, "Chi cục Thủy lợi")]
    out = run("plans", "new", "--from", letter).out
    assert "Đã lập dự thảo kế hoạch 2" in out
    assert "“Chi cục Thủy lợi”, ở nhiệm vụ 3" in out


def test_names_that_may_be_meant_are_offered(run, unit_list, tmp_path, letter):
    run("units", "import", unit_list)
    near = tmp_path / "gan.txt"
    near.write_text(
        letter.read_text("utf-8").replace("Chi cục Thủy lợi", "Phòng Văn hóa - Xả hội"), encoding="utf-8"
    )
    assert "(có thể là: Phòng Văn hóa - Xã hội" in run("plans", "new", "--from", near).out


def test_plans_are_listed_and_shown(drafted):
    (row,) = drafted("plans", "list", "--json").json
    assert list(row) == [*PLAN_KEYS, "tasks", "assigned", "done", "late", "next_due"]
    assert "Dự thảo" in drafted("plans", "list").out
    shown = drafted("plans", "show", "1", "--json").json
    assert (shown["tasks"][0]["deadline"], shown["tasks"][0]["last_day"]) == ("2026-03-25", "2026-03-24")
    assert shown["tasks"][2]["unbound"] == ["Chi cục Thủy lợi"]
    out = drafted("plans", "show", "1").out
    assert "Số: ……/KH-UBND; trạng thái: Dự thảo" in out
    assert "Thời hạn: trước ngày 25/3/2026; ngày cuối cùng được tính: 24/03/2026" in out


def test_an_empty_workspace_says_what_to_do_first(run):
    assert "plans new --from" in run("plans", "list").out
    assert run("plans", "show", "1").status == 1


def test_issuing_tells_what_nobody_got(drafted):
    ended = drafted("plans", "issue", "1", "--number", "15", "--date", "2026-03-05")
    assert ended.out == "Đã ban hành kế hoạch số 15/KH-UBND ngày 05/03/2026; giao việc cho 3 đơn vị.\n"
    assert ended.err == "Lưu ý: nhiệm vụ 3 chưa giao được cho đơn vị nào: Kiểm tra đê trước ngày 20/3/2026.\n"
    assert "Đã giao 2 đơn vị, hoàn thành 0" in drafted("plans", "show", "1").out
    again = drafted("plans", "issue", "1", "--number", "16", "--date", "2026-03-05")
    assert (again.status, again.out) == (1, "")
    assert "đã ban hành nên không sửa được" in again.err


def test_a_day_to_come_is_pointed_out(drafted):
    assert "ở sau hôm nay" in drafted("plans", "issue", "1", "--number", "15", "--date", "2026-04-01").err


def test_a_closed_plan_keeps_what_units_said(issued):
    assert "giữ nguyên" in issued("plans", "close", "1").out
    assert issued("plans", "list", "--json").json[0]["state"] == "closed"


def test_papers_are_exported_and_their_paths_printed(issued, tmp_path):
    ended = issued("plans", "export", "1", "--to", tmp_path / "ra", "--pdf", "--slips", "--forms")
    made = [Path(line) for line in lines(ended.out)]
    assert len(made) == 6
    assert all(path.is_file() for path in made)
    assert ended.err == ""


def test_a_file_in_the_way_of_the_folder_is_told(issued, tmp_path):
    (tmp_path / "ra").write_text("x")
    ended = issued("plans", "export", "1", "--to", tmp_path / "ra")
    assert ended.status == 1
    assert "không làm thư mục được" in ended.err


# --- results, report, urge ---------------------------------------------------------------------------------------


@pytest.fixture
def form(issued, tmp_path):
    """The filled form of the division."""
    issued("plans", "export", "1", "--to", tmp_path / "ra", "--forms")
    (path,) = (tmp_path / "ra").rglob("phong-*.xlsx")
    book = load_workbook(path)
    book["Kết quả"]["D8"], book["Kết quả"]["E8"] = "Hoàn thành", "24/3/2026"
    book.save(path)
    return path


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
    assert "Không có tệp" in lines(ended.err)[0]
    assert lines(ended.err)[1].startswith("1/2 tệp không dùng được")
    told = issued("results", "import", tmp_path / "khong-co.xlsx", "--json")
    assert told.status == 1
    assert told.json["files"][0]["error"].startswith("Không có tệp")
    assert lines(told.err)[-1].startswith("Không tệp nào dùng được")


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
    assert lines(ended.out) == [str(tmp_path / "bc" / "bao-cao-ke-hoach-15-2026-03-05-chot-2026-03-26.xlsx")]
    ahead = issued("report", "1", "--to", tmp_path / "bc", "--cut-off", "31/3/2026", "--docx")
    assert "ở sau hôm nay" in ahead.err
    early = issued("report", "1", "--to", tmp_path / "bc", "--cut-off", "2026-03-01")
    assert (early.status, early.out) == (1, "")


def test_the_late_are_urged(issued, tmp_path):
    assert len(lines(issued("urge", "1", "--to", tmp_path / "bc").out)) == 2
    assert issued("urge", "9", "--to", tmp_path / "bc").status == 1


# --- search and safety -------------------------------------------------------------------------------------------


def test_everything_is_found_without_dau(issued):
    assert "Nhiệm vụ" in issued("search", "bang ron").out
    hits = issued("search", "thon dong", "--json").json
    assert {"noun": "unit", "id": 4}.items() <= hits[0].items()
    assert list(hits[0]) == ["noun", "id", "title", "snippet"]
    assert "Không tìm thấy gì với “xyz”." in issued("search", "xyz").out
    assert issued("search", "xyz", "--json").json == []


def test_a_backup_is_made_and_brought_back(issued, tmp_path, home):
    assert Path(issued("backup").out.strip()).parent == home / "backups"
    copy = tmp_path / "sao.db"
    assert issued("backup", "--to", copy).out.strip() == str(copy)
    issued("plans", "close", "1")
    ended = issued("restore", copy)
    assert "Đã khôi phục dữ liệu" in ended.out
    assert "được giữ ở" in ended.out
    assert issued("plans", "list", "--json").json[0]["state"] == "issued"
    assert issued("backup", "--to", copy).status == 1


def test_a_backup_makes_its_folder_and_tells_what_is_in_the_way(run, tmp_path):
    assert run("backup", "--to", tmp_path / "moi" / "sao.db").status == 0
    ended = run("backup", "--to", tmp_path / "moi" / "sao.db" / "khac.db")
    assert (ended.status, ended.out) == (1, "")
    assert "không làm thư mục được" in ended.err


def test_a_home_that_is_a_file_is_told(tmp_path, capsys):
    (tmp_path / "tep").write_text("x")
    assert main(["--home", str(tmp_path / "tep"), "plans", "list"]) == 1
    assert "không làm thư mục được" in capsys.readouterr().err


def test_a_copy_is_brought_into_an_empty_home_too(issued, tmp_path, capsys):
    copy = issued("backup").out.strip()
    assert main(["--home", str(tmp_path / "moi"), "restore", copy]) == 0
    assert "được giữ ở" not in capsys.readouterr().out


def test_what_is_no_backup_is_refused(run, letter):
    ended = run("restore", letter)
    assert (ended.status, ended.out) == (1, "")


def test_a_sound_workspace_is_told_so(issued):
    assert issued("check").out == "Dữ liệu nguyên vẹn, không phát hiện lỗi.\n"
    assert issued("check", "--json").json == {"ok": True, "findings": []}


def test_faults_are_told_and_mended(issued, form, home):
    issued("results", "import", form)
    with Workspace.open(home) as work:
        work.store.run("UPDATE assignment SET status = 'in_progress' WHERE reported_on IS NOT NULL")
    found = issued("check", "--json")
    assert (found.status, found.json["ok"]) == (1, False)
    assert list(found.json["findings"][0]) == ["code", "count", "repaired", "message"]
    assert issued("check").out.startswith("- tình trạng không khớp")
    mended = issued("check", "--repair")
    assert (mended.status, mended.err) == (0, "")
    assert "(đã sửa)" in mended.out


def test_every_finding_has_its_words():
    assert {code for code, *_ in checking._CHECKS} | {"damaged"} == set(FINDINGS)


# --- demo, and what commands cost --------------------------------------------------------------------------------


def test_the_demo_is_told_step_by_step_and_not_run_twice_over(run, tmp_path):
    ended = run("demo", "--to", tmp_path / "thu")
    assert (ended.status, ended.err) == (0, "")
    assert [line[:2] for line in lines(ended.out) if re.match(r"\d\.", line)] == [
        "1.",
        "2.",
        "3.",
        "4.",
        "5.",
        "6.",
    ]
    listed = [line.split("  (")[0].strip() for line in lines(ended.out) if line.endswith("KB)")]
    assert all((tmp_path / "thu" / name).is_file() for name in listed)
    again = run("demo", "--to", tmp_path / "thu")
    assert (again.status, again.out) == (1, "")
    assert "đã có một lần chạy thử" in again.err
