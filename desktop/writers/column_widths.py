"""How wide the columns of a table are: the shares they ask for, mended by what stands in them. The same for PDF and DOCX."""

from desktop.documents.model import Table
from desktop.writers.fonts import Face
from desktop.writers.line_breaking import balanced
from desktop.writers.pdf_layout import Frame
from desktop.writers.pdf_page import MM

_AIR = 1.5  # points more than a word needs: other programs round, and take a part of the border
_LONGEST = (
    12.0  # ems: an address or a number of forty digits is cut in its cell and does not take the whole table
)
_GIVES = (
    0.3  # the share of its width that a column with room to spare gives to those that would break their lines
)


def column_widths(table: Table, frame: Frame, size: float) -> list[float]:
    """Widths in points that fill the frame. Columns get their shares; those with more room than their cells need give a part to
    those whose cells do not fit on one line (an empty column, to be written in by hand, gives nothing), but not so much that its own
    heading takes a line more; none is narrower than its longest word while others have room."""
    columns = [_Column(table, at, frame, size) for at in range(len(table.columns))]
    total = sum(column.width for column in table.columns)
    wanted = [frame.width * column.width / total for column in table.columns]
    least = [column.least for column in columns]
    if sum(least) >= frame.width:
        return [frame.width * width / sum(least) for width in least]
    heads = [_head(table, at, frame, size, width) for at, width in enumerate(wanted)]
    return _with_least(_shared(wanted, columns, heads), least)


class _Column:
    """What stands in one column, in points. least: its longest word; whole: its widest cell on one line, 0: it is empty."""

    def __init__(self, table: Table, at: int, frame: Frame, size: float) -> None:
        bold, regular = frame.face(bold=True), frame.face()
        padding = 2 * frame.form.table.padding * MM + _AIR
        last = len(table.rows) - 1
        longest = max(
            (bold.widths[word] for title in table.columns[at].titles for word in _words(title, bold)),
            default=0.0,
        )
        whole = 0.0
        for index, row in enumerate(table.rows):
            if index in table.groups or at >= len(row):
                continue
            face = bold if table.total and index == last else regular
            for line in row[at].split("\n"):
                widths = [face.widths[word] for word in _words(line, face)]
                if widths:
                    longest = max(longest, *widths)
                    whole = max(whole, sum(widths) + face.space * (len(widths) - 1))
        self.least = min(longest, _LONGEST) * size + padding
        self.whole = max(whole * size + padding, self.least) if whole else 0.0


def _head(table: Table, at: int, frame: Frame, size: float, width: float) -> float:
    """The narrowest width at which the heading over one column has no more lines than at `width`, points."""
    titles = table.columns[at].titles
    padding = 2 * frame.form.table.padding * MM
    if not titles or not titles[-1] or width <= padding:
        return 0.0
    lines = balanced(titles[-1], frame.face(bold=True), frame.setting(size), width - padding)
    return max(line.width for line in lines) + padding + _AIR


def _words(text: str, face: Face) -> list[str]:
    return [word for word in face.clean(text).split(" ") if word]


def _shared(wanted: list[float], columns: list[_Column], heads: list[float]) -> list[float]:
    spare = [
        min(max(width - max(column.whole, head), 0.0), width * _GIVES) if column.whole else 0.0
        for width, column, head in zip(wanted, columns, heads, strict=True)
    ]
    lack = [max(column.whole - width, 0.0) for width, column in zip(wanted, columns, strict=True)]
    moved = min(sum(spare), sum(lack))
    if not moved:
        return wanted
    gives, takes = moved / sum(spare), moved / sum(lack)
    return [width - a * gives + b * takes for width, a, b in zip(wanted, spare, lack, strict=True)]


def _with_least(widths: list[float], least: list[float]) -> list[float]:
    short = sum(max(low - width, 0) for low, width in zip(least, widths, strict=True))
    spare = sum(max(width - low, 0) for low, width in zip(least, widths, strict=True))
    return [
        width - (width - low) * short / spare if width > low else low
        for low, width in zip(least, widths, strict=True)
    ]
