"""HTML as Word, LibreOffice, Excel and browsers put it on the clipboard → lines with looks and tables. Ranks nothing, fetches nothing."""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from desktop.documents.model import Run

_BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dt", "dd"})
_SILENT = frozenset({"style", "script", "head", "title", "xml", "svg", "math", "noscript", "template"})
_VOID = frozenset({"br", "img", "hr", "meta", "link", "col", "input", "wbr"})
_MOST_CELLS = 50
"""A cell spans at most this many rows or columns: pages lie."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. label: of a list, as its maker shows it ("1.", "·"); heading: 1-6 for h1-h6, 0 for others; level: depth of the
    list it stands in, from 1."""

    runs: tuple[Run, ...]
    label: str = ""
    heading: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with the lines in it. width: as its maker wrote it, 0 where it did not."""

    lines: tuple[Line, ...]
    rows: int = 1
    columns: int = 1
    width: float = 0.0
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row, each with the cells that begin in it."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(slots=True)
class _Open:
    """An element that is open: what it says of the words in it."""

    tag: str
    bold: bool | None = None
    italic: bool | None = None
    is_label: bool = False


@dataclass(slots=True)
class _List:
    kind: str
    number: int = 0


@dataclass(slots=True)
class _Place:
    """Where lines go: the page, or a cell."""

    parts: list["Line | Grid"] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    rows: list[list[Cell]] = field(default_factory=list)
    cell: Cell | None = None


def parse(html: str) -> tuple[Line | Grid, ...]:
    """What the page shows, from top to bottom. Words that legacy fonts show otherwise are as they stand."""
    reader = _Reader()
    reader.feed(_inside(html))
    reader.close()
    return reader.end()


def _inside(html: str) -> str:
    """Between the marks by which Windows says what was copied."""
    found = re.search(r"<!--StartFragment-->(.*?)<!--EndFragment-->", html, re.DOTALL)
    return found[1] if found else html


class _Reader(HTMLParser):
    """Keeps what is open and puts words into lines, lines into places."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_Open] = []
        self._lists: list[_List] = []
        self._places = [_Place()]
        self._tables: list[_Table] = []
        self._runs: list[Run] = []
        self._line = Line(())
        self._silent = 0

    def end(self) -> tuple[Line | Grid, ...]:
        """All of it; elements that nobody closed are closed."""
        self._break()
        while self._tables:
            self._end_table()
        return tuple(self._places[0].parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See `HTMLParser`."""
        if tag in _SILENT:
            self._silent += 1
        if self._silent:
            return
        values = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._runs.append(replace(self._look(), text="\n"))
        elif tag in {"ul", "ol"}:
            self._break()
            self._lists.append(
                _List(tag if tag == "ul" else values.get("type", "1"), _whole(values.get("start"), 1) - 1)
            )
        elif tag in {"table", "tr", "td", "th"}:
            self._start_table_part(tag, values)
        elif tag in _BLOCKS:
            self._break()
            self._line = self._begun(tag)
        if tag not in _VOID:
            self._open.append(_opened(tag, values))

    def handle_endtag(self, tag: str) -> None:
        """See `HTMLParser`."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            return
        if self._silent or tag in _VOID:
            return
        at = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i].tag == tag), None)
        if at is not None:
            del self._open[at:]
        if tag in _BLOCKS:
            self._break()
        elif tag in {"ul", "ol"}:
            self._break()
            del self._lists[-1:]
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag == "table":
            self._end_table()

    def handle_data(self, data: str) -> None:
        """See `HTMLParser`."""
        if self._silent:
            return
        if any(one.is_label for one in self._open):
            self._line = replace(self._line, label=(self._line.label + data).replace("\u00a0", " ").strip())
        elif data.strip() or self._runs:
            self._runs.append(replace(self._look(), text=data.replace("\n", " ").replace("\r", "")))

    def unknown_decl(self, data: str) -> None:
        """Word's "[if !supportLists]": what stands in it is told by the spans inside."""

    def _look(self) -> Run:
        bold = next((one.bold for one in reversed(self._open) if one.bold is not None), False)
        italic = next((one.italic for one in reversed(self._open) if one.italic is not None), False)
        return Run("", bold, italic)

    def _begun(self, tag: str) -> Line:
        if tag == "li" and self._lists:
            of = self._lists[-1]
            of.number += 1
            return Line((), _list_label(of), level=len(self._lists))
        heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" else 0
        return replace(self._line, heading=heading) if not self._line.label else self._line

    def _break(self) -> None:
        """The line is over."""
        if any(run.text.strip() for run in self._runs):
            self._places[-1].parts.append(replace(self._line, runs=tuple(self._runs)))
            self._line = Line(())
        self._runs = []

    def _start_table_part(self, tag: str, values: dict[str, str]) -> None:
        self._break()
        if tag == "table":
            self._tables.append(_Table())
        elif not self._tables:
            return
        elif tag == "tr":
            self._end_cell()
            self._tables[-1].rows.append([])
        else:
            self._end_cell()
            self._tables[-1].cell = Cell(
                (),
                min(_MOST_CELLS, max(1, _whole(values.get("rowspan"), 1))),
                min(_MOST_CELLS, max(1, _whole(values.get("colspan"), 1))),
                float(_whole(values.get("width"), 0)),
                tag == "th",
            )
            self._places.append(_Place())

    def _end_cell(self) -> None:
        self._break()
        table = self._tables[-1] if self._tables else None
        if table is None or table.cell is None:
            return
        lines = tuple(line for part in self._places.pop().parts for line in _flat(part))
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(replace(table.cell, lines=lines))
        table.cell = None

    def _end_table(self) -> None:
        self._end_cell()
        if self._tables:
            rows = tuple(tuple(row) for row in self._tables.pop().rows if row)
            if rows:
                self._places[-1].parts.append(Grid(rows))


def _opened(tag: str, values: dict[str, str]) -> _Open:
    style = values.get("style", "").lower()
    made = _Open(tag, is_label="mso-list:ignore" in style.replace(" ", ""))
    if tag in {"b", "strong", "th", "h1", "h2", "h3"}:
        made.bold = True
    if tag in {"i", "em"}:
        made.italic = True
    if weight := re.search(r"font-weight:\s*([a-z0-9]+)", style):
        made.bold = weight[1] in {"bold", "bolder"} or _whole(weight[1], 0) >= 600
    if slant := re.search(r"font-style:\s*([a-z]+)", style):
        made.italic = slant[1] in {"italic", "oblique"}
    return made


def _flat(part: Line | Grid) -> tuple[Line, ...]:
    """The lines of a cell; a table inside one as its lines."""
    if isinstance(part, Line):
        return (part,)
    return tuple(line for row in part.rows for cell in row for line in cell.lines)


def _list_label(of: _List) -> str:
    if of.kind == "ul":
        return "-"
    return {"a": f"{chr(96 + of.number)})" if of.number <= 26 else "-", "I": "I."}.get(
        of.kind, f"{of.number}."
    )


def _whole(text: str | None, otherwise: int) -> int:
    found = re.match(r"\s*(\d{1,4})", text or "")
    return int(found[1]) if found else otherwise
