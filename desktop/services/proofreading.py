"""Proofreading a plan made here or a file from outside: brings what was read into the one view of the proofreader. Changes nothing."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from desktop.documents.proofread import Context, Finding, check
from desktop.documents.proofread.of_document import paper_of
from desktop.documents.proofread.paper import Named, Paper
from desktop.domain.unit import successor_on
from desktop.progress import SILENT, Progress
from desktop.services import planning
from desktop.services.binding import planned
from desktop.services.workspace import Workspace
from desktop.storage import directives as kept_directives
from desktop.storage import plans, tasks, units


def of_plan(work: Workspace, key: int) -> tuple[Finding, ...]:
    """Findings on a plan as it prints today, an issued one as on its day. Raises `NotFound`."""
    return read_plan(work, key)[1]


def read_plan(work: Workspace, key: int) -> tuple[Paper, tuple[Finding, ...]]:
    """The same with the paper as the proofreader saw it."""
    plan = plans.get(work.store, key)
    on = plan.date or work.today()
    named = planned(work.store, tasks.of_plan(work.store, key), on)
    upper = kept_directives.reading(work.store, plan.directive) if plan.directive else None
    paper = paper_of(planning.document(work, key), plan, named, _ended(work, on))
    return paper, check(paper, Context(work.today(), upper, _names(work, on)))


def of_file(
    path: Path, progress: Progress = SILENT, clock: Callable[[], dt.date] = dt.date.today
) -> tuple[Finding, ...]:
    """Findings on a .docx, .pdf, .html or .txt from outside. Raises the errors of `readers.text.read`."""
    from desktop.readers import text
    from desktop.services.outside_paper import paper_of_text

    return check(
        paper_of_text(text.read(path, progress), exact=path.suffix.lower() != ".pdf"), Context(clock())
    )


def _ended(work: Workspace, on: dt.date) -> dict[str, Named]:
    """Name on the day -> what is known of a unit that is gone by then."""
    everybody = {unit.id: unit for unit in units.list_units(work.store)}
    gone = {}
    for unit in everybody.values():
        if unit.ended is not None and not unit.exists_on(on):
            heir = successor_on(unit, everybody, on)
            successor = heir.name_on(on) if heir.id != unit.id else ""
            gone[unit.name_on(on)] = Named(unit.name_on(on), frozenset({unit.kind}), unit.ended, successor)
    return gone


def _names(work: Workspace, on: dt.date) -> tuple[str, ...]:
    return tuple(unit.name_on(on) for unit in units.list_units(work.store) if unit.exists_on(on))
