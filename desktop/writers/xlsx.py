"""Writes the tables of a document to a workbook, a sheet each: heads repeated in print, figures as figures, text never a formula."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.documents.model import Align, Table, Tone
from desktop.writers.workbook_cells import (
    FONT,
    HEAD_GROUND,
    LINE_COLOUR,
    Book,
    Look,
    set_figure,
    set_page,
    set_text,
    span,
)

_RULED = {"border": 1, "border_color": LINE_COLOUR, "text_wrap": True}
_PAGE_CHARACTERS = 95
"""Width of an A4 page in characters of the font: the shares of the columns are spread over it."""
_LANDSCAPE_CHARACTERS = 145
_LINE = 15.75  # points of a line of the text
_LETTERS = 1.2  # letters that stand in a character of a column's width
_RAGGED = 2  # letters lost at the end of a line


@dataclass(frozen=True, slots=True)
class Bars:
    """A native chart of lying bars in parts, one bar for each row but the total. names: column, from 0, of what the bars are of;
    parts: columns of the parts with their looks, from left to right; the heads of the columns name them."""

    title: str
    names: int
    parts: tuple[tuple[int, Tone], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. name: on its tab (cut to 31 characters, signs that Excel forbids taken out); title: lines above the table;
    landscape: printed on its side, with wider columns; bars: a chart under the table."""

    name: str
    title: tuple[str, ...]
    table: Table
    landscape: bool = False
    bars: Bars | None = None


def write(sheets: Sequence[Sheet], path: Path) -> None:
    """Write `sheets` to `path` (.xlsx). Raises the errors of `atomic.replacing`."""
    book = Book()
    for sheet in sheets:
        _sheet(book, book.sheet(sheet.name), sheet)
    book.save(path)


def _sheet(book: Book, out: Any, sheet: Sheet) -> None:
    table = sheet.table
    page = _LANDSCAPE_CHARACTERS if sheet.landscape else _PAGE_CHARACTERS
    share = page / sum(column.width for column in table.columns)
    widths = [max(6, column.width * share) for column in table.columns]
    _titles(book, out, sheet, page)
    top = len(sheet.title) + 1
    first = _heads(book, out, table, top, _rooms(widths))
    _body(book, out, table, first, widths)
    set_page(out, landscape=sheet.landscape, repeated=(top, first - 1), frozen=first, widths=widths)
    count = len(table.rows) - table.total
    if sheet.bars and count:
        out.insert_chart(first + len(table.rows) + 1, 0, _chart(book, out, sheet, sheet.bars, (first, count)))


def _titles(book: Book, out: Any, sheet: Sheet, page: float) -> None:
    for row, line in enumerate(sheet.title):
        look = book.texts(font_size=13, bold=row == 0, align="center", valign="vcenter", text_wrap=True)
        span(out, row, len(sheet.table.columns), line, look)
        # Excel makes no room by itself for the lines of merged cells.
        out.set_row(row, 18 * math.ceil(max(len(line), 1) / (page * 0.85)))


def _body(book: Book, out: Any, table: Table, first: int, widths: Sequence[float]) -> None:
    """The rows from row `first` on; a group is one cell as wide as the table."""
    rooms, whole = _rooms(widths), _rooms([sum(widths)])
    light, bold = (_looks(book, table, bold=bold) for bold in (False, True))
    group = book.texts(**_RULED, bold=True, align="left", valign="top")
    last = len(table.rows) - 1
    for position, cells in enumerate(table.rows):
        row = first + position
        if position in table.groups:
            _row(out, row, cells, bold)
            span(out, row, len(widths), cells[0], group)
            _make_room(out, row, cells[:1], whole)
        else:
            _row(out, row, cells, bold if table.total and position == last else light)
            _make_room(out, row, cells, rooms)


def _rooms(widths: Sequence[float]) -> list[tuple[float, float]]:
    """For columns of `widths` characters: from how many letters on a text may wrap, and how many stand on a line."""
    return [(width, max(width * _LETTERS - _RAGGED, 1.0)) for width in widths]


def _make_room(out: Any, row: int, cells: Sequence[str], rooms: Sequence[tuple[float, float]]) -> None:
    """The height that wrapped cells need: Excel finds it by itself, but not for merged cells, and LibreOffice for none. Rather one
    line too many than one too few."""
    most = 1.0
    for text, (width, room) in zip(cells, rooms, strict=False):
        if "\n" in text:
            most = max(most, sum(max(1.0, -(-len(part) // room)) for part in text.split("\n")))
        elif len(text) >= width and len(text) > most * room:
            most = -(-len(text) // room)
    if most > 1:
        out.set_row(row, _LINE * most)


def _heads(book: Book, out: Any, table: Table, top: int, rooms: Sequence[tuple[float, float]]) -> int:
    """The head rows from `top`; gives the first row of the body."""
    depth = _depth(table)
    look = book.texts(**_RULED, bold=True, bg_color=HEAD_GROUND, align="center", valign="vcenter")
    for level in range(depth):
        titles = ["".join(column.titles[level : level + 1]) for column in table.columns]
        for position, title in enumerate(titles):
            set_text(out, top + level, position, title, look)
        _make_room(out, top + level, titles, rooms)
    return top + depth


def _depth(table: Table) -> int:
    """How many head rows there are."""
    return max(len(column.titles) for column in table.columns)


def _looks(book: Book, table: Table, *, bold: bool) -> list[tuple[bool, Look]]:
    """For each column whether figures stand in it, and the look of its cells."""
    return [
        (
            column.align is not Align.LEFT,
            book.texts(**_RULED, bold=bold, align=_HORIZONTAL[column.align], valign="top"),
        )
        for column in table.columns
    ]


def _row(out: Any, row: int, cells: tuple[str, ...], looks: list[tuple[bool, Look]]) -> None:
    for column, (text, (figures, look)) in enumerate(zip(cells, looks, strict=True)):
        if not (figures and text) or not set_figure(out, row, column, text, look):
            set_text(out, row, column, text, look)


def _chart(book: Book, out: Any, sheet: Sheet, bars: Bars, rows: tuple[int, int]) -> Any:
    """The chart of `rows` (the first, how many), as wide as the page."""
    first, count = rows
    name, last = out.get_name(), first + count - 1
    chart = book.chart({"type": "bar", "subtype": "stacked"})
    for column, tone in bars.parts:
        head = first - 1 - _depth(sheet.table) + len(sheet.table.columns[column].titles)
        chart.add_series(
            {
                "name": [name, head, column],
                "categories": [name, first, bars.names, last, bars.names],
                "values": [name, first, column, last, column],
                "border": {"color": _EDGE, "width": 0.75},
                "data_labels": {"value": True, "num_format": "#,##0;;", "font": _chart_font(tone)},
                "gap": 40,
                **_FILLS[tone],
            }
        )
    chart.set_title({"name": bars.title, "name_font": {"name": FONT, "size": 13}, "overlay": False})
    chart.set_y_axis({"reverse": True, "num_font": _chart_font()})
    chart.set_x_axis({"num_font": _chart_font(), "major_gridlines": {"visible": False}, "min": 0})
    chart.set_legend({"position": "bottom", "font": _chart_font()})
    characters = _LANDSCAPE_CHARACTERS if sheet.landscape else _PAGE_CHARACTERS
    chart.set_size({"width": round(characters * _PIXELS), "height": 150 + 26 * count})
    return chart


def _chart_font(tone: Tone = Tone.EMPTY) -> dict[str, Any]:
    return {"name": FONT, "size": 11, "color": "#FFFFFF" if tone is Tone.SOLID else "#000000"}


_PIXELS = 7.1  # a character of the width of a column
_EDGE = "#404040"
_FILLS: dict[Tone, dict[str, Any]] = {
    Tone.SOLID: {"fill": {"color": "#1B5E3C"}},
    Tone.MIDDLE: {"fill": {"color": "#C9C58A"}},
    Tone.HATCHED: {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": _EDGE, "bg_color": "#FFFFFF"}},
    Tone.EMPTY: {"fill": {"color": "#FFFFFF"}},
}
"""The looks of the printed charts: they are told apart without colours too."""
_HORIZONTAL = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
