"""No command imports Qt, and a cheap one imports nothing heavy: asked of a fresh process."""

import subprocess
import sys

import pytest

HEAVY = (
    *("openpyxl", "xlsxwriter", "reportlab", "docx", "python_calamine", "pypdfium2", "lxml", "holidays"),
    *("pyhanko", "pkcs11", "cryptography", "PySide6"),
)


def imported(home, *words: str) -> set[str]:
    """The heavy libraries that a command imported."""
    asked = f"import sys; from desktop.cli.main import main; main({['--home', str(home), *words]!r})"
    told = f"{asked}; sys.stderr.write(','.join(name for name in {HEAVY!r} if name in sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(filter(None, ended.stderr.rsplit("\n", 1)[-1].split(",")))


@pytest.mark.parametrize(
    "words",
    [["plans", "list"], ["units", "list"], ["search", "a"], ["office"], ["check"], ["backup"], ["--version"]],
    ids=" ".join,
)
def test_a_cheap_command_imports_nothing_heavy(home, words):
    assert imported(home, *words) == set()


def test_reading_text_and_csv_needs_no_library_of_other_formats(home, letter, unit_list):
    assert imported(home, "read", str(letter), "--json") == set()
    assert imported(home, "units", "import", str(unit_list)) == set()


def test_no_command_imports_qt(home, tmp_path):
    assert "PySide6" not in imported(home, "demo", "--to", str(tmp_path / "thu"))
