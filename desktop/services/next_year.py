"""Next year's plan from last year's: a preview of the draft with all that changed and all that is left, then one commit. Writes no file."""

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.documents.body import Body, from_json, to_json
from desktop.documents.cloned_body import ClonedPart, Part, Place, clone_body
from desktop.domain.clone_parties import Roster
from desktop.domain.cloning import (
    Change,
    CloneYear,
    Left,
    clone_deadline,
    clone_text,
    sentence_around,
    years_named,
)
from desktop.domain.deadline import Deadline
from desktop.domain.events import events_in, feasts_in
from desktop.domain.office import Office, Signer
from desktop.domain.plan import Plan, PlanState, check_ours
from desktop.domain.task import Indicator, Party, Task
from desktop.domain.working_days import is_working, last_day
from desktop.errors import BadValue, NotAllowed
from desktop.services.workspace import Workspace
from desktop.storage import audit, directives, plans, tasks, units

FIRST, LAST = 2000, 2099


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is new. counts: the last day that counts by the office's rules, of a deadline; sentence: as it reads now."""

    place: Place
    code: Change
    old: str
    new: str
    sentence: str = ""
    counts: dt.date | None = None


@dataclass(frozen=True, slots=True)
class StillOld:
    """Words that carry, or may carry, a value of the old year."""

    place: Place
    code: Left
    words: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What is carried to another year. key: id of the old plan, None for a template; year: the one it is of."""

    plan: Plan
    body: Body
    tasks: tuple[Task, ...]
    year: int
    key: int | None = None


@dataclass(frozen=True, slots=True)
class ClonePreview:
    """The draft as it would be, not saved yet. source: id of the old plan, None for a template."""

    source: int | None
    plan: Plan
    body: Body
    tasks: tuple[Task, ...]
    changed: tuple[Changed, ...]
    leftover: tuple[StillOld, ...]


def new_from_plan(work: Workspace, key: int, year: int | None = None) -> tuple[Plan, ClonePreview]:
    """The draft for `year` (None: the year after) kept, and what was done. Raises what `preview` raises."""
    seen = preview(work, key, year)
    return commit(work, seen), seen


def commit(work: Workspace, seen: ClonePreview) -> Plan:
    """Keep the draft of a preview, in one transaction."""
    with work.store.transaction():
        plan = plans.add(work.store, seen.plan, to_json(seen.body), cloned_from=seen.source)
        tasks.add_all(work.store, plan.id, seen.tasks)
        audit.note(work.store, "plan_cloned", "plan", plan.id, source=seen.source)
    return plan


def preview(work: Workspace, key: int, year: int | None = None) -> ClonePreview:
    """What the plan of `year` would be. Raises `NotFound`, `NotAllowed` "plan_is_received", "plan_without_year", `BadValue`
    "year"."""
    source = source_of(work, key)
    return preview_of(work, source, source.year + 1 if year is None else year)


def source_of(work: Workspace, key: int) -> Source:
    """A plan of ours as it is kept. Raises `NotFound`, `NotAllowed` "plan_is_received", "plan_without_year"."""
    plan = plans.get(work.store, key)
    check_ours(plan)
    body = from_json(plans.body(work.store, key))
    return Source(plan, body, tuple(tasks.of_plan(work.store, key)), own_year(plan), key)


def preview_of(work: Workspace, source: Source, year: int) -> ClonePreview:
    """What would become of `source` in `year`. Raises `BadValue` "year"."""
    if not FIRST <= year <= LAST:
        raise BadValue("year", str(year))
    return _Cloning(work, source, year).preview()


def own_year(plan: Plan) -> int:
    """The year that a plan is for: the one that its subject names, else its own. Raises `NotAllowed` "plan_without_year"."""
    year = plan.year or (plan.date.year if plan.date else None)
    named = years_named(plan.subject)
    if len(named) == 1:
        return named[0]
    if year is None:
        raise NotAllowed("plan_without_year", plan=plan.id)
    return year


class _Cloning:
    """One plan on its way to another year; gathers what changed and what is left."""

    def __init__(self, work: Workspace, source: Source, wanted: int) -> None:
        self._work, self._source, self._plan, self._today = work, source, source.plan, work.today()
        self._office = work.office
        self._roster = Roster(units.list_units(work.store), units.groups(work.store), self._today)
        feasts = {found.thing for found in feasts_in(source.plan.subject)}
        feast = feasts.pop() if len(feasts) == 1 else None
        self._rules = work.rules((dt.date(source.year, 1, 1), dt.date(wanted, 1, 1)))
        kept = {(one.thing.day, one.thing.month) for one in events_in(source.plan.subject)}
        names = self._roster.renamed()
        self._year = CloneYear(
            source.year, wanted, source.plan.date, feast, names, self._rules, frozenset(kept)
        )
        self._changed: list[Changed] = []
        self._left: list[StillOld] = []

    def preview(self) -> ClonePreview:
        old = self._source
        plan = self._head()
        body, parts = clone_body(
            old.body, lambda text, is_basis: clone_text(text, self._year, is_basis=is_basis)
        )
        for part in parts:
            self._tell(part)
        body = replace(body, signer=self._signer(body.signer))
        new_tasks = tuple(self._task(task, Place(Part.TASK, at)) for at, task in enumerate(old.tasks))
        self._theme(plan, body)
        self._order(old.tasks, new_tasks)
        return ClonePreview(old.key, plan, body, new_tasks, tuple(self._changed), tuple(self._left))

    def _text(self, place: Place, text: str, year: CloneYear | None = None) -> str:
        cloned = clone_text(text, year or self._year)
        self._tell(ClonedPart(place, text, cloned))
        return cloned.text

    def _tell(self, part: ClonedPart) -> None:
        for edit in part.cloned.edits:
            sentence = sentence_around(part.old, part.cloned.edits, edit)
            self._changed.append(Changed(part.place, edit.code, edit.old, edit.new, sentence))
            if edit.was and edit.date and self._falls_off(edit.was, edit.date):
                self._left.append(StillOld(part.place, Left.DAY_OFF, edit.new, sentence))
        self._left += [StillOld(part.place, one.code, one.words, one.sentence) for one in part.cloned.left]

    def _falls_off(self, was: dt.date, new: dt.date) -> bool:
        return is_working(was, self._rules) and not is_working(new, self._rules)

    def _head(self) -> Plan:
        old = self._plan
        if old.directive is not None:
            kept = directives.get(self._work.store, old.directive)
            named = "/".join(filter(None, (kept.number, kept.symbol)))
            self._changed.append(
                Changed(Place(Part.DIRECTIVE), Change.DIRECTIVE, named or kept.subject or "", "")
            )
        return replace(
            old,
            id=0,
            uid="",
            subject=self._text(Place(Part.SUBJECT), old.subject),
            state=PlanState.DRAFT,
            year=self._year.new,
            number=None,
            date=None,
            directive=None,
            replaces=None,
        )

    def _theme(self, plan: Plan, body: Body) -> None:
        """The theme is last year's wherever it stands: nobody but the superior sets a new one."""
        if not plan.theme:
            return
        self._left.append(StillOld(Place(Part.THEME), Left.THEME, plan.theme))
        for at, block in enumerate(body.blocks):
            text = getattr(block, "text", "")
            if plan.theme in text:
                self._left.append(StillOld(Place(Part.BODY, at), Left.THEME, plan.theme, text))

    def _signer(self, old: Signer) -> Signer:
        """Today's signer in the same capacity, else the office's first; one that the office does not know is told."""
        new = _signer_today(old, self._office)
        if new != old:
            self._changed.append(Changed(Place(Part.SIGNER), Change.SIGNER, _signature(old), _signature(new)))
        elif old.name and old not in self._office.signers:
            self._left.append(StillOld(Place(Part.SIGNER), Left.PERSON, old.name, _signature(old)))
        return new

    def _task(self, task: Task, place: Place) -> Task:
        year = self._year.bound_by(task.text)
        deadline = task.deadline
        if deadline is not None:
            deadline, cloned = clone_deadline(deadline, year)
            self._left += [StillOld(place, one.code, one.words, task.text) for one in cloned.left]
            self._deadline(place, task, deadline)
        return replace(
            task,
            id=0,
            uid="",
            plan=0,
            text=self._text(place, task.text, year),
            leads=self._parties(place, task.leads),
            coordinating=self._parties(place, task.coordinating),
            deadline=deadline,
            deliverable=self._text(place, task.deliverable, year),
            indicators=tuple(self._indicator(place, one, year) for one in task.indicators),
            checklist=tuple(self._text(place, step, year) for step in task.checklist),
            source="",
        )

    def _indicator(self, place: Place, old: Indicator, year: CloneYear) -> Indicator:
        return Indicator(0, "", self._text(place, old.name, year), old.unit_of_measure)

    def _deadline(self, place: Place, task: Task, new: Deadline) -> None:
        old = task.deadline
        if old is not None and new != old:
            counts = last_day(new, self._rules)
            self._changed.append(Changed(place, Change.DEADLINE, old.text, new.text, task.text, counts))
        if new.date is not None and new.date < self._today:
            self._left.append(StillOld(place, Left.PAST, new.text, task.text))

    def _parties(self, place: Place, old: tuple[Party, ...]) -> tuple[Party, ...]:
        carried = self._roster.carry(old)
        self._changed += [Changed(place, Change.UNIT, was, new) for was, new in carried.changed]
        self._left += [StillOld(place, why, name) for why, name in carried.left]
        return carried.parties

    def _order(self, old: Sequence[Task], new: Sequence[Task]) -> None:
        """Deadlines that come after others which they came before in the old year: the chain is broken."""
        for at in out_of_order([_date(task) for task in old], [_date(task) for task in new]):
            deadline = new[at].deadline
            words = deadline.text if deadline else ""
            self._left.append(StillOld(Place(Part.TASK, at), Left.ORDER, words, new[at].text))


def _date(task: Task) -> dt.date | None:
    return task.deadline.date if task.deadline else None


def out_of_order(old: Sequence[dt.date | None], new: Sequence[dt.date | None]) -> list[int]:
    """Places of days that lie after one which they lay before in the old row; both rows have the same length."""
    dated = [(was, now, at) for at, (was, now) in enumerate(zip(old, new, strict=True)) if was and now]
    earliest = dt.date.max
    found = []
    for _, group in itertools.groupby(sorted(dated, reverse=True), key=lambda item: item[0]):
        some = list(group)
        found += [at for _, now, at in some if now > earliest]
        earliest = min(earliest, *(now for _, now, _ in some))
    return sorted(found)


def _signer_today(old: Signer, office: Office) -> Signer:
    if not old.lines or old in office.signers or not office.signers:
        return old
    return next((one for one in office.signers if one.lines == old.lines), office.signers[0])


def _signature(signer: Signer) -> str:
    return " / ".join(filter(None, (*signer.lines, signer.name)))
