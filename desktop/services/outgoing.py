"""Numbered papers of the office: letters that văn thư gives a number, how papers went out, and the register of a year as files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop.documents import outgoing_register
from desktop.documents.model import Document
from desktop.documents.outgoing_register import sent_as
from desktop.domain.correspondence import Dispatch, Outgoing, check_dispatch, told_over
from desktop.domain.follow_up import check_not_ahead
from desktop.domain.vietnamese import clean
from desktop.errors import BadValue, NotFound
from desktop.progress import SILENT, Progress
from desktop.services import numbers, papers, planning, report_drafts
from desktop.services.papers import EVERY, Formats
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans
from desktop.storage import outgoing as stored


def of_year(work: Workspace, year: int) -> list[Outgoing]:
    """All numbered papers of `year`: plans, sent reports, letters, with who signed them and where they went; by day and number."""
    return _told(work, stored.of_year(work.store, year))


def of_plan(work: Workspace, plan: int) -> list[Outgoing]:
    """The plan itself, the reports sent on it and the letters about it, by day."""
    return _told(work, stored.of_plan(work.store, plan))


def _told(work: Workspace, found: Sequence[Outgoing]) -> list[Outgoing]:
    return [_with_what_its_paper_says(work, paper) for paper in found]


def _with_what_its_paper_says(work: Workspace, paper: Outgoing) -> Outgoing:
    """Plans and reports say themselves who signs them, where they go and who keeps them; what văn thư wrote down instead comes first."""
    document = _document(work, paper)
    if document is None:
        return paper
    return replace(paper, dispatch=told_over(sent_as(document), paper.dispatch))


def _document(work: Workspace, paper: Outgoing) -> Document | None:
    """The paper as it went out; None for a letter, of which only the line of the register is kept."""
    if paper.letter is not None:
        return None
    if paper.report is not None:
        return report_drafts.document(work, paper.report)
    return None if paper.plan is None else planning.document(work, paper.plan)


def register(work: Workspace, letter: Outgoing) -> Outgoing:
    """Keep a letter (a paper that is neither plan nor report) under the number that văn thư gave it; gives it with its id.

    Raises `NotFound` (its plan), `BadValue` "subject", `NotAllowed` "number_taken" (said with who holds it and which number follows),
    "number_not_positive", "day_in_future" and those of `check_dispatch`.
    """
    if not clean(letter.subject):
        raise BadValue("subject", letter.subject)
    if letter.plan is not None:
        plans.get(work.store, letter.plan)
    check_not_ahead(letter.date, work.today())
    check_dispatch(letter.dispatch, letter.date)
    numbers.check(work, letter.number, letter.symbol, letter.date.year)
    with work.store.transaction():
        kept = stored.add_letter(work.store, replace(letter, subject=clean(letter.subject)))
        audit.note(
            work.store, "letter_registered", "letter", kept.letter, number=kept.number, symbol=kept.symbol
        )
    return kept


def tell(work: Workspace, number: int, symbol: str, year: int, told: Dispatch) -> Outgoing:
    """Write down how a numbered paper went out; what `told` leaves out stays as it was. Raises `NotFound` "letter" where no paper of
    `year` has that number and symbol, and `NotAllowed` of `check_dispatch`."""
    found = (one for one in stored.of_year(work.store, year) if (one.number, one.symbol) == (number, symbol))
    paper = next(found, None)
    if paper is None:
        raise NotFound("letter", f"{number:02d}/{symbol}")
    paper = replace(paper, dispatch=told_over(paper.dispatch, told))
    check_dispatch(paper.dispatch, paper.date)
    with work.store.transaction():
        stored.set_dispatch(work.store, paper)
        audit.note(work.store, "dispatch_told", "letter", paper.letter, number=number, symbol=symbol)
    return paper


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
    paper = outgoing_register.build(lines, work.office, chosen, today)
    sheets = [("Văn bản đi", outgoing_register.table(lines, whole=True))]
    return papers.write(paper, sheets, folder / f"so-van-ban-di-{chosen}", progress, formats)
