"""The morning sheet: what is overdue, due soon, to be sent, whom to ring, on one A4. Builds, writes no file."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.documents.model import (
    Align,
    Block,
    Column,
    Document,
    DocumentKind,
    Paragraph,
    Signature,
    Style,
    Table,
    paragraph,
)
from desktop.documents.office_parts import head
from desktop.documents.phrases import count, join_and, many_in_cell, sentence, short_date
from desktop.domain.duties import Proposal
from desktop.domain.office import Office
from desktop.domain.unit import Contact

AHEAD = 7
"""Days to come that count as soon."""
_LISTS = (
    "việc quá hạn",
    "việc sắp đến hạn",
    "báo cáo phải gửi",
    "đơn vị cần gọi",
    "việc hằng năm cần lập kế hoạch",
)
_WORDS = 90  # letters of a task that are printed: enough to know it by
_NAMES = 3
_TELLS_DAY = re.compile(r"\d/\d")
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class Owed:
    """One task that units still owe by the same day. plan: number and symbol; names: of the units."""

    task: str
    plan: str
    names: tuple[str, ...]
    due: dt.date


@dataclass(frozen=True, slots=True)
class ToSend:
    """A report that is to go out. to: "" where it is not known; due: None where the words name no day, which then stand in `words`."""

    what: str
    to: str
    due: dt.date | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A unit to ring: how much of its work is overdue, since when, and what was last said ("gọi 26/3, hẹn 28/3")."""

    unit: str
    contact: Contact
    overdue: int
    since: dt.date
    last: str = ""


@dataclass(frozen=True, slots=True)
class Morning:
    """All that waits on a day, each list in the order of printing. duties: yearly ones that want a plan."""

    today: dt.date
    overdue: tuple[Owed, ...] = ()
    soon: tuple[Owed, ...] = ()
    reports: tuple[ToSend, ...] = ()
    calls: tuple[Call, ...] = ()
    duties: tuple[Proposal, ...] = ()


def build(morning: Morning, office: Office, most: Sequence[int]) -> Document:
    """The sheet with at most as many rows of each list as `most` says, in the order of `lengths`; what is left out is counted and stands
    in the workbook."""
    late, soon, reports, calls, duties = most
    day = morning.today
    blocks: list[Block] = []
    if morning.overdue or morning.soon:
        blocks.append(_work(morning, late, soon))
    if morning.reports:
        blocks.append(_cut(_reports(morning), reports, "Báo cáo phải gửi", "báo cáo"))
    if morning.calls:
        blocks.append(_cut(_calls(morning.calls, whole=False), calls, "Đơn vị cần gọi", "đơn vị"))
    if morning.duties:
        blocks.append(_duty_words(morning.duties, duties))
    if nothing := [words for words, length in zip(_LISTS, lengths(morning), strict=True) if not length]:
        blocks.append(paragraph(Style.BODY, sentence(f"Không có {join_and(nothing)}", ".")))
    return Document(
        kind=DocumentKind.INTERNAL,
        head=head(office, "", day.year, date=day),
        title="VIỆC HÔM NAY",
        subject=f"{_WEEKDAYS[day.weekday()]}, ngày {short_date(day)}",
        blocks=tuple(blocks),
        recipients=(),
        signature=Signature(()),
    )


def lengths(morning: Morning) -> tuple[int, ...]:
    """How long each list is: overdue, due soon, reports, calls, yearly duties."""
    lists = (morning.overdue, morning.soon, morning.reports, morning.calls, morning.duties)
    return tuple(len(some) for some in lists)


def sheets(morning: Morning) -> tuple[tuple[str, Table], ...]:
    """The lists in full for the workbook: name on the tab and table."""
    return (
        ("Quá hạn", _owed(morning.overdue, "Quá (ngày)", morning.today)),
        ("Đến hạn", _owed(morning.soon, "Còn (ngày)", morning.today)),
        ("Báo cáo", _reports(morning)),
        ("Cần gọi", _calls(morning.calls, whole=True)),
        ("Việc hằng năm", _duties(morning.duties)),
    )


def _work(morning: Morning, late: int, soon: int) -> Table:
    """Overdue work, then what is due soon, under a bold row each."""
    columns = (Column(("Nhiệm vụ",), 8), Column(("Đơn vị",), 5.6), Column(("Hạn",), 3))
    rows: list[tuple[str, ...]] = []
    groups = set()
    for title, owed, most in (
        ("Quá hạn", morning.overdue, late),
        (f"Đến hạn trong {AHEAD:02d} ngày tới", morning.soon, soon),
    ):
        if not owed:
            continue
        groups.add(len(rows))
        total = f"{count(len(owed), 'nhiệm vụ')}, {count(sum(len(o.names) for o in owed), 'lượt đơn vị')}"
        hidden = f" (ghi {most}, đủ trong bảng tính kèm theo)" if most < len(owed) else ""
        rows.append((f"{title}: {total}{hidden}", "", ""))
        for one in owed[:most]:
            due = f"{short_date(one.due)}\n({_away(one.due, morning.today)})"
            rows.append((f"{shortened(one.task)} ({one.plan})", _few(one.names), due))
    return Table(columns, tuple(rows), frozenset(groups))


def _cut(table: Table, most: int, title: str, noun: str) -> Table:
    left = len(table.rows) - most
    caption = f"{title} (còn {count(left, noun)} nữa trong bảng tính kèm theo)" if left > 0 else title
    return replace(table, rows=table.rows[:most], caption=caption)


def _owed(owed: Sequence[Owed], days: str, today: dt.date) -> Table:
    columns = (
        Column(("Nhiệm vụ",), 7),
        Column(("Văn bản",), 2.4),
        Column(("Đơn vị",), 5),
        Column(("Hạn",), 2, Align.CENTRE),
        Column((days,), 1.3, Align.RIGHT),
    )
    return Table(
        columns,
        tuple(
            (o.task, o.plan, many_in_cell(o.names), short_date(o.due), str(abs((o.due - today).days)))
            for o in owed
        ),
    )


def _reports(morning: Morning) -> Table:
    columns = (Column(("Báo cáo",), 8), Column(("Gửi",), 4.6), Column(("Hạn",), 4))
    rows = (
        (
            one.what,
            one.to,
            f"{short_date(one.due)} ({_away(one.due, morning.today)})" if one.due else one.words,
        )
        for one in morning.reports
    )
    return Table(columns, tuple(rows))


def _away(due: dt.date, today: dt.date) -> str:
    days = (due - today).days
    if days == 0:
        return "hôm nay"
    return f"còn {count(days, 'ngày')}" if days > 0 else f"quá {count(-days, 'ngày')}"


def _calls(calls: Sequence[Call], *, whole: bool) -> Table:
    columns = (
        Column(("Đơn vị",), 4.2),
        Column(("Người liên hệ",), 4.4),
        Column(("Điện thoại",), 3),
        Column(("Quá hạn",), 2.6),
        Column(("Nhắc gần nhất",), 3),
    )
    rows = (
        (
            call.unit,
            ", ".join(filter(None, (call.contact.person, call.contact.position))),
            call.contact.phone if whole else grouped(call.contact.phone),
            f"{count(call.overdue, 'việc')}, từ {_day(call.since)}",
            call.last,
        )
        for call in calls
    )
    return Table(columns, tuple(rows))


def _duties(duties: Sequence[Proposal]) -> Table:
    columns = (
        Column(("Việc",), 9),
        Column(("Ngày",), 3, Align.CENTRE),
        Column(("Kế hoạch năm trước",), 4),
    )
    rows = ((one.duty.name, short_date(one.on), "Có" if one.last else "") for one in duties)
    return Table(columns, tuple(rows))


def _duty_words(duties: Sequence[Proposal], most: int) -> Paragraph:
    named = "; ".join(_duty(one) for one in duties[:most])
    more = f"; và {count(len(duties) - most, 'việc khác')}" if most < len(duties) else ""
    return paragraph(Style.BODY, sentence(f"Việc hằng năm cần lập kế hoạch: {named}{more}", "."))


def _duty(one: Proposal) -> str:
    """The name with its day, unless the name tells days itself ("Tháng hành động ... (15/4 - 15/5)")."""
    return one.duty.name if _TELLS_DAY.search(one.duty.name) else f"{one.duty.name} ({_day(one.on)})"


def shortened(text: str) -> str:
    """A task in one or two lines of a cell: whole words, "…" where the rest is left out."""
    if len(text) <= _WORDS:
        return text
    return text[: _WORDS + 1].rpartition(" ")[0].rstrip(" ,;:.-") + "…"


def _few(names: Sequence[str]) -> str:
    if len(names) <= _NAMES + 1:
        return many_in_cell(names)
    return f"{many_in_cell(names[:_NAMES])} và {count(len(names) - _NAMES, 'đơn vị khác')}"


def grouped(phone: str) -> str:
    """A number of ten digits as people read it out: "0912 345 678", not broken; any other as it is."""
    return (
        f"{phone[:4]}\u00a0{phone[4:7]}\u00a0{phone[7:]}" if len(phone) == 10 and phone.isdigit() else phone
    )


def _day(day: dt.date) -> str:
    return f"{day.day}/{day.month}"


def reminder_words(channel: str, on: dt.date, promised: dt.date | None) -> str:
    """ "Gọi điện 26/3, hẹn 28/3"."""
    return f"{channel} {_day(on)}" + (f", hẹn {_day(promised)}" if promised else "")
