"""What stands behind the signature: attached plans are read as such, of all else only the tables. Cuts, reads no tasks."""

from collections.abc import Iterator, Sequence

from desktop.readers.directive.paragraphs import Paragraph
from desktop.readers.directive.words import begins, level, pattern
from desktop.readers.directive.zones import is_title

_TITLE = 4


def worth_reading(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs that may hold tasks, in order: all of an appendix named after a plan or an assignment, and tables."""
    kept: list[Paragraph] = []
    for part in _parts(paragraphs):
        name = level(" ".join(paragraph.text for paragraph in part[:_TITLE]))
        is_form = begins(name, "appendix", "forms") is not None
        whole = pattern("appendix", "plans").search(name) is not None and not is_form
        kept += part if whole else (paragraph for paragraph in part if paragraph.rows)
    return kept


def _parts(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """The appendices one by one."""
    part: list[Paragraph] = []
    for paragraph in paragraphs:
        opens = not paragraph.rows and (
            begins(level(paragraph.text), "appendix", "starts") is not None
            or is_title(paragraph.text) is not None
        )
        if opens and len(part) > 1:
            yield part
            part = []
        part.append(paragraph)
    yield part
