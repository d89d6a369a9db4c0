"""`search`, `backup`, `restore`, `check`: what is printed, what is left, how it ends."""

from pathlib import Path

from desktop.cli.commands.safety import FINDINGS
from desktop.cli.main import main
from desktop.services.workspace import Workspace
from desktop.storage import checking


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
