"""Result forms come back: read, matched, previewed, kept in one step. A backup is made before anything is kept (product rule 9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.documents.result_form import FilledForm
from desktop.domain.draft import Problem
from desktop.domain.result import Result, same_content
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
    """What the forms in `paths` say, each on its own: a bad file is told and hinders no other. Nothing is kept."""
    out = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths), "reading")
        out.append(_preview(work, path))
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


def _preview(work: Workspace, path: Path) -> FormPreview:
    from desktop.readers import result_form

    try:
        form = result_form.read(path)
        return _matched(work, path, form)
    except UserError as error:
        return FormPreview(path, error=error)


def _matched(work: Workspace, path: Path, form: FilledForm) -> FormPreview:
    plan = plans.by_uid(work.store, form.plan_uid)
    if plan is None:
        raise WrongTemplate(path, "other_plan")
    unit = units.ids_by_uid(work.store).get(form.unit_uid)
    if unit is None:
        raise WrongTemplate(path, "unknown_unit")
    wanted = {task.uid: task for task in tasks.of_plan(work.store, plan.id)}
    given = {a.task: a for a in tasks.assignments_of_plan(work.store, plan.id) if a.unit == unit}
    newest = {r.assignment: r for r in results.latest_of_plan(work.store, plan.id)}
    if any(row.uid not in wanted or wanted[row.uid].id not in given for row in form.tasks):
        raise WrongTemplate(path, "old_form")
    numbers = dict(form.values)
    new, same, changed = [], 0, 0
    for row in form.tasks:
        task = wanted[row.uid]
        result = Result(
            assignment=given[task.id].id,
            reported_on=work.today(),
            status=row.status,
            done_on=row.done_on,
            text=row.text,
            reason=row.reason,
            values=tuple((i.id, numbers[i.uid]) for i in task.indicators if i.uid in numbers),
            source=f"form:{path.name}",
        )
        before = newest.get(result.assignment)
        if before is not None and same_content(before, result):
            same += 1
            continue
        changed += before is not None
        new.append(result)
    told = {i.uid for row in form.tasks for i in wanted[row.uid].indicators}
    lost = [
        i.name for task in wanted.values() for i in task.indicators if i.uid in numbers and i.uid not in told
    ]
    problems = (*form.problems, *(Problem(0, None, "value_without_status", name) for name in lost))
    name = units.get(work.store, unit).name_on(work.today())
    return FormPreview(path, name, plan.subject, tuple(new), same, changed, problems)
