"""Evidence of results: files taken in when they are what they seem, given out as copies that nobody can write to.

Kinds are told by content (PDF, Word, Excel, JPEG, PNG); a name that deceives is refused (`reliability.md` §3). Nothing is opened here.
"""

import stat
import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.vietnamese import nfc
from desktop.errors import FileTooLarge, NotAllowed
from desktop.progress import SILENT, Progress
from desktop.services import following
from desktop.services.workspace import Workspace
from desktop.storage import audit, kept_files, plans, results
from desktop.storage import evidence as stored
from desktop.storage.evidence import Evidence

LARGEST = 20 * 2**20
_ENDINGS = {
    "pdf": (".pdf",),
    "docx": (".docx",),
    "xlsx": (".xlsx",),
    "image": (".jpg", ".jpeg", ".png"),
}
_PICTURES = {b"\x89PNG\r\n": (".png",), b"\xff\xd8\xff": (".jpg", ".jpeg")}
_RUNNABLE = frozenset(
    (
        *(".exe", ".com", ".bat", ".cmd", ".scr", ".pif", ".msi", ".js", ".jse", ".vbs", ".vbe", ".wsf"),
        *(".ps1", ".lnk", ".hta", ".jar", ".sh", ".docm", ".xlsm", ".html", ".htm", ".svg"),
    )
)
_LONGEST = 120
_NOT_EVERYWHERE = dict.fromkeys(map(ord, '\\:*?"<>|'), "-")


def add(
    work: Workspace, plan: int, assignment: int, paths: Sequence[Path], progress: Progress = SILENT
) -> list[Evidence]:
    """Keep files with the newest result of an assignment, all or none; where nothing was reported yet, that is noted with them.

    Raises `NotFound`, `NotAllowed` "evidence_kind", "evidence_name", `FileTooLarge` and the errors of the gate.
    """
    plans.get(work.store, plan)
    read = []
    for at, path in enumerate(paths):
        progress.step(at, len(paths), "reading")
        read.append((checked_name(path), _content(path)))
    with work.store.transaction():
        newest = following.newest(work, assignment)
        if newest is None:
            following.tell(work, plan, [following.anew(None, assignment, work.today())])
            newest = results.history(work.store, assignment)[-1]
        for name, content in read:
            file = kept_files.keep(work.store, content)
            stored.add(work.store, newest.id, name, file, work.today())
        audit.note(work.store, "evidence_added", "assignment", assignment, files=len(read))
    return stored.of_assignments(work.store, (assignment,))


def remove(work: Workspace, key: int) -> None:
    """Take a file away from its result. Raises `NotFound`."""
    with work.store.transaction():
        name = stored.get(work.store, key).name
        stored.remove(work.store, key)
        audit.note(work.store, "evidence_removed", "evidence", key, name=name)


def copy_out(work: Workspace, key: int) -> Path:
    """A copy to look at, in a folder of its own below the system's temporary one, which nobody can write to. Raises `NotFound`,
    `DatabaseDamaged` when it is not what was kept."""
    one = stored.get(work.store, key)
    path = Path(tempfile.mkdtemp(prefix="skh-minh-chung-")) / one.name
    path.write_bytes(kept_files.content(work.store, one.file))
    path.chmod(stat.S_IREAD)
    return path


def checked_name(path: Path) -> str:
    """The name under which a file is kept. Raises `NotAllowed` "evidence_name" for one that hides what it is: signs that are not seen or
    turn the writing round, a second ending of a program. Signs that files have only under some systems become "-": evidence travels."""
    path = Path(nfc(path.name).translate(_NOT_EVERYWHERE))
    name = path.name
    hidden = any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cn"} for sign in name)
    inner = {ending.lower().strip() for ending in path.suffixes[:-1]}
    if hidden or inner & _RUNNABLE or "  " in name:
        raise NotAllowed("evidence_name", name="".join(s for s in name if s.isprintable())[:_LONGEST])
    return f"{path.stem[: _LONGEST - len(path.suffix)]}{path.suffix}" if len(name) > _LONGEST else name


def _content(path: Path) -> bytes:
    """The bytes of a file of an allowed kind whose name says that kind. Raises as `add`."""
    from desktop.readers.gate import Kind, gate
    from desktop.workers.opening import opening_error

    kind = gate(path, frozenset({Kind.PDF, Kind.DOCX, Kind.XLSX, Kind.IMAGE}))
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise FileTooLarge(path, size, LARGEST)
        content = path.read_bytes()
    except OSError as error:
        raise opening_error(path, error) from error
    endings = _ENDINGS[kind.value]
    if kind is Kind.IMAGE:
        endings = next((some for magic, some in _PICTURES.items() if content.startswith(magic)), ())
    if path.suffix.lower() not in endings:
        raise NotAllowed("evidence_kind", name=path.name)
    return content
