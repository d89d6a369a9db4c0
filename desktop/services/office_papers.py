"""The papers of the office that belong to no single plan: registers and tables, by name and time, for one who chooses among them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.progress import SILENT, Progress
from desktop.services import evaluation, incoming, morning_sheet, outgoing, register
from desktop.services.papers import EVERY, Formats
from desktop.services.workspace import Workspace


class OfficePaper(StrEnum):
    """The kinds."""

    MORNING = "morning"
    FOLLOW_UP = "follow_up"
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    EVALUATION = "evaluation"


class Span(StrEnum):
    """What time a paper is over."""

    NOW = "now"
    YEAR = "year"
    PERIOD = "period"


SPANS = {
    OfficePaper.MORNING: Span.NOW,
    OfficePaper.FOLLOW_UP: Span.NOW,
    OfficePaper.INCOMING: Span.YEAR,
    OfficePaper.OUTGOING: Span.YEAR,
    OfficePaper.EVALUATION: Span.PERIOD,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written. period: "2026" for papers over a year; "2026", "2026-Q1", "2026-03" for those over a period; "" for now."""

    kind: OfficePaper
    period: str = ""


def write(
    work: Workspace, wanted: Wanted, folder: Path, formats: Formats = EVERY, progress: Progress = SILENT
) -> list[Path]:
    """Write the paper into `folder`; gives the paths. Raises what its own service raises and the errors of writing."""
    return _WRITE[wanted.kind](work, wanted, folder, formats, progress)


def pdf(work: Workspace, wanted: Wanted, progress: Progress = SILENT) -> bytes:
    """Its PDF in memory, for printing."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="skh-") as folder:
        (path,) = write(work, wanted, Path(folder), Formats(pdf=True), progress)
        return path.read_bytes()


def periods(today: dt.date) -> tuple[str, ...]:
    """Periods to offer: this month and the one before, the quarters of this year so far, this year and the one before."""
    before = today.replace(day=1) - dt.timedelta(days=1)
    quarters = [f"{today.year}-Q{quarter}" for quarter in range((today.month + 2) // 3, 0, -1)]
    months = [f"{day.year}-{day.month:02d}" for day in (today, before)]
    return (*months, *quarters, str(today.year), str(today.year - 1))


_Write = Callable[[Workspace, Wanted, Path, Formats, Progress], list[Path]]


def _evaluation(
    work: Workspace, wanted: Wanted, folder: Path, formats: Formats, progress: Progress
) -> list[Path]:
    start, end = evaluation.days_of(wanted.period)
    return evaluation.write(work, folder, start, end, None, formats, progress)


_WRITE: dict[OfficePaper, _Write] = {
    OfficePaper.MORNING: lambda work, _, folder, formats, progress: morning_sheet.write(
        work, folder, formats, progress
    ),
    OfficePaper.FOLLOW_UP: lambda work, _, folder, formats, progress: register.write(
        work, folder, None, formats, progress
    ),
    OfficePaper.INCOMING: lambda work, wanted, folder, formats, progress: incoming.write(
        work, folder, int(wanted.period), formats, progress
    ),
    OfficePaper.OUTGOING: lambda work, wanted, folder, formats, progress: outgoing.write(
        work, folder, int(wanted.period), formats, progress
    ),
    OfficePaper.EVALUATION: _evaluation,
}
