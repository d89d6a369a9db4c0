"""Names that are nearly the one written: a wrong letter, a word left out. Suggestions only; nothing is decided here."""

from collections import Counter
from collections.abc import Iterable

_LIMIT = 5


class NearNames:
    """An index over folded names, built once. names: (unit id, name as `fold_name` gives it), a unit may come several times."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._names = list(names)
        self._by_part: dict[str, list[int]] = {}
        self._by_word: dict[str, set[int]] = {}
        for at, (_, name) in enumerate(self._names):
            for part in _parts(name):
                self._by_part.setdefault(part, []).append(at)
            for word in name.split():
                self._by_word.setdefault(word, set()).add(at)

    def suggest(self, folded: str) -> tuple[int, ...]:
        """At most five unit ids, nearest first: at most one letter in five differs, its last word is
        shortened, or all words written stand in the name."""
        found = dict.fromkeys([*self._shortened(folded), *self._alike(folded), *self._holding(folded)])
        return tuple(found)[:_LIMIT]

    def _shortened(self, folded: str) -> list[int]:
        """Units whose names end where the written one has a short form: "phong vh" of "phong vhxh", "phong kt" of "phong kinh te"."""
        head, _, short = folded.rpartition(" ")
        if not head or len(short) < 2:
            return []
        rest = (
            (unit, name.removeprefix(f"{head} ")) for unit, name in self._names if name.startswith(f"{head} ")
        )
        found = [
            u for u, name in rest if name.startswith(short) or "".join(w[0] for w in name.split()) == short
        ]
        return found if len(found) <= _LIMIT else []

    def _alike(self, folded: str) -> list[int]:
        shared: Counter[int] = Counter()
        # Parts that nearly every name has ("ubn") tell nothing and would cost a walk over all of them.
        common = max(50, len(self._names) // 4)
        for part in _parts(folded):
            rows = self._by_part.get(part, [])
            if len(rows) <= common:
                shared.update(rows)
        limit = max(1, len(folded) // 5)
        near = []
        for at, _ in shared.most_common(40):
            unit, name = self._names[at]
            distance = edit_distance(folded, name, limit)
            if distance <= limit:
                near.append((distance, at, unit))
        return [unit for _, _, unit in sorted(near)]

    def _holding(self, folded: str) -> list[int]:
        words = folded.split()
        common = max(3, len(self._names) // 4)
        if sum(len(self._by_word.get(word, ())) <= common for word in words) < 2:
            return []
        rows = set.intersection(*(self._by_word.get(word, set()) for word in words))
        units = dict.fromkeys(self._names[at][0] for at in sorted(rows))
        return list(units) if len(units) <= _LIMIT else []


def _parts(text: str) -> set[str]:
    return {text[at : at + 3] for at in range(max(1, len(text) - 2))}


def edit_distance(one: str, other: str, limit: int) -> int:
    """Letters to insert, delete or change to make one text of the other (Levenshtein); `limit` + 1 as soon as it is more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        above, row[0] = row[0], at
        for column, against in enumerate(other, 1):
            cost = min(row[column] + 1, row[column - 1] + 1, above + (letter != against))
            above, row[column] = row[column], cost
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
