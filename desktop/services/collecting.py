"""Result forms come back: read, matched, previewed, kept in one step. A backup is made before anything is kept (product rule 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.documents import result_form as places
from desktop.documents.result_form import FilledForm, FilledTask
from desktop.domain.assignment import Assignment
from desktop.domain.draft import Problem
from desktop.domain.plan import Plan
from desktop.domain.result import Result, same_content
from desktop.domain.task import Task
from desktop.errors import UserError, WrongTemplate
from desktop.progress import SILENT, Progress
from desktop.services import safety
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans, results, tasks, units


@dataclass(frozen=True, slots=True)
class FormPreview:
    """What one form would do. unit, plan: names, "" when it was refused; new: results to keep; same: results known already;
    problems: cells that cannot be used; error: why the whole file was refused, None where it was not."""

    path: Path
    unit: str = ""
    plan: str = ""
    new: tuple[Result, ...] = ()
    same: int = 0
    changed: int = 0
    problems: tuple[Problem, ...] = ()
    error: UserError | None = None


def preview(work: Workspace, paths: Sequence[Path], progress: Progress = SILENT) -> list[FormPreview]:
    """What the forms in `paths` say, each on its own: a bad file is told and hinders no other. Nothing is kept.

    A form is compared with what is kept and with the forms before it, so that the same one twice is "same" the second time.
    """
    told: dict[int, Result] = {}
    out = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths), "reading")
        out.append(_preview(work, path, told))
        told.update((result.assignment, result) for result in out[-1].new)
    return out


def commit(work: Workspace, previews: Sequence[FormPreview]) -> tuple[int, int]:
    """Keep all new results of `previews` in one transaction, after a backup; gives (added, same). Without news, nothing happens."""
    new = [result for some in previews for result in some.new]
    same = sum(some.same for some in previews)
    if not new:
        return 0, same
    safety.backup_before(work, "import")
    with work.store.transaction():
        added, known = results.add_all(work.store, new)
        audit.note(work.store, "results_imported", "result", added=added)
    return added, same + known


def _preview(work: Workspace, path: Path, told: dict[int, Result]) -> FormPreview:
    from desktop.readers import result_form

    try:
        form = result_form.read(path)
        plan, about = _about(work, path, form)
    except UserError as error:
        return FormPreview(path, error=error)
    newest = {r.assignment: r for r in results.latest_of_plan(work.store, plan.id)} | told
    said, problems = _said(work, path, form, about, newest)
    known = [result for result in said if _is_known(result, newest)]
    new = [result for result in said if result not in known]
    return FormPreview(
        path,
        unit=units.get(work.store, units.ids_by_uid(work.store)[form.unit_uid]).name_on(work.today()),
        plan=plan.subject,
        new=tuple(new),
        same=len(known),
        changed=sum(result.assignment in newest for result in new),
        problems=(*form.problems, *problems),
    )


def _is_known(result: Result, newest: Mapping[int, Result]) -> bool:
    before = newest.get(result.assignment)
    return before is not None and same_content(before, result)


def _about(work: Workspace, path: Path, form: FilledForm) -> tuple[Plan, dict[str, tuple[Task, Assignment]]]:
    """The plan, and uid -> the unit's tasks with what was given to it, or to the unit that took over from it."""
    plan = plans.by_uid(work.store, form.plan_uid)
    if plan is None:
        raise WrongTemplate(path, "other_plan")
    unit = units.ids_by_uid(work.store).get(form.unit_uid)
    if unit is None:
        raise WrongTemplate(path, "unknown_unit")
    wanted = {task.id: task for task in tasks.of_plan(work.store, plan.id)}
    about = {
        wanted[a.task].uid: (wanted[a.task], a)
        for a in tasks.assignments_of_plan(work.store, plan.id)
        if unit in (a.unit, a.taken_from)
    }
    if any(row.uid not in about for row in form.tasks):
        raise WrongTemplate(path, "old_form")
    return plan, about


def _said(
    work: Workspace,
    path: Path,
    form: FilledForm,
    about: Mapping[str, tuple[Task, Assignment]],
    newest: Mapping[int, Result],
) -> tuple[list[Result], list[Problem]]:
    """What the form says as results, and what of it cannot be kept."""
    numbers, today = dict(form.values), work.today()
    said, problems = [], []
    for row in form.tasks:
        task, assignment = about[row.uid]
        values = tuple((i.id, numbers.pop(i.uid)) for i in task.indicators if i.uid in numbers)
        if row.done_on and row.done_on > today:
            shown = f"{row.done_on:%d/%m/%Y}"
            problems.append(Problem(row.row, places.DONE_ON, "date_in_future", shown))
            continue
        said.append(
            Result(
                assignment=assignment.id,
                reported_on=today,
                status=row.status,
                done_on=row.done_on,
                text=row.text,
                reason=row.reason,
                values=values,
                source=f"form:{path.name}",
                proposal=_proposal(row, newest.get(assignment.id)),
            )
        )
    names = {i.uid: i.name for task, _ in about.values() for i in task.indicators}
    problems += [Problem(0, None, "value_without_status", names.get(uid)) for uid in numbers]
    return said, problems


def _proposal(row: FilledTask, before: Result | None) -> str:
    """What the unit proposes; a form that did not ask for it takes nothing back."""
    if row.proposal is None:
        return before.proposal if before else ""
    return row.proposal
