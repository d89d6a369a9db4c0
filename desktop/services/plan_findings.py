"""Findings on a plan made here with the places where they are looked at, and their safe fixes put in place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.documents.body import Body, TaskPlace, from_json, to_json
from desktop.documents.model import Block, Paragraph, Run, Table
from desktop.documents.proofread import Finding
from desktop.documents.proofread.paper import Part, Passage
from desktop.domain.plan import check_editable
from desktop.errors import NotAllowed
from desktop.services import planning, proofreading
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans, settings, tasks

_AROUND = 25
_PASSED_OVER = "passed_over"
_BODY = {Part.BASIS, Part.BODY, Part.TABLE}
_FIELDS = {
    Part.TITLE: "subject",
    Part.RECIPIENTS: "recipients",
    Part.ADDRESSEES: "addressees",
    Part.SIGNATURE: "signer",
}


@dataclass(frozen=True, slots=True)
class PlanFinding:
    """place: where it is looked at ("task:12", "block:7" of the printed blocks, "field:subject"), "" for what only the office's settings
    say; can_fix: `fix` may be put in place by itself; is_passed_over: the person said that it is no matter."""

    finding: Finding
    place: str
    can_fix: bool
    is_passed_over: bool = False

    @property
    def mark(self) -> str:
        """What it is remembered by."""
        return f"{self.finding.code}|{self.finding.quote}"


def of_plan(work: Workspace, key: int) -> list[PlanFinding]:
    """Findings on a plan, those passed over among them. Raises `NotFound`."""
    paper, found = proofreading.read_plan(work, key)
    places = _places(paper.passages, planning.document(work, key).blocks)
    passed = set(settings.get(work.store, f"{_PASSED_OVER}:{key}", []))
    is_draft = paper.date is None
    out = []
    for one in found:
        place = one.source if one.source.startswith("task:") else places.get(one.paragraph, "")
        can_fix = is_draft and one.fix is not None and place.startswith(("task:", "block:", "field:subject"))
        shown = PlanFinding(one, place, can_fix)
        out.append(replace(shown, is_passed_over=shown.mark in passed))
    return out


def pass_over(work: Workspace, key: int, found: PlanFinding, *, wanted: bool = True) -> None:
    """Remember that a finding is no matter on this plan, or forget it."""
    name = f"{_PASSED_OVER}:{key}"
    passed = [mark for mark in settings.get(work.store, name, []) if mark != found.mark]
    settings.put(work.store, name, [*passed, found.mark] if wanted else passed)


def fix(work: Workspace, key: int, found: PlanFinding) -> None:
    """Put the fix in the place of the quote. Raises `NotFound`, `NotAllowed` "plan_is_issued", "fix_gone" (the words have changed)."""
    plan = plans.get(work.store, key)
    check_editable(plan)
    old, new = found.finding.quote, found.finding.fix or ""
    kind, _, at = found.place.partition(":")
    with work.store.transaction():
        if kind == "task":
            task = tasks.get(work.store, int(at))
            tasks.save(work.store, replace(task, text=_replaced(task.text, old, new)))
        elif kind == "field":
            plans.save(work.store, replace(plan, subject=_replaced(plan.subject, old, new)))
        else:
            body = from_json(plans.body(work.store, key))
            printed = planning.document(work, key).blocks
            plans.set_body(work.store, key, to_json(_fixed(body, printed, int(at), old, new)))
        audit.note(work.store, "finding_fixed", "plan", key, code=found.finding.code)


def _places(passages: Sequence[Passage], blocks: Sequence[Block]) -> dict[int, str]:
    """Index of a passage -> its place. A table is one block of many passages."""
    lines = _lines(blocks)
    places = {}
    for at, passage in enumerate(passages):
        if passage.part in _BODY:
            places[at] = f"block:{next(lines, len(blocks) - 1)}"
        elif passage.part in _FIELDS:
            places[at] = f"field:{_FIELDS[passage.part]}"
    return places


def _lines(blocks: Sequence[Block]) -> Iterator[int]:
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield at
        elif isinstance(block, Table):
            yield from [at] * len(block.rows)


def _fixed(body: Body, printed: Sequence[Block], at: int, old: str, new: str) -> Body:
    """The block of the body that is printed as number `at`; what is written from tasks stands between them."""
    wanted = printed[at]
    blocks = list(body.blocks)
    for place, block in enumerate(blocks):
        if not isinstance(block, TaskPlace) and block == wanted:
            blocks[place] = _fixed_block(block, old, new)
            return replace(body, blocks=tuple(blocks))
    raise NotAllowed("fix_gone")


def _fixed_block(block: Block, old: str, new: str) -> "Paragraph | Table":
    if isinstance(block, Paragraph):
        return replace(block, runs=_fixed_runs(block.runs, old, new))
    assert isinstance(block, Table)
    rows = [list(row) for row in block.rows]
    for row in rows:
        for place, cell in enumerate(row):
            if old in cell:
                row[place] = cell.replace(old, new, 1)
                return replace(block, rows=tuple(map(tuple, rows)))
    raise NotAllowed("fix_gone")


def _fixed_runs(runs: Sequence[Run], old: str, new: str) -> tuple[Run, ...]:
    """The words replaced; those that differ take the look of the run that the first of them stands in."""
    text = "".join(run.text for run in runs)
    start = text.find(old)
    if start < 0:
        raise NotAllowed("fix_gone")
    same = len(_common(old, new))
    tail = min(len(_common(old[same:][::-1], new[same:][::-1])), len(old) - same, len(new) - same)
    first, last = start + same, start + len(old) - tail
    put = new[same : len(new) - tail]
    out, at, is_put = [], 0, False
    for run in runs:
        end = at + len(run.text)
        left = run.text[: max(0, first - at)]
        right = run.text[max(0, last - at) :]
        middle = ""
        if not is_put and first <= end:
            middle, is_put = put, True
        out.append(replace(run, text=(left + middle + right) if at <= last and end >= first else run.text))
        at = end
    return tuple(run for run in out if run.text)


def _common(one: str, other: str) -> str:
    """What both begin with."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return one[:at]
    return one[: min(len(one), len(other))]


def _replaced(text: str, old: str, new: str) -> str:
    """The words replaced; where the paper prints more than `text` (a stop, a deadline), only what differs with some words before it."""
    if old in text:
        return text.replace(old, new, 1)
    same = len(_common(old, new))
    tail = min(len(_common(old[same:][::-1], new[same:][::-1])), len(old) - same, len(new) - same)
    start = max(0, same - _AROUND)
    core = old[start : len(old) - tail]
    if text.count(core) != 1:
        raise NotAllowed("fix_gone")
    return text.replace(core, new[start : len(new) - tail])
