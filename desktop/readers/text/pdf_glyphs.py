"""Words and ruled lines of a PDF page through pdfium's own functions, character by character.

Only places and letters; what they mean for the reading order is found elsewhere. Spaces are judged by the distance
between letters: a space that pdfium made up or that takes no room does not part a word.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from desktop.readers.text.print import Page, Rule, Word

_SPACES, _ENDS, _HYPHEN = frozenset({0x20, 0xA0, 0x09, 0x2002, 0x2003, 0x3000}), frozenset({0, 10, 13}), 0x02
_ITALIC, _FORCE_BOLD, _FILL_AND_STROKE = 1 << 6, 1 << 18, 2
_BOLD_NAME = re.compile(r"bold|black|heavy|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|(?<![a-z])it(?![a-z])", re.IGNORECASE)
_UNIT = re.compile(r"(?:^|\W|\d)[kcdm]?m$")
_LABEL = re.compile(r"(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]")
_MARK = re.compile(r"[\[(]?(\d{1,3}|[ivx]{1,4}|\*{1,3})[\])]?$")
_WITHIN, _BETWEEN = 0.35, 0.2
"""Gaps that part words, in sizes: within a piece of text that has spaces of its own, and between pieces."""
_THIN = 3.0
_MOST_OBJECTS, _MOST_SEGMENTS = 20_000, 4_000
MOST_CHARACTERS = 60_000
"""More than this on one page is no paper to be read (a full page has 3,000 to 6,000)."""


class PageTooFull(ValueError):
    """A page has `count` characters, more than MOST_CHARACTERS."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} characters on a page")
        self.count = count


class _Letters(NamedTuple):
    """What the characters of one text object share."""

    turn: int | None
    line: float
    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class _Made:
    """A word being put together."""

    text: str
    x0: float
    x1: float
    letters: _Letters


@dataclass(slots=True)
class _Collector:
    """Characters in the order of the file become words; footnote marks are set aside."""

    words: list[tuple[int, Word]] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    made: _Made | None = None
    space: bool = False

    def add(self, char: str, x0: float, x1: float, letters: _Letters, *, widest: float) -> None:
        """One character that takes the room from x0 to x1; `widest`: the gap that parts words, in sizes."""
        made = self.made
        if made is not None and made.letters.turn == letters.turn:
            gap = (x0 - made.x1) / max(letters.size, 1.0)
            rise = (made.letters.line - letters.line) / max(made.letters.size, 1.0)
            if widest < _WITHIN and _LABEL.fullmatch(made.text):
                widest = 0.03  # the automatic number of a list stands close to its words
            small = letters.size < 0.8 * made.letters.size
            near = -0.5 < gap < (0.05 if self.space else widest)
            if (near and abs(rise) < 0.12) or 0x300 <= ord(char) < 0x370:
                made.text += char
                made.x1 = max(made.x1, x1)
                return
            if -0.5 < gap < 0.4 and small and -0.4 < rise < 0.7:
                # Raised or lowered small letters stand on the line of the word before them.
                letters = letters._replace(line=made.letters.line, size=made.letters.size)
                if rise < 0.12 or _UNIT.search(made.text):
                    made.text += char
                    made.x1 = x1
                    return
                self._close()
                self.made = _Made("\0" + char, x0, x1, letters)
                self.space = False
                return
        self._close()
        self.made = _Made(char, x0, x1, letters)
        self.space = False

    def end(self) -> None:
        """The last word is whole."""
        self._close()
        self.made = None

    def _close(self) -> None:
        made = self.made
        if made is None or made.letters.turn is None:
            return
        text = made.text
        if text.startswith("\0"):
            text = text[1:]
            mark = _MARK.fullmatch(text)
            if mark:
                self.marks.add(mark[1])
                return
        look = made.letters
        word = Word(made.x0, look.line, made.x1, look.size, text, look.bold, look.italic)
        self.words.append((look.turn or 0, word))


def read_page(page: Any) -> Page:
    """The words and rules of a `pypdfium2.PdfPage`, turned so that its text runs from left to right.

    Raises PageTooFull, and PdfiumError when pdfium cannot make sense of the page.
    """
    textpage = page.get_textpage()
    try:
        words, marks = _words(textpage.raw)
    finally:
        textpage.close()
    counts: dict[int, int] = {}
    for turn, word in words:
        counts[turn] = counts.get(turn, 0) + len(word.text)
    main = max(counts, key=lambda turn: counts[turn], default=0)
    box = page.get_bbox()
    left, top = _place(main, box[0] if main in {0, 90} else box[2], box[3] if main in {0, 270} else box[1])
    shown = tuple(_moved(word, left, top) for turn, word in words if turn == main)
    width, height = box[2] - box[0], box[3] - box[1]
    if main % 180:
        width, height = height, width
    rules = tuple(rule for rule in _rules(page.raw, main, left, top)) if shown else ()
    return Page(width, height, shown, rules, frozenset(marks))


def _place(turn: int, x: float, y: float) -> tuple[float, float]:
    """A point of the page where text runs at `turn` degrees, in coordinates where it runs to the right."""
    return {0: (x, -y), 90: (y, x), 180: (-x, y), 270: (-y, -x)}[turn]


def _moved(word: Word, left: float, top: float) -> Word:
    return word._replace(x0=word.x0 - left, x1=word.x1 - left, y=word.y - top)


def _words(text: Any) -> tuple[list[tuple[int, Word]], set[str]]:
    count = pdfium.FPDFText_CountChars(text)
    if count > MOST_CHARACTERS:
        raise PageTooFull(count)
    collector = _Collector()
    spaced = _has_spaces(text, count)
    box = pdfium.FS_RECTF()
    box_at = ctypes.byref(box)
    unicode_of, box_of, object_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetTextObject,
    )
    address_of, void = ctypes.cast, ctypes.c_void_p
    looks: dict[int, _Letters] = {}
    last = 0
    for i in range(count):
        code = unicode_of(text, i)
        if code in _SPACES:
            if not pdfium.FPDFText_IsGenerated(text, i):
                collector.space = True
            continue
        if code in _ENDS:
            continue
        address = address_of(object_of(text, i), void).value or 0
        letters = looks.get(address)
        if letters is None:
            letters = looks[address] = _letters(text, i)
        box_of(text, i, box_at)
        turn = letters.turn or 0
        if turn == 0:
            x0, x1 = box.left, box.right
        else:
            x0, x1 = sorted((_place(turn, box.left, box.bottom)[0], _place(turn, box.right, box.top)[0]))
        widest = _WITHIN if spaced and address == last else _BETWEEN
        last = address
        collector.add("-" if code == _HYPHEN else chr(code), x0, x1, letters, widest=widest)
    collector.end()
    return collector.words, collector.marks


def _has_spaces(text: Any, count: int) -> bool:
    """Whether the page is written with spaces of its own, judged by its first thousand characters."""
    return any(
        pdfium.FPDFText_GetUnicode(text, i) == 0x20 and not pdfium.FPDFText_IsGenerated(text, i)
        for i in range(min(count, 1000))
    )


def _letters(text: Any, i: int) -> _Letters:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, i, ctypes.byref(matrix))
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, i, ctypes.byref(x), ctypes.byref(y))
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    turn = round(angle / 90) * 90 % 360
    size = abs(pdfium.FPDFText_GetFontSize(text, i)) * (math.hypot(matrix.c, matrix.d) or 1.0)
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, i, name, 256, ctypes.byref(flags))
    font = name.value.decode("utf-8", "replace")
    mode = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text, i))
    bold = bool(_BOLD_NAME.search(font)) or bool(flags.value & _FORCE_BOLD) or mode == _FILL_AND_STROKE
    italic = bool(_ITALIC_NAME.search(font)) or bool(flags.value & _ITALIC)
    slanted = min(abs(angle - turn), 360 - abs(angle - turn)) > 5
    return _Letters(None if slanted else turn, _place(turn, x.value, y.value)[1], size, bold, italic)


def _rules(page: Any, turn: int, left: float, top: float) -> Iterator[Rule]:
    for i in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        element = pdfium.FPDFPage_GetObject(page, i)
        if pdfium.FPDFPageObj_GetType(element) == pdfium.FPDF_PAGEOBJ_PATH:
            for x0, y0, x1, y1 in _strokes(element):
                u0, v0 = _place(turn, x0, y0)
                u1, v1 = _place(turn, x1, y1)
                yield Rule(min(u0, u1) - left, min(v0, v1) - top, max(u0, u1) - left, max(v0, v1) - top)


_Box = tuple[float, float, float, float]


def _strokes(path: Any) -> Iterator[_Box]:
    """Level and upright lines of a path: thin shapes, and the sides of larger ones when they are drawn."""
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(path, *map(ctypes.byref, sides))
    x0, y0, x1, y1 = (side.value for side in sides)
    if min(x1 - x0, y1 - y0) <= _THIN:
        yield from _thin(x0, y0, x1, y1)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    for shape in _shapes(path):
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
            yield from _thin(min(xs), min(ys), max(xs), max(ys))
        elif stroke.value:
            for (ax, ay), (bx, by) in pairwise(shape):
                if min(abs(ax - bx), abs(ay - by)) <= 1:
                    yield from _thin(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _thin(x0: float, y0: float, x1: float, y1: float) -> Iterator[_Box]:
    """A thin box as a line through its middle; dots and short dashes are nothing."""
    if y1 - y0 <= x1 - x0 and x1 - x0 >= 2 * _THIN:
        yield x0, (y0 + y1) / 2, x1, (y0 + y1) / 2
    elif x1 - x0 < y1 - y0 >= 2 * _THIN:
        yield (x0 + x1) / 2, y0, (x0 + x1) / 2, y1


def _shapes(path: Any) -> Iterator[list[tuple[float, float]]]:
    """The sub-paths as points on the page, closed ones ending where they began."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    shape: list[tuple[float, float]] = []
    for i in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and shape:
            yield shape
            shape = []
        shape.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            shape.append(shape[0])
    if len(shape) > 1:
        yield shape
