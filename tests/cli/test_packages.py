"""`packages …`: two homes exchange a plan by command line alone."""

import pytest
from openpyxl import load_workbook

from desktop.cli.main import main


@pytest.fixture
def run_in(tmp_path, capsys, run):
    """Runs `sokehoach --home <name>`, a home of that name beside the first."""
    ended_kind = type(run("packages", "history", "--json"))

    def command(name, *words):
        status = main(["--home", str(tmp_path / name), *map(str, words)])
        printed = capsys.readouterr()
        return ended_kind(status, printed.out, printed.err)

    return command


@pytest.fixture
def phrase(tmp_path):
    path = tmp_path / "khoa.txt"
    path.write_text("cầu đá mùa hè\n", encoding="utf-8")
    return path


@pytest.fixture
def sent(issued, tmp_path, phrase):
    """The package of the division, encrypted, after the office was told."""
    assert issued("office", "--name", "Ủy ban nhân dân xã Đồng Sen").status == 0
    ended = issued(
        "packages", "send", 1, "--to", tmp_path / "usb", "--unit", "Phòng Văn hóa - Xã hội",
        "--passphrase-file", phrase,
    )  # fmt: skip
    assert (ended.status, ended.err) == (0, "")
    return tmp_path / "usb" / ended.out.strip().rpartition("/")[2]


@pytest.fixture
def lower(run_in, sent, phrase):
    """`run_in` of the division, which has taken in its work."""
    run_in("duoi", "office", "--name", "Phòng Văn hóa - Xã hội xã Đồng Sen")
    assert run_in("duoi", "packages", "receive", sent, "--passphrase-file", phrase).status == 0
    return lambda *words: run_in("duoi", *words)


def test_a_package_is_looked_at_before_it_is_taken_in(run_in, sent, phrase):
    told = run_in(
        "duoi", "packages", "receive", sent, "--passphrase-file", phrase, "--dry-run", "--json"
    ).json
    (file,) = told["files"]
    assert (file["kind"], file["verdict"], file["sender"], file["new"]) == (
        "work", "news", "Ủy ban nhân dân xã Đồng Sen", 1,
    )  # fmt: skip
    assert len(file["first_seen_key"].split(" · ")) == 8
    assert (told["dry_run"], told["kept"]["packages"]) == (True, 0)
    assert run_in("duoi", "plans", "list", "--json").json == []


def test_without_the_passphrase_nothing_is_taken_in(run_in, sent):
    ended = run_in("duoi", "packages", "receive", sent)
    assert ended.status == 1
    assert "cụm từ khóa" in ended.err
    assert run_in("duoi", "plans", "list", "--json").json == []


def test_work_comes_back_done(issued, lower, tmp_path, phrase):
    lower("plans", "export", 1, "--to", tmp_path / "bieu", "--forms")
    (form,) = (tmp_path / "bieu").rglob("*.xlsx")
    book = load_workbook(form)
    book["Kết quả"]["D8"], book["Kết quả"]["E8"] = "Hoàn thành", "24/3/2026"
    book.save(form)
    assert lower("results", "import", form).status == 0
    ended = lower("packages", "reply", 1, "--to", tmp_path / "ve", "--passphrase-file", phrase)
    (reply,) = ended.out.splitlines()
    assert "1 mới" in issued("packages", "receive", reply, "--passphrase-file", phrase).out
    assert "không có gì mới" in issued("packages", "receive", reply, "--passphrase-file", phrase).out
    (plan,) = issued("plans", "list", "--json").json
    assert plan["done"] == 1


def test_receipts_come_back_and_history_says_so(issued, lower, tmp_path):
    (before,) = issued("packages", "history", "--json").json
    assert (before["kind"], before["is_ours"], before["delivered_at"]) == ("work", True, None)
    (receipt,) = lower("packages", "receipts", "--to", tmp_path / "bn").out.splitlines()
    assert "đang chờ biên nhận" in lower("packages", "receipts", "--to", tmp_path / "bn").out
    assert issued("packages", "receive", receipt).status == 0
    sent = next(one for one in issued("packages", "history", "--json").json if one["kind"] == "work")
    assert sent["delivered_at"]


def test_all_open_work_is_handed_over_with_its_minutes(issued, tmp_path, run_in):
    issued("office", "--name", "Ủy ban nhân dân xã Đồng Sen")
    ended = issued("packages", "handover", "--to", tmp_path / "bg")
    assert "không mã hóa" in ended.err
    made = ended.out.splitlines()
    assert {path.rpartition(".")[2] for path in made} == {"skh", "pdf"}
    package = next(path for path in made if path.endswith(".skh"))
    run_in("moi", "office", "--name", "Ủy ban nhân dân xã Đồng Sen")
    assert run_in("moi", "packages", "receive", package).status == 0
    assert [plan["assigned"] for plan in run_in("moi", "plans", "list", "--json").json] == [
        plan["assigned"] for plan in issued("plans", "list", "--json").json
    ]


def test_a_folder_of_packages_and_forms_is_taken_in_at_once(issued, form, sent, run_in, tmp_path):
    ended = issued(
        "packages", "receive", tmp_path, "--passphrase-file", tmp_path / "khoa.txt", "--dry-run", "--json"
    )
    kinds = {file["kind"] for file in ended.json["files"]}
    assert "form" in kinds
    assert ended.status == 1
    assert "do chính máy này lập" in ended.err


def test_a_short_passphrase_is_refused(issued, tmp_path):
    short = tmp_path / "ngan.txt"
    short.write_text("abc", encoding="utf-8")
    ended = issued("packages", "send", 1, "--to", tmp_path / "usb", "--passphrase-file", short)
    assert (ended.status, "ít nhất 8" in ended.err) == (1, True)
