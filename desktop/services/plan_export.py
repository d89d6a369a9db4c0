"""The papers of a plan as files in a folder: plan and sending letter, slips of the units, result forms. Names from number and date."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.documents import letter
from desktop.documents.model import Document
from desktop.documents.phrases import in_cell, plan_name, upper_first
from desktop.documents.plan import lead_names
from desktop.documents.result_form import FormIndicator, FormTask, ResultForm
from desktop.domain.plan import Plan, PlanForm, PlanState, check_ours
from desktop.domain.vietnamese import collation_key
from desktop.errors import NotAllowed
from desktop.progress import SILENT, Progress
from desktop.services import planning, slips
from desktop.services.binding import planned
from desktop.services.file_names import file_name, prepare, stem
from desktop.services.papers import Formats
from desktop.services.saving import save as save_bytes
from desktop.services.units_given import Given, units_given
from desktop.services.workspace import Workspace
from desktop.storage import form_rounds, plans, tasks, units


@dataclass(frozen=True, slots=True)
class Parts:
    """What to export."""

    pdf: bool = False
    docx: bool = False
    slips: bool = False
    forms: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return not (self.pdf or self.docx or self.slips or self.forms)


def export(work: Workspace, key: int, folder: Path, parts: Parts, progress: Progress = SILENT) -> list[Path]:
    """Write the chosen papers of a plan into `folder` (made when missing) and give their paths.

    Nothing chosen means PDF and DOCX. Of a plan of another office there is its PDF, and forms for whoever does the work here; anything
    else raises `NotAllowed` "plan_is_received". A draft has no units yet: slips and forms of one raise `NotAllowed` "plan_not_issued"; an
    issued plan without any unit raises "nothing_assigned". Raises the errors of writing.
    """
    plan = plans.get(work.store, key)
    if parts.is_empty:
        parts = Parts(pdf=True, docx=not plan.is_received)
    if parts.docx or parts.slips:
        check_ours(plan)
    given = units_given(work, plan, plan.date or work.today())
    if parts.slips or parts.forms:
        if plan.state is PlanState.DRAFT:
            raise NotAllowed("plan_not_issued", plan=key)
        if not given:
            raise NotAllowed("nothing_assigned", plan=key)
    prepare(folder)
    made = [*_papers(work, plan, given, folder, parts, progress)]
    if parts.slips:
        made += slips.write(work, key, folder, formats=Formats(pdf=True), progress=progress)
    if parts.forms:
        made += _forms(work, plan, folder, progress)
    return made


def _papers(
    work: Workspace, plan: Plan, given: Sequence[Given], folder: Path, parts: Parts, progress: Progress
) -> list[Path]:
    kept = plans.pdf(work.store, plan.id)
    if plan.is_received:  # nothing of it is set here: the head would be ours
        return [save_bytes(folder / f"{stem(plan)}.pdf", kept)] if parts.pdf and kept is not None else []
    document = planning.document(work, plan.id)
    papers: list[tuple[str, Document, bytes | None]] = [(stem(plan), document, kept)]
    if given and plan.form is PlanForm.PLAN:
        year = (plan.date or work.today()).year
        leads = lead_names(planned(work.store, tasks.of_plan(work.store, plan.id), plan.date or work.today()))
        sending = letter.build(plan, leads, [g.printed() for g in given], work.office, year)
        papers.append((f"cong-van-gui-{stem(plan)}", sending, None))
    made = []
    for name, paper, printed in papers:
        if parts.pdf:
            made.append(_pdf(folder / f"{name}.pdf", paper, printed, progress))
        if parts.docx:
            made.append(_docx(folder / f"{name}.docx", paper, progress))
    return made


def _pdf(path: Path, paper: Document, printed: bytes | None, progress: Progress) -> Path:
    from desktop.writers import pdf
    from desktop.writers.atomic import replacing

    if printed is None:
        pdf.write(paper, path, progress)
    else:
        with replacing(path) as temporary:
            temporary.write_bytes(printed)
    return path


def _docx(path: Path, paper: Document, progress: Progress) -> Path:
    from desktop.writers import docx

    docx.write(paper, path, progress)
    return path


def _forms(work: Workspace, plan: Plan, folder: Path, progress: Progress) -> list[Path]:
    from desktop.writers import result_form

    inside = folder / f"bieu-ket-qua-{stem(plan)}"
    prepare(inside)
    forms = result_forms(work, plan.id)
    made = []
    for done, (name, form) in enumerate(forms):
        progress.step(done, len(forms), "writing")
        made.append(inside / f"{name}.xlsx")
        result_form.write(form, made[-1])
    known = units.ids_by_uid(work.store)
    with work.store.transaction():
        form_rounds.note_sent(work.store, plan.id, [known[form.unit_uid] for _, form in forms])
    return made


def result_forms(work: Workspace, key: int) -> list[tuple[str, ResultForm]]:
    """The result form of every unit that has tasks of a plan today, with its file name (without ending), in the order of the alphabet."""
    plan = plans.get(work.store, key)
    office = work.office
    taken: set[str] = set()
    return [
        (
            file_name(one.name, taken),
            ResultForm(
                plan_uid=plan.uid,
                unit_uid=one.unit.uid,
                office=office.name or office.short_name,
                plan_name=plan_name(plan),
                subject=plan.subject,
                unit=one.name,
                tasks=tuple(
                    FormTask(t.uid, in_cell(t.text), upper_first(t.deadline.text) if t.deadline else "")
                    for t in one.tasks
                ),
                indicators=tuple(
                    FormIndicator(i.uid, i.name, i.unit_of_measure) for t in one.tasks for i in t.indicators
                ),
            ),
        )
        for one in sorted(units_given(work, plan, work.today()), key=lambda one: collation_key(one.name))
    ]
