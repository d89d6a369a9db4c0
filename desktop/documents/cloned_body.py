"""The paper of a plan carried to another year, block by block, the look of its runs kept. Decides nothing about the words themselves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.documents.body import ASSIGNED_UNITS, Body, BodyBlock, TaskPlace
from desktop.documents.model import Run, Style, Table
from desktop.domain.cloning import Cloned, Edit


class Part(StrEnum):
    """Where in a plan words stand."""

    SUBJECT = "subject"
    THEME = "theme"
    BODY = "body"
    ADDRESSEE = "addressee"
    RECIPIENT = "recipient"
    SIGNER = "signer"
    TASK = "task"
    DIRECTIVE = "directive"


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a plan. at: the block, line or task in it, from 0."""

    part: Part
    at: int = 0


# Takes a text and whether it is a line of căn cứ.
Change = Callable[[str, bool], Cloned]


@dataclass(frozen=True, slots=True)
class ClonedPart:
    """A text of the plan: where, what it was, and what became of it."""

    place: Place
    old: str
    cloned: Cloned


def clone_body(body: Body, change: Change) -> tuple[Body, tuple[ClonedPart, ...]]:
    """The body of the new year and every text in it that changed or that something was left in. The signer stays."""
    parts: list[ClonedPart] = []

    def changed(place: Place, text: str, style: Style = Style.BODY) -> Cloned:
        cloned = change(text, style is Style.BASIS)
        if cloned.edits or cloned.left:
            parts.append(ClonedPart(place, text, cloned))
        return cloned

    blocks = tuple(_block(block, Place(Part.BODY, at), changed) for at, block in enumerate(body.blocks))
    addressees = tuple(
        changed(Place(Part.ADDRESSEE, at), text).text for at, text in enumerate(body.addressees)
    )
    recipients = tuple(
        text if text == ASSIGNED_UNITS else changed(Place(Part.RECIPIENT, at), text).text
        for at, text in enumerate(body.recipients)
    )
    return replace(body, blocks=blocks, addressees=addressees, recipients=recipients), tuple(parts)


def _block(block: BodyBlock, place: Place, changed: Callable[..., Cloned]) -> BodyBlock:
    if isinstance(block, TaskPlace):
        return block
    if isinstance(block, Table):
        rows = tuple(tuple(changed(place, cell).text for cell in row) for row in block.rows)
        return replace(block, rows=rows, caption=changed(place, block.caption).text)
    cloned = changed(place, block.text, block.style)
    return replace(block, runs=edited_runs(block.runs, cloned.edits))


def edited_runs(runs: Sequence[Run], edits: Sequence[Edit]) -> tuple[Run, ...]:
    """The runs after `edits` of their joined text: new words have the look of the run in which the old ones began."""
    out: list[Run] = []
    begin = 0
    for run in runs:
        end = begin + len(run.text)
        text, at = "", begin
        for edit in edits:
            if edit.start >= end or edit.end <= begin:
                continue
            text += run.text[at - begin : max(edit.start, begin) - begin]
            text += edit.new if edit.start >= begin else ""
            at = min(edit.end, end)
        text += run.text[at - begin :]
        if text or not run.text:
            out.append(replace(run, text=text))
        begin = end
    return tuple(out)
