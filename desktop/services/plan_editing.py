"""A plan as it is written: its head, its body and the words of its tasks, loaded, shown as it will print, and kept. Draws nothing.

The section of tasks is edited as lines, each with the key of its task ("task:12"; "new:1" until it is kept). What a line stands for
besides its words (units, deadline) comes from the task itself, for a new one from the task it was begun in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.documents import plan as plan_document
from desktop.documents.body import Body, from_json, to_json
from desktop.documents.model import Document, Paragraph
from desktop.documents.plan import PlannedTask
from desktop.domain import plan as rules
from desktop.domain.office import Office, Signer
from desktop.domain.plan import Plan, PlanState
from desktop.domain.task import Task
from desktop.domain.vietnamese import clean, nfc
from desktop.services.binding import planned
from desktop.services.workspace import Workspace
from desktop.storage import audit, tasks
from desktop.storage import plans as stored

Known = Mapping[str, PlannedTask]
"""Key of a task → the task with the names of its units."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the section of tasks. key: of a task; "leads:12" for the line that names the units of task 12 and those after it."""

    key: str
    text: str

    @property
    def is_task(self) -> bool:
        """Whether it is a task and not a line of units."""
        return not self.key.startswith("leads:")


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a person writes on a plan. lines: of the section of tasks, in its order."""

    subject: str
    theme: str
    body: Body
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan to be written on. tasks: in the plan's order; year: of its date line while it has no day; is_frozen: issued, only to be
    read; signers: whom the office has to sign."""

    plan: Plan
    draft: Draft
    tasks: tuple[PlannedTask, ...]
    office: Office
    year: int

    @property
    def is_frozen(self) -> bool:
        """Whether it was issued: then nothing of it changes (product rule 6)."""
        return self.plan.state is not PlanState.DRAFT

    @property
    def known(self) -> dict[str, PlannedTask]:
        """The tasks by their keys."""
        return {key_of(one.task): one for one in self.tasks}

    @property
    def signers(self) -> tuple[Signer, ...]:
        """Who may sign: those of the office, and the one chosen for the plan where it is another."""
        chosen = self.draft.body.signer
        return (
            *self.office.signers,
            *([chosen] if chosen.lines and chosen not in self.office.signers else []),
        )


@dataclass(frozen=True, slots=True)
class Saved:
    """What was kept. renamed: key of a line that stood for a new task → its key from now on."""

    loaded: Loaded
    renamed: dict[str, str]


def key_of(task: Task) -> str:
    """The key of a task's line."""
    return f"task:{task.id}"


def load(work: Workspace, key: int) -> Loaded:
    """The plan as it was kept last. Raises `NotFound`, `DataError`."""
    plan = stored.get(work.store, key)
    on = plan.date or work.today()
    named = tuple(planned(work.store, tasks.of_plan(work.store, key), on))
    body = from_json(stored.body(work.store, key))
    draft = Draft(plan.subject, plan.theme, body, lines_of(named))
    return Loaded(plan, draft, named, work.office, on.year)


def lines_of(named: Sequence[PlannedTask]) -> tuple[Line, ...]:
    """The section of tasks as it prints: lines of units, each with its tasks; a task by its own words, without what is added in print."""
    words = {key_of(one.task): one.task.text for one in named}
    return tuple(
        Line(block.source, words.get(block.source, block.text))
        for block in plan_document.task_section(named)
        if isinstance(block, Paragraph)
    )


def with_lines(known: Known, order: Sequence[str], lines: Sequence[Line]) -> list[tuple[str, PlannedTask]]:
    """The tasks that the lines stand for, with their words, by key, in the order in which they are kept.

    known: every task that is or was there; order: keys of those that are kept now. A new line has the units of the task before it, or of
    the line of units it stands under; one without words is no task yet. Words that were wiped out stay as they were kept.
    """
    wanted = {line.key for line in lines if line.is_task}
    out = [key for key in order if key in wanted]
    made: dict[str, PlannedTask] = {}
    like, before = None, ""
    for line in lines:
        if not line.is_task:
            like, before = known.get(line.key.replace("leads:", "task:")), ""
            continue
        own = known.get(line.key) or _like(like, line.key)
        text = nfc(line.text).strip()
        if own is None or not (text or own.task.text):
            continue
        made[line.key] = replace(own, task=replace(own.task, text=text or own.task.text))
        if line.key not in out:
            out.insert(out.index(before) + 1 if before in out else len(out), line.key)
        like, before = made[line.key], line.key
    return [(key, made[key]) for key in out if key in made]


def _like(one: PlannedTask | None, key: str) -> PlannedTask | None:
    """A new task of the same units."""
    if one is None or key.startswith("task:"):
        return None
    return replace(one, task=Task(0, "", one.task.plan, 0, "", leads=one.task.leads), coordinating=())


def document(loaded: Loaded, draft: Draft, known: Known) -> Document:
    """The plan as it will print with what is written now. Asks nobody, so that it may be drawn beside the window."""
    plan = replace(loaded.plan, subject=clean(draft.subject), theme=clean(draft.theme))
    named = [one for _, one in with_lines(known, [key_of(one.task) for one in loaded.tasks], draft.lines)]
    return plan_document.build(plan, draft.body, named, loaded.office, loaded.year)


def save(work: Workspace, key: int, draft: Draft, known: Known) -> Saved:
    """Keep what is written: head, body, words of tasks, new tasks; a known task whose line is gone is removed.

    Tasks that were added elsewhere meanwhile stay. Raises `NotFound`, `NotAllowed` "plan_is_issued".
    """
    plan = stored.get(work.store, key)
    rules.check_editable(plan)
    with work.store.transaction():
        changed = replace(plan, subject=clean(draft.subject), theme=clean(draft.theme))
        if changed != plan:
            stored.save(work.store, changed)
        stored.set_body(work.store, key, to_json(draft.body))
        renamed = _save_tasks(work, key, draft.lines, known)
        _note(work, key)
    return Saved(load(work, key), renamed)


def _save_tasks(work: Workspace, key: int, lines: Sequence[Line], known: Known) -> dict[str, str]:
    kept = {key_of(task): task for task in tasks.of_plan(work.store, key)}
    wanted = with_lines(known, list(kept), lines)
    gone = [kept[name] for name in kept if name in known and name not in {name for name, _ in wanted}]
    for task in gone:
        tasks.remove(work.store, task.id)
    renamed: dict[str, str] = {}
    for name, one in wanted:
        if name not in kept:
            (added,) = tasks.add_all(work.store, key, [replace(one.task, id=0)])
            renamed[name] = key_of(added)
        elif kept[name].text != one.task.text:
            tasks.save(work.store, replace(kept[name], text=one.task.text))
    if renamed:
        tasks.reorder(work.store, key, _order(list(kept), [name for name, _ in wanted], renamed))
    return renamed


def _order(kept: Sequence[str], wanted: Sequence[str], renamed: Mapping[str, str]) -> list[int]:
    """Ids in their order: the tasks wanted, and behind them those that nobody here knew of."""
    names = [renamed.get(name, name) for name in wanted]
    others = [name for name in kept if name not in names]
    return [int(name.removeprefix("task:")) for name in (*names, *others)]


def _note(work: Workspace, key: int) -> None:
    """One line of the record for the edits of a plan that follow one another."""
    last = audit.entries(work.store, limit=1)
    if not (last and (last[0].action, last[0].noun, last[0].key) == ("plan_edited", "plan", key)):
        audit.note(work.store, "plan_edited", "plan", key)
