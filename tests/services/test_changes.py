"""Every table of the office's work is shown by some screen."""

from desktop.services.changes import NOTHING, Noun, nouns_of
from desktop.services.workspace import Workspace

APART = ("audit", "undo_step", "kept_file", "search", "sqlite")


def test_every_table_of_the_work_tells_what_was_touched(workspace: Workspace) -> None:
    rows = workspace.store.rows("SELECT name FROM pragma_table_list WHERE schema = 'main'")
    work = [name for (name,) in rows if not name.startswith(APART)]
    assert len(work) > 20
    assert all(nouns_of([table]) for table in work)


def test_several_tables_tell_all_that_they_touch() -> None:
    assert nouns_of(("unit", "result")) == Noun.UNITS | Noun.RESULTS
    assert nouns_of(()) == NOTHING
