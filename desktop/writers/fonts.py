"""The faces of the papers: files found and read once, widths of words kept, letters the face lacks replaced. Draws nothing.

Fonts are loaded by path, never by a family name of the system: some systems carry an old Liberation Serif without Vietnamese.
Widths are in ems (a word at 14 points is `face.widths[word] * 14` points wide).
"""

import functools
import os
import re
import struct
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFont

from desktop.paths import resource_file

NBSP = "\u00a0"

# Signs drawn as lines, for no face of Times New Roman's metrics has them; each is one em wide.
DRAWN = frozenset("☐☑☒✓✔◐◉□")

# What stands for a letter the face lacks; anything else becomes an empty box, so that the loss is seen.
_INSTEAD = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2212": "–",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\u202f": NBSP,
    "\u2007": NBSP,
    "\uf0b7": "•",
    "\uf0fc": "✓",
    "\uf0a8": "☐",
    "\uf0fe": "☒",
    "✗": "☒",
    "✘": "☒",
    "✕": "☒",
    "☓": "☒",
    "◻": "☐",
    "➢": "►",
    "➤": "►",
    "⇒": "→",
    "\ufffd": "□",
}

_ENDS = re.compile("[ ]*[\t-\r\x85\u2028\u2029][ \t-\r\x85\u2028\u2029]*")
_BLANK = re.compile(r"(?<=\S) {2,}(?=\S)")

# Names and metrics for systems that install fonts; a viewer of PDF never reads them.
_NOT_EMBEDDED = frozenset({b"name", b"OS/2", b"post"})

_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_TIMES = (
    ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
    tuple(f"Times_New_Roman{style}.ttf" for style in ("", "_Bold", "_Italic", "_Bold_Italic")),
    tuple(f"Times New Roman{style}.ttf" for style in ("", " Bold", " Italic", " Bold Italic")),
)


class _Widths(dict[str, float]):
    """Word → width in ems, measured when first met."""

    def __init__(self, letters: dict[int, float]) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, word: str) -> float:
        letters = self._letters
        width = self[word] = sum([letters[ord(letter)] for letter in word]) / 1000
        return width


class _Repair(dict[int, str]):
    """Code point → what is printed for it, for `str.translate`."""

    def __init__(self, known: frozenset[str]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, code: int) -> str:
        self[code] = new = self._instead(chr(code))
        return new

    def _instead(self, letter: str) -> str:
        if letter in self._known:
            return letter
        if letter in _INSTEAD:
            return _INSTEAD[letter]
        if letter.isspace():
            return " "
        if unicodedata.category(letter) in {"Cc", "Cf", "Mn", "Me", "Cs"}:
            return ""
        simple = unicodedata.normalize("NFKC", letter)
        return simple if simple != letter and self._known.issuperset(simple) else "□"


class Face:
    """One face. font: what reportlab embeds; widths: word → ems (words must be `clean`); space: width of a space in ems."""

    __slots__ = ("_known", "_repair", "font", "space", "widths")

    def __init__(self, path: Path) -> None:
        self.font = TTFont(path.stem, str(path), asciiReadable=False, shapable=False)
        embedded = self.font.face.makeSubset
        self.font.face.makeSubset = lambda subset: without_tables(embedded(subset), _NOT_EMBEDDED)
        letters = {code: float(width) for code, width in self.font.face.charWidths.items()}
        letters |= dict.fromkeys(map(ord, DRAWN), 1000.0)
        # Below the space are only control characters, whatever glyphs a face may give them.
        self._known = frozenset(
            chr(code)
            for code in letters
            if code == 0x20
            or (code > 0x20 and unicodedata.category(chr(code)) not in {"Cc", "Cf", "Zs", "Cs", "Zl", "Zp"})
        ) | {NBSP}
        self._repair = _Repair(self._known)
        self.widths = _Widths(letters)
        self.space = self.widths[" "]

    def clean(self, text: str) -> str:
        """NFC, one kind of space, and only letters this face can print; two or more spaces in a row are a blank to write in
        and become as many non-breaking ones."""
        text = unicodedata.normalize("NFC", text)
        if not self._known.issuperset(text):
            text = _ENDS.sub(" ", text).translate(self._repair)
        return spaced_blanks(text)


def spaced_blanks(text: str) -> str:
    """Two or more spaces between words are a blank to write in: as many non-breaking ones, which no line breaking swallows."""
    return _BLANK.sub(lambda match: NBSP * len(match[0]), text) if "  " in text else text


def without_tables(font: bytes, names: frozenset[bytes]) -> bytes:
    """A TrueType file without the tables called `names`."""
    count = int.from_bytes(font[4:6], "big")
    entries = [struct.unpack_from(">4s3L", font, 12 + 16 * at) for at in range(count)]
    kept = [entry for entry in entries if entry[0] not in names]
    power = len(kept).bit_length() - 1
    head = struct.pack(">L4H", 0x00010000, len(kept), 16 << power, power, 16 * len(kept) - (16 << power))
    directory, tables, offset = b"", b"", 12 + 16 * len(kept)
    for name, checksum, start, length in kept:
        directory += struct.pack(">4s3L", name, checksum, offset + len(tables), length)
        tables += font[start : start + length] + b"\0" * (-length % 4)
    return head + directory + tables


@dataclass(frozen=True, slots=True)
class Family:
    """Four faces with the metrics of Times New Roman. line: height of a line of single spacing, ems; ascent: of it, over the baseline."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face
    line: float = 1.149
    ascent: float = 0.891

    def face(self, *, bold: bool, italic: bool) -> Face:
        """The face of that look."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps the fonts that are installed for everybody and for the person."""
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "Microsoft" / "Windows" / "Fonts"
        return Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", local
    if sys.platform == "darwin":
        return (
            Path("/Library/Fonts"),
            Path("/System/Library/Fonts/Supplemental"),
            Path("~/Library/Fonts").expanduser(),
        )
    return Path("/usr/share/fonts/truetype/msttcorefonts"), Path("~/.local/share/fonts").expanduser()


def installed_times(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """The four files of Times New Roman in the first folder that has them all, or none."""
    for folder in folders:
        for names in _TIMES:
            if all((folder / name).is_file() for name in names):
                return tuple(folder / name for name in names)
    return ()


@functools.cache
def _family(paths: tuple[Path, ...]) -> Family:
    regular, bold, italic, bold_italic = map(Face, paths)
    return Family(regular, bold, italic, bold_italic)


def family(*, times: bool = False, folders: tuple[Path, ...] | None = None) -> Family:
    """The faces to print with: the installed Times New Roman when `times` asks for it and it is there, else Liberation Serif
    of the program. Read once. folders: where to look instead of the system's own."""
    found = installed_times(font_folders() if folders is None else folders) if times else ()
    ours = tuple(resource_file(f"fonts/LiberationSerif-{style}.ttf") for style in _STYLES)
    return _family(found or ours)
