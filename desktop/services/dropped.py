"""What a file that somebody hands us is for, by its ending and, for workbooks, by whether it is a form of ours. Reads nothing else."""

from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What a file is for."""

    DIRECTIVE = "directive"
    UNIT_LIST = "unit_list"
    RESULT_FORM = "result_form"
    PACKAGE = "package"


_LARGEST_FORM = 2 * 2**20
"""Forms have some kilobytes; what is larger is not opened just to look."""

_BY_ENDING = {
    ".docx": Kind.DIRECTIVE,
    ".doc": Kind.DIRECTIVE,
    ".pdf": Kind.DIRECTIVE,
    ".txt": Kind.DIRECTIVE,
    ".htm": Kind.DIRECTIVE,
    ".html": Kind.DIRECTIVE,
    ".xlsx": Kind.UNIT_LIST,
    ".xls": Kind.UNIT_LIST,
    ".ods": Kind.UNIT_LIST,
    ".csv": Kind.UNIT_LIST,
    ".skh": Kind.PACKAGE,
}


def kind_of(path: Path) -> Kind | None:
    """What `path` is for; None for what the program does not read. A workbook that cannot be opened counts as a unit list, whose
    reader says why."""
    kind = _BY_ENDING.get(path.suffix.lower())
    if kind is Kind.UNIT_LIST and path.suffix.lower() == ".xlsx" and _is_form(path):
        return Kind.RESULT_FORM
    return kind


def _is_form(path: Path) -> bool:
    """Whether a small workbook is a form of ours, an old or damaged one too: the import says then what is wrong with it."""
    from desktop.errors import AppError, WrongTemplate
    from desktop.readers import result_form

    try:
        if path.stat().st_size > _LARGEST_FORM:
            return False
        result_form.read(path)
    except WrongTemplate as error:
        return error.reason != "not_a_form"
    except (AppError, OSError):
        return False
    return True
