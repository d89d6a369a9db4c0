"""Pages as PDF commands: lines of text, rules and boxes at places given in points from the top left. Decides nothing about layout.

reportlab embeds the fonts and writes the file; the commands of a page are put together here, for its canvas looks at every letter
several times. Text goes out word by word from kept codes, spaces are stretched by the word spacing of PDF.
"""

import re
from collections.abc import Iterable, Sequence
from typing import IO

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFZCompress,
)

from desktop.documents.drawing import BLACK, Colour, Point
from desktop.documents.form import Form
from desktop.writers.fonts import DRAWN, Face
from desktop.writers.line_breaking import Line, Part
from desktop.writers.pdf_signs import drawn

MM = 72 / 25.4
LANGUAGE = "vi-VN"

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})
_DRAWN = re.compile(f"([{''.join(sorted(DRAWN))}])")


def _n(value: float) -> str:
    return f"{value:.2f}".removesuffix(".00")


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part / 255:.3g}" for part in colour)


class _Codes(dict[str, str | None]):
    """Word → its codes in the first subset of one face, escaped; None when it needs more than that."""

    def __init__(self, face: Face, document: PDFDocument) -> None:
        super().__init__()
        self._font, self._document = face.font, document
        self.name: str = self._font.splitString(" ", document) and self._font.getSubsetInternalName(
            0, document
        )

    def __missing__(self, word: str) -> str | None:
        codes = None
        if DRAWN.isdisjoint(word):
            parts = self._font.splitString(word, self._document)
            if all(subset == 0 for subset, _ in parts):
                codes = "".join(text.decode("latin-1") for _, text in parts).translate(_ESCAPES)
        self[word] = codes
        return codes

    def split(self, text: str) -> Iterable[tuple[str, str]]:
        """(name of the subset, escaped codes) for a text of any letters."""
        for subset, codes in self._font.splitString(text, self._document):
            yield (
                self._font.getSubsetInternalName(subset, self._document),
                codes.decode("latin-1").translate(_ESCAPES),
            )


class PdfFile:
    """A PDF that grows page by page. title, author, subject: its metadata."""

    def __init__(self, title: str, author: str, subject: str) -> None:
        self._document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang=LANGUAGE)
        self._document.setTitle(title)
        self._document.setAuthor(author)
        self._document.setSubject(subject)
        self._document.setCreator("Sổ Kế Hoạch")
        fonts = PDFDictionary({"Font": PDFObjectReference("BasicFonts")})
        self._resources = self._document.Reference(fonts)
        self._codes: dict[int, _Codes] = {}

    def codes(self, face: Face) -> _Codes:
        """The codes of words in `face` in this file."""
        codes = self._codes.get(id(face))
        if codes is None:
            codes = self._codes[id(face)] = _Codes(face, self._document)
        return codes

    def add(self, sheet: "Sheet") -> None:
        """Put a finished page at the end."""
        page = PDFPage()
        page.MediaBox = PDFArray([0, 0, round(sheet.width, 2), round(sheet.height, 2)])
        page.Resources = self._resources
        page.Contents = PDFStream(content=sheet.commands(), filters=[PDFZCompress])
        self._document.addPage(page)

    def save(self, target: IO[bytes]) -> None:
        """Write the whole file. The same pages give the same bytes."""
        target.write(self._document.GetPDFData(None))


class Sheet:
    """One page. width, height in points; y grows downwards; text stands on its baseline."""

    def __init__(self, file: PdfFile, form: Form, *, landscape: bool = False) -> None:
        sides = (form.page.width * MM, form.page.height * MM)
        self.width, self.height = sides[::-1] if landscape else sides
        self._file = file
        self._text: list[str] = []
        self._paths: list[str] = []
        self._ground: list[str] = []
        self._font: tuple[str, float] = ("", 0.0)
        self._stretch = 0.0
        self._at = (0.0, 0.0)

    def line(
        self,
        x: float,
        y: float,
        line: Line,
        size: float,
        *,
        width: float | None = None,
        colour: Colour = BLACK,
    ) -> None:
        """A line of text from `x` on; with `width` it is stretched to it."""
        if colour != BLACK:
            self._text.append(f"{_rgb(colour)} rg")
            self.line(x, y, line, size, width=width)
            self._text.append("0 g")
            return
        stretch = round((width - line.width) / line.gaps, 2) if width is not None and line.gaps else 0.0
        if stretch != self._stretch:
            self._text.append(f"{stretch:.2f} Tw")
            self._stretch = stretch
        self._move(x, y)
        for face, words in line.parts:
            codes = self._file.codes(face)
            known = [codes[word] for word in words]
            if None in known:
                self._odd_line(x, y, line.parts, size, stretch)
                return
        for face, words in line.parts:
            codes = self._file.codes(face)
            self._use(codes.name, size)
            self._text.append(f"({' '.join([codes[word] or '' for word in words])})Tj")

    def rule(self, x: float, y: float, width: float, weight: float) -> None:
        """A horizontal line."""
        level = _n(self.height - y)
        self._paths.append(f"{_n(weight)} w {_n(x)} {level} m {_n(x + width)} {level} l S")

    def boxes(self, boxes: Iterable[tuple[float, float, float, float]], weight: float) -> None:
        """Outlines of boxes (x, y of the top, width, height)."""
        shapes = [
            f"{_n(x)} {_n(self.height - y - high)} {_n(wide)} {_n(high)} re" for x, y, wide, high in boxes
        ]
        self._paths.append(" ".join([f"{_n(weight)} w", *shapes, "S"]))

    def shape(self, points: Sequence[Point], fill: Colour) -> None:
        """A filled polygon under all text and rules of the page."""
        self._ground.append(f"{_rgb(fill)} rg {self._path(points)} f")

    def stroke(self, points: Sequence[Point], colour: Colour, weight: float) -> None:
        """A line through points, among the shapes."""
        self._ground.append(f"{_rgb(colour)} RG {_n(weight)} w {self._path(points)} S")

    def commands(self) -> bytes:
        """The page as a content stream."""
        ground = ["q", *self._ground, "Q"] if self._ground else []
        return "\n".join([*ground, "BT", *self._text, "ET", *self._paths, ""]).encode("latin-1")

    def _path(self, points: Sequence[Point]) -> str:
        places = [f"{_n(x)} {_n(self.height - y)}" for x, y in points]
        return " ".join([places[0], "m", *(f"{place} l" for place in places[1:])])

    def _move(self, x: float, y: float) -> None:
        """Start a line at a place, told from the start of the line before: the same step again and again packs best."""
        at = (round(x, 2), round(self.height - y, 2))
        self._text.append(f"{_n(at[0] - self._at[0])} {_n(at[1] - self._at[1])} Td")
        self._at = at

    def _use(self, name: str, size: float) -> None:
        if self._font != (name, size):
            self._text.append(f"{name} {_n(size)} Tf")
            self._font = (name, size)

    def _odd_line(self, x: float, y: float, parts: list[Part], size: float, stretch: float) -> None:
        """A line with drawn signs or letters of further subsets, piece by piece."""
        for face, words in parts:
            codes = self._file.codes(face)
            for piece in _DRAWN.split(" ".join(words)):
                if piece in DRAWN:
                    self._paths.append(drawn(piece, x, self.height - y, size))
                    x += size
                    self._move(x, y)
                elif piece:
                    for name, text in codes.split(piece):
                        self._use(name, size)
                        self._text.append(f"({text})Tj")
                    x += face.widths[piece] * size + stretch * sum(letter in " \u00a0" for letter in piece)
