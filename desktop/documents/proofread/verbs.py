"""Verbs of command before those who are only asked (product rule 11): Mặt trận, đoàn thể, Đảng. Names no other unit."""

import functools
import re
from collections.abc import Iterator

from desktop.documents.proofread.citations import is_cited
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Part
from desktop.documents.proofread.words import either, level, listed, pattern, replaced, sentence
from desktop.domain.directive import Severity
from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import kind_of

_OWN = {UnitKind.FRONT, UnitKind.MASS, UnitKind.PARTY}


@functools.cache
def _commanded() -> re.Pattern[str]:
    verbs, names = either(listed("verbs", "commands")), either(listed("verbs", "asked"))
    return re.compile(rf"(?P<verb>{verbs})\s+(?:cho\s+)?(?P<name>{names})")


@functools.cache
def _told() -> re.Pattern[str]:
    return re.compile(either(listed("verbs", "told")) + r"\s*$")


@functools.cache
def _among() -> re.Pattern[str]:
    """A verb of command, others that it commands, and behind a comma or "và" one that is asked."""
    verbs, names = either(listed("verbs", "commands")), either(listed("verbs", "asked"))
    return re.compile(rf"(?P<verb>{verbs})\s+(?P<others>[^.;:()]{{3,120}}?)(?:,|\svà)\s+(?P<name>{names})")


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """ "yêu cầu Ủy ban Mặt trận", "giao Hội Nông dân"; papers of the Front, mass organisations and the Party command their own."""
    if paper.is_of_party or (paper.issuer and kind_of(paper.issuer) in _OWN):
        return
    for at, one in paper.indexed(Part.BODY):
        low = level(one.text)
        for match in _commanded().finditer(low):
            if _told().search(low[: match.start()]) or is_cited(one.text, match.start()):
                continue
            verb = one.text[match.start("verb") : match.end("verb")]
            polite = "Đề nghị" if verb[:1].isupper() else "đề nghị"
            quote, fix = replaced(one.text, *match.span("verb"), polite)
            unit = one.text[match.start("name") : match.end("name")]
            lighter = level(verb) == "giao" and not paper.ours
            severity = Severity.INFO if lighter else None
            yield found("wrong_verb", at, quote, fix, severity, written=verb, unit=unit)
        yield from _listed(paper, at, one.text, low)


def _listed(paper: Paper, at: int, text: str, low: str) -> Iterator[Finding]:
    """ "yêu cầu các phòng, ban, Ủy ban MTTQ và thôn": one verb for those commanded and those asked; only a person can part them."""
    for match in _among().finditer(low):
        if _told().search(low[: match.start()]) or is_cited(text, match.start()):
            continue
        if pattern("verbs", "apart").search(match["others"]):
            continue
        verb, unit = (text[match.start(name) : match.end(name)] for name in ("verb", "name"))
        severity = None if paper.ours else Severity.INFO
        quote = sentence(text, *match.span())
        yield found("wrong_verb", at, quote, severity=severity, written=verb, unit=unit)
