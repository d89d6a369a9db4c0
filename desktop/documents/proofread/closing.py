"""Ends of the text and the signature [Phụ lục I, II.6a, II.7]: stops of the căn cứ, "./.", capacity, name of the signer, blanks."""

import functools
import re
from collections.abc import Iterator

from desktop.documents.phrases import BLANK
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Part, Strictness
from desktop.documents.proofread.words import level, listed, pattern, table
from desktop.domain.directive import Severity
from desktop.domain.vietnamese import CAPITAL

_STOPS = (";", ".", ":", ",")
_END_MARK = re.compile(r"\.\s*/\s*\.|\./|/\.\s*$")
_LAST_PASSAGES = 6


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """The ends of bases and text, the signing block, blanks left in a paper made here."""
    if paper.ours:
        yield from _blanks(paper)
    if paper.strictness is Strictness.NONE:
        return
    yield from _bases(paper)
    yield from _end_mark(paper)
    yield from _capacity(paper)
    yield from _name(paper)


def _loose(paper: Paper) -> Severity | None:
    return None if paper.strictness is Strictness.FULL else Severity.INFO


def _bases(paper: Paper) -> Iterator[Finding]:
    """One finding: the first of the căn cứ that ends otherwise. Written each on its own line; a single one is running text."""
    bases = paper.indexed(Part.BASIS)
    if len(bases) < 2 or not paper.exact:
        return
    for place, (at, one) in enumerate(bases):
        last = place == len(bases) - 1
        right, text = ("." if last else ";"), one.text.rstrip()
        if text.endswith((right, ":")) or (last and _more_follows(paper, at)):
            continue
        if not last and bases[place + 1][0] != at + 1:
            continue  # the rest of it was torn off on the way
        severity = _loose(paper) or (
            Severity.INFO if last and text.endswith((";", ",", ":")) and not paper.ours else None
        )
        yield found("basis_end", at, text, text.rstrip(";,.: ") + right, severity, right=right)
        return


def _more_follows(paper: Paper, at: int) -> bool:
    """ "Theo đề nghị của ...", "Xét ..." behind the last căn cứ is one of them."""
    following = paper.passages[at + 1 : at + 2]
    return any(pattern("closing", "also_bases").match(level(one.text)) for one in following)


def _end_mark(paper: Paper) -> Iterator[Finding]:
    """The text ends with "./." Looked for at the end of the body, and in the closing, where print may carry it."""
    if level(paper.kind or "") in listed("kinds", "no_end_mark") or paper.kind is None:
        return
    body = paper.indexed(Part.BODY, Part.TABLE)
    if not body or not paper.indexed(Part.RECIPIENTS, Part.SIGNATURE):
        return
    near = [*body[-_LAST_PASSAGES:], *paper.indexed(Part.RECIPIENTS, Part.SIGNATURE)]
    if any(_END_MARK.search(one.text) for _, one in near):
        return
    at, last = body[-1]
    severity = _loose(paper) or (None if paper.exact else Severity.INFO)
    safe = last.part is Part.BODY and len(last.text) > 40
    fix = last.text.rstrip(" .;/") + "./." if safe else None
    yield found("end_mark_missing", at, last.text, fix, severity)


@functools.cache
def _capacity_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    signing = table()["signing"]
    plain = "|".join(signing["capacities"])
    slashed = "|".join(map(re.escape, signing["slashed"]))
    # After the letters come the words of an office in capitals: a name of a person has small letters.
    return (
        re.compile(rf"^(?P<short>{plain})(?P<gap>\.?\s*)(?P<rest>[{CAPITAL}]{{2,}}.*)$"),
        re.compile(rf"^(?P<short>{slashed})(?P<gap>\.?\s*)(?P<rest>[{CAPITAL}]{{2,}}.*)$"),
    )


def _capacity(paper: Paper) -> Iterator[Finding]:
    for at, one in paper.indexed(Part.SIGNATURE):
        text = one.text.strip(" *")
        for regex in _capacity_words():
            match = regex.match(text)
            if match is None or "." in match["gap"] or not match["rest"].isupper():
                continue
            if regex is _capacity_words()[0] and not match["gap"]:
                continue
            short = match["short"].replace("/", "")
            right = f"{short}. {match['rest']}"
            yield found("capacity_without_dot", at, text, right, _loose(paper), short=short, right=right)


@functools.cache
def _titles() -> re.Pattern[str]:
    words = sorted(table()["signing"]["titles"], key=len, reverse=True)
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, words))})(?:\.\s*|\s+(?=[{CAPITAL}])))+")


def _name(paper: Paper) -> Iterator[Finding]:
    """The last line of the signature that is a name with a title before it; sectors with rules of their own are let be."""
    if pattern("signing", "sectors").search(level(paper.issuer)):
        return
    for at, one in paper.indexed(Part.SIGNATURE):
        text = one.text.strip(" *")
        match = _titles().match(text)
        if match is None or text.isupper():
            continue
        rest = text[match.end() :].strip()
        words = rest.split()
        if 2 <= len(words) <= 6 and all(word[:1].isupper() for word in words):
            yield found(
                "title_before_name", at, text, rest, _loose(paper), written=match[0].strip(), right=rest
            )


def _blanks(paper: Paper) -> Iterator[Finding]:
    for at, one in enumerate(paper.passages):
        if BLANK in one.text and one.part not in {Part.RECIPIENTS, Part.APPENDIX}:
            yield found("blank_left", at, one.text)
