"""Columns of the tab *Kết quả*: units with what they reported, tasks of one unit."""

import datetime as dt

from desktop.domain.assignment import Standing
from desktop.services.following import UnitRow
from desktop.services.unit_results import UnitTask
from desktop.ui import text
from desktop.ui.models.rows import Column


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


UNITS = (
    Column[UnitRow]("name", "Đơn vị", lambda r: r.name, width=0),
    Column[UnitRow](
        "reported",
        "Báo cáo",
        lambda r: f"{r.reported}/{r.given}",
        lambda r: (r.reported - r.given, r.given),
        is_centred=True,
        width=66,
    ),
    Column[UnitRow](
        "late",
        "Quá hạn từ",
        lambda r: text.date(r.late_since),
        lambda r: (r.late_since is None, r.late_since or 0),
        width=122,
        standing=lambda r: Standing.OVERDUE if r.late_since else None,
    ),
)
TASKS = (
    Column[UnitTask]("number", "Số", lambda r: str(r.number), lambda r: r.number, is_centred=True, width=40),
    Column[UnitTask]("text", "Nhiệm vụ", lambda r: r.task.text, width=0),
    Column[UnitTask]("due", "Hạn", lambda r: text.date(r.mark.due), lambda r: _day(r.mark.due), width=108),
    Column[UnitTask](
        "standing",
        "Tình trạng",
        lambda r: text.STANDINGS[r.mark.standing][1],
        width=146,
        standing=lambda r: r.mark.standing,
    ),
    Column[UnitTask](
        "done", "Ngày xong", lambda r: text.date(r.mark.done_on), lambda r: _day(r.mark.done_on), width=108
    ),
    Column[UnitTask](
        "files",
        "Tệp",
        lambda r: str(len(r.evidence) or ""),
        lambda r: len(r.evidence),
        amount=lambda r: len(r.evidence),
        is_number=True,
        width=48,
    ),
)
