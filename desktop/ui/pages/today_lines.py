"""The lines of Hôm nay in words: work by day, units to ring, reports to send, yearly duties. Knows no widget."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.services.today import Call, Owed, Show, Today
from desktop.ui import text
from desktop.ui.models.agenda import Line

if TYPE_CHECKING:
    from desktop.domain.duties import Proposal
    from desktop.services.coming import Coming, ToSend

_CHANNELS = {"letter": "công văn", "phone": "gọi", "zalo": "nhắn Zalo", "meeting": "nhắc khi họp"}


@dataclass(frozen=True, slots=True)
class AllTasks:
    """Stands for "see the rest": the page Nhiệm vụ."""


@dataclass(frozen=True, slots=True)
class AllUnits:
    """Stands for "see the rest": every unit with overdue work."""


def work(today: Today, show: Show) -> list[Line]:
    """What is owed: overdue, then day by day."""
    lines: list[Line] = []
    if today.overdue:
        title = "Quá hạn, chưa báo cáo lần nào" if show is Show.SILENT else "Quá hạn"
        lines.append(Line(title, aside=_task_count(len(today.overdue) + today.more_overdue), is_heading=True))
        lines += [_owed(one, today.day) for one in today.overdue]
        lines += _rest(today.more_overdue)
    for due, some in groupby(today.soon, key=lambda one: one.due):
        found = list(some)
        lines.append(Line(_day(due, today.day), aside=_task_count(len(found)), is_heading=True))
        lines += [_owed(one, today.day) for one in found]
    return lines + _rest(today.more_soon)


def calls(today: Today) -> list[Line]:
    """Units to ring."""
    if not today.calls:
        return []
    head = Line("Cần gọi", aside=text.count(today.figures.late_units, "đơn vị quá hạn"), is_heading=True)
    rest = [
        Line(
            f"Còn {text.count(today.more_calls, 'đơn vị')} nữa",
            "Mở trang Nhiệm vụ để xem đủ",
            thing=AllUnits(),
        )
    ]
    return [head, *(_call(one, today.day) for one in today.calls), *(rest if today.more_calls else ())]


def coming(found: "Coming", day: dt.date) -> list[Line]:
    """Reports to send and yearly duties."""
    lines: list[Line] = []
    if found.reports:
        count = text.count(len(found.reports), "báo cáo")
        lines.append(Line("Báo cáo phải gửi", aside=count, is_heading=True))
        lines += [_report(one, day) for one in found.reports]
    if found.duties:
        lines.append(Line("Việc hằng năm sắp đến", is_heading=True))
        lines += [_duty(one, day) for one in found.duties]
    return lines


def _task_count(many: int) -> str:
    return text.count(many, "nhiệm vụ")


def _rest(many: int) -> list[Line]:
    if not many:
        return []
    return [Line(f"Còn {text.count(many, 'nhiệm vụ')} nữa", "Mở trang Nhiệm vụ để xem đủ", thing=AllTasks())]


def _day(due: dt.date, today: dt.date) -> str:
    name = text.long_date(due)
    days = (due - today).days
    near = {0: "Hôm nay", 1: "Ngày mai"}.get(days)
    return f"{near}, {name}" if near else name[0].upper() + name[1:]


def _owed(one: Owed, today: dt.date) -> Line:
    more = one.many - len(one.names)
    names = ", ".join(one.names) + (f" và {text.count(more, 'đơn vị khác')}" if more > 0 else "")
    return Line(
        title=one.text.rstrip(" ."),
        detail=f"{names} · {one.paper}",
        aside=text.days_left(one.due, today),
        under=text.date(one.due),
        thing=one,
        is_late=one.due < today,
    )


def _call(one: Call, today: dt.date) -> Line:
    who = ", ".join(filter(None, (one.person, one.position)))
    settled = one.is_settled(today)
    parts = [phone(one.phone) or "chưa có số điện thoại", who, _said(one, today)]
    return Line(
        title=one.name,
        detail=" · ".join(filter(None, parts)),
        aside=f"{one.overdue} việc",
        act="Gọi lại" if settled else "Đã gọi",
        thing=one,
        is_quiet=settled,
    )


def _said(one: Call, today: dt.date) -> str:
    if one.said_on is None:
        return ""
    day = "hôm nay" if one.said_on == today else f"{one.said_on.day}/{one.said_on.month}"
    promised = one.promised_on
    return f"{_CHANNELS[one.channel]} {day}" + (f", hẹn {promised.day}/{promised.month}" if promised else "")


def _report(one: "ToSend", today: dt.date) -> Line:
    to = f"Gửi {one.to}" if one.to else "Chưa rõ nơi nhận"
    if one.cut_off is not None:
        return Line(one.what, to, aside="đang soạn", under=f"chốt {text.date(one.cut_off)}", thing=one)
    if one.due is None:
        return Line(one.what, f"{to} · {one.words}", thing=one)
    late = one.due < today
    return Line(one.what, to, text.days_left(one.due, today), text.date(one.due), thing=one, is_late=late)


def _duty(one: "Proposal", today: dt.date) -> Line:
    if one.last is not None:
        source = "Lập từ kế hoạch năm trước"
    else:
        source = "Lập từ mẫu có sẵn" if one.duty.template else "Chưa có kế hoạch năm nay"
    day = f"{text.date(one.on)}, {text.days_left(one.on, today)}"
    return Line(one.duty.name, f"{day} · {source}", act="Lập kế hoạch", thing=one)


def phone(number: str) -> str:
    """A number of ten digits as people read it out: "0912 345 678", not broken; any other as it is."""
    if len(number) == 10 and number.isdigit():
        return f"{number[:4]}\u00a0{number[4:7]}\u00a0{number[7:]}"
    return number
