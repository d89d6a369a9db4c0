"""Line icons and drawings, recoloured: SVG text of resources/icons and resources/drawings with its colours replaced.

A recoloured SVG is kept in memory as a file of Qt (":/drawn/..."), so that the style sheet can name it and Qt itself draws
it when it is needed, at the size and the pixel ratio of the screen it is needed on.
"""

from functools import cache

from PySide6.QtCore import QSize, qRegisterResourceData
from PySide6.QtGui import QIcon, QPixmap

from desktop.paths import resource_file

_VERSION_OF_TREE = 1
# Qt keeps no copy of what it is given.
_kept: list[tuple[bytes, bytes, bytes]] = []


def _hash(name: str) -> int:
    """Qt's hash of a name in a resource tree (qt_hash in qhash.cpp)."""
    value = 0
    for letter in name.encode("utf-16-be")[1::2]:
        value = (value << 4) + letter
        value = (value ^ (value & 0xF0000000) >> 23) & 0x0FFFFFFF
    return value


def _register(folders: list[str], content: bytes) -> None:
    """Adds one file below ":/", its path given as folders and name in ASCII, in the format of rcc."""
    tree, names = b"\0\0\0\0" + b"\0\2" + b"\0\0\0\1" + b"\0\0\0\1", b""
    for depth, name in enumerate(folders, 2):
        start = len(names).to_bytes(4, "big")
        names += len(name).to_bytes(2, "big") + _hash(name).to_bytes(4, "big") + name.encode("utf-16-be")
        folder = b"\0\2" + b"\0\0\0\1" + depth.to_bytes(4, "big")
        file = b"\0\0" + b"\0\0\0\1" + b"\0\0\0\0"
        tree += start + (file if depth == len(folders) + 1 else folder)
    _kept.append((tree, names, len(content).to_bytes(4, "big") + content))
    qRegisterResourceData(_VERSION_OF_TREE, *_kept[-1])


@cache
def resource(name: str, colour: str) -> str:
    """Path of an icon of resources/icons in a colour "#RRGGBB", for style sheets and Qt. FileNotFoundError: no such icon."""
    text = resource_file(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    place = ["drawn", colour.removeprefix("#"), f"{name}.svg"]
    _register(place, text.encode())
    return ":/" + "/".join(place)


@cache
def icon(name: str, colour: str, on: str = "", disabled: str = "") -> QIcon:
    """An icon of resources/icons; `on`: its colour while the button is checked, `disabled`: while it cannot be pressed."""
    made = QIcon(resource(name, colour))
    if on:
        made.addFile(resource(name, on), QSize(), QIcon.Mode.Normal, QIcon.State.On)
    if disabled:
        for state in QIcon.State:
            made.addFile(resource(name, disabled), QSize(), QIcon.Mode.Disabled, state)
    return made


@cache
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of size x size px, sharp on a screen of `ratio` device pixels a px; for delegates and labels."""
    return icon(name, colour).pixmap(QSize(size, size), ratio)


@cache
def drawing(name: str, line: str, accent: str, fill: str, width: int, ratio: float = 1.0) -> QPixmap:
    """A drawing of resources/drawings (4:3) `width` px wide: its lines, the line that matters and its grounds in three colours."""
    text = resource_file(f"drawings/{name}.svg").read_text("utf-8")
    text = (
        text.replace("currentColor", line).replace('"accent"', f'"{accent}"').replace('"fill"', f'"{fill}"')
    )
    wide = round(width * ratio)
    text = text.replace('width="160" height="120"', f'width="{wide}" height="{round(wide * 0.75)}"')
    made = QPixmap()
    made.loadFromData(text.encode(), "SVG")
    made.setDevicePixelRatio(ratio)
    return made
