"""`plans ...`: drafted, shown, issued, closed, exported: what is printed, what is left, how it ends."""

from pathlib import Path

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
    made = [Path(line) for line in ended.out.splitlines()]
    assert len(made) == 6
    assert all(path.is_file() for path in made)
    assert ended.err == ""


def test_a_file_in_the_way_of_the_folder_is_told(issued, tmp_path):
    (tmp_path / "ra").write_text("x")
    ended = issued("plans", "export", "1", "--to", tmp_path / "ra")
    assert ended.status == 1
    assert "không làm thư mục được" in ended.err
