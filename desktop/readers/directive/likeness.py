"""Whether names of units say the same units again. Compares words, knows no paragraphs."""

import re

from desktop.readers.directive.words import begins, level


def repeats(names: tuple[str, ...], heading: tuple[str, ...]) -> bool:
    """Whether units are those of the heading said again, and not some of its list."""
    if _is_person(names) != _is_person(heading):
        return False
    return overlap(names, heading) >= 0.5 and _count(names) >= _count(heading)


def _is_person(names: tuple[str, ...]) -> bool:
    """ "Chủ tịch UBND các tỉnh" is somebody else than "UBND các tỉnh"."""
    return bool(names) and begins(level(names[0]), "units", "persons") is not None


def _count(names: tuple[str, ...]) -> int:
    """How many units names are, those behind a colon one by one ("các Bộ: Nội vụ, Tài chính")."""
    return len(names) + sum(name.partition(":")[2].count(",") for name in names)


def overlap(names: tuple[str, ...], others: tuple[str, ...]) -> float:
    """How many of the words of the shorter list of names stand in the other, 0 to 1."""
    first, second = _telling(names), _telling(others)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def _telling(names: tuple[str, ...]) -> set[str]:
    """The words of names that tell one unit from another."""
    small = {"và", "các", "của", "tỉnh", "xã", "phường", "thành", "phố"}
    return set(re.findall(r"\w+", level(" ".join(names)))) - small
