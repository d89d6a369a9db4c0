"""An invented commune for the tests of services: its units, a directive as read, and its plan on the way to the results."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.directive import AskedTask, Reading, ReportOrder
from desktop.domain.plan import Plan
from desktop.domain.task import Indicator
from desktop.domain.unit import Unit, UnitName
from desktop.domain.unit_kind import kind_of
from desktop.services import offices, plan_export, planning
from desktop.services.plan_export import Parts
from desktop.services.workspace import Workspace
from desktop.storage import tasks, units

DIVISION, STATION, FRONT = "Phòng Văn hóa - Xã hội", "Trạm Y tế xã", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"
VILLAGES = ("Thôn Đông", "Thôn Đoài", "Thôn Thượng")
RECEIVED, ISSUED = dt.date(2026, 3, 3), dt.date(2026, 3, 5)


@dataclass(slots=True)
class Clock:
    """The day it is; the test moves it."""

    day: dt.date = RECEIVED

    def __call__(self) -> dt.date:
        return self.day


def before(day: dt.date) -> Deadline:
    """The words and the day of "trước ngày ..."."""
    return Deadline(f"trước ngày {day:%d/%m/%Y}", day, Operator.BEFORE)


TALK = AskedTask(
    "Chủ trì tổ chức tọa đàm, gặp mặt cán bộ làm công tác xã hội",
    lead=(DIVISION,),
    coordinating=(STATION,),
    deadline=before(dt.date(2026, 3, 25)),
)
BANNERS = AskedTask("Treo băng rôn, khẩu hiệu", lead=("Các thôn",), deadline=before(dt.date(2026, 3, 18)))
GIFTS = AskedTask("Vận động, thăm hỏi, tặng quà người yếu thế", lead=(FRONT,))
READING = Reading(
    kind="Công văn",
    number="312",
    symbol="SYT-BTXH",
    issuer="SỞ Y TẾ",
    place="Sơn Giang",
    date=dt.date(2026, 3, 2),
    subject="tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam",
    legal_bases=("Quyết định số 1791/QĐ-TTg ngày 15/9/2016 của Thủ tướng Chính phủ",),
    tasks=(TALK, BANNERS, GIFTS),
    report=ReportOrder(to="Sở Y tế"),
)


def settle(work: Workspace) -> dict[str, int]:
    """Tell the office and set up its units; gives name -> id."""
    offices.tell(
        work, name="Ủy ban nhân dân xã Đồng Sen", place="Đồng Sen", reports_to="Sở Y tế", drafting="VHXH"
    )
    return {name: add_unit(work, name).id for name in (DIVISION, STATION, FRONT, *VILLAGES)}


def add_unit(work: Workspace, name: str, **values: object) -> Unit:
    """One more unit, of the kind that its name tells."""
    return units.add(work.store, Unit(0, "", (UnitName(name),), kind_of(name), **values))  # type: ignore[arg-type]


def draft(work: Workspace, reading: Reading = READING) -> Plan:
    """A draft of the reading, with two numbers to report on its first task."""
    new = planning.new_from_reading(work, reading, None)
    counted = (Indicator(0, "", "Số buổi", "buổi"), Indicator(0, "", "Số người", "lượt người"))
    first = tasks.of_plan(work.store, new.plan.id)[0]
    tasks.save(work.store, _with_indicators(first, counted))
    return new.plan


def _with_indicators(task, indicators):
    from dataclasses import replace

    return replace(task, indicators=indicators)


def issued(work: Workspace, reading: Reading = READING) -> Plan:
    """The same plan issued as number 15 on `ISSUED`, the clock moved there."""
    plan = draft(work, reading)
    work.today.day = ISSUED  # type: ignore[attr-defined]
    return planning.issue(work, plan.id, 15, ISSUED)


def forms(work: Workspace, plan: Plan, folder: Path) -> dict[str, Path]:
    """The result forms of the plan as files: name of the unit -> path."""
    made = plan_export.export(work, plan.id, folder, Parts(forms=True))
    named = [form.unit for _, form in plan_export.result_forms(work, plan.id)]
    return dict(zip(named, made, strict=True))


def fill(path: Path, cells: dict[str, object]) -> Path:
    """Write into cells of a form as Excel would."""
    book = load_workbook(path)
    for place, value in cells.items():
        book["Kết quả"][place] = value
    book.save(path)
    return path


DONE = {"D8": "Hoàn thành", "E8": dt.date(2026, 3, 24), "F8": "Đã tổ chức tại hội trường"}
