"""How the papers of the office look with a choice of the legal form, before it is kept. Keeps nothing; see `offices.tell_paper`."""

from dataclasses import replace

from desktop.documents import plan as plan_document
from desktop.documents.model import Document
from desktop.documents.plan_draft import draft_body, subject_of
from desktop.domain.directive import Reading
from desktop.domain.numbering import plan_symbol
from desktop.domain.paper_choice import PaperChoice
from desktop.domain.plan import Plan
from desktop.services import planning, preview
from desktop.services.preview import Paper
from desktop.services.workspace import Workspace
from desktop.storage import plans


def sample(work: Workspace, choice: PaperChoice) -> Paper:
    """The plan made last, else an empty one, set with `choice`."""
    document = _document(work)
    return preview.of_document(replace(document, head=replace(document.head, choice=choice)))


def has_times() -> bool:
    """Whether this machine has Times New Roman; without it Liberation Serif prints, on lines of the same width."""
    from desktop.writers.fonts import font_folders, installed_times

    return bool(installed_times(font_folders()))


def _document(work: Workspace) -> Document:
    there = plans.heads(work.store, ours=True)
    if there:
        return planning.document(work, there[-1].id)
    office, year, nothing = work.office, work.today().year, Reading()
    plan = Plan(0, "", subject_of(nothing), year=year, symbol=plan_symbol(office.symbol))
    return plan_document.build(plan, draft_body(nothing, (), office, None), (), office, year)
