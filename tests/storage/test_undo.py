"""Named steps taken back and made again."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import apsw
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from undo_actions import ACTIONS, chosen, settle

from desktop.domain.plan import Plan
from desktop.domain.report import Report
from desktop.domain.task import Task
from desktop.domain.unit import Unit, UnitName
from desktop.errors import NotAllowed
from desktop.progress import Cancelled
from desktop.storage import audit, backup, plans, reports, search, tasks, templates, trash, undo, units
from desktop.storage.checking import check
from desktop.storage.migrations import STEPS
from desktop.storage.store import Store


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(home) as opened:
        yield opened


def unit(name: str) -> Unit:
    """A unit to add."""
    return Unit(0, "", (UnitName(name),))


def add(store: Store, name: str) -> Unit:
    """Add a unit as a step of that name."""
    with undo.recording(store, name):
        return units.add(store, unit(name))


def names(store: Store) -> list[str]:
    """Names of all units."""
    return sorted(one.name for one in units.list_units(store))


def test_a_step_is_taken_back_and_made_again(store: Store) -> None:
    add(store, "Thôn Hạ")
    told = undo.undo(store)
    assert told is not None
    assert told.name == "Thôn Hạ"
    assert "unit" in told.tables
    assert names(store) == []
    undo.redo(store)
    assert names(store) == ["Thôn Hạ"]


def test_what_is_taken_back_is_not_found_by_the_search_any_more(store: Store) -> None:
    add(store, "Thôn Đồng Sen")
    assert search.find(store, "dong sen")
    undo.undo(store)
    assert not search.find(store, "dong sen")
    undo.redo(store)
    assert search.find(store, "dong sen")


def test_a_removed_plan_comes_back_with_its_tasks_and_body(store: Store) -> None:
    plan = plans.add(store, Plan(0, "", "Kế hoạch thử"), "thân")
    kept = tasks.add_all(store, plan.id, [Task(0, "", plan.id, 0, "Việc một")])
    with undo.recording(store, "Xóa dự thảo"):
        plans.remove(store, plan.id)
    undo.undo(store)
    assert plans.get(store, plan.id).subject == "Kế hoạch thử"
    assert plans.body(store, plan.id) == "thân"
    assert tasks.of_plan(store, plan.id) == kept


@pytest.mark.parametrize("error", [Cancelled(), NotAllowed("x")])
def test_what_ends_in_an_error_leaves_neither_change_nor_step(store: Store, error: BaseException) -> None:
    def fail() -> None:
        with undo.recording(store, "Hỏng"):
            units.add(store, unit("Thôn Hạ"))
            raise error

    with pytest.raises(type(error)):
        fail()
    assert names(store) == []
    assert undo.steps(store) == []
    assert store.recording is None


def test_a_step_inside_a_step_belongs_to_the_outer_one(store: Store) -> None:
    with undo.recording(store, "Ngoài"):
        add(store, "Thôn Hạ")
        add(store, "Thôn Thượng")
    assert [step.name for step in undo.steps(store)] == ["Ngoài"]
    undo.undo(store)
    assert names(store) == []


def test_a_step_that_changed_nothing_is_none(store: Store) -> None:
    with undo.recording(store, "Không gì"):
        units.list_units(store)
    assert undo.steps(store) == []
    assert undo.undo(store) is None
    assert undo.redo(store) is None


def test_a_row_changed_since_by_something_else_refuses_the_whole_step(store: Store) -> None:
    with undo.recording(store, "Thêm hai"):
        one, _ = units.add(store, unit("Thôn Hạ")), units.add(store, unit("Thôn Thượng"))
    store.run("UPDATE unit SET phone = '1' WHERE id = ?", (one.id,))
    with pytest.raises(NotAllowed, match="undo_conflict"):
        undo.undo(store)
    assert names(store) == ["Thôn Hạ", "Thôn Thượng"]


def test_a_sealed_step_stops_what_is_before_it_too(store: Store) -> None:
    add(store, "Thôn Hạ")
    with undo.recording(store, "Ban hành"):
        units.add(store, unit("Thôn Thượng"))
        undo.seal(store)
    with pytest.raises(NotAllowed, match="undo_barrier"):
        undo.undo(store)


def test_sealing_without_a_step_sets_a_barrier(store: Store) -> None:
    add(store, "Thôn Hạ")
    undo.seal(store)
    with pytest.raises(NotAllowed, match="undo_sealed"):
        undo.undo(store)


def test_a_barrier_forgets_what_nobody_can_reach_any_more(store: Store) -> None:
    add(store, "Thôn Hạ")
    with undo.recording(store, "Ban hành"):
        add(store, "Thôn Thượng")
        undo.seal(store)
    add(store, "Thôn Trung")
    told = [(step.name, step.is_barrier) for step in undo.steps(store)]
    assert told == [("Thôn Trung", False), ("Ban hành", True)]


def test_a_step_too_large_to_keep_is_a_barrier_that_says_so(store: Store) -> None:
    with undo.recording(store, "Nhập rất nhiều") as told:
        templates.add(store, "plan", "Mẫu", "a" * (undo.LARGEST + 1))
    assert (told.is_step, told.tables) == (False, {"template"})
    with pytest.raises(NotAllowed, match="undo_too_large") as refused:
        undo.undo(store)
    assert refused.value.values == {"name": "Nhập rất nhiều"}
    assert len(templates.list_templates(store, "plan")) == 1


def test_the_oldest_steps_go_when_together_they_are_too_large(store: Store) -> None:
    for name in ("A", "B", "C"):
        large = "INSERT INTO undo_step(name, at, changes) VALUES (?, '', zeroblob(?))"
        store.run(large, (name, undo.LARGEST - 2**10))
    add(store, "Thôn Hạ")
    assert [step.name for step in undo.steps(store)] == ["Thôn Hạ", "C", "B"]


def test_what_another_thread_changes_is_no_part_of_the_step(store: Store) -> None:
    with undo.recording(store, "Ngoài"), ThreadPoolExecutor(1) as other:
        assert other.submit(lambda: store.recording).result() is None
        assert store.recording is not None


def test_a_row_that_something_else_refers_to_is_not_taken_back(store: Store) -> None:
    with undo.recording(store, "Lập kế hoạch"):
        plan = plans.add(store, Plan(0, "", "Kế hoạch thử"))
    reports.add(store, Report(0, "", "Báo cáo", dt.date(2026, 3, 2), plan.id))
    with pytest.raises(NotAllowed, match="undo_conflict"):
        undo.undo(store)
    assert plans.get(store, plan.id) == plan


def test_what_is_taken_back_and_made_again_is_on_record(store: Store) -> None:
    add(store, "Thôn Hạ")
    undo.undo(store)
    undo.redo(store)
    told = [(entry.action, entry.detail) for entry in audit.entries(store, "undo_step")]
    assert told == [("redone", {"name": "Thôn Hạ"}), ("undone", {"name": "Thôn Hạ"})]


def test_steps_travel_with_a_copy_of_the_workspace(store: Store, tmp_path: Path) -> None:
    add(store, "Thôn Hạ")
    copy = backup.make(store, to=tmp_path)
    backup.restore(copy, tmp_path / "elsewhere")
    with Store.open(tmp_path / "elsewhere") as other:
        undo.undo(other)
        assert names(other) == []


def test_columns_are_only_ever_added_at_the_end(store: Store) -> None:
    """Changes kept in steps and in the trash tell columns by their place; SQLite passes over, silently, what does not fit."""
    first = apsw.Connection(":memory:")
    STEPS[0](first)
    asked = "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.strict ORDER BY c.cid"
    now: dict[str, list[str]] = {}
    for table, column in store.rows(asked):
        now.setdefault(table, []).append(column)
    before: dict[str, list[str]] = {}
    for table, column in first.execute(asked):
        before.setdefault(table, []).append(column)
    assert before == {table: now[table][: len(columns)] for table, columns in before.items()}


def test_fifty_steps_are_kept_and_outlive_a_restart(home: Path) -> None:
    with Store.open(home) as store:
        for number in range(undo.KEPT + 5):
            add(store, f"Thôn {number}")
    with Store.open(home) as store:
        taken = sum(undo.undo(store) is not None for _ in range(undo.KEPT))
        assert taken == undo.KEPT
        assert undo.undo(store) is None
        assert len(names(store)) == 5


APART = ("audit", "undo_step", "kept_file", "search", "sqlite")
NAMED = {action.__name__: action for action in ACTIONS}


class Undoing(RuleBasedStateMachine):
    """Whatever is done, in whatever order it is taken back and made again: the tables are those that a list of copies of them tells."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.home = Path(self.folder.name) / "home"
        self.store = Store.open(self.home)
        settle(self.store)
        names = self.store.rows("SELECT name FROM pragma_table_list WHERE schema = 'main'")
        self.work = [name for (name,) in names if not name.startswith(APART)]
        self.past, self.future = [self.look()], []

    def look(self) -> dict[str, list[tuple[object, ...]]]:
        return {table: self.store.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in self.work}

    def note(self) -> None:
        if (now := self.look()) != self.past[-1]:
            self.past, self.future = [*self.past, now], []

    @rule(name=st.sampled_from(sorted(NAMED)), at=st.integers(0, 7))
    def act(self, name: str, at: int) -> None:
        with undo.recording(self.store, name):
            NAMED[name](self.store, at)
        self.note()

    @rule(name=st.sampled_from(sorted(NAMED)), at=st.integers(0, 7))
    def go_on(self, name: str, at: int) -> None:
        newest, before = next(iter(undo.steps(self.store)), None), self.look()
        with undo.recording(self.store, name, joins=True):
            NAMED[name](self.store, at)
        if newest and newest.name == name and not newest.is_undone and self.look() != before:
            self.past.pop()
            self.past.append(self.look())
        else:
            self.note()

    @rule(names=st.lists(st.sampled_from(sorted(NAMED)), min_size=2, max_size=4), at=st.integers(0, 7))
    def act_at_once(self, names: list[str], at: int) -> None:
        with undo.recording(self.store, "nhiều việc"):
            for name in names:
                with undo.recording(self.store, name):
                    NAMED[name](self.store, at)
        self.note()

    @rule(name=st.sampled_from(sorted(NAMED)), at=st.integers(0, 7))
    def act_and_stop(self, name: str, at: int) -> None:
        with suppress(Cancelled), undo.recording(self.store, name):
            NAMED[name](self.store, at)
            raise Cancelled
        assert self.look() == self.past[-1]

    @precondition(lambda self: self.past[-1]["trash"])
    @rule(at=st.integers(0, 7))
    def restore(self, at: int) -> None:
        with suppress(NotAllowed):
            trash.restore(self.store, chosen(self.store, "trash", at))
        self.note()

    @precondition(lambda self: len(self.past) > 1)
    @rule(times=st.integers(1, 4))
    def take_back(self, times: int) -> None:
        for _ in range(min(times, len(self.past) - 1)):
            undo.undo(self.store)
            self.future.append(self.past.pop())
            assert self.look() == self.past[-1]

    @precondition(lambda self: self.future)
    @rule(times=st.integers(1, 4))
    def make_again(self, times: int) -> None:
        for _ in range(min(times, len(self.future))):
            undo.redo(self.store)
            self.past.append(self.future.pop())
            assert self.look() == self.past[-1]

    @rule()
    def start_anew(self) -> None:
        self.store.close()
        self.store = Store.open(self.home)

    @invariant()
    def there_is_a_step_for_each_copy(self) -> None:
        undone = [step.is_undone for step in undo.steps(self.store)]
        assert undone == [True] * len(self.future) + [False] * (len(self.past) - 1)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert check(self.store) == []
            self.store.close()
            self.folder.cleanup()


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(max_examples=30, stateful_step_count=25)


def test_what_goes_on_with_a_step_is_taken_back_with_it(store: Store) -> None:
    for name in ("Thôn Hạ", "Thôn Thượng"):
        with undo.recording(store, "Gõ", joins=True):
            units.add(store, unit(name))
    assert [step.name for step in undo.steps(store)] == ["Gõ"]
    undo.undo(store)
    assert names(store) == []
    undo.redo(store)
    assert names(store) == ["Thôn Hạ", "Thôn Thượng"]


@pytest.mark.parametrize("between", ["other", "undone"])
def test_nothing_goes_on_with_a_step_of_another_name_or_one_taken_back(store: Store, between: str) -> None:
    add(store, "Gõ")
    if between == "undone":
        undo.undo(store)
    else:
        add(store, "Khác")
    with undo.recording(store, "Gõ", joins=True):
        units.add(store, unit("Thôn Hạ"))
    undo.undo(store)
    assert "Thôn Hạ" not in names(store)
    assert names(store) == ([] if between == "undone" else ["Gõ", "Khác"])


def test_a_step_that_came_to_nothing_is_taken_back_as_nothing(store: Store) -> None:
    with undo.recording(store, "Gõ", joins=True):
        kept = units.add(store, unit("Thôn Hạ"))
    with undo.recording(store, "Gõ", joins=True):
        store.run("DELETE FROM unit WHERE id = ?", (kept.id,))
    undo.undo(store)
    assert names(store) == []
