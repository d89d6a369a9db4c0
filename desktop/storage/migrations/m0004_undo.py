"""Step 4: what undo and the trash need. An id is given once and never again; what rows refer to is found by an index."""

from typing import Protocol


class Executes(Protocol):
    """What this step needs of a connection."""

    def execute(self, sql: str, /) -> object:
        """Run one or more statements."""
        ...


# Before a row goes, SQLite looks for rows that refer to it. Without these, taking back a list of 20,000 units read all units for each
# of them: half a minute instead of a second.
_REFERRED = """
CREATE INDEX unit_parent ON unit(parent) WHERE parent IS NOT NULL;
CREATE INDEX unit_successor ON unit(successor) WHERE successor IS NOT NULL;
CREATE INDEX assignment_taken_from ON assignment(taken_from) WHERE taken_from IS NOT NULL;
CREATE INDEX assignment_result ON assignment(result) WHERE result IS NOT NULL;
"""

_TABLES = [
    "unit",
    "unit_former_name",
    "unit_group",
    "group_member",
    "kept_file",
    "directive",
    "plan",
    "task",
    "party",
    "indicator",
    "assignment",
    "checklist_item",
    "extension",
    "urging",
    "result",
    "evidence",
    "report",
    "letter",
    "dispatch",
    "peer",
    "package",
    "receipt",
    "template",
    "saved_view",
    "audit",
    "trash",
    "undo_step",
]

# What lies in the trash comes back under its ids, which texts of other rows name as well (figures of sent reports, the record), so they
# must not be given to others meanwhile. AUTOINCREMENT changes how ids are chosen, nothing that is stored; tables cannot be made anew for
# it with foreign keys looked after, so their statements are written as SQLite describes (lang_altertable, "writable_schema").
# The first such table makes the one in which SQLite remembers the ids.
_ONCE = """
CREATE TABLE first_of_its_kind(id INTEGER PRIMARY KEY AUTOINCREMENT);
DROP TABLE first_of_its_kind;
PRAGMA writable_schema=ON;
UPDATE sqlite_schema SET sql = replace(sql, '  id INTEGER PRIMARY KEY,', '  id INTEGER PRIMARY KEY AUTOINCREMENT,')
  WHERE type = 'table';
PRAGMA writable_schema=RESET;
"""


def up(db: Executes) -> None:
    """Add the indexes, and have ids given once; rows that are there stay as they are."""
    db.execute(_REFERRED)
    db.execute(_ONCE)
    for table in _TABLES:
        db.execute(
            f"INSERT INTO sqlite_sequence(name, seq) SELECT '{table}', max(id) FROM {table} HAVING max(id) > 0"
        )
