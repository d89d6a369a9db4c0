"""A directive between its reading and the plan: what its words are bound to, where a value stands in the text, what typed words of a
deadline mean. Keeps nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.deadline import Deadline
from desktop.domain.deadline_words import find_deadlines
from desktop.domain.directive import AskedTask, Reading
from desktop.domain.office import seat
from desktop.domain.task import Task
from desktop.domain.vietnamese import clean, fold_aligned
from desktop.domain.working_days import last_day
from desktop.progress import SILENT, Progress
from desktop.services import directives
from desktop.services.binding import Binder
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Understood:
    """A reading with its tasks as they would be bound today. text: the document, a line each paragraph."""

    reading: Reading
    tasks: tuple[Task, ...]
    text: str


def of_file(work: Workspace, path: Path, progress: Progress = SILENT) -> Understood:
    """What the document in `path` says. Raises the errors of `directives.read`."""
    return bound(work, directives.read(path, progress))


def of_words(work: Workspace, words: str) -> Understood:
    """The same for pasted words."""
    return bound(work, directives.read_pasted(words))


def bound(work: Workspace, reading: Reading) -> Understood:
    """The reading with its tasks bound; what is not certain keeps its words. Nothing is kept."""
    binder = Binder(work.store, work.today(), seat(work.office), dry=True)
    return Understood(reading, tuple(binder.tasks(reading.tasks)), "\n".join(shown_lines(reading)))


def shown_lines(reading: Reading) -> list[str]:
    """The document as it is shown: its head as far as it was read, its paragraphs, its end."""
    number = "/".join(filter(None, (reading.number, reading.symbol)))
    day = f"ngày {reading.date:%d/%m/%Y}" if reading.date else reading.date_partial
    head = (
        reading.superior,
        reading.issuer,
        f"Số: {number}" if number else None,
        ", ".join(filter(None, (reading.place, day))),
        reading.kind,
        reading.subject,
        f"Kính gửi: {'; '.join(reading.recipients_to)}" if reading.recipients_to else None,
    )
    end = (reading.signer_authority, reading.signer_title, reading.signer_name)
    lines = [line for line in head if line] + [""] + list(reading.paragraphs)
    if reading.recipients:
        lines += ["", "Nơi nhận:", *(f"- {one}" for one in reading.recipients)]
    return [*lines, "", *(line for line in end if line)]


def span(text: str, words: str, inside: str = "") -> tuple[int, int] | None:
    """Start and end in `text` of the place where `words` stand, without regard to case, dấu and spaces; None where they do not.

    inside: looked at first: the passage that the words were read from.
    """
    if inside and inside != words:
        around = span(text, inside)
        if around is not None:
            found = span(text[around[0] : around[1]], words)
            return (around[0] + found[0], around[0] + found[1]) if found else around
    wanted = fold_aligned(clean(words))
    if not wanted:
        return None
    at = fold_aligned(text).find(wanted)
    if at >= 0:
        return at, at + len(wanted)
    first = wanted[:_ENOUGH]
    at = fold_aligned(text).find(first) if len(wanted) > _ENOUGH else -1
    return None if at < 0 else (at, min(len(text), at + len(wanted)))


_ENOUGH = 40
"""Letters by which a longer passage is found when its end differs (a line joined otherwise)."""


def deadline(words: str, written_on: dt.date | None) -> Deadline | None:
    """What typed words of a deadline mean; words without a day are kept as they are; None for no words."""
    words = clean(words)
    if not words:
        return None
    found = find_deadlines(words, written_on)
    return found[0].deadline if found else Deadline(words)


def counts_until(work: Workspace, wanted: Deadline | None) -> dt.date | None:
    """The last day that counts by the office's rules (product rule 4), None where the words name no day."""
    if wanted is None or wanted.date is None:
        return None
    return last_day(wanted, work.rules([wanted.date]))


def doubts(understood: Understood) -> list[int]:
    """Places of the tasks that want a look: nobody to lead, or somebody who could not be bound."""
    return [at for at, task in enumerate(understood.tasks) if is_doubtful(task)]


def is_doubtful(task: Task) -> bool:
    """Whether a task wants a look before the plan is made."""
    return not task.leads or bool(task.unbound)


def blank_task(sentence: str = "") -> AskedTask:
    """A task that a person adds, perhaps from words of the document."""
    return AskedTask(clean(sentence), sentence=clean(sentence))


def merged(one: AskedTask, other: AskedTask) -> AskedTask:
    """Two tasks as one: the words joined, everybody of both, the deadline of the first that has one."""
    text = f"{one.text.rstrip(' .;')}; {other.text}"
    return AskedTask(
        text,
        _union(one.lead, other.lead),
        _union(one.coordinating, other.coordinating),
        one.lead_inherited and other.lead_inherited,
        one.deadline or other.deadline,
        one.is_report or other.is_report,
        one.product or other.product,
        one.sentence,
    )


def merged_parties(one: Task, other: Task) -> Task:
    """The first task with everybody of both."""
    leads, helpers = ((*one.leads, *other.leads), (*one.coordinating, *other.coordinating))
    return replace(one, leads=tuple(dict.fromkeys(leads)), coordinating=tuple(dict.fromkeys(helpers)))


def with_tasks(reading: Reading, wanted: Sequence[AskedTask]) -> Reading:
    """The reading with these tasks instead."""
    return replace(reading, tasks=tuple(wanted))


def _union(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
