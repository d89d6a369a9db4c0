"""Directives as văn thư registers them: số đến, day, who got it; and the register of a year as files."""

from pathlib import Path

from desktop.documents import incoming_register
from desktop.domain.correspondence import Arrival, Incoming, check_arrival, told_over
from desktop.progress import SILENT, Progress
from desktop.services import numbers, papers
from desktop.services.papers import EVERY, Formats
from desktop.services.workspace import Workspace
from desktop.storage import audit, directives


def of_year(work: Workspace, year: int) -> list[Incoming]:
    """The directives that came in during `year`, in the order of the register."""
    return directives.arrived_in(work.store, year)


def register(work: Workspace, key: int, arrival: Arrival) -> Incoming:
    """Write down how a directive came in; gives it as it stands now.

    What `arrival` leaves out (None, "") stays as it was. Raises `NotFound`, `NotAllowed` "arrival_taken" (said with who holds it and
    which number follows) and those of `check_arrival`.
    """
    before = directives.incoming(work.store, key)
    told = told_over(before.arrival, arrival)
    check_arrival(told, before.date, work.today())
    if told.number is not None and told.on is not None:
        numbers.check_arrival(work, told.number, told.on.year, key)
    with work.store.transaction():
        directives.set_arrival(work.store, key, told)
        audit.note(work.store, "arrival_registered", "directive", key, number=told.number)
    return directives.incoming(work.store, key)


def write(
    work: Workspace,
    folder: Path,
    year: int | None = None,
    formats: Formats = EVERY,
    progress: Progress = SILENT,
) -> list[Path]:
    """Write the register of a year (None: this one) as it stands today. Raises the errors of writing."""
    today = work.today()
    chosen = year or today.year
    lines = of_year(work, chosen)
    paper = incoming_register.build(lines, work.office, chosen, today)
    sheets = [("Văn bản đến", incoming_register.table(lines))]
    return papers.write(paper, sheets, folder / f"so-van-ban-den-{chosen}", progress, formats)
