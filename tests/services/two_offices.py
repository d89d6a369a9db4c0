"""Two homes on one machine for the tests of packages: the commune that gives work, and one of its units that has the program too."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from story import DIVISION, Clock, issued, settle

from desktop.domain.assignment import Status
from desktop.domain.plan import Plan
from desktop.domain.result import Result
from desktop.services import following, offices, package_receiving, package_sending
from desktop.services.arrivals import Arrival
from desktop.services.workspace import Workspace
from desktop.storage import plans, results, tasks

LATER = dt.date(2026, 3, 26)
PHRASE = "cau da mua he"


@dataclass(slots=True)
class Offices:
    """upper: issued plan 15; lower: the division, with nothing yet. stick: a folder between them."""

    upper: Workspace
    lower: Workspace
    units: dict[str, int]
    plan: Plan
    stick: Path

    def send(self, unit: str = DIVISION, **more: object) -> Path:
        """The package of one unit goes onto the stick."""
        (path,) = package_sending.send(self.upper, self.plan.id, self.stick, [self.units[unit]], **more)  # type: ignore[arg-type]
        return path

    def given(self) -> int:
        """Send the division its work and take it in below; gives the id of the plan there."""
        take_in(self.lower, self.send())
        return the_plan(self.lower).id

    def reply(self) -> Path:
        """The division's reply on the stick."""
        (path,) = package_sending.reply(self.lower, the_plan(self.lower).id, self.stick)
        return path


def two_offices(folder: Path) -> Offices:
    """Both open; whoever asks closes them."""
    upper = Workspace.open(_home(folder / "tren"), Clock())
    units = settle(upper)
    plan = issued(upper)
    lower = Workspace.open(_home(folder / "duoi"), Clock(LATER))
    offices.tell(lower, name="Phòng Văn hóa - Xã hội xã Đồng Sen", place="Đồng Sen")
    upper.today.day = LATER  # type: ignore[attr-defined]
    return Offices(upper, lower, units, plan, _home(folder / "usb"))


def _home(folder: Path) -> Path:
    folder.mkdir()
    return folder


def look(work: Workspace, *paths: Path, phrases: tuple[str, ...] = ()) -> list[Arrival]:
    """The preview of some files."""
    return package_receiving.look(work, paths, phrases)


def take_in(work: Workspace, *paths: Path, **more: object) -> package_receiving.Kept:
    """Look at files and keep what is new."""
    return package_receiving.keep(work, look(work, *paths), **more)  # type: ignore[arg-type]


def the_plan(work: Workspace) -> Plan:
    """The only plan of a workspace."""
    (plan,) = plans.heads(work.store)
    return plan


def tell(work: Workspace, *, unit: int | None = None, **said: object) -> Result:
    """Note by hand what a unit (None: the one with work) did of the only plan; gives the newest result."""
    plan = the_plan(work)
    given = next(a for a in tasks.assignments_of_plan(work.store, plan.id) if unit in {None, a.unit})
    new = following.anew(following.newest(work, given.id), given.id, work.today())
    following.tell(work, plan.id, [replace(new, **said)])  # type: ignore[arg-type]
    newest = following.newest(work, given.id)
    assert newest is not None
    return newest


def state(work: Workspace) -> dict[tuple[str, str], tuple[object, ...]]:
    """(text of the task, name of the unit) -> what stands of it, whatever ids things have here."""
    found = {}
    for plan in plans.heads(work.store):
        wanted = {task.id: task for task in tasks.of_plan(work.store, plan.id)}
        newest = {r.assignment: r for r in results.latest_of_plan(work.store, plan.id)}
        names = {i.id: i.name for task in wanted.values() for i in task.indicators}
        for one in tasks.assignments_of_plan(work.store, plan.id):
            told = newest.get(one.id)
            said = told and (
                told.text,
                told.reason,
                told.proposal,
                tuple(sorted((names[k], v) for k, v in told.values)),
            )
            found[wanted[one.task].text, str(one.unit)] = (one.status, one.due, one.done_on, said)
    return found


DONE = {"status": Status.DONE, "done_on": dt.date(2026, 3, 24), "text": "Đã tổ chức tại hội trường"}
