"""The words of a web page in order: paragraphs, lists with the numbers a browser prints, tables. Opens nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.errors import FileHostile
from desktop.readers.blocks import Block
from desktop.readers.text.grid import COLUMNS, Cell, Grid, grid_blocks
from desktop.readers.text.lines import Span, paragraph
from desktop.readers.text.numbering import spelled

_NAMES = (
    "p div h1 h2 h3 h4 h5 h6 li dt dd blockquote pre center address article section main header body html ul ol dl "
    "fieldset figure figcaption table tr td th tbody thead tfoot caption hr"
)
PARAGRAPHS = frozenset(_NAMES.split())
_BOLD, _ITALIC = (
    frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"}),
    frozenset({"i", "em", "cite"}),
)
_SETTING = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 200
_NOTE_MARK = re.compile(r"\W*(?:\d{1,3}|[ivx]{1,4})\W*")


def page_blocks(path: Path, element: Any) -> list[Block]:
    """The blocks, with raw text, of everything inside an element. `path`: for FileHostile (nested too deeply)."""
    page = _Page(path)
    page.read(element, _Look(), 0)
    return page.done()


def settings_of(element: Any) -> dict[str, str]:
    """The settings of the attribute `style`, names and values in small letters."""
    style = element.get("style")
    return {name.lower(): value.strip().lower() for name, value in _SETTING.findall(style)} if style else {}


@dataclass(frozen=True, slots=True)
class _Look:
    """How words are shown where they stand."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    raised: bool = False
    kept: bool = False

    def inside(self, element: Any) -> "_Look":
        """The look inside an element."""
        settings = settings_of(element)
        weight = settings.get("font-weight", "")
        bold = self.bold or element.tag in _BOLD
        if weight:
            bold = weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight) >= 600)
        slant = settings.get("font-style", "")
        italic = slant in {"italic", "oblique"} if slant else self.italic or element.tag in _ITALIC
        align = settings.get("text-align") or (element.get("align") or "").lower()
        centred = align == "center" if align else self.centred or element.tag == "center"
        return _Look(
            bold, italic, centred, self.raised or element.tag == "sup", self.kept or element.tag == "pre"
        )


@dataclass(slots=True)
class _Page:
    """Collects the paragraphs of a page, or of one cell of a table, while its elements are gone through."""

    path: Path
    blocks: list[Block] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    label: str = ""
    centred: bool = False

    def read(self, element: Any, look: _Look, depth: int) -> None:
        """Everything inside an element, in order."""
        if depth > _DEEPEST:
            raise FileHostile(self.path, "nested too deeply")
        inner = look.inside(element)
        self._text(element.text, inner)
        for child in element:
            self._child(child, inner, depth)
            self._text(child.tail, inner)

    def done(self) -> list[Block]:
        """All blocks; nothing is left waiting."""
        self._close()
        return self.blocks

    def _child(self, child: Any, look: _Look, depth: int) -> None:
        if child.tag == "br":
            self.spans.append(Span("\n"))
        elif child.tag == "table":
            self._close()
            self.blocks += self._table(child, look, depth)
        elif child.tag in PARAGRAPHS:
            self._close()
            if child.tag == "li":
                self.label = _label(child)
            self.read(child, look, depth + 1)
            self._close()
        else:
            self.read(child, look, depth + 1)

    def _text(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        if not look.kept:
            text = _SPACE.sub(" ", text)
        if look.raised and _NOTE_MARK.fullmatch(text) and not self._after_unit():
            return
        if text.strip():
            self.centred = look.centred
        self.spans.append(Span(text, look.bold, look.italic))

    def _after_unit(self) -> bool:
        return bool(self.spans) and bool(re.search(r"(?:^|\W|\d)[kcdm]?m$", self.spans[-1].text))

    def _close(self) -> None:
        """The words so far are a paragraph."""
        if self.spans:
            has_words = any(span.text.strip() for span in self.spans)
            found = paragraph(_tidy(self.spans), centred=self.centred, label=self.label if has_words else "")
            self.blocks += found if has_words or self.blocks else []
            if has_words:
                self.label = ""
        self.spans = []
        self.centred = False

    def _table(self, table: Any, look: _Look, depth: int) -> list[Block]:
        taken: dict[int, int] = {}
        inner = look.inside(table)
        rows = tuple([self._row(row, inner.inside(row), depth, taken) for row in _rows(table)])
        return [Block(""), *grid_blocks(Grid(rows, _is_ruled(table))), Block("")]

    def _row(self, row: Any, look: _Look, depth: int, taken: dict[int, int]) -> tuple[Cell, ...]:
        """The cells of a row. taken: grid column -> rows that a cell from above still covers."""
        covered = {column for column, left in taken.items() if left > 0}
        for column in covered:
            taken[column] -= 1
        cells, at = [], 0
        for element in row:
            if element.tag not in {"td", "th"}:
                continue
            while at in covered:
                at += 1
            span, down = _count(element.get("colspan")), _count(element.get("rowspan"))
            if at >= COLUMNS:
                break
            inside = _Page(self.path)
            inside.read(element, look, depth + 1)
            cells.append(Cell(at, span, tuple(inside.done())))
            taken.update(dict.fromkeys(range(at, min(at + span, COLUMNS)), down - 1))
            at += span
        return tuple(cells)


def _tidy(spans: list[Span]) -> list[Span]:
    """A line end of the page's source beside <br> is no space."""
    made: list[Span] = []
    for span in spans:
        if made and made[-1].text == "\n":
            span = replace(span, text=span.text.lstrip(" "))
        made.append(span)
    return made


def _label(item: Any) -> str:
    """The number or bullet that a browser prints before <li>."""
    above = item.getparent()
    form = (above.get("type") or "") if above is not None else ""
    if "none" in settings_of(item).get("list-style", "") + (
        settings_of(above).get("list-style", "") if above is not None else ""
    ):
        return ""
    if above is None or above.tag != "ol":
        return "-"
    items = [child for child in above if child.tag == "li"]
    start = above.get("start") or "1"
    number = (int(start) if start.isdecimal() and len(start) < 6 else 1) + items.index(item)
    return spelled(number, _LIST_FORMS.get(form, "decimal")) + "."


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"tbody", "thead", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _count(text: str | None) -> int:
    digits = (text or "1").strip()
    return max(1, min(int(digits[:9]), COLUMNS)) if digits.isdecimal() else 1


def _is_ruled(table: Any) -> bool:
    """Whether lines are drawn between the cells: by the attribute, or by the style of most of them."""
    border = (table.get("border") or "0").strip().removesuffix("px")
    cells = [cell for row in _rows(table) for cell in row if cell.tag in {"td", "th"}]
    drawn = [settings_of(cell) for cell in cells]
    none = sum(_border(settings) is False for settings in drawn)
    lines = sum(_border(settings) is True for settings in drawn)
    if lines * 2 > len(cells):
        return True
    return border not in {"0", "", "none"} and none * 2 <= len(cells)


def _border(settings: dict[str, str]) -> bool | None:
    """Whether a cell draws its border; None when it does not say."""
    said = [value for name, value in settings.items() if name.startswith("border") and "radius" not in name]
    said = [value for value in said if _says_border(value)]
    if not said:
        return None
    return any("solid" in value or "double" in value for value in said)


def _says_border(value: str) -> bool:
    return any(word in value for word in ("solid", "double", "none", "dotted", "dashed"))
