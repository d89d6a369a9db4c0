"""A workspace on a real disk, a clock that stands still, a counter of statements, and a small plan with its units."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.plan import Plan
from desktop.domain.task import Indicator, Party, Task
from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName
from desktop.storage import plans, tasks, units
from desktop.storage.store import Store

DAY = dt.date(2026, 3, 2)
MOMENT = dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)


def stopped() -> dt.datetime:
    return MOMENT


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """An open, empty workspace whose clock stands at half past eight."""
    with Store.open(home, clock=stopped) as opened:
        yield opened


Counter = Callable[[], Any]


@pytest.fixture
def statements(store: Store) -> Counter:
    """`with statements() as said:` lists the statements run inside."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        said: list[str] = []
        connection = store.connection()
        connection.exec_trace = lambda _cursor, sql, _values: said.append(sql) is None
        yield said
        connection.exec_trace = None

    return counting


class Work:
    """A plan with two tasks: the first for the group of three villages, the second for the school, with a number to report."""

    def __init__(self, store: Store) -> None:
        names = ("Thôn Đông", "Thôn Đoài", "Thôn Hòa Bình", "Trường Tiểu học")
        self.units = [units.add(store, Unit(0, "", (UnitName(name),))) for name in names]
        members = tuple(Membership(unit.id) for unit in self.units[:3])
        self.group = units.save_group(store, UnitGroup(0, "", "Các thôn", members))
        self.plan = plans.add(store, Plan(0, "", "Tổ chức ngày hội", symbol="KH-UBND"), "{}")
        deadline = Deadline("trước ngày 14/4", dt.date(2026, 4, 14), Operator.BEFORE)
        lead = Party("Trường Tiểu học", unit=self.units[3].id)
        wanted = (
            Task(0, "", 0, 0, "Treo cờ", leads=(Party("Các thôn", group=self.group.id),), deadline=deadline),
            Task(
                0,
                "",
                0,
                0,
                "Tổ chức tọa đàm",
                leads=(lead,),
                coordinating=(Party("Đoàn trường"),),
                indicators=(Indicator(0, "", "Số buổi", "buổi"), Indicator(0, "", "Lượt người", "người")),
                checklist=("Lập danh sách", "Gửi giấy mời"),
            ),
        )
        self.tasks = tasks.add_all(store, self.plan.id, wanted)

    def assign(self, store: Store) -> list[Any]:
        tasks.assign(store, self.plan.id, DAY, {self.tasks[0].id: dt.date(2026, 4, 13)})
        return tasks.assignments_of_plan(store, self.plan.id)


@pytest.fixture
def work(store: Store) -> Work:
    """Four units, a group, a draft plan with two tasks; nothing given out yet."""
    return Work(store)
