"""Plans that packages carry become plans of this workspace: kept with their printed form, tasks, units and days. Compares and keeps.

Who gave a plan says what its tasks and days are: a newer package of work brings the workspace up to date. What is handed over is joined
with what is there: a known plan gets what it lacks, and of later days agreed on both sides the last agreed one holds.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.assignment import Assignment
from desktop.domain.follow_up import Extension
from desktop.domain.package import Content, SentAssignment, SentExtension, SentPlan, SentTask, SentUnit
from desktop.domain.plan import Plan, PlanState
from desktop.domain.task import Indicator, Party, Task
from desktop.domain.unit import Contact, Unit, UnitName
from desktop.domain.vietnamese import fold_name
from desktop.services.arrivals import Change
from desktop.services.reply_preview import find_work, work_here
from desktop.services.workspace import Workspace
from desktop.storage import follow_ups, given, matrix, packages, plans, tasks, units

ReadPart = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Brought:
    """A plan as it is kept now. units: uid as the package names it -> id."""

    plan: Plan
    units: dict[str, int]


def known_units(work: Workspace, content: Content) -> dict[str, int]:
    """uid as a package names it -> id of the unit here: the same uid, else the one that it was taken for before, which may be called
    otherwise by now, else the same name, one of before too. Never two of them are one here.
    Units that had work before are among them where they are known for sure."""
    named = content.units
    uids = {one.uid for one in named} | {one.taken_from for one in content.assignments}
    by_uid, by_name = units.ids_by_uid(work.store), units.name_index(work.store)
    sure = packages.units_of_work(work.store, uids) | by_uid
    found = {uid: sure[uid] for uid in uids if uid in sure}
    present, former = (
        [(one, one.name) for one in named],
        [(one, name) for one in named for name in one.former],
    )
    for one, name in (*present, *former):
        key = by_name.get(fold_name(name))
        if one.uid not in found and key is not None and key not in found.values():
            found[one.uid] = key
    return found


def changes(work: Workspace, plan: Plan, sent: SentPlan, content: Content) -> list[Change]:
    """What a newer package of who gave the plan would change of its head, tasks and days."""
    found = [
        Change(plan.subject, name, getattr(plan, name), getattr(sent, name))
        for name in ("subject", "number", "symbol", "date", "theme")
        if getattr(plan, name) != getattr(sent, name)
    ]
    known = {task.uid: task for task in tasks.of_plan(work.store, plan.id)}
    for wanted in sent.tasks:
        task = known.get(wanted.uid)
        if task is None:
            found.append(Change(sent.subject, "task", None, wanted.text))
        else:
            found += _task_changes(task, _updated(task, wanted))
    units_here, here = known_units(work, content), work_here(work, plan.id)
    for one in content.assignments:
        task = known.get(one.task)
        held = None if task is None else find_work(here, task.id, one, units_here)
        if task is not None and held is not None and held.due != one.due:
            found.append(Change(task.text, "due", held.due, one.due))
    return found


def later_days(
    work: Workspace, plan: Plan, sent: Iterable[SentAssignment], here: Mapping[str, int]
) -> list[Change]:
    """What days a hand-over would move of work that is here. here: uid of a unit as the package names it -> id."""
    known = {task.uid: task for task in tasks.of_plan(work.store, plan.id)}
    have, agreed = work_here(work, plan.id), _agreed(work, plan)
    found = []
    for one in sent:
        task = known.get(one.task)
        held = None if task is None else find_work(have, task.id, one, here)
        if task is not None and held is not None and one.extensions:
            some = {e.uid: e for e in agreed.get(held.id, ())}
            some = {e.uid: _extension(e, held.id) for e in one.extensions} | some
            last = _in_order(some.values())[-1]
            if last.new_due != held.due:
                found.append(Change(task.text, "due", held.due, last.new_due))
    return found


def _task_changes(task: Task, new: Task) -> list[Change]:
    """What a person sees change of a task."""
    told = [
        ("task", task.text, new.text),
        ("deadline", *(one.deadline.text if one.deadline else "" for one in (task, new))),
        ("deliverable", task.deliverable, new.deliverable),
        ("indicators", *("; ".join(i.name for i in one.indicators) for one in (task, new))),
        ("checklist", "; ".join(task.checklist), "; ".join(new.checklist)),
        ("field", task.field, new.field),
    ]
    return [Change(task.text, name, old, now) for name, old, now in told if old != now]


def bring(
    work: Workspace,
    content: Content,
    sent: SentPlan,
    origin: int | None,
    read: ReadPart,
    *,
    is_newest: bool = False,
    is_handover: bool = False,
) -> Brought:
    """Keep the plan `sent` of `content`. origin: id of the peer whose plan it is, None for one of this office; read: gives an entry of the
    package; is_newest: no later package of work of this plan was taken in, so its head and tasks hold; is_handover: days that stand
    here stay."""
    there = _units(work, content)
    plan = plans.by_uid(work.store, sent.uid)
    if plan is None:
        plan = _new_plan(work, sent, origin, read)
    elif is_newest:
        _update(work, plan, sent, read)
    known = {task.uid: task for task in tasks.of_plan(work.store, plan.id)}
    wanted = [_task(one, content.units, there) for one in sent.tasks if one.uid not in known]
    for task in tasks.add_all(work.store, plan.id, wanted):
        known[task.uid] = task
    mine = [one for one in content.assignments if one.task in known and one.unit in there]
    ids = {uid: task.id for uid, task in known.items()}
    _give(work, plan, mine, ids, there, is_handover=is_handover)
    return Brought(plans.get(work.store, plan.id), there)


def _new_plan(work: Workspace, sent: SentPlan, origin: int | None, read: ReadPart) -> Plan:
    plan = Plan(
        id=0,
        uid=sent.uid,
        subject=sent.subject,
        form=sent.form,
        state=PlanState.ISSUED,
        year=sent.year,
        number=sent.number,
        symbol=sent.symbol,
        date=sent.date,
        theme=sent.theme,
        origin=origin,
    )
    kept = plans.add(work.store, plan, sent.body)
    if sent.pdf:
        plans.keep_pdf(work.store, kept.id, read(sent.pdf))
    return kept


def _update(work: Workspace, plan: Plan, sent: SentPlan, read: ReadPart) -> None:
    """A plan of another office as its office has it now."""
    head = replace(
        plan,
        subject=sent.subject,
        number=sent.number,
        symbol=sent.symbol,
        date=sent.date,
        year=sent.year,
        theme=sent.theme,
    )
    if head != plan:
        plans.save(work.store, head)
    plans.set_body(work.store, plan.id, sent.body)
    if sent.pdf:
        plans.keep_pdf(work.store, plan.id, read(sent.pdf))
    wanted = {one.uid: one for one in sent.tasks}
    for task in tasks.of_plan(work.store, plan.id):
        if task.uid in wanted and (new := _updated(task, wanted[task.uid])) != task:
            tasks.save(work.store, new)


def _updated(task: Task, sent: SentTask) -> Task:
    """The task as it was sent; whom it is bound to here, and indicators by their uid, stay, also one that is not asked for any more:
    numbers were told of it."""
    ids = {i.uid: i.id for i in task.indicators}
    asked = {i.uid for i in sent.indicators}
    indicators = (
        *(Indicator(ids.get(i.uid, 0), i.uid, i.name, i.unit_of_measure) for i in sent.indicators),
        *(i for i in task.indicators if i.uid not in asked),
    )
    return replace(
        task,
        text=sent.text,
        deadline=sent.deadline,
        deliverable=sent.deliverable,
        indicators=indicators,
        checklist=sent.checklist,
        is_report=sent.is_report,
        source=sent.source,
        field=sent.field,
    )


def _task(sent: SentTask, named: Sequence[SentUnit], there: Mapping[str, int]) -> Task:
    """A task that is new here. Whom it names is bound where the package says who that is."""
    bound = {fold_name(one.name): there[one.uid] for one in named}
    leads, coordinating = (
        tuple(Party(written, unit=bound.get(fold_name(written))) for written in names)
        for names in (sent.leads, sent.coordinating)
    )
    return _updated(Task(0, sent.uid, 0, 0, "", leads, coordinating), sent)


def _units(work: Workspace, content: Content) -> dict[str, int]:
    """uid as the package names it -> id; a unit that is not known here is made."""
    found = known_units(work, content)
    for one in content.units:
        if one.uid not in found:
            contact = Contact(one.person, one.position, one.phone, one.email, one.address)
            name = UnitName(one.name, one.abbreviation)
            found[one.uid] = units.add(work.store, Unit(0, one.uid, (name,), one.kind, contact=contact)).id
    return found


def _give(
    work: Workspace,
    plan: Plan,
    sent: Sequence[SentAssignment],
    known: Mapping[str, int],
    there: Mapping[str, int],
    *,
    is_handover: bool,
) -> None:
    have, wanted = work_here(work, plan.id), []
    for one in sent:
        task, unit = known[one.task], there[one.unit]
        held = find_work(have, task, one, there)
        if held is not None and held.unit == there.get(one.taken_from):
            matrix.hand_over(work.store, (held.id,), unit)
        elif held is not None:
            unit = held.unit
        if held is None or not is_handover:
            wanted.append(Assignment(0, task, unit, due=one.due, first_due=one.first_due))
    given.give(work.store, wanted)
    have = work_here(work, plan.id)
    extensions = [
        _extension(more, have[known[one.task], there[one.unit]].id) for one in sent for more in one.extensions
    ]
    given.take_in_extensions(work.store, extensions)
    if is_handover:
        _hold_last_agreed(work, plan, {one.assignment for one in extensions})


def _hold_last_agreed(work: Workspace, plan: Plan, touched: set[int]) -> None:
    """Of later days agreed on two sides the last agreed one holds, whichever came first."""
    moved, agreed = [], _agreed(work, plan)
    for held in tasks.assignments_of_plan(work.store, plan.id):
        if held.id in touched & agreed.keys():
            some = _in_order(agreed[held.id])
            moved.append(replace(held, due=some[-1].new_due, first_due=held.first_due or some[0].old_due))
    given.give(work.store, moved)


def _agreed(work: Workspace, plan: Plan) -> dict[int, list[Extension]]:
    """Assignment id -> the later days that were agreed for it."""
    agreed: dict[int, list[Extension]] = {}
    for one in follow_ups.extensions_of_plan(work.store, plan.id):
        agreed.setdefault(one.assignment, []).append(one)
    return agreed


def _in_order(some: Iterable[Extension]) -> list[Extension]:
    """Later days, the last agreed one last."""
    return sorted(some, key=lambda e: (e.agreed_on or dt.date.min, e.new_due, e.uid))


def _extension(one: SentExtension, key: int) -> Extension:
    return Extension(
        key,
        one.new_due,
        one.reason,
        one.agreed_by,
        one.asked_on,
        one.agreed_on,
        one.old_due,
        uid=one.uid,
    )
