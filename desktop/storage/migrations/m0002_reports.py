"""Step 2: what units propose, told with their results, and the field of work of each task, by which reports are arranged."""

from typing import Protocol


class Executes(Protocol):
    """What this step needs of a connection."""

    def execute(self, sql: str, /) -> object:
        """Run one or more statements."""
        ...


_COLUMNS = """
ALTER TABLE result ADD COLUMN proposal TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN field TEXT NOT NULL DEFAULT '';
"""

# What a unit proposes is found by its words like the rest of its result.
_SEARCHED = """
DROP TRIGGER result_changed;
CREATE TRIGGER result_changed AFTER UPDATE OF text, reason, proposal ON result
BEGIN INSERT OR IGNORE INTO search_todo VALUES (new.id * 8 + 5); END;
"""


def up(db: Executes) -> None:
    """Add the columns; results and tasks that are there have them empty."""
    db.execute(_COLUMNS)
    db.execute(_SEARCHED)
