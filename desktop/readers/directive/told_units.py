"""Units of a cell or of what stands behind a label. Takes every value for a list of names; asks nobody to do anything."""

import re

from desktop.readers.directive import cutting
from desktop.readers.directive.units import name_at, split
from desktop.readers.directive.words import level, pattern

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_LONG_LIST = 120


def listed_units(text: str) -> tuple[str, ...]:
    """The units of a cell or of what stands behind "Đơn vị chủ trì:", cut one by one, whatever their form."""
    value = _BRACKETS.sub("", text.strip(" .;:-–")).strip(" .;:-–")
    if not value.strip(" /"):
        return ()
    return (_told_units(value) if len(value) > _LONG_LIST else ()) or split(value)


def _told_units(value: str) -> tuple[str, ...]:
    """The units of a value that also tells what each shall do ("Sở A tiến hành ...; các xã rà soát ..."), else nothing."""
    names: list[str] = []
    told = False
    for part in cutting.sentences(value)[0].split(";"):
        named = name_at(part.strip())
        if named is None:
            return ()
        told = (
            told or pattern("units", "stops").match(level(part.strip()[named.end :]).lstrip(" ,")) is not None
        )
        names += named.names
    return tuple(names) if told else ()
