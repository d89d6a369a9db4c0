"""The way of result forms: written for the units of a plan, taken in filled, who has answered. Reading them is `collecting`."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.plan import Plan, PlanState
from desktop.domain.vietnamese import collation_key
from desktop.services.workspace import Workspace
from desktop.storage import form_rounds as stored
from desktop.storage import plans
from desktop.storage.form_rounds import UnitRow

__all__ = ["Round", "UnitRow", "forms_in", "listed", "units_of"]

_FORM, _LOCK = ".xlsx", "~$"


@dataclass(frozen=True, slots=True)
class Round:
    """An issued plan. units: that have work of it; reported: of these, how many reported anything; sent_at: the moment forms were last
    written, None where they never were."""

    plan: Plan
    units: int
    reported: int
    sent_at: dt.datetime | None


def listed(work: Workspace) -> list[Round]:
    """The issued plans of ours, the newest first; those that gave nothing to anybody are left out. Three statements."""
    counts, sent = stored.counts(work.store, work.today()), stored.last_sent(work.store)
    issued = plans.heads(work.store, PlanState.ISSUED, ours=True)
    rounds = [Round(plan, *counts[plan.id], sent.get(plan.id)) for plan in issued if plan.id in counts]
    return sorted(rounds, key=lambda one: (one.plan.date or dt.date.min, one.plan.id), reverse=True)


def units_of(work: Workspace, plan: int) -> list[UnitRow]:
    """The units of a plan by the alphabet, each with when it was sent its form and what it has reported. Two statements."""
    return sorted(stored.units_of(work.store, plan, work.today()), key=lambda one: collation_key(one.name))


def forms_in(paths: Iterable[Path]) -> list[Path]:
    """The workbooks among `paths` and in folders among them, each once, without what office programs leave beside open files."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob(f"*{_FORM}")) if path.is_dir() else [path]
        for one in inside:
            if one.suffix.lower() == _FORM and not one.name.startswith((_LOCK, ".")):
                found[one] = None
    return list(found)
