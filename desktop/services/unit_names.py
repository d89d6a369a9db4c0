"""Finds units by any name they ever bore. "thon ha" and "Thôn Hạ" are one name, "Thôn Hạ" and "Thôn Hà" are two."""

from collections.abc import Iterable

from desktop.domain.unit import Unit
from desktop.domain.vietnamese import fold_name
from desktop.domain.written_name import accents_agree, plain


class UnitNames:
    """The names of `units`, former ones too; a living unit goes before a dissolved one."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._names: dict[str, list[tuple[str, int]]] = {}
        for unit in sorted(units, key=lambda unit: unit.ended is not None):
            for name in unit.names:
                self._names.setdefault(fold_name(name.name), []).append((name.name, unit.id))

    def __contains__(self, folded: str) -> bool:
        """Whether a unit may have this name, given as `fold_name` makes it."""
        return folded in self._names

    def isdisjoint(self, folded: Iterable[str]) -> bool:
        """Whether no unit may have any of these names."""
        return self._names.keys().isdisjoint(folded)

    def find(self, words: str, folded: str | None = None) -> tuple[int, ...]:
        """Ids of the units of that name: of those spelt exactly so where there are any, else of all that may be meant.

        folded: `fold_name` of the words, where it is known already.
        """
        there = self._names.get(fold_name(words) if folded is None else folded)
        if not there:
            return ()
        exact = [key for name, key in there if name == words]
        said = plain(words)
        return tuple(dict.fromkeys(exact or [key for name, key in there if accents_agree(said, plain(name))]))
