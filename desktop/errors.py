"""What can go wrong, as classes with parameters. The sentences are in `cli.sentences` and `ui.alerts`, not here."""

from pathlib import Path


class AppError(Exception):
    """An expected end of a job. Everything else that is raised is a defect of the program."""


class UserError(AppError):
    """The office can act: another file, a free disk, a right given."""


class DataError(AppError):
    """A file of our own (workspace, seed data) is damaged."""


class FileProblem(UserError):
    """A file cannot be used as it is. `path`: the file; `detail`: technical words for the log only."""

    def __init__(self, path: Path | str, detail: str = "") -> None:
        super().__init__(f"{type(self).__name__}: {path} {detail}".strip())
        self.path = Path(path)
        self.detail = detail


class FileMissing(FileProblem):
    """There is no such file."""


class NotAFile(FileProblem):
    """A folder or a device stands there."""


class NotAFolder(FileProblem):
    """A file stands where a folder is wanted."""


class NoPermission(FileProblem):
    """The system refuses to let us read or write it."""


class FileInUse(FileProblem):
    """Another program holds it open."""


class FileEmpty(FileProblem):
    """It has 0 bytes."""


class FileDamaged(FileProblem):
    """Truncated, not fully copied, or not what its kind demands."""


class FileEncrypted(FileProblem):
    """It is protected by a password."""


class FileHostile(FileProblem):
    """Built to do harm: bomb, links, doubled names, far cells."""


class FileTooSlow(FileProblem):
    """Reading took longer than allowed."""


class NothingInside(FileProblem):
    """It opens, but there is no data (no rows, no text)."""


class ScanWithoutText(FileProblem):
    """A PDF of pictures: no text can be read."""


class OldWordFile(FileProblem):
    """A binary .doc of Word 97-2003, whatever its name says."""


class FileTooLarge(FileProblem):
    """`size` and `limit` in bytes (or rows, when `unit` says so)."""

    def __init__(self, path: Path | str, size: int, limit: int, unit: str = "byte") -> None:
        super().__init__(path, f"{size} > {limit} {unit}")
        self.size, self.limit, self.unit = size, limit, unit


class WrongKind(FileProblem):
    """`found`: what the content is ("html", "xml", "zip", "pdf", "docx", "xlsx", "text", "image", "unknown")."""

    def __init__(self, path: Path | str, found: str) -> None:
        super().__init__(path, found)
        self.found = found


class SecretDocument(FileProblem):
    """The head carries a secrecy mark (MẬT, TỐI MẬT, TUYỆT MẬT): reading stops. `mark`: the words found."""

    def __init__(self, path: Path | str, mark: str) -> None:
        super().__init__(path, mark)
        self.mark = mark


class NoUnitNames(FileProblem):
    """No sheet has a column that names units. `sheets`: those looked at."""

    def __init__(self, path: Path | str, sheets: tuple[str, ...] = ()) -> None:
        super().__init__(path, ", ".join(sheets))
        self.sheets = sheets


class NoSuchSheet(FileProblem):
    """The sheet asked for is not in the workbook. `sheet`, `sheets`: asked for, there."""

    def __init__(self, path: Path | str, sheet: str, sheets: tuple[str, ...]) -> None:
        super().__init__(path, sheet)
        self.sheet, self.sheets = sheet, sheets


class WrongTemplate(FileProblem):
    """A workbook that is not the form expected. `reason`: "not_a_form", "other_plan", "old_form", "unknown_unit", "damaged"."""

    def __init__(self, path: Path | str, reason: str, detail: str = "") -> None:
        super().__init__(path, f"{reason} {detail}".strip())
        self.reason = reason


class PackageAltered(FileProblem):
    """A package whose bytes are not those that were sealed."""


class PackageLocked(FileProblem):
    """An encrypted package that no passphrase opens. `tried`: how many were given."""

    def __init__(self, path: Path | str, tried: int = 0) -> None:
        super().__init__(path, f"{tried} tried")
        self.tried = tried


class PackageTooNew(FileProblem):
    """A package of a newer program. `found`, `known`: versions of the format."""

    def __init__(self, path: Path | str, found: int, known: int) -> None:
        super().__init__(path, f"format {found} > {known}")
        self.found, self.known = found, known


class WrongPackage(FileProblem):
    """A package that is whole, but not to be taken in. `reason`: a code such as "not_a_package", "unknown_plan"."""

    def __init__(self, path: Path | str, reason: str, detail: str = "") -> None:
        super().__init__(path, detail or reason)
        self.reason = reason


class DiskFull(UserError):
    """No room at `path`; `needed`, `free` in bytes where known."""

    def __init__(self, path: Path | str, needed: int | None = None, free: int | None = None) -> None:
        super().__init__(f"no room at {path}: need {needed}, free {free}")
        self.path, self.needed, self.free = Path(path), needed, free


class DiskFailing(UserError):
    """The disk refused to read or write at `path`; trying again may help. `detail` for the log."""

    def __init__(self, path: Path | str, detail: str = "") -> None:
        super().__init__(f"{path} {detail}".strip())
        self.path, self.detail = Path(path), detail


class StickRemoved(UserError):
    """The drive at `path` went away while it was used."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(str(path))
        self.path = Path(path)


class ReadOnlyPlace(UserError):
    """Nothing can be written at `path` (write-protected stick, read-only disk)."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(str(path))
        self.path = Path(path)


class WorkspaceBusy(UserError):
    """Another copy of the program has the workspace open. `owner`: what the lock file says of it."""

    def __init__(self, path: Path | str, owner: str = "") -> None:
        super().__init__(f"{path} {owner}".strip())
        self.path, self.owner = Path(path), owner


class WorkspaceElsewhere(UserError):
    """The workspace lies on a network share or a stick. `path`: where."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(str(path))
        self.path = Path(path)


class DatabaseTooNew(UserError):
    """The workspace was written by a newer program. `found`, `known`: schema numbers."""

    def __init__(self, path: Path | str, found: int, known: int) -> None:
        super().__init__(f"{path}: schema {found} > {known}")
        self.path, self.found, self.known = Path(path), found, known


class DatabaseDamaged(DataError):
    """The workspace cannot be read. `path`; `detail` for the log."""

    def __init__(self, path: Path | str, detail: str = "") -> None:
        super().__init__(f"{path} {detail}".strip())
        self.path, self.detail = Path(path), detail


class NotABackup(FileProblem):
    """The file offered for restoring is not a sound workspace of ours."""


class NotFound(UserError):
    """Nothing of that id is in the workspace. `noun`: "plan", "unit", "task", "report"; `key`: what was asked for."""

    def __init__(self, noun: str, key: object) -> None:
        super().__init__(f"{noun} {key}")
        self.noun, self.key = noun, key


class NotAllowed(UserError):
    """A rule of the program forbids it. `rule`: a code such as "plan_is_issued", "number_taken"; `values` fill the sentence."""

    def __init__(self, rule: str, **values: object) -> None:
        super().__init__(f"{rule} {values or ''}".strip())
        self.rule, self.values = rule, values


class CannotSign(UserError):
    """A digital signature cannot be made. `obstacle`: a code such as "wrong_pin", "expired"; `values` fill the sentence."""

    def __init__(self, obstacle: str, **values: object) -> None:
        super().__init__(f"{obstacle} {values or ''}".strip())
        self.obstacle, self.values = obstacle, values


class ChecksFailed(UserError):
    """The workspace has faults that are still there. `count`: kinds of them."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class SelfTestFailed(UserError):
    """Parts of the program do not work on this machine. `count`: how many."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class SomeRefused(UserError):
    """Of several files some could not be used, each told on its own; the others were. `refused` of `total`."""

    def __init__(self, refused: int, total: int) -> None:
        super().__init__(f"{refused} of {total}")
        self.refused, self.total = refused, total


class BadValue(UserError):
    """A word given by the person cannot be understood. `name`: which; `value`: what was given."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"{name}={value!r}")
        self.name, self.value = name, value
