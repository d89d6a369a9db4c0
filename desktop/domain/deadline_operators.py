"""The words just before a day or period that say how it is meant: "chậm nhất trước", "đến hết", "trong".

Looks at a lower-case line; knows neither dates nor whether a deadline is meant.
"""

import functools
import re
from dataclasses import dataclass

from desktop.domain.deadline import Operator
from desktop.domain.deadline_moments import any_of, words

_WINDOW = 90
TIME = (
    rf"(?:(?:{any_of(['lúc'])}\s*)?\d{{1,2}}\s*(?:{any_of(['giờ'])}|[hg:])\s*(?:\d{{1,2}})?\s*(?:{any_of(['phút'])}|['’p]\b|’|')?"
    rf"\s*(?:{any_of(['sáng', 'chiều', 'tối'])})?\s*,?\s*)"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """Operator words: where they begin, and what they say together."""

    start: int
    operator: Operator
    words: str


def operator_before(line: str, position: int, *, in_cell: bool = False) -> Lead | None:
    """The operator that ends at a position; a time of day, a weekday and "ngày" may stand between.

    Of several ("chậm nhất trước") the strictest counts: before, then by. in_cell: also the words that mean a
    deadline only where nothing else can stand ("đến 15/12").
    """
    begin = max(0, position - _WINDOW)
    found = _pattern(in_cell=in_cell).search(line[begin:position])
    if not found:
        return None
    said = " ".join(found["chain"].split())
    operator = next(operator for operator, pattern in _classes(in_cell=in_cell) if pattern.search(said))
    return Lead(begin + found.start(), operator, said)


@functools.cache
def operator_words() -> str:
    """A pattern of one or more operator words."""
    table = words()["operators"]
    operator = any_of(word for kind in ("before", "by", "on") for word in table[kind])
    more = any_of([word for kind in ("before", "by", "on") for word in table[kind]] + table["filler"])
    return rf"{operator}(?:\s+{more})*(?!\w)\s*{TIME}?"


@functools.cache
def _pattern(*, in_cell: bool) -> re.Pattern[str]:
    table = words()["operators"]
    kinds = ("before", "by", "on", "within", "by_in_cell") if in_cell else ("before", "by", "on", "within")
    operator = any_of(word for kind in kinds for word in table[kind])
    more = any_of([word for kind in kinds for word in table[kind]] + table["filler"])
    weekday = any_of(name for names in words()["weekdays"].values() for name in names)
    part_of_day = any_of(["sáng", "chiều"])
    return re.compile(
        rf"(?<!\w)(?P<chain>{operator}(?:\s+{more})*)(?!\w)\s*:?\s*{TIME}?"
        rf"(?:(?:{any_of(['ngày'])}\s+|{part_of_day}\s+)?{weekday}\s*[,(]*\s*)?(?:{any_of(['ngày'])}\s*)?$"
    )


@functools.cache
def _classes(*, in_cell: bool) -> tuple[tuple[Operator, re.Pattern[str]], ...]:
    table = words()["operators"]
    by = table["by"] + (table["by_in_cell"] if in_cell else [])
    kinds = (
        (Operator.BEFORE, table["before"]),
        (Operator.BY, by),
        (Operator.ON, table["on"]),
        (Operator.WITHIN, table["within"]),
    )
    return tuple((operator, re.compile(rf"(?<!\w){any_of(forms)}(?!\w)")) for operator, forms in kinds)
