"""Changes of many assignments at once, whatever plans they are of: status, later days, another unit, reminders, letters. All or none."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.assignment import Standing, Status
from desktop.domain.follow_up import Channel
from desktop.errors import NotAllowed
from desktop.progress import SILENT, Progress
from desktop.services import extending, following, task_editing, urging
from desktop.services.workspace import Workspace
from desktop.storage import assignment_lists, follow_ups, plans


@dataclass(frozen=True, slots=True)
class Late:
    """What is overdue among chosen assignments: ids, and how many units and plans they are of."""

    keys: tuple[int, ...]
    units: int
    plans: int


def late_of(work: Workspace, keys: Sequence[int]) -> Late:
    """Those of these assignments that are overdue today. One statement."""
    rows = assignment_lists.rows(work.store, keys, work.today())
    late = [row for row in rows if row.standing is Standing.OVERDUE]
    return Late(
        tuple(row.id for row in late), len({row.unit for row in late}), len({row.plan for row in late})
    )


def person_of(work: Workspace, keys: Sequence[int]) -> str:
    """Whom to ring about these assignments, where all of them are of one unit; else ""."""
    rows = assignment_lists.rows(work.store, keys, work.today())
    return rows[0].person if len({row.unit for row in rows}) == 1 else ""


def set_status(
    work: Workspace,
    keys: Sequence[int],
    status: Status,
    done_on: dt.date | None = None,
    progress: Progress = SILENT,
) -> None:
    """Note that these assignments have `status`; progress counts those of each plan. Raises what `following.set_statuses` raises."""
    _of_plans(
        work, keys, lambda plan, own: following.set_statuses(work, plan, {status: own}, done_on, progress)
    )


def extend(work: Workspace, keys: Sequence[int], new_due: dt.date, *, reason: str, agreed_by: str) -> None:
    """Give these assignments the later day that was agreed. Raises what `extending.extend` raises."""
    _of_plans(
        work,
        keys,
        lambda plan, own: extending.extend(work, plan, own, new_due, reason=reason, agreed_by=agreed_by),
    )


def hand_over(work: Workspace, keys: Sequence[int], to: int) -> None:
    """Give these assignments to another unit. Raises what `task_editing.hand_over` raises."""
    _of_plans(work, keys, lambda plan, own: task_editing.hand_over(work, plan, own, to))


def log(
    work: Workspace,
    keys: Sequence[int],
    channel: Channel,
    *,
    on: dt.date | None = None,
    person: str = "",
    promised_on: dt.date | None = None,
    note: str = "",
) -> None:
    """Log one reminder of these assignments. Raises what `urging.log` raises."""
    _of_plans(
        work,
        keys,
        lambda plan, own: urging.log(
            work, plan, own, channel, on=on, person=person, promised_on=promised_on, note=note
        ),
    )


def tick(work: Workspace, item: int, *, done: bool) -> None:
    """Mark a step of an assignment as done today, or as not done. Raises `NotFound`."""
    follow_ups.tick(work.store, item, work.today() if done else None)


def urge(
    work: Workspace, keys: Sequence[int], folder: Path, progress: Progress = SILENT, *, each: bool = False
) -> list[Path]:
    """Write letters to the units of these assignments so far as they are overdue, a PDF and a DOCX for each plan, and log them.

    each: a letter for each unit. Plans where nothing of these is late are passed over. Raises `NotAllowed` "nothing_late_chosen" where no
    plan is left, and the errors of writing.
    """
    made: list[Path] = []
    with work.store.transaction():
        for told in _letters(work, keys, each=each):
            made += urging.write(told, folder, progress)
            urging.keep(work, told)
    return made


def urge_as_pdf(
    work: Workspace, keys: Sequence[int], progress: Progress = SILENT, *, each: bool = False
) -> bytes:
    """The same letters in one PDF for printing, and logged. Raises `NotAllowed` "nothing_late_chosen"."""
    from desktop.writers import pdf

    with work.store.transaction():
        told = _letters(work, keys, each=each)
        for one in told:
            urging.keep(work, one)
    return pdf.many_as_bytes([paper for one in told for paper in one.papers], progress)


def _letters(work: Workspace, keys: Sequence[int], *, each: bool) -> list[urging.Letters]:
    ours = {plan.id for plan in plans.heads(work.store, ours=True)}
    of_plans = assignment_lists.plans_of(work.store, keys)
    told = [urging.letters(work, key, each=each, only=own) for key, own in of_plans.items() if key in ours]
    told = [one for one in told if one.papers]
    if not told:
        raise NotAllowed("nothing_late_chosen")
    return told


def _of_plans(work: Workspace, keys: Sequence[int], change: Callable[[int, list[int]], object]) -> None:
    with work.store.transaction():
        for plan, own in assignment_lists.plans_of(work.store, keys).items():
            change(plan, own)
