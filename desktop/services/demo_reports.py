"""What reports need in the demonstration: the same plan of the year before, a report with an officer's words that is sent, what comes in
after it, and a quarter with a second plan. What people do is data/samples/demo.toml."""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.documents.report_part import as_typed
from desktop.domain.assignment import Assignment, Status
from desktop.domain.report import Arrangement
from desktop.domain.result import Result
from desktop.domain.task import Task
from desktop.domain.vietnamese import fold
from desktop.progress import Progress
from desktop.services import (
    planning,
    report_drafts,
    report_files,
    report_sending,
    reporting,
    task_fields,
    templates,
)
from desktop.services.papers import EVERY
from desktop.services.workspace import Workspace
from desktop.storage import results, tasks, units

Story = dict[str, Any]
SetDay = Callable[[dt.date], None]


def is_about(task: Task, entry: Story) -> bool:
    """Whether what somebody does is about a task: its words are in the task's."""
    return fold(entry["task"]) in fold(task.text)


def tell_fields(work: Workspace, plan: int, fields: dict[str, list[str]]) -> None:
    """The officer says to which field the tasks of a plan belong. fields: field -> words of tasks."""
    for field, words in fields.items():
        keys = [t.id for t in tasks.of_plan(work.store, plan) if any(is_about(t, {"task": w}) for w in words)]
        task_fields.tell(work, keys, field)


def plan_from_template(work: Workspace, story: Story, set_day: SetDay, progress: Progress) -> int:
    """A plan drafted from a template, issued and reported on, each on its day; closed where the story says so. Gives its id."""
    set_day(story["drafted_on"])
    plan = templates.new_from_template(work, story["template"], story["year"]).plan.id
    tell_fields(work, plan, story.get("fields", {}))
    set_day(story["issued_on"])
    planning.issue(work, plan, story["number"], story["issued_on"], progress)
    for entry in story["results"]:
        set_day(entry["reported_on"])
        results.add_all(work.store, _said(work, plan, entry))
    if story.get("is_closed"):
        planning.close(work, plan)
    return plan


def _said(work: Workspace, plan: int, entry: Story) -> Sequence[Result]:
    """What units tell by telephone of one task; the units named, or all but some."""
    task = next(task for task in tasks.of_plan(work.store, plan) if is_about(task, entry))
    given = [a for a in tasks.assignments_of_plan(work.store, plan) if a.task == task.id]
    known = units.by_ids(work.store, {a.unit for a in given})
    chosen, left_out = entry.get("units"), entry.get("but", [])
    telling = [
        a for a in given if (known[a.unit].name in chosen if chosen else known[a.unit].name not in left_out)
    ]
    return [_result(a, task, entry) for a in telling]


def _result(assignment: Assignment, task: Task, entry: Story) -> Result:
    numbers = entry.get("values", {})
    return Result(
        assignment.id,
        entry["reported_on"],
        Status(entry.get("status", "done")),
        entry.get("done_on"),
        entry.get("text", ""),
        entry.get("reason", ""),
        tuple((i.id, Decimal(numbers[i.name])) for i in task.indicators if i.name in numbers),
        proposal=entry.get("proposal", ""),
    )


def send_report(
    work: Workspace, plan: int, story: Story, folder: Path, progress: Progress
) -> tuple[int, list[Path]]:
    """The officer adds a sentence of his own to the draft, văn thư gives it its number; (id of the report, its files)."""
    draft = report_drafts.open_for_plan(work, plan)
    for key, words in story["added"].items():
        live = next(one.part.live for one in report_drafts.parts(work, draft.id) if one.part.key == key)
        report_drafts.edit(work, draft.id, key, f"{as_typed(live)}\n{words}")
    report_sending.send(work, draft.id, story["number"], work.today(), progress)
    return draft.id, report_files.of_report(work, draft.id, folder, EVERY, progress)


def continue_last_year(work: Workspace, plan: int, story: Story, set_day: SetDay, progress: Progress) -> None:
    """Make the plan of the year before and say that this one continues it."""
    today = work.today()
    earlier = plan_from_template(work, story, set_day, progress)
    set_day(today)
    reporting.continue_from(work, plan, earlier)


def quarter(work: Workspace, story: Story, folder: Path, set_day: SetDay, progress: Progress) -> list[Path]:
    """A second plan, and the report of the quarter over both, field by field; gives its files."""
    plan_from_template(work, story, set_day, progress)
    set_day(story["written_on"])
    return report_files.of_period(
        work, story["period"], folder, EVERY, arrangement=Arrangement.FIELD, progress=progress
    )
