"""Finds units by any name they ever bore. "thon ha" and "Thôn Hạ" are one name, "Thôn Hạ" and "Thôn Hà" are two."""

from collections.abc import Iterable
from typing import Self

from desktop.domain.unit import Unit
from desktop.domain.vietnamese import fold_name, fold_names
from desktop.domain.written_name import accents_agree, plain
from desktop.services.many_rows import let_go


class UnitNames:
    """The names of `units`, former ones too; a living unit goes before a dissolved one."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._names: dict[str, list[tuple[str, int]]] = {}
        living_first = sorted(units, key=lambda unit: unit.ended is not None)
        self._learn([(name.name, unit.id) for unit in living_first for name in unit.names])

    @classmethod
    def of(cls, names: Iterable[tuple[str, int]]) -> Self:
        """From (name, id of its unit), those that go before first."""
        known = cls(())
        known._learn(list(names))
        return known

    def _learn(self, names: list[tuple[str, int]]) -> None:
        for folded, one in zip(fold_names([name for name, _ in names]), names, strict=True):
            self._names.setdefault(folded, []).append(one)

    def find(self, words: str, folded: str | None = None) -> tuple[int, ...]:
        """Ids of the units of that name: of those spelt exactly so where there are any, else of all that may be meant.

        folded: `fold_name` of the words, where it is known already.
        """
        there = self._names.get(fold_name(words) if folded is None else folded)
        if not there:
            return ()
        exact = [key for name, key in there if name == words]
        if exact:
            return tuple(dict.fromkeys(exact))
        said = plain(words)
        return tuple(dict.fromkeys(key for name, key in there if accents_agree(said, plain(name))))

    def forget(self) -> None:
        """Know no name any more: what many names took is given back part by part."""
        let_go(self._names)
