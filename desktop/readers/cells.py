"""Raw values of cells made into clean text: NFC, one space, no invisible characters, numbers and dates as people write them.

Guesses nothing: NaN and the marks of broken formulas become empty. Works on whole columns, because lists are long.
"""

import datetime as dt
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any

from desktop.domain.vietnamese import clean

# Characters that `clean` drops and that no office types: C0 but tab and line ends, C1 but NEL, zero-width, direction.
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_BROKEN = frozenset(
    ("#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!")
)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_BETWEEN = "|"
_LOOKED_AT = 64


class Cleaner:
    """Cleans cells and counts what it had to drop. `convert`, where given, changes old encodings first.

    counts: "control_characters", "cell_cut" -> how many characters or cells.
    """

    def __init__(self, longest: int) -> None:
        self.counts: Counter[str] = Counter()
        self._longest = longest

    def column(self, values: Sequence[Any], convert: Callable[[str], str] | None = None) -> list[str]:
        """The cells of a column as clean text, "" for an empty one."""
        if set(map(type, values)) == {str}:
            if convert is None and self._tidy(_once(values)):
                return list(values)
            return [self.text(value, convert) if value else "" for value in values]
        return [self.text(value, convert) for value in values]

    def _tidy(self, values: Collection[str]) -> bool:
        """Whether nothing in the column needs cleaning: looked at as one long text, which is many times quicker."""
        joined = f"|{_BETWEEN.join(values)}|"
        return (
            joined.isprintable()
            and "  " not in joined
            and "| " not in joined
            and " |" not in joined
            and ("#" not in joined or "|#" not in joined)
            and ("_" not in joined or "_x" not in joined)
            and "\u034f" not in joined
            and (joined.isascii() or unicodedata.is_normalized("NFC", joined))
            and max(map(len, values)) <= self._longest
        )

    def text(self, value: Any, convert: Callable[[str], str] | None = None) -> str:
        """One cell as clean text."""
        if not isinstance(value, str):
            return "" if value is None else number_text(value)
        if "_x" in value:
            value = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        self.counts["control_characters"] += (
            0 if convert or value.isprintable() else len(_CONTROL.findall(value))
        )
        if len(value) > self._longest:
            self.counts["cell_cut"] += 1
            value = value[: self._longest]
        if value in _BROKEN:
            return ""
        return clean(convert(value) if convert else value)


def _once(values: Sequence[str]) -> Collection[str]:
    """The texts without repetitions, where they seem to be many."""
    return set(values) if len(set(values[:_LOOKED_AT])) * 2 < len(values[:_LOOKED_AT]) else values


def number_text(value: Any) -> str:
    """A number, date, time or truth value as text: 12.0 is "12", dates are dd/mm/yyyy; NaN and infinite are empty."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e17 else repr(value)
    if isinstance(value, dt.datetime):
        return value.strftime("%d/%m/%Y %H:%M" if value.time() != dt.time() else "%d/%m/%Y")
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return str(value)
