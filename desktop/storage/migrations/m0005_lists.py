"""Step 5: work that is finished is listed by its last day without sorting all of it, as open work is already."""

from typing import Protocol


class Executes(Protocol):
    """What this step needs of a connection."""

    def execute(self, sql: str, /) -> object:
        """Run one or more statements."""
        ...


def up(db: Executes) -> None:
    """Add the index; rows stay as they are."""
    db.execute("CREATE INDEX assignment_closed ON assignment(due) WHERE status IN ('done', 'not_applicable')")
