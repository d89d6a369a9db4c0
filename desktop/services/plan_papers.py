"""The paper of a plan for looking at, printing and saving by itself: an issued one is the very PDF that was printed (product rule 6)."""

from pathlib import Path

from desktop.documents.signing import KeyFile, KeyToken, Mark, Signed
from desktop.domain.plan import Plan, PlanForm, check_ours
from desktop.progress import SILENT, Progress
from desktop.services import planning, signing
from desktop.services.saving import save as save_bytes
from desktop.services.workspace import Workspace
from desktop.storage import plans


def title(plan: Plan) -> str:
    """What the paper is called on screens and in names of files: "Kế hoạch số 15/KH-UBND", a draft by its subject."""
    kind = "Kế hoạch" if plan.form is PlanForm.PLAN else "Công văn"
    if plan.number is None:
        return f"Dự thảo {kind.lower()} {plan.subject}"[:90].strip()
    return f"{kind} số {plan.number:02d}/{plan.symbol}"


def pdf(work: Workspace, key: int, progress: Progress = SILENT) -> bytes:
    """The PDF: the one kept at issue, else the draft as it prints today. Raises `NotFound`."""
    kept = plans.pdf(work.store, key)
    if kept is not None:
        return kept
    from desktop.writers import pdf as writer

    return writer.as_bytes(planning.document(work, key), progress)


def save(work: Workspace, key: int, path: Path, progress: Progress = SILENT) -> Path:
    """Write the paper to `path`, PDF or DOCX by its ending. Raises `NotFound`, for a DOCX of another office's plan `NotAllowed`
    "plan_is_received", and the errors of writing."""
    if path.suffix.lower() == ".docx":
        check_ours(plans.get(work.store, key))
        from desktop.writers import docx

        docx.write(planning.document(work, key), path, progress)
        return path
    return save_bytes(path, pdf(work, key, progress))


def sign(
    work: Workspace,
    key: int,
    to: Path,
    by: KeyFile | KeyToken,
    mark: Mark,
    progress: Progress = SILENT,
) -> Signed:
    """Write the paper to `to` with a digital signature; the PDF kept at issue stays as it is. Raises `NotFound` and what `signing.sign`
    raises."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="skh-") as folder:
        paper = save(work, key, Path(folder) / to.name, progress)
        return signing.sign(paper, to, by, mark, progress)
