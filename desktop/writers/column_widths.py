"""How wide the columns of a table are: the shares they ask for, mended by what stands in them. The same for PDF and DOCX."""

from desktop.documents.model import Table
from desktop.writers.fonts import Face
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
    those whose cells do not fit on one line (an empty column, to be written in by hand, gives nothing); none is narrower than its
    longest word while others have room."""
    columns = [_Column(table, at, frame, size) for at in range(len(table.columns))]
    total = sum(column.width for column in table.columns)
    wanted = [frame.width * column.width / total for column in table.columns]
    least = [column.least for column in columns]
    if sum(least) >= frame.width:
        return [frame.width * width / sum(least) for width in least]
    return _with_least(_shared(wanted, columns), least)


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


def _words(text: str, face: Face) -> list[str]:
    return [word for word in face.clean(text).split(" ") if word]


def _shared(wanted: list[float], columns: list[_Column]) -> list[float]:
    spare = [
        min(max(width - column.whole, 0.0), width * _GIVES) if column.whole else 0.0
        for width, column in zip(wanted, columns, strict=True)
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
