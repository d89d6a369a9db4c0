"""A whole plan with 200 units: 50 answer by packages from a second home, 150 on Excel forms; every number above is counted by hand."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from story import Clock, before, fill

from desktop.domain.assignment import Status
from desktop.domain.directive import AskedTask, Reading
from desktop.domain.result import Result
from desktop.domain.task import Indicator, Party
from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName
from desktop.services import (
    following,
    offices,
    package_receiving,
    package_sending,
    plan_export,
    planning,
    report_files,
    reporting,
)
from desktop.services.papers import Formats
from desktop.services.plan_export import Parts
from desktop.services.workspace import Workspace
from desktop.storage import plans, tasks, units

UNITS, WITH_PROGRAM = 200, 50
ISSUED, TODAY = dt.date(2026, 3, 5), dt.date(2026, 3, 27)
BANNERS_DUE, TALK_DUE = dt.date(2026, 3, 17), dt.date(2026, 3, 24)
WORDS = {
    Status.IN_PROGRESS: "Đang thực hiện",
    Status.DONE: "Hoàn thành",
    Status.NOT_APPLICABLE: "Không áp dụng",
}
PHRASE = "mua gat cau tre"


def banners(at):
    """(status, day) of the first task of unit number `at`, None where it says nothing."""
    return (
        None,
        (Status.IN_PROGRESS, None),
        (Status.DONE, dt.date(2026, 3, 15)),
        (Status.DONE, dt.date(2026, 3, 20)),
        (Status.NOT_APPLICABLE, None),
    )[at % 5]


def talk(at):
    """The same of the second task, on which a number is told with finished work."""
    return (None, (Status.DONE, dt.date(2026, 3, 20)), (Status.IN_PROGRESS, None))[at % 3]


def counted(numbers):
    """The figures of units, one by one: those of the whole, or of one unit."""
    told = [(said(at), due) for at in numbers for said, due in ((banners, BANNERS_DUE), (talk, TALK_DUE))]
    applies = [(one, due) for one, due in told if one is None or one[0] is not Status.NOT_APPLICABLE]
    done = [(one, due) for one, due in applies if one and one[0] is Status.DONE]
    on_time = sum(one[1] <= due for one, due in done)
    return {
        "assigned": len(applies),
        "reported": sum(one is not None for one, _ in applies),
        "done": len(done),
        "on_time": on_time,
        "late": len(applies) - on_time,  # both last days have passed
        "missing": sum(one is None for one, _ in applies),
    }


def name(at):
    return f"Thôn số {at:03}"


@pytest.fixture(scope="module")
def upper(tmp_path_factory):
    """The upper home with the plan issued to all units; the clock stands on the day of the report."""
    clock = Clock(ISSUED)
    with Workspace.open(tmp_path_factory.mktemp("tren"), clock) as work:
        offices.tell(work, name="Ủy ban nhân dân xã Đồng Sen", place="Đồng Sen", reports_to="Sở Y tế")
        keys = [units.add(work.store, Unit(0, "", (UnitName(name(at)),))).id for at in range(UNITS)]
        villages = units.save_group(work.store, UnitGroup(0, "", "Các thôn", tuple(map(Membership, keys))))
        asked = (
            AskedTask("Treo băng rôn, khẩu hiệu", lead=("Các thôn",), deadline=before(dt.date(2026, 3, 18))),
            AskedTask(
                "Tổ chức nói chuyện chuyên đề", lead=("Các thôn",), deadline=before(dt.date(2026, 3, 25))
            ),
        )
        reading = Reading(
            kind="Công văn", issuer="SỞ Y TẾ", subject="tổ chức Ngày Công tác xã hội", tasks=asked
        )
        plan = planning.new_from_reading(work, reading, None).plan
        for task in tasks.of_plan(work.store, plan.id):
            counted = (Indicator(0, "", "Số người dự", "người"),) if "nói chuyện" in task.text else ()
            leads = (Party("Các thôn", group=villages.id),)
            tasks.save(work.store, replace(task, leads=leads, indicators=counted))
        planning.issue(work, plan.id, 15, ISSUED)
        clock.day = TODAY
        yield work, plan.id


def by_package(work, plan, folder):
    """The first 50 units, all of them in one home beside: what they answer comes back by stick."""
    chosen = [
        u.id for u in units.list_units(work.store) if u.name in {name(at) for at in range(WITH_PROGRAM)}
    ]
    sent = package_sending.send(work, plan, folder / "di", chosen, PHRASE)
    assert len(sent) == WITH_PROGRAM
    with Workspace.open(folder / "duoi", Clock(TODAY)) as lower:
        offices.tell(lower, name="Liên thôn xã Đồng Sen", place="Đồng Sen")
        take_in(lower, sent)
        (there,) = plans.heads(lower.store)
        do_work(lower, there.id)
        return package_sending.reply(lower, there.id, folder / "ve", PHRASE)


def take_in(work, paths):
    found = package_receiving.look(work, paths, (PHRASE,))
    assert [one.error for one in found if one.error] == []
    return package_receiving.keep(work, found, passphrases=(PHRASE,))


def do_work(work, plan):
    """Each unit notes what it did, and of finished talks how many came."""
    wanted = {task.id: task for task in tasks.of_plan(work.store, plan)}
    names = {unit.id: unit.name for unit in units.list_units(work.store)}
    said = []
    for one in tasks.assignments_of_plan(work.store, plan):
        at, task = int(names[one.unit][-3:]), wanted[one.task]
        told = talk(at) if task.indicators else banners(at)
        if told is not None:
            values = ((task.indicators[0].id, Decimal(at)),) if task.indicators and told[1] else ()
            said.append(Result(one.id, TODAY, told[0], told[1], values=values))
    following.tell(work, plan, said)


def by_form(work, plan, folder):
    """The other 150 units fill in their workbooks."""
    made = plan_export.export(work, plan, folder, Parts(forms=True))
    named = [form.unit for _, form in plan_export.result_forms(work, plan)]
    filled = []
    for unit, path in zip(named, made, strict=True):
        at = int(unit[-3:])
        if at < WITH_PROGRAM:
            continue
        cells = {}
        for row, told in ((8, banners(at)), (9, talk(at))):
            if told:
                cells[f"D{row}"], cells[f"E{row}"] = WORDS[told[0]], told[1]
        if talk(at) and talk(at)[1]:
            cells[f"D{value_row(path)}"] = at
        filled.append(fill(path, cells))
    return filled


def value_row(path):
    """The row of the number that is asked for."""
    sheet = load_workbook(path)["Kết quả"]
    return next(row for row in range(10, 40) if sheet.cell(row, 2).value == "Số người dự")


@pytest.fixture(scope="module")
def collected(upper, tmp_path_factory):
    """The same after all 200 have answered, in one preview; and once more, which changes nothing."""
    work, plan = upper
    folder = tmp_path_factory.mktemp("usb")
    paths = by_package(work, plan, folder) + by_form(work, plan, folder / "bieu")
    assert len(paths) == UNITS
    take_in(work, paths)
    assert take_in(work, paths) == package_receiving.Kept()
    return work, plan


def test_every_figure_of_the_whole_is_right(collected):
    total = reporting.figures(*collected).total
    wanted = counted(range(UNITS))
    assert {key: getattr(total, key) for key in wanted} == wanted


def test_every_unit_stands_as_it_said(collected):
    for unit in reporting.figures(*collected).units:
        at = int(unit.name[-3:])
        told = {line.task: (line.standing.value, line.done_on) for line in unit.lines}
        day = [said[1] if said and said[0] is Status.DONE else None for said in (banners(at), talk(at))]
        kept = [one for _, one in (told[key] for key in sorted(told))]
        wanted = day if len(kept) == len(day) else day[1:]  # what does not apply is no line
        assert kept == wanted, unit.name


def test_numbers_that_units_told_add_up(collected):
    (asked,) = reporting.figures(*collected).indicators
    assert asked.total == sum(at for at in range(UNITS) if talk(at) and talk(at)[1])


def test_every_row_of_the_report_that_goes_up_is_right(collected, tmp_path):
    (path,) = report_files.of_plan(*collected, tmp_path, formats=Formats(xlsx=True))
    sheet = load_workbook(path)["Theo đơn vị"]
    rows = {row[1]: row[2:7] for row in sheet.iter_rows(values_only=True) if row[1]}
    columns = ("assigned", "reported", "on_time", "late", "missing")
    for at in range(UNITS):
        figures = counted([at])
        assert rows[name(at)] == tuple(figures[key] for key in columns)
    whole = counted(range(UNITS))
    assert rows["Tổng cộng"] == tuple(whole[key] for key in columns)
