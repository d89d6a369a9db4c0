"""Sổ theo dõi giải quyết văn bản đến: the 7 columns of Nghị định 30/2020, Phụ lục IV, mục VIII. Builds, writes no file."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.documents.letter import deadline_words
from desktop.documents.model import Align, Column, Document, DocumentKind, Signature, Style, Table, paragraph
from desktop.documents.office_parts import head, short_name
from desktop.documents.phrases import (
    cite,
    count,
    figure,
    in_cell,
    lower_first,
    many_in_cell,
    percent,
    plan_name,
    sentence,
    short_date,
)
from desktop.domain.assignment import Standing
from desktop.domain.deadline import Deadline
from desktop.domain.directive import Reading
from desktop.domain.follow_up import Extension
from desktop.domain.numbering import number_text
from desktop.domain.office import Office
from desktop.domain.plan import Plan
from desktop.domain.plan_figures import Line, PlanFigures
from desktop.domain.roll_up import Completeness

TITLE = "SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN"

_COLUMNS = (
    Column(("Số đến", "(1)"), 1.2, Align.CENTRE),
    Column(("Tên loại, số, ký hiệu, ngày tháng và tên cơ quan ban hành", "(2)"), 6),
    Column(("Đơn vị hoặc người nhận", "(3)"), 4),
    Column(("Thời hạn giải quyết", "(4)"), 2.9),
    Column(("Tiến độ giải quyết", "(5)"), 3.4),
    Column(("Số, ký hiệu văn bản trả lời", "(6)"), 2.2),
    Column(("Ghi chú", "(7)"), 3.4),
)
# The number of a report as its unit wrote it; any other document that a unit names may be one that it only follows.
_REPLY = re.compile(r"báo cáo số[\s:]*(\d+[a-zđ]?\s?/\s?BC[\w-]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Followed:
    """One issued plan as the register shows it.

    figures: on the day; asked: the reading of the directive it answers, None without one; arrival: its số đến, None until văn thư
    gives it; replies: symbols of the reports sent on it ("20/BC-UBND"); extensions: assignment id -> later days agreed, the oldest
    first.
    """

    plan: Plan
    figures: PlanFigures
    asked: Reading | None = None
    replies: tuple[str, ...] = ()
    extensions: Mapping[int, Sequence[Extension]] = field(default_factory=dict)
    arrival: int | None = None


def build(followed: Sequence[Followed], office: Office, today: dt.date) -> Document:
    """The register of these plans on `today`. A số đến that was not told is left to write in by hand."""
    one = followed[0].plan if len(followed) == 1 else None
    subject = f"Thực hiện {plan_name(one)}" if one else f"Các kế hoạch đã ban hành, tính đến {_on(today)}"
    return Document(
        kind=DocumentKind.INTERNAL,
        head=head(office, "", today.year, date=today),
        title=TITLE,
        subject=subject,
        blocks=(paragraph(Style.BODY, _summary(followed, today)), table(followed, office)),
        recipients=(),
        signature=Signature(("NGƯỜI LẬP SỔ",)),
        landscape=True,
    )


def table(followed: Sequence[Followed], office: Office, *, merged: bool = True) -> Table:
    """The seven columns; a bold row names each plan. merged: units that stand alike on a task share a row, for paper; not merged,
    each has its own, for sorting and filtering."""
    rows: list[tuple[str, ...]] = []
    groups = set()
    for one in followed:
        groups.add(len(rows))
        named = f"{plan_name(one.plan)} của {short_name(office)} về việc {lower_first(one.plan.subject)}"
        rows.append((named, *[""] * (len(_COLUMNS) - 1)))
        if one.asked is not None:
            rows.append(_directive_row(one, one.asked, office))
        rows += _task_rows(one, merged=merged)
    return Table(_COLUMNS, tuple(rows), frozenset(groups))


def _summary(followed: Sequence[Followed], today: dt.date) -> str:
    total = sum((one.figures.total for one in followed), Completeness())
    tasks = sum(len(one.figures.tasks) for one in followed)
    overdue = total.late - (total.done - total.on_time)
    text = (
        f"Tính đến {_on(today)}: {count(len(followed), 'kế hoạch')}, {count(tasks, 'nhiệm vụ')}, "
        f"{count(total.assigned, 'lượt giao việc')}; đã hoàn thành {figure(total.done)}, quá hạn chưa hoàn thành "
        f"{figure(overdue)}, chưa báo cáo {figure(total.missing)}"
    )
    return sentence(text, ".")


def _directive_row(one: Followed, asked: Reading, office: Office) -> tuple[str, ...]:
    total = one.figures.total
    progress = f"Đã ban hành Kế hoạch; hoàn thành {total.done}/{total.assigned} lượt giao việc"
    if total.rate is not None:
        progress += f" ({percent(total.rate)})"
    by = office.collector or office.drafting
    deadline = deadline_words(asked.report.deadline)
    arrival = number_text(one.arrival)
    return arrival, cite(replace(asked, subject=None)), by, deadline, progress, "; ".join(one.replies), ""


def _task_rows(one: Followed, *, merged: bool) -> Iterable[tuple[str, ...]]:
    for number, task in enumerate(one.figures.tasks, 1):
        alike: dict[tuple[object, ...], list[str]] = {}
        told: dict[tuple[object, ...], tuple[str, str, str, str]] = {}
        for line in task.lines:
            extended = one.extensions.get(line.assignment, ())
            cells = _cells(line, task.task.deadline, extended)
            key: tuple[object, ...] = cells if merged else (line.unit,)
            alike.setdefault(key, []).append(line.name)
            told[key] = cells
        words = f"Nhiệm vụ {number}: {in_cell(task.task.text)}"
        for at, (key, names) in enumerate(alike.items()):
            many = f" ({count(len(names), 'đơn vị')})" if len(names) > 2 else ""
            again = f"Nhiệm vụ {number} (như trên)" if at and merged else words
            yield "", again, many_in_cell(names) + many, *told[key]
        if not task.lines:
            yield (
                "",
                words,
                "",
                deadline_words(task.task.deadline),
                "Chưa giao cho đơn vị nào trong danh sách",
                "",
                "",
            )


def _cells(line: Line, deadline: Deadline | None, extended: Sequence[Extension]) -> tuple[str, str, str, str]:
    """Thời hạn, tiến độ, văn bản trả lời, ghi chú of one unit."""
    found = _REPLY.search(line.text)
    reply = found[1].replace(" ", "") if found else ""
    reason = (sentence(f"Lý do: {line.reason}", ""),) if line.reason else ()
    return (
        _deadline(line, deadline),
        progress_words(line),
        reply,
        ". ".join((*map(extension_words, extended), *reason)),
    )


def _deadline(line: Line, deadline: Deadline | None) -> str:
    """The words of the deadline, and the last day that counts where it is another (product rule 4)."""
    words = deadline_words(deadline)
    if line.due is None or (deadline is not None and deadline.date == line.due):
        return words
    return f"{words}\n(hết {short_date(line.due)})" if words else f"Hết {_on(line.due)}"


def progress_words(line: Line) -> str:
    """How an assignment stands, in words: "Hoàn thành ngày 19/3/2026, chậm 02 ngày"; nothing that the unit has not said."""
    late = count(line.days_late, "ngày")
    done = f"Hoàn thành {_on(line.done_on)}" if line.done_on else "Đã hoàn thành"
    doing = "đã báo cáo, chưa hoàn thành" if line.reported_on else "chưa báo cáo"
    return {
        Standing.DONE: done,
        Standing.DONE_LATE: f"{done}, chậm {late}",
        Standing.OVERDUE: f"Quá hạn {late}, {doing}",
        Standing.IN_PROGRESS: "Đang thực hiện",
        Standing.NOT_STARTED: "Chưa thực hiện" if line.reported_on else "Chưa báo cáo",
        Standing.NOT_APPLICABLE: "Không áp dụng",
    }[line.standing]


def extension_words(extension: Extension) -> str:
    """ "Gia hạn từ ngày 17/3/2026 đến ngày 24/3/2026 (mưa lũ; Chủ tịch UBND xã đồng ý)"; only what was told."""
    start = f"từ {_on(extension.old_due)} " if extension.old_due else ""
    why = lower_first(extension_reason(extension))
    return f"Gia hạn {start}đến {_on(extension.new_due)}" + (f" ({why})" if why else "")


def extension_reason(extension: Extension) -> str:
    """ "Mưa lũ; Chủ tịch UBND xã đồng ý ngày 16/3/2026": why a day was extended and who agreed; only what was told."""
    agreed = f"{extension.agreed_by} đồng ý" if extension.agreed_by else ""
    if agreed and extension.agreed_on:
        agreed += f" {_on(extension.agreed_on)}"
    return "; ".join(filter(None, (in_cell(extension.reason), agreed)))


def _on(day: dt.date) -> str:
    return f"ngày {short_date(day)}"
