"""Automatic numbers of Word's lists, rendered as they are printed. Reads numbering.xml, changes nothing.

Rules: ISO/IEC 29500-1 §17.9 (abstract numberings, levels, overrides, restart).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_PRINTED_BULLETS = {"-": "-", "–": "-", "—": "-", "+": "+", "*": "*"}
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: first number, kind of number, pattern ("%1.%2."), after which level it starts anew."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """All lists of a document and where each stands now."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract_of: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    by_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _met: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number: str, level: int) -> str:
        """The next label of list `number` at `level` (0-based); "" when the list or level prints nothing."""
        abstract = self.abstract_of.get(number, "")
        levels = self.lists.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        self._count(number, level, levels, counts)
        kind = levels[level]
        if kind.form == "bullet":
            return _PRINTED_BULLETS.get(kind.pattern.strip(), "-") if kind.pattern.strip() else ""
        return _printed(kind, levels, counts)

    def level_of_style(self, style: str, number: str) -> int | None:
        """The level that list `number` ties to a paragraph style, or None."""
        abstract, level = self.by_style.get(style, ("", 0))
        return level if abstract and abstract == self.abstract_of.get(number) else None

    def _count(self, number: str, level: int, levels: dict[int, Level], counts: list[int | None]) -> None:
        override = self.overrides.get(number, {}).get(level)
        now = counts[level]
        if override is not None and (number, level) not in self._met:
            counts[level] = override
        else:
            counts[level] = levels[level].start if now is None else now + 1
        self._met.add((number, level))
        for upper in range(level):
            if counts[upper] is None:
                counts[upper] = levels.get(upper, Level()).start
        for lower in range(level + 1, _LEVELS):
            restart = levels.get(lower, Level()).restart
            if restart is None or 0 < restart >= level + 1:
                counts[lower] = None


def _printed(kind: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    text = kind.pattern
    for place in range(_LEVELS):
        count = counts[place]
        if f"%{place + 1}" in text:
            form = levels.get(place, Level()).form
            plain = kind.legal and form not in {"decimal", "decimalZero"}
            text = text.replace(f"%{place + 1}", spelled(count or 0, "decimal" if plain else form))
    return text.strip()


def spelled(value: int, form: str) -> str:
    """A number in one of Word's number formats; unknown formats print as decimal, "none" as nothing."""
    return _FORMS.get(form, str)(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        text += sign * times
    return text


def _letter(value: int) -> str:
    if value < 1:
        return str(value)
    times, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * min(times + 1, 8)


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
    "decimalZero": lambda value: f"{value:02d}",
    "none": lambda _value: "",
    "bullet": lambda _value: "-",
}


def read_numbering(root: Any | None) -> Numbering:
    """The lists of numbering.xml (its parsed root, None when the document has none)."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in root.iterfind(f"{_W}abstractNum"):
        name = abstract.get(f"{_W}abstractNumId", "")
        numbering.lists[name] = {}
        for element in abstract.iterfind(f"{_W}lvl"):
            place = _int(element.get(f"{_W}ilvl"), 0)
            if 0 <= place < _LEVELS:
                numbering.lists[name][place] = _level(element)
                style = _value(element, "pStyle")
                if style:
                    numbering.by_style[style] = (name, place)
    for num in root.iterfind(f"{_W}num"):
        _read_num(numbering, num)
    return numbering


def _read_num(numbering: Numbering, num: Any) -> None:
    name = num.get(f"{_W}numId", "")
    abstract = _value(num, "abstractNumId") or ""
    numbering.abstract_of[name] = abstract
    for override in num.iterfind(f"{_W}lvlOverride"):
        place = _int(override.get(f"{_W}ilvl"), 0)
        own = override.find(f"{_W}lvl")
        if own is not None and 0 <= place < _LEVELS:
            # A level of its own: the list gets a copy that only this number uses.
            copy = f"{abstract}/{name}"
            numbering.lists.setdefault(copy, dict(numbering.lists.get(abstract, {})))[place] = _level(own)
            numbering.abstract_of[name] = copy
        start = _value(override, "startOverride")
        if start is not None:
            numbering.overrides.setdefault(name, {})[place] = _int(start, 1)


def _level(element: Any) -> Level:
    restart = _value(element, "lvlRestart")
    legal = element.find(f"{_W}isLgl")
    return Level(
        start=_int(_value(element, "start"), 1),
        form=_value(element, "numFmt") or "decimal",
        pattern=_value(element, "lvlText") or "",
        restart=None if restart is None else _int(restart, 0),
        legal=legal is not None and legal.get(f"{_W}val") not in {"0", "false"},
    )


def _value(element: Any, name: str) -> str | None:
    found = element.find(f"{_W}{name}")
    value = None if found is None else found.get(f"{_W}val")
    return None if value is None else str(value)


def _int(text: str | None, default: int) -> int:
    """A number of the file; what is no number or beyond a million is taken as `default`."""
    try:
        value = int(text or "")
    except ValueError:
        return default
    return value if abs(value) <= 1_000_000 else default
