"""The proofreader: what in a paper deserves a look before it is printed, or when it comes in [Nghị định 30/2020/NĐ-CP, Phụ lục I-III].

Finds and explains; changes nothing. On papers from outside it prefers silence: what cannot be told for certain is a note, or nothing.
"""

from dataclasses import replace

from desktop.documents.proofread import (
    appendices,
    closing,
    dates,
    deadlines,
    fields,
    head,
    headings,
    names,
    ordinals,
    page,
    recipients,
    spelling,
    symbol,
    verbs,
    years,
)
from desktop.documents.proofread.finding import Finding
from desktop.documents.proofread.paper import Context, Paper

__all__ = ["Context", "Finding", "Paper", "check"]

_FAMILIES = (
    page,
    symbol,
    head,
    dates,
    years,
    ordinals,
    names,
    headings,
    fields,
    verbs,
    deadlines,
    appendices,
    closing,
    recipients,
    spelling,
)


def check(paper: Paper, context: Context) -> tuple[Finding, ...]:
    """All findings on a paper in the order of its passages; the same words are never reported twice by one rule."""
    found: dict[tuple[str, str, str], Finding] = {}
    for family in _FAMILIES:
        for one in family.check(paper, context):
            found.setdefault((one.code, one.quote, one.message), one)
    placed = (_placed(paper, one) for one in found.values())
    return tuple(sorted(placed, key=lambda one: one.paragraph))


def _placed(paper: Paper, one: Finding) -> Finding:
    """With its source; of a paper made here the label is computed, so it stands neither in the quote nor in the fix."""
    if not paper.ours or one.paragraph >= len(paper.passages):
        return one
    passage = paper.passages[one.paragraph]
    label = f"{passage.label} "
    quote = one.quote.removeprefix(label) if passage.label else one.quote
    fix = one.fix.removeprefix(label) if one.fix and passage.label else one.fix
    return replace(one, quote=quote, fix=fix, source=passage.source)
