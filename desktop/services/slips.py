"""Phiếu giao nhiệm vụ of the units of a plan, in one file or of one unit, with the list on which they sign for them."""

from pathlib import Path

from desktop.documents import slip
from desktop.documents.model import Document
from desktop.domain.plan import PlanState, check_ours
from desktop.errors import NotAllowed, NotFound
from desktop.progress import SILENT, Progress
from desktop.services import papers
from desktop.services.file_names import stem
from desktop.services.papers import EVERY, Formats
from desktop.services.units_given import Given, units_given
from desktop.services.workspace import Workspace
from desktop.storage import plans


def write(
    work: Workspace,
    key: int,
    folder: Path,
    unit: int | None = None,
    formats: Formats = EVERY,
    progress: Progress = SILENT,
) -> list[Path]:
    """Write the slips of all units of an issued plan, or of one (its id), each from a new page; the workbook is the list to sign.

    Raises `NotFound` (the plan, or a unit that was given nothing), `NotAllowed` "plan_is_received", "plan_not_issued",
    "nothing_assigned", and the errors of writing.
    """
    chosen, many = _slips(work, key, unit)
    of_one = f"-don-vi-{unit}" if unit is not None else ""
    base = folder / f"phieu-giao-viec{of_one}-{stem(plans.get(work.store, key))}"
    sheets = [("Ký nhận phiếu", slip.receipts([one.printed() for one in chosen]))]
    return papers.write_all(many, sheets, base, progress, formats, slip.RECEIPTS)


def as_pdf(work: Workspace, key: int, progress: Progress = SILENT) -> bytes:
    """The slips of all units of an issued plan in one PDF, to be printed in one go. Raises `NotAllowed` as `write`."""
    from desktop.writers import pdf

    return pdf.many_as_bytes(_slips(work, key, None)[1], progress)


def _slips(work: Workspace, key: int, unit: int | None) -> tuple[list[Given], list[Document]]:
    """Whom they are for, and the papers."""
    plan = plans.get(work.store, key)
    check_ours(plan)
    if plan.state is PlanState.DRAFT or plan.date is None:
        raise NotAllowed("plan_not_issued", plan=key)
    given = units_given(work, plan, plan.date)
    if not given:
        raise NotAllowed("nothing_assigned", plan=key)
    chosen = [one for one in given if unit is None or one.unit.id == unit]
    if not chosen:
        raise NotFound("unit", unit)
    return chosen, [slip.build(plan, one.printed(), work.office, plan.date.year) for one in chosen]
