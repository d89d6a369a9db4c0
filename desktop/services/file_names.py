"""Names of the files we write: ASCII, short, never one that Windows refuses, never twice the same in a folder."""

import re
from pathlib import Path

from desktop.domain.plan import Plan, PlanForm
from desktop.domain.vietnamese import fold
from desktop.errors import NotAFolder, ReadOnlyPlace
from desktop.writers.atomic import translated

_LONGEST = 80
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.ASCII)


def file_name(words: str, taken: set[str]) -> str:
    """`words` as a file name without its ending ("Trường Tiểu học Số 1" -> "truong-tieu-hoc-so-1"); `taken` grows by it."""
    name = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:_LONGEST].strip("-") or "tep"
    if _RESERVED.fullmatch(name):
        name += "-"
    free = name
    number = 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free


def prepare(folder: Path) -> None:
    """Make `folder`. Raises `NotAFolder` where a file stands there, `ReadOnlyPlace`, `DiskFull`, `StickRemoved`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise NotAFolder(folder, str(error)) from error
    except PermissionError as error:
        raise ReadOnlyPlace(folder) from error
    except OSError as error:
        raise translated(error, folder) from error


def stem(plan: Plan) -> str:
    """The name of a plan's files, in ASCII: "ke-hoach-12-2026-03-25", "ke-hoach-du-thao-3"."""
    kind = "ke-hoach" if plan.form is PlanForm.PLAN else "cong-van"
    if plan.number is None or plan.date is None:
        return f"{kind}-du-thao-{plan.id}"
    return f"{kind}-{plan.number:02d}-{plan.date.isoformat()}"
