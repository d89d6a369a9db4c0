"""Plans from templates: those that come with the program, by kinds of units, and issued plans that the office keeps as templates."""

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.documents import plan_template
from desktop.documents.body import from_json, to_json
from desktop.documents.casing import sentence_case
from desktop.documents.cloned_body import Part, Place
from desktop.documents.phrases import lower_first, upper_first
from desktop.documents.plan_template import PlanTemplate, Role, TemplateTask
from desktop.domain import as_json
from desktop.domain.cloning import Left
from desktop.domain.deadline import Deadline
from desktop.domain.numbering import plan_symbol
from desktop.domain.office import seat
from desktop.domain.plan import Plan, PlanState
from desktop.domain.task import Indicator, Party, Task
from desktop.domain.unit import Membership, Unit, UnitGroup, UnitKind
from desktop.domain.unit_matching import Matcher
from desktop.domain.vietnamese import clean, fold
from desktop.domain.working_days import to_working_day
from desktop.errors import BadValue, NotAllowed, NotFound
from desktop.services import duties, next_year, trash
from desktop.services.next_year import Changed, Source, StillOld
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans, tasks, units
from desktop.storage import templates as stored

_PLAN = "plan"


@dataclass(frozen=True, slots=True)
class TemplateName:
    """A template to choose. key: for `new_from_template`; is_own: kept by the office, not one of the program's."""

    key: str
    name: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class FromTemplate:
    """A draft just made. unbound: who the list of units does not have, or not for certain; changed, leftover: as of a plan of another
    year, for a template that the office made of one."""

    plan: Plan
    tasks: tuple[Task, ...]
    unbound: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    leftover: tuple[StillOld, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """An issued plan as a template. body: see `documents.body`."""

    year: int
    plan: Plan
    body: str
    tasks: tuple[Task, ...]


def listed(work: Workspace) -> list[TemplateName]:
    """The office's own templates, the newest first, then those of the program."""
    own = [TemplateName(row.uid, row.name, is_own=True) for row in stored.list_templates(work.store, _PLAN)]
    known = [TemplateName(key, plan_template.template(key).name) for key in plan_template.template_keys()]
    return own + known


def save_as_template(work: Workspace, key: int, name: str) -> TemplateName:
    """Keep an issued plan as a template. Raises `NotFound`, `BadValue` "template", `NotAllowed` "plan_not_issued", "plan_without_year"."""
    name = clean(name)
    if not name:
        raise BadValue("template", name)
    source = next_year.source_of(work, key)
    if source.plan.state is PlanState.DRAFT:
        raise NotAllowed("plan_not_issued", plan=key)
    plan = replace(source.plan, id=0, uid="", directive=None, replaces=None)
    kept = _Kept(source.year, plan, to_json(source.body), source.tasks)
    with work.store.transaction():
        row = stored.add(work.store, _PLAN, name, as_json.dump(kept))
        audit.note(work.store, "template_kept", "template", row.id, plan=key)
    return TemplateName(row.uid, row.name, is_own=True)


def remove(work: Workspace, key: str) -> None:
    """Move a template of the office to the trash. Raises `NotFound`."""
    trash.discard_template(work, key)


def new_from_template(work: Workspace, key: str, year: int) -> FromTemplate:
    """A draft for `year`. Raises `NotFound`, `BadValue` "year"."""
    if not next_year.FIRST <= year <= next_year.LAST:
        raise BadValue("year", str(year))
    if key in plan_template.template_keys():
        return _new_of_program(work, plan_template.template(key), year)
    kept = as_json.load(_Kept, stored.body(work.store, key))
    source = Source(kept.plan, from_json(kept.body), kept.tasks, kept.year)
    seen = next_year.preview_of(work, source, year)
    plan = next_year.commit(work, seen)
    unbound = tuple(one.words for one in seen.leftover if one.code is Left.UNIT)
    return FromTemplate(plan, seen.tasks, tuple(dict.fromkeys(unbound)), seen.changed, seen.leftover)


def _new_of_program(work: Workspace, found: PlanTemplate, year: int) -> FromTemplate:
    office, today = work.office, work.today()
    day = _day(work, found, year)
    rules = work.rules((day,))
    cast = _Cast(work, plan_template.commune(office))
    words = plan_template.values(office, year, day, found.subject, cast.village())
    report_by = to_working_day(day + dt.timedelta(found.report), rules)
    body = plan_template.fill(found, words, office, report_by)
    subject = found.subject.format_map(words)
    with work.store.transaction():
        wanted = [
            _task(one, at, cast, words, plan_template.due(one.deadline, day, rules))
            for at, one in enumerate(found.tasks)
        ]
        draft = Plan(0, "", subject, year=year, symbol=plan_symbol(office.symbol))
        plan = plans.add(work.store, draft, to_json(body))
        kept = tasks.add_all(work.store, plan.id, wanted)
        audit.note(work.store, "plan_drafted", "plan", plan.id, template=found.key)
    left = tuple(_past(at, task, today) for at, task in enumerate(kept) if _is_past(task, today))
    return FromTemplate(plan, tuple(kept), tuple(cast.unbound), leftover=left)


def _day(work: Workspace, found: PlanTemplate, year: int) -> dt.date:
    duty = next((one for one in duties.listed(work) if one.template == found.key), None)
    duty = duty or next((one for one in duties.known_duties() if one.template == found.key), None)
    if duty is None:
        raise NotFound("duty", found.key)
    return duty.on(year - duty.ahead)


def _is_past(task: Task, today: dt.date) -> bool:
    return task.deadline is not None and task.deadline.date is not None and task.deadline.date < today


def _past(at: int, task: Task, today: dt.date) -> StillOld:
    words = task.deadline.text if task.deadline else ""
    return StillOld(Place(Part.TASK, at), Left.PAST, words, task.text)


def _task(
    one: TemplateTask, at: int, cast: "_Cast", words: dict[str, str], deadline: Deadline | None
) -> Task:
    return Task(
        id=0,
        uid="",
        plan=0,
        position=at,
        text=one.text.format_map(words),
        leads=tuple(cast.party(role) for role in one.leads),
        coordinating=tuple(cast.party(role) for role in one.coordinating),
        deadline=deadline,
        deliverable=one.deliverable,
        indicators=tuple(Indicator(0, "", name, unit) for name, unit in one.indicators),
        checklist=one.checklist,
        is_report=one.is_report,
    )


class _Cast:
    """Who plays each role in this office today. unbound: names of roles that no unit of the list plays for certain."""

    def __init__(self, work: Workspace, commune: str) -> None:
        self._store, self._today, self._commune = work.store, work.today(), commune
        self._units = units.list_units(work.store, self._today)
        self._groups = units.groups(work.store)
        self._matcher = Matcher(self._units, self._groups, self._today, seat(work.office))
        self._parties: dict[str, Party] = {}
        self.unbound: list[str] = []

    def party(self, key: str) -> Party:
        """The unit, or the group of all units, that plays a role."""
        if key not in self._parties:
            role = plan_template.roles()[key]
            name = role.name.format(commune=self._commune)
            found = self._players(role, name)
            self._parties[key] = made = self._made(role, name, found)
            if not made.is_bound:
                self.unbound.append(name)
        return self._parties[key]

    def village(self) -> str:
        """What the villages of the office are called: "thôn", "thôn, tổ dân phố"; both where the list has none."""
        found = [unit for unit in self._units if unit.kind is UnitKind.VILLAGE]
        return _heads(found) if found else "thôn, tổ dân phố"

    def _players(self, role: Role, name: str) -> list[Unit]:
        fitting = [
            unit
            for unit in self._units
            if unit.kind is role.kind
            and (not role.words or any(fold(words) in fold(unit.name) for words in role.words))
        ]
        if role.many or len(fitting) < 2:
            return fitting
        match = self._matcher.match(name)
        named = [unit for unit in fitting if match.certain and match.units == (unit.id,)]
        return named or fitting

    def _made(self, role: Role, name: str, found: Sequence[Unit]) -> Party:
        if len(found) == 1:
            return Party(found[0].name_on(self._today), unit=found[0].id)
        if not found or not role.many:
            return Party(name)
        group = self._group(
            found, upper_first(f"các {_heads(found)}") if role.kind is UnitKind.VILLAGE else name
        )
        written = sentence_case(group.name)  # the heading of a list in capitals is the name of the group
        return Party(lower_first(written) if written.startswith("Các ") else written, group=group.id)

    def _group(self, members: Sequence[Unit], name: str) -> UnitGroup:
        """The group of exactly these units that the office has already, else a new one."""
        wanted = {unit.id for unit in members}
        for group in self._groups:
            if set(group.members_on(self._today)) & {u.id for u in self._units} == wanted:
                return group
        made = UnitGroup(0, "", name, tuple(Membership(unit.id) for unit in members))
        kept = units.save_group(self._store, made)
        self._groups.append(kept)
        return kept


def _heads(villages: Sequence[Unit]) -> str:
    """ "thôn", "thôn, tổ dân phố": the words that the names of villages begin with, before the capital or the number."""
    return ", ".join(dict.fromkeys(_head(unit.name) for unit in villages))


def _head(name: str) -> str:
    """ "thôn" of "Thôn Đông", "tổ dân phố" of "Tổ dân phố số 5"."""
    first, *rest = name.split()
    return " ".join([first.lower(), *itertools.takewhile(str.islower, rest)]).removesuffix(" số")
