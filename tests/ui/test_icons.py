"""Icons and drawings: every one renders, in the colour asked for, sharp on screens of any density; every one named is there."""

import ast
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

import desktop.ui
from desktop.domain.assignment import Standing
from desktop.paths import resource_file
from desktop.ui import icons

UI = Path(desktop.ui.__file__).parent
ICONS = sorted(path.stem for path in resource_file("icons").glob("*.svg") if path.stem != "app")
DRAWINGS = sorted(path.stem for path in resource_file("drawings").glob("*.svg"))
# Calls that name an icon, and at which place; Entry is a page of the rail.
CALLS = {"icon": 0, "pixmap": 0, "Entry": 4}


def colours(image: QImage) -> set[str]:
    """Colours of the pixels that are not see-through."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {c.name() for x, y in points if (c := image.pixelColor(x, y)).alpha() == 255}


def named_in_code(calls: dict[str, int]) -> Iterator[str]:
    """What is written out, in all calls of these names in the window's code, at the place of the argument given for each."""
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            at = calls.get(getattr(called, "attr", getattr(called, "id", "")))
            if at is not None and len(node.args) > at and isinstance(node.args[at], ast.Constant):
                yield str(node.args[at].value)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_renders_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    picture = icons.pixmap(name, "#0000ff", 48)
    assert picture.size() == QSize(48, 48)
    assert colours(picture.toImage()) == {"#0000ff"}


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_takes_its_colours_from_the_theme_alone(name: str) -> None:
    text = resource_file(f"icons/{name}.svg").read_text("utf-8")
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "currentColor"}


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_renders_with_its_line_and_its_accent(qapp: QApplication, name: str) -> None:
    picture = icons.drawing(name, "#868e9a", "#0b5cad", "#f5f6f8", 320)
    assert picture.size() == QSize(320, 240)
    assert {"#868e9a", "#0b5cad", "#f5f6f8"} <= colours(picture.toImage())


def test_an_icon_at_125_per_cent_has_a_quarter_more_pixels(qapp: QApplication) -> None:
    picture = icons.pixmap("print", "#000000", 20, 1.25)
    assert (picture.width(), picture.devicePixelRatio()) == (25, 1.25)


def test_an_icon_of_qt_is_drawn_anew_at_any_size(qapp: QApplication) -> None:
    picture = icons.icon("print", "#000000").pixmap(QSize(96, 96), 1.0).toImage()
    assert {c.alpha() for x in range(96) if (c := picture.pixelColor(x, 80))} >= {0, 255}


def test_an_icon_changes_its_colour_while_it_is_on_and_while_it_is_disabled(qapp: QApplication) -> None:
    shown = icons.icon("bold", "#111111", on="#0b5cad", disabled="#aaaaaa")
    size, mode, state = QSize(48, 48), QIcon.Mode, QIcon.State
    assert colours(shown.pixmap(size, 1.0, mode.Normal, state.Off).toImage()) == {"#111111"}
    assert colours(shown.pixmap(size, 1.0, mode.Normal, state.On).toImage()) == {"#0b5cad"}
    assert colours(shown.pixmap(size, 1.0, mode.Disabled, state.On).toImage()) == {"#aaaaaa"}


def test_an_icon_that_is_not_there_is_an_error_and_not_an_empty_picture(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon", "#000000")


def test_every_standing_has_its_mark() -> None:
    assert {f"standing_{standing.name.lower()}" for standing in Standing} <= set(ICONS)


def test_every_icon_named_in_code_is_there() -> None:
    named = set(named_in_code(CALLS))
    assert "today" in named
    assert named - set(ICONS) == set()


def test_every_drawing_named_in_code_is_there() -> None:
    assert set(named_in_code({"drawing": 0})) - set(DRAWINGS) == set()


def test_the_mark_of_the_program_is_there_as_svg_png_and_ico(qapp: QApplication) -> None:
    pictures = [QImage(str(resource_file(f"icons/app.{kind}"))) for kind in ("svg", "png", "ico")]
    tops = [picture.pixelColor(picture.width() // 2, picture.height() // 12) for picture in pictures]
    assert tops == [QColor("#0b5cad")] * 3


def test_the_icon_of_windows_holds_every_size_that_windows_shows() -> None:
    content = resource_file("icons/app.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", content)
    sides = [content[6 + 16 * at] or 256 for at in range(count)]
    assert kind == 1
    assert sides == [16, 20, 24, 32, 40, 48, 64, 128, 256]
