"""Is the workspace sound, page by page and row by row; and the repair of what can be repaired without guessing. Codes, no sentences."""

from collections.abc import Callable
from dataclasses import dataclass

import apsw

from desktop.errors import DatabaseDamaged
from desktop.storage import kept_files, search, versions
from desktop.storage.connection import translated
from desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """What is not as it should be. code: see `check`; count: how many; repaired: whether it was mended now; detail: for the log."""

    code: str
    count: int
    repaired: bool = False
    detail: str = ""


def check(store: Store, repair: bool = False) -> list[Finding]:  # noqa: FBT001 - one flag, named in the command
    """What is wrong, nothing when all is well.

    "damaged": the file itself (then nothing else is looked at: restore a copy). With `repair`, mended in one transaction: "orphans"
    (rows whose owner is gone), "status_differs" (an assignment that says something else than its newest result), "search_differs"
    (index of the search), "unused_files". Only told: "file_differs" (a kept PDF or evidence is not what was kept),
    "number_doubled" (two papers of one number, symbol and year), "uid_doubled".
    """
    damage = _damage(store)
    if damage:
        return [Finding("damaged", len(damage), detail="; ".join(damage[:5]))]
    found = []
    with store.transaction():
        for code, count_them, mend in _CHECKS:
            count = count_them(store)
            if count and repair and mend is not None:
                mend(store)
                found.append(Finding(code, count, repaired=count_them(store) == 0))
            elif count:
                found.append(Finding(code, count))
    return found


def _damage(store: Store) -> list[str]:
    try:
        with translated(store.path):
            return damage(store.connection())
    except DatabaseDamaged as exc:
        return [exc.detail]


def damage(connection: apsw.Connection) -> list[str]:
    """What SQLite finds wrong with the file, and pages that were lost without its noticing.

    A page of zeros has the checksum zero, so the checksum VFS lets it pass; at the end of a long text it breaks no structure either.
    No text of ours holds the character zero. Raises APSW's errors for pages that do not match their checksum.
    """
    faults = [text for (text,) in connection.execute("PRAGMA integrity_check(20)") if text != "ok"]
    if faults:
        return faults
    lost = (
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table} WHERE {' OR '.join(f'instr({c}, char(0))' for c in texts)})"
        for table, texts in _texts(connection).items()
    )
    return [f"lost page of {table}" for sql in lost for (table,) in connection.execute(sql)]


def _texts(connection: apsw.Connection) -> dict[str, list[str]]:
    """Table -> its columns of text."""
    sql = (
        "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c "
        "WHERE t.schema = 'main' AND t.strict AND c.type = 'TEXT'"
    )
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(sql):
        found.setdefault(table, []).append(f'"{column}"')
    return found


def _count(sql: str) -> Callable[[Store], int]:
    return lambda store: int(store.value(f"SELECT count(*) FROM ({sql})"))


def _orphans(store: Store) -> int:
    return len(store.rows("PRAGMA foreign_key_check"))


def _mend_orphans(store: Store) -> None:
    """What belonged to the missing row goes as it would have gone with it; what merely named it forgets it.

    A row that must have what is missing stays for a person to look at (SQLite would refuse any other change of it as well).
    """
    broken: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for table, row, _, reference in store.rows("PRAGMA foreign_key_check"):
        told = {
            key: (column, at_end)
            for key, _, _, column, _, _, at_end, _ in store.rows(f"PRAGMA foreign_key_list({table})")
        }
        broken.setdefault((table, row), []).append(told[reference])
    for (table, row), references in broken.items():
        ends = {at_end for _, at_end in references}
        if "CASCADE" in ends:
            store.run(f"DELETE FROM {table} WHERE rowid = ?", (row,))
        elif ends == {"SET NULL"}:
            emptied = ", ".join(f'"{column}" = NULL' for column, _ in references)
            store.run(f"UPDATE {table} SET {emptied} WHERE rowid = ?", (row,))


_NEWEST = (
    "(SELECT r.id FROM result r WHERE r.assignment = a.id ORDER BY r.reported_on DESC, r.id DESC LIMIT 1)"
)
_STATUS_DIFFERS = f"""
SELECT a.id FROM assignment a JOIN result r ON r.id = {_NEWEST}
WHERE (a.result, a.status, a.done_on, a.reported_on) IS NOT (r.id, r.status, r.done_on, r.reported_on)
  AND a.id NOT IN (SELECT assignment FROM branched)
"""


def _status_differs(store: Store) -> int:
    return _count(_STATUS_DIFFERS)(store) + len(versions.unsettled(store))


def _mend_status(store: Store) -> None:
    versions.settle(store, versions.unsettled(store))
    store.run(
        f"""
        UPDATE assignment SET (result, status, done_on, reported_on) =
          (SELECT r.id, r.status, r.done_on, r.reported_on FROM assignment a JOIN result r ON r.id = {_NEWEST}
           WHERE a.id = assignment.id)
        WHERE id IN ({_STATUS_DIFFERS})
        """
    )


# The places in which each kind of thing must stand, against those in which the index has something.
_SEARCHED = {"directive": 1, "plan": 2, "task": 3, "unit": 4, "result": 5, "report": 6}
_PLACES = " UNION ALL ".join(
    f"SELECT id * 8 + {kind} AS id FROM {table}" for table, kind in _SEARCHED.items()
)
_SEARCH_DIFFERS = (
    f"SELECT * FROM (SELECT id FROM ({_PLACES}) EXCEPT SELECT id FROM search_docsize) "
    f"UNION ALL SELECT * FROM (SELECT id FROM search_docsize EXCEPT SELECT id FROM ({_PLACES}))"
)


def _search_differs(store: Store) -> int:
    search.catch_up(store)
    return _count(_SEARCH_DIFFERS)(store)


def _mend_search(store: Store) -> None:
    store.run("INSERT INTO search(search) VALUES ('delete-all')")
    store.run(f"INSERT OR IGNORE INTO search_todo {_PLACES}")


def _unused_files(store: Store) -> int:
    return len(kept_files.unused(store))


def _mend_files(store: Store) -> None:
    kept_files.drop_unused(store)


def _files_that_differ(store: Store) -> int:
    return len(kept_files.differing(store.connection()))


_NUMBER_DOUBLED = """
SELECT 1 FROM (SELECT symbol, number, date FROM plan WHERE number IS NOT NULL AND origin IS NULL
  UNION ALL SELECT symbol, number, date FROM report WHERE number IS NOT NULL UNION ALL SELECT symbol, number, date FROM letter)
GROUP BY symbol, number, substr(date, 1, 4) HAVING count(*) > 1
"""
_UID_DOUBLED = "SELECT 1 FROM unit GROUP BY uid HAVING count(*) > 1"

_CHECKS: tuple[tuple[str, Callable[[Store], int], Callable[[Store], None] | None], ...] = (
    ("orphans", _orphans, _mend_orphans),
    ("status_differs", _status_differs, _mend_status),
    ("search_differs", _search_differs, _mend_search),
    ("unused_files", _unused_files, _mend_files),
    ("file_differs", _files_that_differ, None),
    ("number_doubled", _count(_NUMBER_DOUBLED), None),
    ("uid_doubled", _count(_UID_DOUBLED), None),
)
