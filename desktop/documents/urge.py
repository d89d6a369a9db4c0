"""Công văn đôn đốc: asks the units whose work is overdue at the cut-off to finish and report, more firmly each time. Writes no file."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.documents.model import Align, Appendix, Column, Document, DocumentKind, Style, Table, paragraph
from desktop.documents.office_parts import (
    addressees,
    file_copy,
    head,
    leaders,
    short_name,
    signature,
    through,
)
from desktop.documents.phrases import (
    BLANK,
    count,
    in_cell,
    in_text,
    named_plan,
    nth_time,
    plan_name,
    sentence,
    short_date,
)
from desktop.domain.assignment import Standing
from desktop.domain.follow_up import Channel, Urged, Urging, urged_before
from desktop.domain.numbering import letter_symbol
from desktop.domain.office import Office
from desktop.domain.plan import Plan
from desktop.domain.plan_figures import Line, PlanFigures, UnitFigures
from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import request_verb_for

FIRM = 3
"""From this time on the letter turns to the head of the unit and goes to the leaders too."""

_THEM = "cơ quan, đơn vị"
_LISTED = f"các {_THEM} có tên tại Phụ lục"
_BY = {
    Channel.LETTER: "bằng công văn",
    Channel.PHONE: "qua điện thoại",
    Channel.ZALO: "qua Zalo",
    Channel.MEETING: "trực tiếp",
}


@dataclass(frozen=True, slots=True)
class LateUnit:
    """A unit with overdue work. urgings: all reminders of its assignments."""

    figures: UnitFigures
    kind: UnitKind
    urgings: tuple[Urging, ...] = ()

    @property
    def overdue(self) -> tuple[Line, ...]:
        """What it owes."""
        return tuple(line for line in self.figures.lines if line.standing is Standing.OVERDUE)

    def urged(self, day: dt.date, line: Line | None = None) -> Urged:
        """How it was urged before the letter of `day`: to all that it owes now, or to one line of it."""
        about = {one.assignment for one in ((line,) if line else self.overdue)}
        return urged_before((u for u in self.urgings if u.assignment in about), day)

    def promises(self, day: dt.date) -> set[dt.date | None]:
        """The days it promised for what it owes, None among them for work without a promise."""
        return {self.urged(day, line).promised_on for line in self.overdue}


def build(plan: Plan, figures: PlanFigures, late: Sequence[LateUnit], office: Office) -> Document:
    """One letter to the units of `late` (one or more), with the table of what each still owes on the day of the figures.

    "Lần thứ hai", "lần thứ ba" is said where every unit addressed was urged so often before, by letter, telephone, Zalo or in person.
    The verb is the one that fits all of them (product rule 11). The day to answer by is a blank: whoever signs sets it.
    """
    day = figures.cut_off
    time = 1 + min(one.urged(day).times for one in late)
    repeated = f" ({nth_time(time)})" if time > 1 else ""
    before = _before(late, day, office)
    blocks = (
        paragraph(Style.BODY, _owed(plan, late, day)),
        *((paragraph(Style.BODY, before),) if before else ()),
        paragraph(Style.BODY, _request(late, time, office)),
        paragraph(Style.BODY, _closing(late)),
    )
    return Document(
        kind=DocumentKind.LETTER,
        head=head(office, letter_symbol(office.symbol, office.drafting), day.year),
        subject=f"đôn đốc thực hiện {plan_name(plan)}{repeated}",
        addressees=addressees([one.figures.name for one in late]),
        blocks=blocks,
        recipients=("Như trên", *((leaders(office),) if time >= FIRM else ()), file_copy(office)),
        signature=signature(office),
        appendices=(Appendix("NHIỆM VỤ QUÁ HẠN", (_table(figures, late),)),),
    )


def _owed(plan: Plan, late: Sequence[LateUnit], day: dt.date) -> str:
    overdue = sum(len(one.overdue) for one in late)
    if len(late) == 1:
        what = f"{in_text(late[0].figures.name)} còn {count(overdue, 'nhiệm vụ')} quá hạn"
    else:
        what = f"còn {count(overdue, 'lượt nhiệm vụ')} quá hạn của {count(len(late), _THEM)}"
    return (
        f"Qua theo dõi tình hình thực hiện {named_plan(plan)}, tính đến ngày {short_date(day)}, {what} "
        "chưa có báo cáo hoàn thành (chi tiết tại Phụ lục kèm theo)."
    )


def _before(late: Sequence[LateUnit], day: dt.date, office: Office) -> str:
    """What was done before, "" where nothing was."""
    urged = [one.urged(day).times for one in late if one.urged(day).times]
    if not urged:
        return ""
    us = short_name(office)
    if len(late) == 1:
        return f"Trước đó, {us} đã đôn đốc {_told(late[0], day)}."
    every = f"các {_THEM} nêu trên" if len(urged) == len(late) else count(len(urged), _THEM)
    often = sum(times > 1 for times in urged)
    broken = sum(any(d and d < day for d in one.promises(day)) for one in late)
    text = f"Trước đó, {us} đã đôn đốc {every}" + (" từ 02 lần trở lên" if often == len(urged) else "")
    if broken == len(urged):
        text += ", đến nay chưa hoàn thành theo thời gian đã hẹn"
    parts = [
        f"{count(some, _THEM)} {words}"
        for some, words in (
            (often, "đã được đôn đốc từ 02 lần trở lên"),
            (broken, "chưa hoàn thành theo thời gian đã hẹn"),
        )
        if 0 < some < len(urged)
    ]
    return f"{text}; trong đó {', '.join(parts)}." if parts else f"{text}."


def _told(one: LateUnit, day: dt.date) -> str:
    """ "02 lần, gần nhất qua điện thoại ngày 23/3/2026; thôn Đoài hẹn hoàn thành vào ngày 25/3/2026 nhưng đến nay ..."."""
    urged, promises, name = one.urged(day), one.promises(day), in_text(one.figures.name)
    often = f"{count(urged.times, 'lần')}{_latest(urged, ', gần nhất')}"
    silent = "nhưng đến nay chưa có báo cáo hoàn thành"
    days = {promise for promise in promises if promise}
    if not days:
        return f"{name} {often} {silent}"
    when = f"ngày {short_date(max(days))}" if len(promises) == 1 else "thời gian ghi tại Phụ lục"
    return f"{often}; {name} hẹn hoàn thành vào {when}" + (f" {silent}" if max(days) < day else "")


def _latest(urged: Urged, among_many: str, day: str = " ngày ") -> str:
    """How and when it was urged last, behind a word where there was more than once; "" where it never was."""
    if urged.last is None:
        return ""
    first = among_many if urged.times > 1 else ""
    return f"{first} {_BY[urged.last.channel]}{day}{short_date(urged.last.urged_on)}"


def _is_strict(late: Sequence[LateUnit]) -> bool:
    return request_verb_for(one.kind for one in late) == "yêu cầu"


def _request(late: Sequence[LateUnit], time: int, office: Office) -> str:
    us, verb = short_name(office), request_verb_for(one.kind for one in late)
    whom = in_text(late[0].figures.name) if len(late) == 1 else _LISTED
    explain = "nêu rõ nguyên nhân chậm và thời gian hoàn thành"
    if time < 2:
        asked = f"{verb} {whom} khẩn trương hoàn thành nhiệm vụ được giao, {explain}"
    elif time < FIRM:
        asked = f"tiếp tục {verb} {whom} tập trung hoàn thành dứt điểm nhiệm vụ được giao, {explain}"
    elif _is_strict(late):
        asked = (
            f"yêu cầu người đứng đầu {whom} trực tiếp chỉ đạo hoàn thành dứt điểm nhiệm vụ được giao, "
            "giải trình nguyên nhân chậm trễ và cam kết thời gian hoàn thành"
        )
    else:
        asked = f"đề nghị lãnh đạo {whom} quan tâm chỉ đạo hoàn thành dứt điểm nhiệm vụ được giao, {explain}"
    return f"{us} {asked}; gửi báo cáo kết quả về {us}{through(office)} trước ngày {BLANK} để tổng hợp."


def _closing(late: Sequence[LateUnit]) -> str:
    whom = in_text(late[0].figures.name) if len(late) == 1 else f"các {_THEM}"
    asked = f"Yêu cầu {whom} nghiêm túc" if _is_strict(late) else f"Đề nghị {whom} quan tâm"
    return sentence(f"{asked} thực hiện", "./.")


def _table(figures: PlanFigures, late: Sequence[LateUnit]) -> Table:
    """What is owed by unit; how often it was urged and what was promised stand in columns of their own where anything was."""
    tasks = {t.task.id: in_cell(t.task.text) for t in figures.tasks}
    day = figures.cut_off
    columns = [
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nội dung nhiệm vụ",), 5.6),
        Column(("Hạn",), 2.6, Align.CENTRE),
        Column(("Số ngày quá hạn",), 1.6, Align.RIGHT),
        Column(("Tình trạng",), 2.3),
    ]
    before = [one.urged(day) for one in late]
    if any(urged.times for urged in before):
        columns.append(Column(("Đã đôn đốc",), 2.9))
    if any(urged.promised_on for urged in before):
        columns.append(Column(("Ngày đã hẹn",), 2.6, Align.CENTRE))
    rows: list[tuple[str, ...]] = []
    groups = set()
    for one in late:
        groups.add(len(rows))
        name = f"{one.figures.name} ({count(len(one.overdue), 'nhiệm vụ')})"
        rows.append((name, *[""] * (len(columns) - 1)))
        for position, line in enumerate(one.overdue, 1):
            cells = (str(position), *_cells(line, tasks), *_urged_cells(one.urged(day, line)))
            rows.append(cells[: len(columns)])
    return Table(tuple(columns), tuple(rows), frozenset(groups))


def _cells(line: Line, tasks: Mapping[int, str]) -> tuple[str, ...]:
    due = short_date(line.due) if line.due else ""
    if line.first_due:
        due += f" (hạn đầu {short_date(line.first_due)})"
    said = "Đã báo cáo, chưa hoàn thành" if line.reported_on else "Chưa báo cáo"
    return tasks[line.task], due, str(line.days_late), said


def _urged_cells(urged: Urged) -> tuple[str, str]:
    promised = short_date(urged.promised_on) if urged.promised_on else ""
    often = count(urged.times, "lần") if urged.times else "Chưa"
    return often + _latest(urged, ", gần nhất", " "), promised
