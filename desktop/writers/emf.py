"""A drawing as an enhanced metafile, the picture made of lines and text that every Word since 2007 and LibreOffice show sharp.

Plain records of [MS-EMF], no EMF+; the numbers after a record's name are those of that document. One unit of the file is a twentieth
of a point, on a device that has 1,440 of them an inch, so that places are written as they are.
"""

import struct
import unicodedata
from collections.abc import Callable, Sequence

from desktop.documents.drawing import Colour, Drawing, Label, Point, Shape, Stroke
from desktop.writers.docx_styles import FONT

LetterWidth = Callable[[str, bool], float]
"""Width of one letter in ems, regular or bold."""

_UNITS = 20  # in a point
_INCH = 1440  # units
_HUNDREDTHS = 2540 / _INCH  # of a millimetre in a unit
_DEVICE_MM = (420, 297)

_HEADER, _POLYGON, _POLYLINE = 1, 86, 87
_WINDOW_EXTENT, _WINDOW_ORIGIN, _VIEW_EXTENT, _VIEW_ORIGIN = 9, 10, 11, 12
_END, _MAP_MODE, _BACKGROUND, _TEXT_ALIGN, _TEXT_COLOUR = 14, 17, 18, 22, 24
_SELECT, _BRUSH, _FONT, _TEXT, _PEN = 37, 39, 82, 84, 95
_NO_PEN = 0x80000008
_ANISOTROPIC, _TRANSPARENT, _ON_BASELINE = 8, 1, 24
_GEOMETRIC_FLAT_MITRED = 0x10000 | 0x200 | 0x2000
_DEFAULT_CHARSET, _TRUETYPE, _ROMAN_VARIABLE = 1, 4, 0x12
_BOUNDS = (0, 0, -1, -1)  # of one record: told to be empty, for no player needs them


def emf(drawing: Drawing, letter: LetterWidth) -> bytes:
    """The whole file. letter: measures the faces of the papers; text is set in Times New Roman with exactly these widths."""
    file = _File(letter)
    for mark in drawing.marks:
        match mark:
            case Shape():
                file.shape(mark)
            case Stroke():
                file.stroke(mark)
            case Label():
                file.label(mark)
    return file.whole(drawing.width, drawing.height)


def _unit(points: float) -> int:
    return round(points * _UNITS)


def _colour(colour: Colour) -> int:
    red, green, blue = colour
    return red | green << 8 | blue << 16


class _File:
    """Records one after the other. Pens, brushes and fonts are made when first needed and used again."""

    def __init__(self, letter: LetterWidth) -> None:
        self._letter = letter
        self._records: list[bytes] = []
        self._objects: dict[tuple[object, ...], int] = {}
        self._selected: dict[str, int] = {}
        self._ink: Colour | None = None

    def shape(self, shape: Shape) -> None:
        """A filled polygon."""
        self._use("pen", _NO_PEN)
        self._use("brush", self._made(_BRUSH, 0, _colour(shape.fill), 0))
        self._points(_POLYGON, shape.points)

    def stroke(self, stroke: Stroke) -> None:
        """A line; EXTLOGPEN: style, width, solid brush, colour, no hatch, no dashes of its own."""
        bitmap = (0, 0, 0, 0)
        width = max(_unit(stroke.weight), 1)
        pen = self._made(_PEN, *bitmap, _GEOMETRIC_FLAT_MITRED, width, 0, _colour(stroke.colour), 0, 0)
        self._use("pen", pen)
        self._points(_POLYLINE, stroke.points)

    def label(self, label: Label) -> None:
        """A line of text, each letter as wide as it was measured."""
        self._use("font", self._font(label.size, bold=label.bold))
        if label.colour != self._ink:
            self._ink = label.colour
            self._add(_TEXT_COLOUR, struct.pack("<I", _colour(label.colour)))
        text, widths = self._widths(label)
        data = text.encode("utf-16-le")
        after = 76 + len(data) + -len(data) % 4
        place = (_unit(label.x), _unit(label.y))
        head = struct.pack("<4iI2f", *_BOUNDS, 1, _HUNDREDTHS, _HUNDREDTHS)
        told = struct.pack("<2i3I4iI", *place, len(widths), 76, 0, *_BOUNDS, after)
        spaces = struct.pack(f"<{len(widths)}I", *widths)
        self._add(_TEXT, head + told + data + b"\0" * (-len(data) % 4) + spaces)

    def whole(self, width: float, height: float) -> bytes:
        """The file: header, setting, marks, end."""
        size = _unit(width), _unit(height)
        setting = (
            _record(_MAP_MODE, struct.pack("<I", _ANISOTROPIC)),
            _record(_WINDOW_ORIGIN, struct.pack("<2i", 0, 0)),
            _record(_WINDOW_EXTENT, struct.pack("<2i", *size)),
            _record(_VIEW_ORIGIN, struct.pack("<2i", 0, 0)),
            _record(_VIEW_EXTENT, struct.pack("<2i", *size)),
            _record(_BACKGROUND, struct.pack("<I", _TRANSPARENT)),
            _record(_TEXT_ALIGN, struct.pack("<I", _ON_BASELINE)),
        )
        end = _record(_END, struct.pack("<3I", 0, 16, 20))
        body = b"".join((*setting, *self._records, end))
        count = len(setting) + len(self._records) + 2
        return _header(size, len(body), count, len(self._objects) + 1) + body

    def _add(self, kind: int, data: bytes) -> None:
        self._records.append(_record(kind, data))

    def _points(self, kind: int, points: Sequence[Point]) -> None:
        places = [_unit(value) for point in points for value in point]
        self._add(kind, struct.pack(f"<4iI{len(places)}h", *_BOUNDS, len(points), *places))

    def _use(self, what: str, handle: int) -> None:
        if self._selected.get(what) != handle:
            self._selected[what] = handle
            self._add(_SELECT, struct.pack("<I", handle))

    def _made(self, kind: int, *values: int) -> int:
        key = (kind, *values)
        if key not in self._objects:
            self._objects[key] = handle = len(self._objects) + 1
            self._add(kind, struct.pack(f"<{len(values) + 1}I", handle, *values))
        return self._objects[key]

    def _font(self, size: float, *, bold: bool) -> int:
        """LOGFONTW, with the rest of an EXTLOGFONTW left empty."""
        key = (_FONT, size, bold)
        if key not in self._objects:
            self._objects[key] = handle = len(self._objects) + 1
            kinds = (0, 0, 0, _DEFAULT_CHARSET, _TRUETYPE, 0, 0, _ROMAN_VARIABLE)
            logical = struct.pack("<5i8B", -_unit(size), 0, 0, 0, 700 if bold else 400, *kinds)
            face = FONT.encode("utf-16-le").ljust(64, b"\0")
            self._add(_FONT, struct.pack("<I", handle) + (logical + face).ljust(320, b"\0"))
        return self._objects[key]

    def _widths(self, label: Label) -> tuple[str, list[int]]:
        """The text without control characters, and how far each of its UTF-16 units moves the pen; rounding does not add up."""
        letters = [
            one for one in unicodedata.normalize("NFC", label.text) if unicodedata.category(one)[0] != "C"
        ]
        widths, place, pen = [], 0.0, 0
        for one in letters:
            place += self._letter(one, label.bold) * label.size
            widths += [_unit(place) - pen, *(0,) * (ord(one) > 0xFFFF)]
            pen = _unit(place)
        return "".join(letters), widths


def _record(kind: int, data: bytes) -> bytes:
    padded = data + b"\0" * (-len(data) % 4)
    return struct.pack("<2I", kind, 8 + len(padded)) + padded


def _header(size: tuple[int, int], rest: int, records: int, handles: int) -> bytes:
    """Bounds and frame of the picture, and the device they are measured on."""
    frame = [round(length * _HUNDREDTHS) for length in size]
    device = [round(length * _INCH / 25.4) for length in _DEVICE_MM]
    micrometres = [length * 1000 for length in _DEVICE_MM]
    data = struct.pack("<4i4i", 0, 0, size[0] - 1, size[1] - 1, 0, 0, *frame)
    data += b" EMF" + struct.pack("<3I2H3I", 0x10000, 108 + rest, records, handles, 0, 0, 0, 0)
    data += struct.pack("<4i3I2i", *device, *_DEVICE_MM, 0, 0, 0, *micrometres)
    return _record(_HEADER, data)
