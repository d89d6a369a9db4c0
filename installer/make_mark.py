"""Makes the pictures of the program's mark that packages want out of resources/icons/app.svg: app.png (256 px) and app.ico.

Run by hand when the drawing changes: `QT_QPA_PLATFORM=offscreen python installer/make_mark.py`. Both are committed, so that
building a package needs no screen. The .ico holds a PNG of each size, which Windows reads since Vista.
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QPixmap

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def png(size: int) -> bytes:
    """The mark as a PNG of size x size px."""
    text = (ICONS / "app.svg").read_text("utf-8")
    pixmap = QPixmap()
    drawn = text.replace('width="64" height="64"', f'width="{size}" height="{size}"', 1)
    pixmap.loadFromData(drawn.encode(), "SVG")
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return content.data()


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon file of Windows: its head, an entry of 16 bytes for each picture, the pictures."""
    at = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        side = size % 256  # a byte: 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def main() -> None:
    """Writes both files."""
    app = QGuiApplication([])
    pictures = {size: png(size) for size in SIZES}
    (ICONS / "app.png").write_bytes(pictures[256])
    (ICONS / "app.ico").write_bytes(ico(pictures))
    app.shutdown()


if __name__ == "__main__":
    main()
