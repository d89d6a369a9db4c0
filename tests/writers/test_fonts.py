"""The faces of the papers and what is printed for letters they lack."""

import shutil
from pathlib import Path

import pytest

from desktop.paths import resource_file
from desktop.writers import fonts
from desktop.writers.fonts import DRAWN, NBSP, family, font_folders, installed_times, without_tables

FACE = family().regular


def test_words_are_as_wide_as_in_times_new_roman() -> None:
    assert FACE.widths["a"] == pytest.approx(0.444, abs=0.001)
    assert FACE.widths["nghề"] == pytest.approx(0.5 + 0.5 + 0.5 + 0.444, abs=0.002)
    assert FACE.space == FACE.widths[NBSP] == 0.25


def test_letters_come_out_composed() -> None:
    assert FACE.clean("Uỷ ban") == "Uỷ ban"
    assert FACE.clean("e\u0302\u0301") == "ế"


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("a\tb\nc", "a b c"),
        ("a\u200bb\u00ad\ufeffc\x01", "abc"),
        ("2026\u20112030", "2026-2030"),
        ("\uf0b7 việc", "• việc"),
        ("ﬁ", "ﬁ"),
        ("①", "1"),
        ("漢", "□"),
        ("a\u2004b", "a b"),
        ("12\u202f000", f"12{NBSP}000"),
    ],
)
def test_what_a_face_lacks_is_replaced(raw: str, printed: str) -> None:
    assert FACE.clean(raw) == printed


def test_signs_that_are_drawn_are_kept() -> None:
    text = "".join(sorted(DRAWN))
    assert FACE.clean(text) == text


def test_several_spaces_are_a_blank_to_write_in() -> None:
    assert FACE.clean("số     /KH") == f"số{NBSP * 5}/KH"
    assert FACE.clean("  số  ").split(" ")[2] == "số"


def test_the_four_looks_have_their_faces() -> None:
    faces = family()
    names = [faces.face(bold=b, italic=i).font.fontName for b in (False, True) for i in (False, True)]
    assert [name.partition("-")[2] for name in names] == ["Regular", "Italic", "Bold", "BoldItalic"]


def test_times_new_roman_is_used_when_it_is_installed_and_asked_for(tmp_path: Path) -> None:
    ours = resource_file("fonts/LiberationSerif-Regular.ttf")
    for name in ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"):
        shutil.copy(ours, tmp_path / name)
    assert family(times=True, folders=(tmp_path,)).bold.font.fontName == "timesbd"
    assert family(times=False, folders=(tmp_path,)) is family()


def test_times_new_roman_is_not_missed_when_it_is_not_there(tmp_path: Path) -> None:
    assert installed_times((tmp_path / "none", tmp_path)) == ()
    assert family(times=True, folders=(tmp_path,)) is family()


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_each_system_has_folders_of_fonts(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts.sys, "platform", system)
    assert len(font_folders()) >= 2


def test_tables_that_no_viewer_reads_are_left_out() -> None:
    whole = resource_file("fonts/LiberationSerif-Regular.ttf").read_bytes()
    lean = without_tables(whole, frozenset({b"name", b"post"}))
    assert int.from_bytes(lean[4:6], "big") == int.from_bytes(whole[4:6], "big") - 2
    assert len(lean) < len(whole)
    assert b"glyf" in lean[:400]
