"""Ten years of an office for benchmarks: 2,000 plans, 200,000 assignments, 5,000 units. Written by storage, the same at every run."""

import datetime as dt
import random

from desktop.documents.body import Body, to_json
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.directive import AskedTask, Reading, ReportOrder
from desktop.domain.plan import Plan, PlanState
from desktop.domain.task import Party, Task
from desktop.domain.unit import Contact, Unit, UnitName
from desktop.services.workspace import Workspace
from desktop.storage import directives, plans, search, tasks, units

UNITS, PLANS, TASKS, GIVEN = 5_000, 2_000, 5, 20
YEARS = 10
_LATE = 0.02
"""Of the work of past years, how much was never finished though its plan was not closed."""
_SUBJECTS = (
    "Phòng, chống đuối nước trẻ em", "Rà soát hộ nghèo, hộ cận nghèo", "Chăm lo Tết Nguyên đán", "Tháng hành động vì trẻ em",
    "Chuyển đổi số", "Cải cách hành chính", "Phòng, chống ma túy", "Tuyển quân", "Vệ sinh môi trường", "Phổ biến pháp luật",
)  # fmt: skip
_WORK = (
    "Tổ chức tuyên truyền trên hệ thống loa truyền thanh cơ sở và tại cuộc họp thôn",
    "Rà soát, lập danh sách và báo cáo kết quả về Ủy ban nhân dân xã",
    "Treo băng rôn, khẩu hiệu tại trụ sở và nhà văn hóa thôn",
    "Phối hợp kiểm tra việc thực hiện tại các trường học trên địa bàn",
    "Tổng hợp số liệu, tham mưu báo cáo cấp trên theo quy định",
)


def make(work: Workspace) -> None:
    """Fill an empty workspace as it would stand on the workspace's day."""
    chance, today = random.Random(7), work.today()
    with work.store.bulk():
        keys = _units(work)
        for at in range(PLANS):
            _plan(work, at, today, keys, chance)
        _finish(work, today)
    search.catch_up(work.store)
    work.store.run("PRAGMA optimize")


def _units(work: Workspace) -> list[int]:
    return [
        units.add(
            work.store,
            Unit(
                0,
                "",
                (UnitName(f"Thôn số {at}"),),
                contact=Contact(f"Nguyễn Văn {at}", "Trưởng thôn", f"09{at:08}"),
            ),
        ).id
        for at in range(UNITS)
    ]


def _plan(work: Workspace, at: int, today: dt.date, keys: list[int], chance: random.Random) -> None:
    """One plan; each second of the newest year answers a directive that asks for a report."""
    day = today - dt.timedelta(days=round(365 * YEARS * (PLANS - at) / PLANS))
    is_past = at < PLANS * (YEARS - 1) // YEARS
    state = PlanState.CLOSED if is_past and at % 20 else PlanState.ISSUED
    due = day + dt.timedelta(days=45)
    order = ReportOrder(to="Sở Y tế", deadline=Deadline("", due, Operator.BY)) if at % 2 else ReportOrder()
    asked = tuple(AskedTask(text, sentence=text) for text in _WORK * 4)
    reading = Reading(
        kind="Công văn", subject=_SUBJECTS[at % 10], tasks=asked, report=order, paragraphs=_WORK * 8
    )
    directive = directives.add(work.store, reading, received_on=day) if at % 4 < 2 else None
    plan = plans.add(
        work.store,
        Plan(
            0, "", f"{_SUBJECTS[at % 10]} năm {day.year}", state=state, year=day.year, number=at % 200 + 1,
            symbol="KH-UBND", date=day, directive=directive,
        ),
        to_json(Body(())),
    )  # fmt: skip
    chosen = chance.sample(keys, GIVEN)
    leads = tuple(Party("", unit=key) for key in chosen)
    made = tasks.add_all(
        work.store,
        plan.id,
        [
            Task(0, "", plan.id, 0, text, leads=leads, deadline=Deadline("", due, Operator.BY))
            for text in _WORK
        ],
    )
    tasks.assign(
        work.store, plan.id, day, {task.id: due + dt.timedelta(days=place) for place, task in enumerate(made)}
    )


def _finish(work: Workspace, today: dt.date) -> None:
    """What is due by now is done, but for a part that never was; a third of what is running has been reported on."""
    rows = work.store.rows("SELECT id, due FROM assignment ORDER BY id")
    chance = random.Random(11)
    done = [(due, due, key) for key, due in rows if due < today.isoformat() and chance.random() >= _LATE]
    work.store.run_many(
        "UPDATE assignment SET status = 'done', done_on = ?, reported_on = ? WHERE id = ?", done
    )
    half = [(today.isoformat(), key) for key, _ in rows if chance.random() < 1 / 3]
    work.store.run_many(
        "UPDATE assignment SET status = 'in_progress', reported_on = ? WHERE id = ? AND status = 'not_started'",
        half,
    )
