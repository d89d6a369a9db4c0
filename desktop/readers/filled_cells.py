"""What a person meant by the cell of a result form: a state, a day, a figure. Words are data; nothing is guessed."""

import datetime as dt
import re
import tomllib
from decimal import Decimal, InvalidOperation
from functools import cache

from desktop.domain.assignment import Status
from desktop.domain.vietnamese import clean, fold
from desktop.paths import data_file

_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(36526, 73051)  # 2000 to 2099, as Excel counts days

Cell = str | float | int | bool | dt.date | dt.time | None


@cache
def _status_words() -> list[tuple[str, Status]]:
    words = tomllib.loads(data_file("status_words.toml").read_text("utf-8"))
    pairs = [(word, Status(name)) for name, some in words.items() for word in some]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def status_of(cell: Cell) -> Status | None:
    """The state that the words name; None where they name none. Exact words first, then the longest beginning of whole words."""
    words = fold(text_of(cell)).strip(" .")
    for known, status in _status_words():
        if words == known or (len(known) > 2 and words.startswith(known + " ")):
            return status
    return None


def day_of(cell: Cell) -> dt.date | None:
    """The day in a cell: a real date, "24/3/2026", "24-3-26", or Excel's number of it; None where it is none."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _EPOCH + dt.timedelta(int(cell)) if int(cell) in _SERIALS else None
    words = text_of(cell)
    iso, local = _ISO.fullmatch(words), _DAY.fullmatch(words)
    if not (iso or local):
        return None
    year, month, day = iso.groups() if iso else local.groups()[::-1] if local else ("", "", "")
    try:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def number_of(cell: Cell) -> Decimal | None:
    """The figure in a cell: "1.234,5" and "1 234,5" as Vietnamese write it, or a number of Excel; None where it is none or below 0."""
    if isinstance(cell, bool | dt.date | dt.time) or cell is None:
        return None
    if isinstance(cell, int | float):
        words = repr(cell)
    else:
        words = cell.replace(" ", "").replace("\u00a0", "")
        if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", words) or "," in words:
            words = words.replace(".", "").replace(",", ".")
    try:
        value = Decimal(words)
    except InvalidOperation:
        return None
    if not value.is_finite() or value < 0:
        return None
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def text_of(cell: Cell) -> str:
    """The cell as clean text: NFC, single spaces, no control characters; "" for an empty one."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return clean(str(cell))
