"""Papers for the tests of the proofreader, written as they print: the label tells the rank of a passage."""

import datetime as dt
import re
from collections.abc import Callable, Iterable

from desktop.documents.proofread import Context, Finding
from desktop.documents.proofread.paper import Paper, Part, Passage, Rank
from desktop.domain.directive import Severity

TODAY = dt.date(2026, 11, 21)
WRITTEN = dt.date(2026, 3, 5)
_RANKS = (
    (re.compile(r"(?:Chương|CHƯƠNG|PHẦN)\s+\w+"), Rank.CHAPTER),
    (re.compile(r"[IVX]+\."), Rank.SECTION),
    (re.compile(r"Điều \d+\."), Rank.ARTICLE),
    (re.compile(r"\d+\.\d+\."), Rank.NUMBER_2),
    (re.compile(r"\d+\."), Rank.NUMBER),
    (re.compile(r"[a-zđ]\)"), Rank.LETTER),
    (re.compile(r"-"), Rank.DASH),
)


def passage(text: str, part: Part = Part.BODY) -> Passage:
    """A passage with its label and rank."""
    for regex, rank in _RANKS if part is Part.BODY else ():
        label = regex.match(text)
        if label:
            return Passage(text, part, text[label.end() :].strip(), label[0], rank)
    return Passage(text, part, text)


def paper(
    *body: str,
    head: Iterable[str] = (),
    title: Iterable[str] = (),
    bases: Iterable[str] = (),
    addressees: Iterable[str] = (),
    recipients: Iterable[str] = (),
    signature: Iterable[str] = (),
    appendix: Iterable[str] = (),
    **values: object,
) -> Paper:
    """A plan of 05/3/2026, from outside unless told otherwise. Items of recipients come without dash and stop."""
    parts = (
        (Part.HEAD, head),
        (Part.TITLE, title),
        (Part.ADDRESSEES, addressees),
        (Part.BASIS, bases),
        (Part.BODY, body),
        (Part.RECIPIENTS, recipients),
        (Part.SIGNATURE, signature),
        (Part.APPENDIX, appendix),
    )
    passages = tuple(passage(text, part) for part, texts in parts for text in texts)
    items = tuple(text.strip("-;. ") for text in recipients if not text.startswith("Nơi nhận"))
    called = tuple(text for text in addressees)
    given = {
        "kind": "Kế hoạch",
        "date": WRITTEN,
        "year": WRITTEN.year,
        "issuer": "ỦY BAN NHÂN DÂN XÃ ĐỒNG SEN",
    }
    given |= {"recipients": items, "addressees": called, **values}
    return Paper(passages, **given)  # type: ignore[arg-type]


Check = Callable[[Paper, Context], Iterable[Finding]]


def findings(check: Check, some: Paper, **context: object) -> list[Finding]:
    """What a family of checks finds."""
    return list(check(some, Context(**{"today": TODAY, **context})))  # type: ignore[arg-type]


def codes(check: Check, some: Paper, **context: object) -> list[str]:
    """The codes of what it finds."""
    return [one.code for one in findings(check, some, **context)]


def severities(check: Check, some: Paper) -> list[Severity]:
    """The severities of what it finds."""
    return [one.severity for one in findings(check, some)]
