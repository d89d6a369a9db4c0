"""The part of the demonstration that goes by stick: one unit has the program too, gets its work in a package and answers by one."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.domain.assignment import Status
from desktop.domain.result import Result
from desktop.progress import SILENT, Progress
from desktop.services import following, offices, package_receiving, package_sending
from desktop.services.demo_reports import is_about
from desktop.services.homes import mark_sample
from desktop.services.workspace import Workspace
from desktop.storage import plans, tasks
from desktop.storage import units as stored_units


@dataclass(frozen=True, slots=True)
class Exchanged:
    """made: files on the stick; results: what came back; again: what the same packages changed when they came a second time."""

    made: list[Path]
    results: int
    again: int


def exchange(
    work: Workspace,
    plan: int,
    story: dict[str, Any],
    said: list[dict[str, Any]],
    to: Path,
    today: Callable[[], dt.date],
    progress: Progress = SILENT,
) -> Exchanged:
    """Send the unit its work, do it in a home of its own, take in what it answers, and bring it the receipt.

    story: unit, home, office of the unit, passphrase; said: what it did, task by task; to: the folder of the demonstration, which gets
    the folders of the stick and of the unit.
    """
    stick, phrase = to / "usb", story["passphrase"]
    key = next(u.id for u in stored_units.list_units(work.store) if u.name == story["unit"])
    made = package_sending.send(work, plan, stick, [key], phrase, progress)
    with Workspace.open(to / story["home"], today) as unit:
        offices.tell(unit, name=story["office"], place=story["place"])
        _take_in(unit, made, phrase, progress)
        given = plans.heads(unit.store)[0].id
        _do(unit, given, said)
        made += package_sending.reply(unit, given, stick, phrase, progress)
        came = _take_in(work, made[-1:], phrase, progress)
        again = _take_in(work, made[-1:], phrase, progress)
        made += package_sending.receipts(work, stick, progress)
        _take_in(unit, made[-1:], phrase, progress)
    mark_sample(to / story["home"], today())
    return Exchanged(made, came.results, again.results)


def _take_in(work: Workspace, paths: list[Path], phrase: str, progress: Progress) -> package_receiving.Kept:
    found = package_receiving.look(work, paths, (phrase,), progress)
    return package_receiving.keep(work, found, passphrases=(phrase,), progress=progress)


def _do(work: Workspace, plan: int, said: list[dict[str, Any]]) -> None:
    """What the unit notes by hand."""
    wanted = {task.id: task for task in tasks.of_plan(work.store, plan)}
    results = []
    for one in tasks.assignments_of_plan(work.store, plan):
        task = wanted[one.task]
        for entry in said:
            if is_about(task, entry):
                numbers = entry.get("values", {})
                values = tuple((i.id, Decimal(numbers[i.name])) for i in task.indicators if i.name in numbers)
                results.append(replace(_result(one.id, entry, work.today()), values=values))
    following.tell(work, plan, results)


def _result(assignment: int, entry: dict[str, Any], today: dt.date) -> Result:
    return Result(
        assignment,
        today,
        Status(entry["status"]),
        entry.get("done_on"),
        entry.get("text", ""),
        entry.get("reason", ""),
        proposal=entry.get("proposal", ""),
    )
