"""What is wrong is found, and mended where that needs no guessing."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from desktop.domain.assignment import Status
from desktop.domain.plan import Plan, issue
from desktop.domain.result import Result
from desktop.storage import plans, results, search, tasks, units
from desktop.storage.checking import Finding, check
from desktop.storage.store import FILE_NAME, Store

DAY = dt.date(2026, 3, 2)


def codes(store: Store, *, repair: bool = False) -> list[tuple[str, int, bool]]:
    return [(finding.code, finding.count, finding.repaired) for finding in check(store, repair)]


def test_a_sound_workspace_has_no_findings(store: Store, work) -> None:
    made = work.assign(store)
    results.add_all(store, [Result(made[0].id, DAY, Status.DONE, DAY, "xong")])
    plans.keep_pdf(store, work.plan.id, b"%PDF")
    assert check(store) == []


def test_a_status_that_differs_from_its_newest_result_is_mended(store: Store, work) -> None:
    made = work.assign(store)
    results.add_all(store, [Result(made[0].id, DAY, Status.DONE, DAY)])
    store.run("UPDATE assignment SET status = 'in_progress', result = NULL")
    assert codes(store) == [("status_differs", 1, False)]
    assert codes(store, repair=True) == [("status_differs", 1, True)]
    assert tasks.assignments_of_plan(store, work.plan.id)[0].status is Status.DONE
    assert check(store) == []


def test_rows_whose_owner_is_gone_are_mended(store: Store, work) -> None:
    store.run("PRAGMA foreign_keys = 0")
    store.run("INSERT INTO checklist_item(assignment, position, text) VALUES (99, 0, 'x')")
    store.run("UPDATE plan SET cloned_from = 99")
    store.run("PRAGMA foreign_keys = 1")
    assert codes(store, repair=True) == [("orphans", 2, True)]
    assert store.row("SELECT count(*), (SELECT cloned_from FROM plan) FROM checklist_item") == (0, None)


def test_a_row_that_needs_what_is_gone_is_left_to_a_person(store: Store, work) -> None:
    store.run("PRAGMA foreign_keys = 0")
    store.run("UPDATE plan SET replaces = 98, cloned_from = 99")
    store.run("PRAGMA foreign_keys = 1")
    assert codes(store, repair=True) == [("orphans", 2, False)]
    assert store.row("SELECT replaces, cloned_from FROM plan") == (98, 99)


def test_an_index_that_differs_is_written_anew(store: Store, work) -> None:
    search.catch_up(store)
    store.run("INSERT INTO search(search) VALUES ('delete-all')")
    store.run("INSERT INTO search(rowid, words) VALUES (999, 'ma')")
    assert codes(store, repair=True) == [("search_differs", 8, True)]
    assert [hit.title for hit in search.find(store, "treo cờ")] == ["Treo cờ"]


def test_files_that_nothing_uses_are_removed(store: Store, work) -> None:
    for content in (b"one", b"two"):
        plans.keep_pdf(store, work.plan.id, content)
    assert codes(store, repair=True) == [("unused_files", 1, True)]
    assert plans.pdf(store, work.plan.id) == b"two"


def test_a_kept_file_that_differs_is_told(store: Store, work) -> None:
    plans.keep_pdf(store, work.plan.id, b"%PDF")
    store.run("UPDATE kept_file SET content = x'00'")
    assert codes(store, repair=True) == [("file_differs", 1, False)]


def test_two_papers_of_one_number_are_told(store: Store, work) -> None:
    for plan in (work.plan, plans.add(store, Plan(0, "", "Khác", symbol="KH-UBND"))):
        plans.save(store, issue(plan, 3, DAY))
    assert codes(store, repair=True) == [("number_doubled", 1, False)]


def test_two_units_of_one_stable_id_are_told(store: Store, work) -> None:
    units.save(store, replace(work.units[0], uid=work.units[1].uid))
    assert codes(store) == [("uid_doubled", 1, False)]


def test_damage_of_the_file_is_told_and_nothing_else_looked_at(home: Path) -> None:
    with Store.open(home) as store:
        store.run_many("INSERT INTO setting VALUES (?, ?)", [(f"k{n:05}", "x" * 500) for n in range(500)])
    path = home / FILE_NAME
    data = bytearray(path.read_bytes())
    data[data.index(b"k00250") + 100] ^= 1
    path.write_bytes(bytes(data))
    with Store.open(home) as store:
        (finding,) = check(store, repair=True)
    assert (finding.code, finding.repaired) == ("damaged", False)
    assert finding.detail


def test_a_page_that_became_zeros_at_the_end_of_a_long_text_is_damage(home: Path) -> None:
    with Store.open(home) as store:
        key = plans.add(store, Plan(0, "", "A"), "x" * 20_000).id
    path = home / FILE_NAME
    data = path.read_bytes()
    last = next(
        at
        for at in range(0, len(data), 4096)
        if data[at : at + 4] == bytes(4) and b"x" * 99 in data[at : at + 4096]
    )
    path.write_bytes(data[:last] + bytes(4096) + data[last + 4096 :])
    with Store.open(home) as store:
        assert len(plans.body(store, key)) == 20_000  # the checksum of zeros is zero: SQLite does not mind
        assert check(store) == [Finding("damaged", 1, detail="lost page of plan_body")]


def test_what_integrity_check_says_is_damage(store: Store) -> None:
    store.run("CREATE TABLE bare(a INTEGER) STRICT")
    store.run("INSERT INTO bare VALUES (1)")
    store.run("PRAGMA writable_schema = 1")
    store.run(
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE bare(a TEXT NOT NULL) STRICT' WHERE name = 'bare'"
    )
    store.run("PRAGMA writable_schema = RESET")
    (finding,) = check(store)
    assert finding.code == "damaged"
    assert "bare.a" in finding.detail
