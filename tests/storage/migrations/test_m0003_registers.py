"""Step 3 on a workspace of schema 1, kept as that program left it (tests/files/workspaces)."""

import gzip
from pathlib import Path

import apsw
import pytest

from desktop.domain.correspondence import Arrival
from desktop.storage import directives, outgoing
from desktop.storage.migrations import m0001_first, m0002_reports, m0003_registers
from desktop.storage.store import FILE_NAME, Store

KEPT = Path(__file__).parents[2] / "files" / "workspaces" / "schema-1.db.gz"


@pytest.fixture
def base() -> apsw.Connection:
    """A database of schema 3, with one plan."""
    made = apsw.Connection(":memory:")
    for step in (m0001_first.up, m0002_reports.up, m0003_registers.up):
        step(made)
    made.execute("INSERT INTO plan(id, uid, subject, made_at, changed_at) VALUES (1, 'p', 's', '', '')")
    return made


def test_a_dispatch_is_of_exactly_one_paper(base: apsw.Connection) -> None:
    base.execute("INSERT INTO dispatch(plan) VALUES (1)")
    for columns, values in (("note", "''"), ("plan, letter", "1, 1"), ("plan", "1")):
        with pytest.raises(apsw.ConstraintError):
            base.execute(f"INSERT INTO dispatch({columns}) VALUES ({values})")


def test_an_old_workspace_gets_empty_registers(home: Path) -> None:
    (home / FILE_NAME).write_bytes(gzip.decompress(KEPT.read_bytes()))
    with Store.open(home) as store:
        kept = directives.list_directives(store)
        assert all(directives.incoming(store, row.id).arrival == Arrival(on=row.received_on) for row in kept)
        years = {int(date[:4]) for (date,) in store.rows("SELECT date FROM plan WHERE number IS NOT NULL")}
        assert all(one.dispatch.copies is None for year in years for one in outgoing.of_year(store, year))
