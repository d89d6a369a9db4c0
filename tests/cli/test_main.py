"""Exit statuses, streams and reports of the command line as a whole."""

import argparse
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.cli import main as cli
from desktop.cli.output import StderrProgress, print_table
from desktop.progress import Cancelled
from desktop.services import defects, self_test


def broken(error: BaseException):
    """A command that ends so."""

    def command(_: argparse.Namespace) -> None:
        raise error

    return lambda _: command


def test_without_a_command_the_usage_is_told(run):
    ended = run()
    assert (ended.status, ended.out) == (2, "")
    assert "Cách dùng: sokehoach" in ended.err


@pytest.mark.parametrize(
    "words",
    [["units"], ["plans", "issue", "1"], ["khong-co"], ["plans", "show", "một"], ["plans", "show", "9" * 20]],
)
def test_bad_usage_is_2_and_told_in_vietnamese(run, words):
    ended = run(*words)
    assert (ended.status, ended.out) == (2, "")
    assert "Lệnh gõ chưa đúng" in ended.err


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_help_and_version_are_0_and_on_stdout(run, flag):
    ended = run(flag)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt()])
def test_interrupted_is_130_and_silent(run, monkeypatch, error):
    monkeypatch.setattr(cli, "_command", broken(error))
    ended = run("check")
    assert (ended.status, ended.out, ended.err) == (130, "", "")


def test_a_defect_is_3_with_a_report_that_names_nobody(run, home, monkeypatch):
    error = KeyError("Nguyễn Văn A")
    error.__cause__ = ValueError("0912345678")
    monkeypatch.setattr(cli, "_command", broken(error))
    ended = run("check")
    (report,) = (home / "logs").iterdir()
    assert (ended.status, ended.out) == (3, "")
    assert str(report) in ended.err
    assert "Traceback" not in ended.err
    text = report.read_text(encoding="utf-8")
    assert all(word in text for word in ("KeyError", "ValueError", "test_main.py"))
    assert not any(word in text for word in ("Nguyễn Văn A", "0912345678"))


def test_the_report_of_a_defect_goes_elsewhere_when_the_home_cannot_be_written(tmp_path, monkeypatch, capsys):
    (tmp_path / "tep").write_text("x")
    monkeypatch.setattr(cli, "_command", broken(RuntimeError()))
    monkeypatch.setattr(defects.tempfile, "gettempdir", lambda: str(tmp_path / "tam"))
    assert cli.main(["--home", str(tmp_path / "tep"), "check"]) == 3
    assert str(tmp_path / "tam") in capsys.readouterr().err
    monkeypatch.setattr(defects.tempfile, "gettempdir", lambda: str(tmp_path / "tep"))
    assert cli.main(["--home", str(tmp_path / "tep"), "check"]) == 3


def test_a_reader_that_goes_away_is_no_error(home):
    command = f'"{sys.executable}" -m desktop --home "{home}" plans --help | head -c 1'
    ended = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_pipe_that_breaks_while_a_command_prints_is_no_error(home, monkeypatch):
    monkeypatch.setattr(cli, "_command", broken(BrokenPipeError()))
    read, write = os.pipe()
    with os.fdopen(write, "w", encoding="utf-8") as stream:
        os.close(read)
        monkeypatch.setattr(sys, "stdout", stream)
        assert cli.main(["--home", str(home), "check"]) == 0


def test_the_usual_home_is_used_when_none_is_told(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(cli, "default_home", lambda: tmp_path / "nha")
    assert cli.main(["plans", "list", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"
    assert (tmp_path / "nha" / "workspace.db").exists()


def test_the_self_test_says_that_every_part_works(run):
    ended = run("--self-test")
    assert (ended.status, ended.err) == (0, "")
    assert "HỎNG" not in ended.out
    assert "đạt" in ended.out


def test_the_self_test_names_the_part_that_does_not_work(run, monkeypatch):
    def fail(_folder: Path) -> None:
        self_test._expect(False)

    monkeypatch.setitem(self_test._TRIALS, "pdf", fail)
    ended = run("--self-test")
    assert ended.status == 1
    assert "HỎNG  Xuất PDF" in ended.out
    assert ended.err.splitlines()[0].strip() == "ValueError: another answer than expected"


class Terminal:
    """A stderr on which a person looks."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written.append(text)


def test_progress_stands_on_one_line_that_is_empty_in_the_end(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with suppress(RuntimeError), StderrProgress() as progress:
        for _ in range(2):
            progress.step(1, 2, "reading")
        progress.step(3, None, "opening")
        progress.step(0, None, "opening")
        raise RuntimeError
    shown = [line.strip() for line in terminal.written]
    assert shown == ["Đang đọc 50 %", "Đang mở tệp 3", "Đang mở tệp", ""]


def test_progress_is_silent_where_nobody_looks(capsys):
    with StderrProgress() as progress:
        progress.step(1, 2, "reading")
    assert capsys.readouterr().err == ""


def test_tables_are_aligned_and_long_cells_cut(capsys):
    print_table(("Mã", "Tên"), [("1", "Thôn Đông"), ("12", "x" * 80)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Mã  Tên"
    assert lines[2] == "1   Thôn Đông"
    assert lines[3] == "12  " + "x" * 59 + "…"


def test_texts_are_utf_8_whatever_the_console_says(home: Path):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "desktop", "--home", str(home), "plans", "list"]
    ended = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "Chưa có kế hoạch nào" in ended.stdout.decode("utf-8")
