"""Search over everything by words, with or without dấu.

Triggers of the schema note what was changed; it is written into the index before the next search, or before that by `catch_up`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.domain.vietnamese import fold, fold_aligned, nfc
from desktop.storage.connection import without_triggers
from desktop.storage.store import Store

_NOUNS = {1: "directive", 2: "plan", 3: "task", 4: "unit", 5: "result", 6: "report"}
_KINDS = 8  # a row of the index is id x 8 + kind
_WORD = re.compile(r"[^\W_]+")
_AROUND = 60
_MOST_WORDS = 20_000

# kind -> what is searched of a thing
_WORDS = {
    1: "words FROM directive",
    2: "concat_ws(' ', subject, number, symbol, theme) FROM plan",
    3: "concat_ws(' ', text, deliverable) FROM task",
    4: "concat_ws(' ', name, abbreviation, code, person, phone, "
    "(SELECT group_concat(name, ' ') FROM unit_former_name f WHERE f.unit = unit.id)) FROM unit",
    # What was only put together of several results (source "merge") is found by those.
    5: "iif(source = 'merge', '', concat_ws(' ', text, reason, proposal)) FROM result",
    6: "concat_ws(' ', title, number, symbol) FROM report",
}
# kind -> (title, text that a snippet is cut from)
_SHOWN = {
    1: "SELECT id, coalesce(nullif(concat_ws(' ', kind, concat_ws('/', number, symbol)), ''), file_name), words FROM directive",
    2: "SELECT id, subject, concat_ws(' ', concat_ws('/', number, symbol), theme) FROM plan",
    3: "SELECT id, text, deliverable FROM task",
    4: "SELECT id, name, concat_ws(' ', abbreviation, code, person, phone, "
    "(SELECT group_concat(name, ' · ') FROM unit_former_name f WHERE f.unit = unit.id)) FROM unit",
    5: "SELECT result.id, unit.name, concat_ws(' ', result.text, reason, proposal) FROM result "
    "JOIN assignment a ON a.id = assignment JOIN unit ON unit.id = a.unit",
    6: "SELECT id, title, concat_ws('/', number, symbol) FROM report",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. noun: "directive", "plan", "task", "unit", "result", "report"; snippet: the words around the find, "" where
    the title says it all."""

    noun: str
    id: int
    title: str
    snippet: str


class _Indexed(dict[str, str]):
    """A word -> what the index holds of it: folded, and as written too where that differs. Words with dấu are few and come often."""

    def __missing__(self, word: str) -> str:
        if word.isascii():
            return word
        folded = fold(word)
        held = folded if folded == word.lower() else f"{folded} {word}"
        if len(self) < _MOST_WORDS:
            self[word] = held
        return held


_INDEXED = _Indexed()


@contextmanager
def noted_at_once(store: Store, noun: str, first: int) -> Iterator[None]:
    """For adding many of a noun inside, with ids from `first` on: they are noted with one statement instead of one by one."""
    kind = next(kind for kind, table in _NOUNS.items() if table == noun)
    with without_triggers(store.connection()):
        yield
    store.run(
        f"INSERT OR IGNORE INTO search_todo SELECT id * {_KINDS} + {kind} FROM {noun} WHERE id >= ?", (first,)
    )


def catch_up(store: Store) -> int:
    """Write into the index what was changed since the last time; returns how much. For after an import; `find` does it by itself."""
    if store.row("SELECT 1 FROM search_todo LIMIT 1") is None:
        return 0
    with store.bulk():
        store.run(
            "DELETE FROM search WHERE rowid IN (SELECT id FROM search_todo INTERSECT SELECT id FROM search_docsize)"
        )
        for kind, words in _WORDS.items():
            table = _NOUNS[kind]
            rows = store.rows(
                f"SELECT t.id, {words} JOIN search_todo t ON {table}.id = t.id >> 3 AND t.id & 7 = {kind}"
            )
            store.run_many(
                "INSERT INTO search(rowid, words) VALUES (?, ?)",
                ((key, " ".join(map(_INDEXED.__getitem__, text.split()))) for key, text in rows),
            )
        return store.run("DELETE FROM search_todo")


def find(store: Store, words: str, limit: int = 50) -> list[Hit]:
    """What holds all of `words`, the last one as the beginning of a word; at most `limit`.

    Things that hold the words with these very dấu come first, then those that hold them folded; among these the last kept first.
    """
    written, folded = _WORD.findall(nfc(words).lower()), _WORD.findall(fold(words))
    if not folded:
        return []
    catch_up(store)
    keys: dict[int, None] = {}
    for query in _queries(written, folded):
        if len(keys) < limit:
            keys |= dict.fromkeys(_matching(store, query, limit + len(keys)))
    return _hits(store, list(keys)[:limit], folded)


def _queries(written: list[str], folded: list[str]) -> Iterable[str]:
    """From the strictest to the widest. The last word whole comes before its being a beginning: of a word that stands in half of
    everything, gathering all that begin so takes milliseconds, the whole word none."""
    for words in [written, folded] if written != folded else [folded]:
        query = " AND ".join(f'"{word}"' for word in words)
        yield query
        yield f"{query}*"


def _matching(store: Store, query: str, limit: int) -> Iterable[int]:
    sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
    return (key for (key,) in store.rows(sql, (query, limit)))


def _hits(store: Store, keys: list[int], words: list[str]) -> list[Hit]:
    by_kind: dict[int, list[int]] = {}
    for key in keys:
        by_kind.setdefault(key % _KINDS, []).append(key // _KINDS)
    found: dict[int, Hit] = {}
    for kind, ids in by_kind.items():
        table = _NOUNS[kind]
        rows = store.rows(
            f"{_SHOWN[kind]} WHERE {table}.id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )
        found.update((key * _KINDS + kind, _hit(table, key, title, text, words)) for key, title, text in rows)
    return [found[key] for key in keys if key in found]


def _hit(noun: str, key: int, title: str, text: str, words: list[str]) -> Hit:
    told = fold_aligned(title)
    missing = [word for word in words if word not in told]
    return Hit(noun, key, title, _snippet(text, missing or words) if missing or noun == "result" else "")


def _snippet(text: str, words: list[str]) -> str:
    """The part of a text around the first place where one of the words stands."""
    folded = fold_aligned(text)
    places = [at for at in (folded.find(word) for word in words) if at >= 0]
    start = max(0, min(places, default=0) - _AROUND)
    end = start + 2 * _AROUND
    start = text.rfind(" ", 0, start) + 1 if start else 0
    cut = " ".join(text[start:end].split())
    return ("… " if start else "") + cut + (" …" if end < len(text) else "")
