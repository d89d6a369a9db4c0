"""Single values of a package: ids, days, moments, numbers, texts, names of files, each in the shape in which this program makes them."""

import datetime as dt
import re
from collections.abc import Iterable, Sized
from decimal import Decimal

from desktop.domain.deadline import Deadline

LINE, TEXT = 2_000, 200_000
"""Characters of a name or another text of one line, and of a text that people write."""
BODY = 16 << 20
_LONGEST_FILE_NAME = 255
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_DIGITS = 20
_UID = re.compile(r"[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}")  # as `storage.values.new_uid` makes them
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|\+00:00)?")
_HEXADECIMAL = re.compile(r"[0-9a-f]*")
_DAY_OF_YEAR = r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_RECURRENCE = re.compile(
    r"daily|weekly(?::[1-7])?|(?:monthly|quarterly|half-yearly)(?::(?:[1-9]|[12]\d|3[01]))?"
    rf"|yearly(?::{_DAY_OF_YEAR}(?:,{_DAY_OF_YEAR}){{0,30}})?"
)
_NO_FILE_NAME = re.compile(r"[\x00-\x1f/\\:*?\"<>|]|[ .]$")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class BadContent(ValueError):
    """Something in a package is not as this program makes it; the words say what, for the log."""


def need(is_right: object, what: str) -> None:
    """Raise `BadContent` with `what` unless it is right."""
    if not is_right:
        raise BadContent(what)


def uid(value: str, what: str) -> None:
    """A stable id. Raises `BadContent`, as all below."""
    need(_UID.fullmatch(value), f"{what}: no id")


def uid_or_none(value: str, what: str) -> None:
    """A stable id or ""."""
    need(not value or _UID.fullmatch(value), f"{what}: no id")


def hexadecimal(value: str, length: int, what: str) -> None:
    """So many hexadecimal digits in lower case."""
    need(len(value) == length and _HEXADECIMAL.fullmatch(value), f"{what}: not {length} hexadecimal digits")


def lines(what: str, *values: str) -> None:
    """Texts of one line, none too long for a screen."""
    need(all(len(value) <= LINE for value in values), f"{what}: too long")


def texts(what: str, *values: str) -> None:
    """Texts that people write."""
    need(all(len(value) <= TEXT for value in values), f"{what}: too long")


def most(values: Sized, count: int, what: str) -> None:
    """No more of them than `count`."""
    need(len(values) <= count, f"{len(values)} {what}")


def distinct(values: Iterable[object], what: str) -> None:
    """None of them twice."""
    held = list(values)
    need(len(set(held)) == len(held), f"{what} twice")


def days(what: str, *values: dt.date | None) -> None:
    """Days between 1900 and 2200, or none."""
    is_near = (value is None or _FIRST_YEAR <= value.year <= _LAST_YEAR for value in values)
    need(all(is_near), f"{what}: day far off")


def moment(value: str, what: str) -> None:
    """A moment in UTC (ISO), to the second or finer."""
    need(_MOMENT.fullmatch(value), f"{what}: no moment")
    try:
        found = dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise BadContent(f"{what}: {error}") from error
    days(what, found.date())


def count(value: int | None, largest: int, what: str) -> None:
    """A whole number from 1 on, or none."""
    need(value is None or 1 <= value <= largest, f"{what}: {value}")


def number(value: Decimal, what: str) -> None:
    """A finite number of at most 20 digits, before and after the point together."""
    need(value.is_finite(), f"{what}: not finite")
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    need(len(digits) <= _DIGITS and -_DIGITS <= exponent <= _DIGITS - len(digits), f"{what}: too many digits")


def deadline(value: Deadline | None, what: str) -> None:
    """A deadline whose rule of return is one that can be counted."""
    if value is None:
        return
    lines(what, value.text)
    days(what, value.date, value.start)
    need(value.recurrence is None or _RECURRENCE.fullmatch(value.recurrence), f"{what}: recurrence")


def file_name(value: str, what: str) -> None:
    """A plain name that means the same file everywhere: no folder, no drive, no device."""
    is_plain = 0 < len(value) <= _LONGEST_FILE_NAME and not _NO_FILE_NAME.search(value)
    need(is_plain and not _DEVICES.fullmatch(value), f"{what}: name of a file")
