"""Templates of plans: data/templates/*.toml read into values, and filled for an office and a year. Binds no unit, keeps nothing.

A template says who does what by role (data/template_roles.toml); days are counted from the day of its duty. What the office or the
superior has not said yet is a blank of writing width.
"""

import datetime as dt
import functools
import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.documents.body import ASSIGNED_UNITS, Body, BodyBlock, TaskPlace
from desktop.documents.model import Style, paragraph
from desktop.documents.office_parts import file_copy, full_name, leaders, short_name, through
from desktop.documents.phrases import BLANK, short_date
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.events import events_in
from desktop.domain.lunar import lunar_of, year_name
from desktop.domain.office import Office, seat
from desktop.domain.unit import UnitKind
from desktop.domain.working_days import DeadlineRules, to_working_day
from desktop.errors import NotFound
from desktop.paths import data_file

_TASKS = "tasks"
_REPORT = "report"


@dataclass(frozen=True, slots=True)
class Role:
    """Who is meant by a role: units of a kind with any of the words in their name. many: all of them, else the first."""

    kind: UnitKind
    words: tuple[str, ...]
    name: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class TemplateTask:
    """A task by role. deadline: as in the file, see `due`."""

    leads: tuple[str, ...]
    text: str
    coordinating: tuple[str, ...] = ()
    deadline: str = ""
    deliverable: str = ""
    indicators: tuple[tuple[str, str], ...] = ()
    checklist: tuple[str, ...] = ()
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A plan to fill. body: (style, text) in order, "tasks" where the tasks go, "report" the closing order; report: days from the duty's
    day to that on which units report."""

    key: str
    name: str
    subject: str
    body: tuple[tuple[str, str], ...]
    tasks: tuple[TemplateTask, ...]
    report: int


def template_keys() -> tuple[str, ...]:
    """The keys of the templates that come with the program, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in data_file("templates").glob("*.toml")))


@functools.cache
def template(key: str) -> PlanTemplate:
    """The template of that key. Raises `NotFound`."""
    if key not in template_keys():
        raise NotFound("template", key)
    with data_file(f"templates/{key}.toml").open("rb") as file:
        kept = tomllib.load(file)
    return PlanTemplate(
        key,
        kept["name"],
        kept["subject"],
        tuple((style, text) for style, text in kept["body"]),
        tuple(_task(row) for row in kept["tasks"]),
        kept["report"],
    )


def _task(row: dict[str, Any]) -> TemplateTask:
    return TemplateTask(
        leads=tuple(row["leads"]),
        text=row["text"],
        coordinating=tuple(row.get("coordinating", ())),
        deadline=row.get("deadline", ""),
        deliverable=row.get("deliverable", ""),
        indicators=tuple((name, unit) for name, unit in row.get("indicators", ())),
        checklist=tuple(row.get("checklist", ())),
        is_report=row.get("is_report", False),
    )


@functools.cache
def roles() -> dict[str, Role]:
    """The roles of data/template_roles.toml."""
    with data_file("template_roles.toml").open("rb") as file:
        kept = tomllib.load(file)
    return {
        key: Role(UnitKind(row["kind"]), tuple(row["words"]), row["name"], row.get("many", False))
        for key, row in kept.items()
    }


def values(office: Office, year: int, day: dt.date, subject: str, village: str) -> dict[str, str]:
    """What the braces of a template stand for: {year}, {day} of the duty, {lunar_year}, {lunar_day}, {number} of a counted event that
    the subject names, {office}, {us}, {commune} ("xã"), {through}, {village} and {villages}. village: "thôn", "thôn, tổ dân phố"."""
    event = next((found.thing for found in events_in(subject)), None)
    lunar = lunar_of(day)
    return {
        "year": str(year),
        "day": short_date(day),
        "lunar_year": year_name(year),
        "lunar_day": f"{lunar.day}/{lunar.month} âm lịch",
        "number": str(event.number(year)) if event else BLANK,
        "office": full_name(office),
        "us": short_name(office),
        "commune": commune(office),
        "through": through(office),
        "village": village,
        "villages": f"các {village}",
        "blank": BLANK,
    }


def commune(office: Office) -> str:
    """What the office governs, as running text says it: "xã", "phường"; "địa phương" where it has not told its name."""
    place = seat(office)
    return place.split(maxsplit=1)[0] if place else "địa phương"


def fill(found: PlanTemplate, words: Mapping[str, str], office: Office, report_by: dt.date) -> Body:
    """The body of the plan. report_by: the day before which units report."""
    blocks: list[BodyBlock] = []
    for style, text in found.body:
        if style == _TASKS:
            blocks.append(TaskPlace())
        elif style == _REPORT:
            filled = text.format_map({**words, "report_by": short_date(report_by)})
            blocks.append(paragraph(Style.BODY, filled, source="report_order"))
        else:
            blocks.append(paragraph(Style(style), text.format_map(words)))
    return Body(tuple(blocks), (f"{BLANK} (b/c)", leaders(office), ASSIGNED_UNITS, file_copy(office)))


def due(words: str, day: dt.date, rules: DeadlineRules) -> Deadline | None:
    """The deadline of a task, counted from the day of the duty.

    words: "before -10" (trước ngày), "by -3" (chậm nhất ngày), "on 0", "range -10 0", each in days; "month 0" (trong tháng, so many months
    on); "say thường xuyên"; "" for none. A day on which the office does not work moves to one on which it does, but for "on" and
    "range", which are days of the event itself.
    """
    operator, _, rest = words.partition(" ")
    if not operator:
        return None
    if operator == "say":
        return Deadline(rest)
    numbers = [int(part) for part in rest.split()]
    if operator == "month":
        last = _month(day, numbers[0])
        return Deadline(f"trong tháng {short_date(last).split('/', 1)[1]}", last, Operator.WITHIN)
    first = day + dt.timedelta(numbers[0])
    if operator == "range":
        last = day + dt.timedelta(numbers[1])
        text = f"từ ngày {short_date(first)} đến ngày {short_date(last)}"
        return Deadline(text, last, Operator.RANGE, start=first)
    if operator == "on":
        return Deadline(f"ngày {short_date(first)}", first, Operator.ON)
    first = to_working_day(first, rules)
    said = {"before": "trước ngày", "by": "chậm nhất ngày"}[operator]
    return Deadline(f"{said} {short_date(first)}", first, Operator(operator))


def _month(day: dt.date, step: int) -> dt.date:
    """The last day of the month `step` months on."""
    number = day.year * 12 + day.month - 1 + step
    year, month = divmod(number, 12)
    return dt.date(year, month + 1, monthrange(year, month + 1)[1])
