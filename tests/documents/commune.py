"""An invented commune with a plan of four tasks, for the tests of papers."""

import datetime as dt
from decimal import Decimal

from desktop.documents.body import Body
from desktop.documents.letter import UnitTasks
from desktop.documents.plan import PartyName, PlannedTask
from desktop.documents.plan_draft import draft_body
from desktop.domain.assignment import Assignment, Status
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.directive import Reading, ReportOrder
from desktop.domain.office import Office, Signer
from desktop.domain.plan import Plan, PlanState
from desktop.domain.plan_figures import PlanFigures, plan_figures
from desktop.domain.report_matter import Earlier, PlanMatter
from desktop.domain.result import Result
from desktop.domain.task import Indicator, Task
from desktop.domain.unit import UnitKind

OFFICE = Office(
    name="Ủy ban nhân dân xã Đồng Sen",
    short_name="UBND xã Đồng Sen",
    issuer=("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SEN"),
    place="Đồng Sen",
    drafting="VHXH",
    collector="Phòng Văn hóa - Xã hội",
    reports_to="Sở Y tế tỉnh Sơn Giang",
    signers=(Signer(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Bích Ngọc"),),
)
READING = Reading(
    kind="Công văn",
    number="312",
    symbol="SYT-BTXH",
    issuer="SỞ Y TẾ",
    date=dt.date(2026, 3, 2),
    subject="tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam",
    theme="Mười năm đồng hành",
    legal_bases=(
        "Luật Người khuyết tật",
        "Quyết định số 1791/QĐ-TTg ngày 15/9/2016 của Thủ tướng Chính phủ",
    ),
    report=ReportOrder(to="Sở Y tế"),
)
DRAFT = Plan(
    id=1,
    uid="p",
    subject="Tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam",
    year=2026,
    symbol="KH-UBND",
    theme="Mười năm đồng hành",
)
ISSUED = Plan(
    id=1,
    uid="p",
    subject=DRAFT.subject,
    state=PlanState.ISSUED,
    year=2026,
    number=5,
    symbol="KH-UBND",
    date=dt.date(2026, 3, 5),
)


def party(name: str, *kinds: UnitKind, written: str = "") -> PartyName:
    """A unit as it prints."""
    return PartyName(name, frozenset(kinds), written)


DIVISION = party("Phòng Văn hóa - Xã hội", UnitKind.DEPARTMENT)
STATION = party("Trạm Y tế xã", UnitKind.HEALTH, written="Trạm Y tế")
FRONT = party("Ủy ban Mặt trận Tổ quốc Việt Nam xã", UnitKind.FRONT)
WOMEN = party("Hội Liên hiệp Phụ nữ xã", UnitKind.MASS)
VILLAGES = party("các thôn", UnitKind.VILLAGE)


def task(key: int, text: str, **values: object) -> Task:
    """A task of the plan."""
    return Task(key, f"t{key}", 1, key - 1, text, **values)  # type: ignore[arg-type]


SESSIONS, PEOPLE = (
    Indicator(1, "i1", "Số buổi tọa đàm", "buổi"),
    Indicator(2, "i2", "Số người dự", "lượt người"),
)
TALK = task(
    1,
    "Chủ trì, phối hợp với Trạm Y tế tổ chức tọa đàm trước ngày 25/3/2026",
    deadline=Deadline("trước ngày 25/3/2026", dt.date(2026, 3, 25), Operator.BEFORE),
    indicators=(SESSIONS, PEOPLE),
)
LIST = task(2, "Lập danh sách người cần trợ giúp;", deliverable="Danh sách")
GIFTS = task(3, "thăm hỏi, tặng quà người yếu thế", deadline=Deadline("Trong tháng 3"))
BANNERS = task(
    4, "Treo băng rôn", deadline=Deadline("chậm nhất ngày 17/3/2026", dt.date(2026, 3, 17), Operator.BY)
)
TASKS = (TALK, LIST, GIFTS, BANNERS)
PLANNED = (
    PlannedTask(TALK, (DIVISION,), (STATION,)),
    PlannedTask(LIST, (DIVISION,), (STATION, VILLAGES)),
    PlannedTask(GIFTS, (FRONT, WOMEN), ()),
    PlannedTask(BANNERS, (VILLAGES,), ()),
)
GIVEN = (
    UnitTasks(DIVISION.name, UnitKind.DEPARTMENT, ((TALK.text, TALK.deadline), (LIST.text, None))),
    UnitTasks(FRONT.name, UnitKind.FRONT, ((GIFTS.text, GIFTS.deadline),)),
    UnitTasks("Thôn Đông", UnitKind.VILLAGE, ((BANNERS.text, BANNERS.deadline),)),
    UnitTasks("Thôn Đoài", UnitKind.VILLAGE, ((BANNERS.text, BANNERS.deadline),)),
)
UNITS = {1: DIVISION.name, 2: FRONT.name, 3: "Thôn Đông", 4: "Thôn Đoài", 5: WOMEN.name}
ASSIGNED = (
    Assignment(1, 1, 1, due=dt.date(2026, 3, 24)),
    Assignment(2, 2, 1),
    Assignment(3, 3, 2, due=dt.date(2026, 3, 31)),
    Assignment(4, 3, 5, due=dt.date(2026, 3, 31)),
    Assignment(5, 4, 3, due=dt.date(2026, 3, 17)),
    Assignment(6, 4, 4, due=dt.date(2026, 3, 17)),
)
RESULTS = (
    Result(
        1,
        dt.date(2026, 3, 25),
        Status.DONE,
        dt.date(2026, 3, 24),
        "Đã tổ chức tại hội trường",
        values=((1, Decimal(2)), (2, Decimal(1200))),
    ),
    Result(2, dt.date(2026, 3, 25), Status.IN_PROGRESS),
    Result(3, dt.date(2026, 3, 20), Status.NOT_APPLICABLE, text="Hội Chữ thập đỏ đã làm"),
    Result(5, dt.date(2026, 3, 20), Status.DONE, dt.date(2026, 3, 19), reason="Nhà in giao chậm"),
)


def figures(results: tuple[Result, ...] = RESULTS, cut_off: dt.date = dt.date(2026, 3, 27)) -> PlanFigures:
    """The figures of the plan."""
    return plan_figures(TASKS, ASSIGNED, results, UNITS, cut_off)


def body(report_by: dt.date | None = None) -> Body:
    """The first draft."""
    return draft_body(READING, PLANNED, OFFICE, report_by)


LAST_YEAR = Plan(
    id=9,
    uid="q",
    subject=DRAFT.subject,
    state=PlanState.CLOSED,
    year=2025,
    number=18,
    symbol="KH-UBND",
    date=dt.date(2025, 3, 6),
)


def matter(counted: PlanFigures | None = None, **values: object) -> PlanMatter:
    """What a report on the plan tells of."""
    known: dict[str, object] = {
        "plan": ISSUED,
        "year": 2026,
        "figures": counted or figures(),
        "office": OFFICE,
    }
    return PlanMatter(**(known | values))  # type: ignore[arg-type]


def earlier() -> Earlier:
    """The same plan of the year before: one talk for more people."""
    day = dt.date(2025, 3, 24)
    talk = Result(1, day, Status.DONE, day, values=((1, Decimal(1)), (2, Decimal(1300))))
    return Earlier(LAST_YEAR, 2025, figures((talk,), dt.date(2025, 3, 27)))
