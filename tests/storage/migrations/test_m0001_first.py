"""Step 1 makes a whole, empty workspace."""

import apsw

from desktop.storage.migrations import m0001_first


def test_all_tables_are_made_with_their_references_in_place() -> None:
    base = apsw.Connection(":memory:")
    m0001_first.up(base)
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    named = {row[2] for table in tables for row in base.execute(f"PRAGMA foreign_key_list({table})")}
    assert named <= tables
    assert {
        "unit",
        "plan",
        "task",
        "assignment",
        "result",
        "report",
        "package",
        "search",
        "undo_step",
        "trash",
    } <= tables


def test_every_reference_that_may_be_followed_backwards_has_an_index() -> None:
    """Else the removal of one owner reads the whole table of what it owns. Small tables are left out."""
    base = apsw.Connection(":memory:")
    m0001_first.up(base)
    owned = (
        "group_member",
        "task",
        "party",
        "indicator",
        "assignment",
        "checklist_item",
        "result",
        "evidence",
        "urging",
    )
    for table in owned:
        indexes = [row[1] for row in base.execute(f"PRAGMA index_list({table})")]
        first = {next(iter(base.execute(f"PRAGMA index_info({index})")))[2] for index in indexes}
        owners = {row[3] for row in base.execute(f"PRAGMA foreign_key_list({table})") if row[6] == "CASCADE"}
        assert owners <= first, table
