"""Storage against the barest way to do the same with SQLite, side by side in one run. Prints a table; asserts nothing."""

import datetime as dt
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.domain.assignment import Status  # noqa: E402
from desktop.domain.plan import Plan  # noqa: E402
from desktop.domain.result import Result  # noqa: E402
from desktop.domain.task import Party, Task  # noqa: E402
from desktop.domain.unit import Membership, UnitGroup  # noqa: E402
from desktop.domain.vietnamese import fold  # noqa: E402
from desktop.storage import plans, results, search, tasks, undo, unit_import, units  # noqa: E402
from desktop.storage.store import Store  # noqa: E402

UNITS, TASKS, GIVEN = 100_000, 2_000, 100
ROUNDS = 3
DAY = dt.date(2026, 3, 2)
WORDS = (
    "phòng lao động thương binh xã hội trường tiểu học mầm non trạm y tế công an quân sự đường hồ sơ đất đai giáo dục "
    "văn hóa thông tin đăng ký kinh doanh hội phụ nữ nông dân cựu chiến đoàn thanh niên ủy ban nhân dân phường thôn khu phố"
)
SYLLABLES = WORDS.split()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def say(what: str, ours: float, bare: float | None, unit: str = "ms") -> None:
    factor = {"s": 1, "ms": 1e3, "us": 1e6}[unit]
    other = "" if bare is None else f"{bare * factor:10.2f} {unit:3} {ours / bare:6.2f} x"
    print(f"{what:58} {ours * factor:10.2f} {unit:3}{other}")


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def unit_rows() -> list[unit_import.UnitRow]:
    chance = random.Random(1)
    return [
        unit_import.UnitRow(
            name=" ".join(chance.choices(SYLLABLES, k=6)).capitalize() + f" số {at}",
            kind="other",
            code=f"DV{at:06}",
            person="Nguyễn Văn " + chance.choice("ABCDEGH"),
            position="Trưởng phòng",
            phone=f"09{at:08}",
            email=f"dv{at}@xa.gov.vn",
            address="Thôn " + str(at % 50),
        )
        for at in range(UNITS)
    ]


def bare_import(rows: list[unit_import.UnitRow], path: Path) -> float:
    """A raw executemany of 13 columns, with a unique index on the code and one on the folded name (performance.md §5)."""
    ready = [(*row[:10], "", row.parent, fold(row.name)) for row in rows]
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=NORMAL")
    base.execute("PRAGMA cache_size=-65536")
    columns = [f"c{at}" for at in range(13)]
    base.execute(f"CREATE TABLE unit(id INTEGER PRIMARY KEY, {', '.join(columns)})")
    base.execute("CREATE UNIQUE INDEX by_code ON unit(c2)")
    base.execute("CREATE INDEX by_name ON unit(c12)")
    start = time.perf_counter()
    base.execute("BEGIN")
    base.executemany(f"INSERT INTO unit({', '.join(columns)}) VALUES ({', '.join('?' * 13)})", ready)
    base.execute("COMMIT")
    taken = time.perf_counter() - start
    base.close()
    return taken


def bench_import() -> None:
    rows = unit_rows()
    ours: list[float] = []
    bare: list[float] = []
    index: list[float] = []
    for _ in range(ROUNDS):
        with folder() as home, Store.open(home) as store:
            ours.append(seconds(lambda: unit_import.import_rows(store, rows, DAY)))
            bare.append(bare_import(rows, home / "bare.db"))
            assert units.count(store) == UNITS
            index.append(seconds(lambda: search.catch_up(store)))
    say("import 100,000 units (names, contacts)", min(ours), min(bare))
    say("... and their words into the search, afterwards", min(index), min(bare))


def bare_base(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=FULL")
    base.execute(
        "CREATE TABLE assignment(id INTEGER PRIMARY KEY, task INTEGER NOT NULL, unit INTEGER NOT NULL, "
        "status TEXT NOT NULL, due TEXT, done_on TEXT, reported_on TEXT, UNIQUE(task, unit))"
    )
    base.execute("CREATE INDEX by_unit ON assignment(unit, status, due)")
    base.execute("CREATE INDEX by_due ON assignment(status, due, id)")
    base.execute("CREATE INDEX by_day ON assignment(due, id)")
    return base


def bare_mixed(path: Path) -> float:
    """200,000 rows in which day and status change from row to row, as an office has them after a year."""
    base, chance = bare_base(path), random.Random(3)
    days = [(DAY + dt.timedelta(at)).isoformat() for at in range(1000)]
    told = [status.value for status in Status]
    rows = [
        (at // GIVEN, at % GIVEN, chance.choice(told), chance.choice(days)) for at in range(TASKS * GIVEN)
    ]
    base.execute("BEGIN")
    taken = seconds(
        lambda: base.executemany("INSERT INTO assignment(task, unit, status, due) VALUES (?, ?, ?, ?)", rows)
    )
    taken += seconds(lambda: base.execute("COMMIT"))
    base.close()
    return taken


def bench_assign(store: Store, plan: int, given: list[Task], base: sqlite3.Connection) -> None:
    due = {task.id: DAY + dt.timedelta(task.id % 300) for task in given}
    ours = seconds(lambda: tasks.assign(store, plan, DAY, due))
    rows = [
        (task.id, unit, "not_started", due[task.id].isoformat())
        for task in given
        for unit in range(1, GIVEN + 1)
    ]
    base.execute("BEGIN")
    bare = seconds(
        lambda: base.executemany("INSERT INTO assignment(task, unit, status, due) VALUES (?, ?, ?, ?)", rows)
    )
    bare += seconds(lambda: base.execute("COMMIT"))
    say("give 2,000 tasks to 100 units, against the same rows", ours, bare)
    with folder() as home:
        say("the same against rows as in performance.md (mixed days)", ours, bare_mixed(home / "mixed.db"))


def bench_tick(store: Store, base: sqlite3.Connection) -> None:
    keys = random.Random(2).sample(range(1, TASKS * GIVEN), 300)
    ours, bare = [], []
    for key in keys:
        result = Result(key, DAY, Status.DONE, DAY)
        ours.append(seconds(lambda result=result: results.add_all(store, [result])))
        told = ("done", "2026-03-02", "2026-03-02", key)
        bare.append(
            seconds(
                lambda told=told: base.execute(
                    "UPDATE assignment SET status=?, done_on=?, reported_on=? WHERE id=?", told
                )
            )
        )
    say("tick one (result kept, status told)", statistics.median(ours), statistics.median(bare), "us")


def bench_undo(store: Store, plan: int) -> None:
    """A tick alone against the same recorded, taking turns; then what a step of 200,000 rows costs."""
    keys = iter(random.Random(4).sample(range(1, TASKS * GIVEN), 900))

    def tick() -> None:
        results.add_all(store, [Result(next(keys), DAY, Status.IN_PROGRESS)])

    def recorded() -> None:
        with undo.recording(store, "Ghi tiến độ"):
            tick()

    alone, ours, bare, back = [], [], [], []
    for _ in range(300):
        alone.append(seconds(tick))
        ours.append(seconds(recorded))
        bare.append(
            seconds(lambda: store.run("UPDATE assignment SET due = ? WHERE id = ?", (str(DAY), next(keys))))
        )
    back = [seconds(lambda: undo.undo(store)) for _ in range(40)]
    say(
        "tick one as a step that can be taken back, against it alone",
        *map(statistics.median, (ours, alone)),
        "us",
    )
    say("... against an update and commit of one row", *map(statistics.median, (ours, bare)), "us")
    say("take one back", statistics.median(back), statistics.median(alone), "us")
    dues = {task.id: DAY for task in tasks.of_plan(store, plan)}
    store.run("DELETE FROM assignment")
    alone_all = seconds(lambda: tasks.assign(store, plan, DAY, dues))
    store.run("DELETE FROM assignment")

    def all_recorded() -> None:
        with undo.recording(store, "Giao việc"):
            tasks.assign(store, plan, DAY, dues)

    say("give 2,000 tasks to 100 units as a step, against it alone", seconds(all_recorded), alone_all)
    say("take it back", seconds(lambda: undo.undo(store)), alone_all)
    say("make it again", seconds(lambda: undo.redo(store)), alone_all)


def median_of(work: Callable[[], object], times: int = 20) -> float:
    return statistics.median(seconds(work) for _ in range(times))


def bench_search(store: Store) -> None:
    for words in ("d", "đường", "duong ho", "phong lao dong th", "không có đâu zzz", "số 99999"):
        say(f"search «{words}»", median_of(lambda words=words: search.find(store, words)), None)


def bench_lists(store: Store, plan: int, base: sqlite3.Connection) -> None:
    count = "SELECT unit, status, count(*), sum(due < '2026-06-01') FROM assignment GROUP BY unit, status"
    say(
        "plans with figures over 200,000 assignments",
        median_of(lambda: plans.list_plans(store, DAY), 5),
        median_of(lambda: base.execute(count).fetchall(), 5),
    )
    say(
        "unit x status counts",
        median_of(lambda: store.rows(count), 5),
        median_of(lambda: base.execute(count).fetchall(), 5),
    )
    page = "SELECT id, task, unit, status, due FROM assignment WHERE id IN (SELECT value FROM json_each(?))"
    ids = "[" + ",".join(str(at) for at in range(50_000, 50_100)) + "]"
    say(
        "page of 100 of 200,000",
        median_of(lambda: store.rows(page, (ids,))),
        median_of(lambda: base.execute(page, (ids,)).fetchall()),
    )
    order = "SELECT id FROM assignment ORDER BY due, id"
    say(
        "order of 200,000 by due day",
        median_of(lambda: store.rows(order), 3),
        median_of(lambda: base.execute(order).fetchall(), 3),
    )
    say(
        "assignments of the plan as values (200,000)",
        seconds(lambda: tasks.assignments_of_plan(store, plan)),
        None,
    )
    say("due on or before a day", median_of(lambda: tasks.open_assignments(store, DAY), 3), None)


def bench_work() -> None:
    with folder() as home, Store.open(home) as store:
        unit_import.import_rows(store, unit_rows(), DAY)
        group = units.save_group(store, UnitGroup(0, "", "Nhóm", tuple(map(Membership, range(1, GIVEN + 1)))))
        plan = plans.add(store, Plan(0, "", "Kế hoạch thử"))
        lead = (Party("Nhóm", group=group.id),)
        wanted = [Task(0, "", plan.id, 0, f"Nhiệm vụ {at} về đường sá", leads=lead) for at in range(TASKS)]
        kept: list[Task] = []
        say("add 2,000 tasks", seconds(lambda: kept.extend(tasks.add_all(store, plan.id, wanted))), None)
        base = bare_base(home / "bare.db")
        bench_assign(store, plan.id, kept, base)
        bench_tick(store, base)
        search.catch_up(store)
        bench_search(store)
        bench_lists(store, plan.id, base)
        say("list 100,000 units", seconds(lambda: units.list_units(store)), None)
        base.close()
        bench_undo(store, plan.id)
        say("close and open again", seconds(store.close) + seconds(lambda: Store.open(home).close()), None)
        store = Store.open(home)


if __name__ == "__main__":
    print(f"{'':58} {'ours':>10}    {'bare':>10}")
    bench_import()
    bench_work()
