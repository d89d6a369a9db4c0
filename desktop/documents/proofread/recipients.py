"""Nơi nhận and Kính gửi [Phụ lục I, II.9]: file copy, "Như trên", stops of the lists, units with work against the list."""

import re
from collections.abc import Iterator, Sequence

from desktop.documents.form import list_end
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Part, Passage, Strictness
from desktop.documents.proofread.words import level, listed, pattern
from desktop.domain.directive import Severity
from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import begins_as_unit, kind_of
from desktop.domain.vietnamese import fold_name

_ITEM = re.compile(r"^\s*[-–—+•*]\s*")
_FILE = re.compile(r"^lưu\s*:?")
_FILE_FORM = re.compile(r"^Lưu\s*:\s*VT\b")
_BRACKETS = re.compile(r"\([^)]*\)")
# A note behind the stop: "- Thường trực Đảng ủy; (b/c)".
_NOTE = re.compile(r"(?<=[;.])\s*\([^)]*\)$")
_OF_BRANCHES = {UnitKind.DEPARTMENT, UnitKind.SECURITY, UnitKind.SERVICE, UnitKind.HEALTH, UnitKind.OTHER}
_MANY = 5
_HEAD = re.compile(r"^\s*(?:nơi nhận|kính gửi)\s*[:.]?\s*", re.IGNORECASE)


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """All of the lists of addressees and recipients."""
    if paper.strictness is not Strictness.NONE:
        yield from _file_copy(paper)
        yield from _as_above(paper)
        yield from _stops(paper, Part.RECIPIENTS, "recipient_end")
        yield from _stops(paper, Part.ADDRESSEES, "addressee_end")
    yield from _units(paper, context)


def _place(paper: Paper) -> int:
    places = paper.indexed(Part.RECIPIENTS)
    return places[-1][0] if places else max(len(paper.passages) - 1, 0)


def _quote(paper: Paper) -> str:
    """The last item of Nơi nhận."""
    places = [one.text for _, one in paper.indexed(Part.RECIPIENTS)]
    return places[-1] if places else "Nơi nhận:"


def _loose(paper: Paper) -> Severity | None:
    return None if paper.strictness is Strictness.FULL else Severity.INFO


def _file_copy(paper: Paper) -> Iterator[Finding]:
    if not paper.recipients:
        return
    # A list broken over a page may end among what follows.
    everything = [level(one.text) for _, one in paper.indexed(Part.RECIPIENTS, Part.SIGNATURE, Part.APPENDIX)]
    if not any(re.search(r"(?<!\w)lưu(?!\w)", text) for text in everything):
        yield found("file_copy_missing", _place(paper), _quote(paper), severity=_loose(paper))
        return
    files = [item for item in paper.recipients if _FILE.match(level(item))]
    if files and not _FILE_FORM.match(files[0]) and paper.strictness is Strictness.FULL:
        known = pattern("recipients", "registry").search(level(files[0])) is not None
        if not known or not files[0].startswith("Lưu:"):
            yield found("file_copy_form", _place(paper), files[0])


def _as_above(paper: Paper) -> Iterator[Finding]:
    if not paper.recipients:
        return
    said = [item for item in paper.recipients if level(item).strip(" ;.") in listed("recipients", "as_above")]
    called = bool(paper.addressees) or any(one.part is Part.ADDRESSEES for one in paper.passages)
    if said and not called and not paper.is_letter and paper.kind and paper.kind != "Công điện":
        values = {"written": said[0], "kind": paper.kind}
        yield found(
            "as_above_without_addressees", _at(paper, said[0]), said[0], severity=_loose(paper), values=values
        )
    near = [item for item in paper.recipients if level(item).startswith("như")]
    if called and not near and (paper.is_letter or paper.kind in {"Tờ trình", "Báo cáo"}):
        severity = _loose(paper) if paper.is_letter else Severity.INFO
        yield found(
            "as_above_missing", _at(paper, paper.recipients[0]), paper.recipients[0], severity=severity
        )


def _at(paper: Paper, item: str) -> int:
    return next((at for at, one in paper.indexed(Part.RECIPIENTS) if item in one.text), _place(paper))


def _stops(paper: Paper, part: Part, code: str) -> Iterator[Finding]:
    """One finding for a list: its first item with another stop than ";", or the last without "."."""
    items = [(at, one) for at, one in paper.indexed(part) if _ITEM.match(one.text)]
    if len(items) < 2 or not paper.exact:
        return
    for place, (at, one) in enumerate(items):
        last = place == len(items) - 1
        right, end = ("." if last else ";"), _NOTE.sub("", one.text.rstrip())[-1:]
        if end == right:
            continue
        if not last and end in ",:" and _goes_on(items[place + 1][1]):
            continue
        # The line of the file copy often loses its stop on the way, with the copies and initials behind it.
        severity = Severity.INFO if last and not paper.ours else _loose(paper)
        yield found(code, at, one.text, list_end(one.text, last=last), severity, right=right)
        return


def _goes_on(one: Passage) -> bool:
    return _ITEM.sub("", one.text)[:1].islower()


def _units(paper: Paper, context: Context) -> Iterator[Finding]:
    """Units with work that get no copy, and units of the office that get a copy and have no work."""
    if not paper.recipients or not paper.tasks:
        return
    named = {fold_name(_bare(item)): item for item in paper.recipients}
    leads = {
        unit.name: task.passage for task in paper.tasks for unit in task.leads if _is_one(paper, unit.name)
    }
    working = {fold_name(unit.name) for task in paper.tasks for unit in (*task.leads, *task.coordinating)}
    left = [
        name for name in leads if fold_name(name) not in named and not _is_covered(name, paper.recipients)
    ]
    if left and not paper.ours:
        names = "”, “".join(left[:_MANY])
        yield found(
            "task_without_recipient", max(leads[left[0]], 0), left[0], severity=Severity.INFO, name=names
        )
        return
    for name in left:
        yield found("task_without_recipient", max(leads[name], 0), name, name=name)
    known = {fold_name(name) for name in context.units}
    for key, item in named.items():
        if (
            key in known
            and key not in working
            and not pattern("recipients", "for_notice").search(level(item))
        ):
            yield found("recipient_without_task", _at(paper, item), item, name=item)


def _is_one(paper: Paper, name: str) -> bool:
    """Whether a single unit is named; in an outside paper words for many may be any of the list."""
    return paper.ours or (
        begins_as_unit(name) and not level(name).startswith(("các ", "những ", "mọi ", "toàn "))
    )


def _bare(item: str) -> str:
    return _BRACKETS.sub("", _HEAD.sub("", _ITEM.sub("", item))).strip(" ;.,")


def _is_covered(name: str, recipients: Sequence[str]) -> bool:
    """A line in general words that takes the unit in: of the same kind, or for all."""
    kind, folded = kind_of(name), fold_name(name)
    for item in recipients:
        low = level(item)
        if folded in fold_name(item) or pattern("recipients", "general").search(low):
            return True
        if low.startswith("các ") and kind_of(low.removeprefix("các ")) is kind:
            return True
        if kind is UnitKind.COMMUNE and kind_of(item) is kind:
            return True
        if kind in _OF_BRANCHES and pattern("recipients", "branches").search(low):
            return True
    return False
