"""kill -9 at random moments of every command that writes: all or nothing, and the next start works (reliability: R1, R2)."""

import json
from pathlib import Path

from desktop.paths import data_file

KILLS = 25


def told(run, *words):
    """What a command says as JSON."""
    done = run(*words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_an_import_killed_at_any_moment_has_kept_all_units_or_none(run, moments):
    path = data_file("samples/danh-sach-don-vi.xlsx")
    for moment in moments(KILLS, 1.5):
        run("units", "import", path, kill_after=moment)
        assert len(told(run, "units", "list")) in (0, 33)
        assert told(run, "check") == {"ok": True, "findings": []}
    assert told(run, "units", "import", path)["counts"]["duplicate"] == 0
    assert len(told(run, "units", "list")) == 33


def test_a_draft_killed_in_the_making_is_whole_or_not_there(run, units, moments):
    for moment in moments(KILLS, 1.8):
        run("plans", "new", "--from", data_file("samples/cong-van-so-y-te.docx"), kill_after=moment)
        assert {plan["tasks"] for plan in told(run, "plans", "list")} <= {13}
        assert told(run, "check")["ok"]


def test_a_plan_killed_while_it_is_issued_is_a_draft_or_issued_with_its_paper(run, plan, moments, tmp_path):
    for moment in moments(KILLS, 1.5):
        run("plans", "issue", plan, "--number", 15, "--date", "2026-03-05", kill_after=moment)
        view = told(run, "plans", "show", plan)
        given = sum(task["assigned"] for task in view["tasks"])
        assert (view["state"], given > 0) in (("draft", False), ("issued", True))
        if view["state"] == "issued":
            assert run("plans", "export", plan, "--to", tmp_path / "ra", "--pdf").returncode == 0
            break
    assert told(run, "check")["ok"]


def test_an_export_killed_at_any_moment_leaves_whole_files_only(run, plan, moments, tmp_path):
    run("plans", "issue", plan, "--number", 15, "--date", "2026-03-05")
    folder = tmp_path / "ra"
    assert run("plans", "export", plan, "--to", folder, "--pdf", "--docx", "--slips").returncode == 0
    whole = {path.name: path.read_bytes() for path in folder.iterdir()}
    for moment in moments(KILLS, 1.5):
        run("plans", "export", plan, "--to", folder, "--pdf", "--docx", "--slips", kill_after=moment)
        assert {name: (folder / name).read_bytes() for name in whole} == whole
    assert run("plans", "export", plan, "--to", folder, "--pdf", "--docx", "--slips").returncode == 0


def test_a_backup_killed_at_any_moment_is_sound_or_not_there(run, units, moments, home: Path):
    for moment in moments(KILLS, 0.6):
        run("backup", kill_after=moment)
    for path in (home / "backups").glob("*.db"):
        assert run("restore", path).returncode == 0
        assert len(told(run, "units", "list")) == 33
