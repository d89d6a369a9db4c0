"""A finding, and how a check makes one: code, place and values; severity, clause and sentence come from `messages`."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.documents.proofread.messages import RULES
from desktop.domain.directive import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at.

    paragraph: index of the passage in the paper; quote: the sentence, verbatim; clause: what it rests on; message: what is wrong, why,
    what to do; fix: what may stand in place of the quote, None where only a person can say; source: what the passage was made from
    ("task:12"), "" for an outside paper.
    """

    code: str
    severity: Severity
    paragraph: int
    quote: str
    clause: str
    message: str
    fix: str | None = None
    source: str = ""


def found(
    code: str,
    paragraph: int,
    quote: str,
    fix: str | None = None,
    severity: Severity | None = None,
    values: Mapping[str, object] | None = None,
    **more: object,
) -> Finding:
    """A finding of the rule `code`. severity: another than the usual one of the rule; values, more: for its sentence."""
    rule = RULES[code]
    known = {**(values or {}), **more}
    words, clause = rule.words.format(**known), rule.clause.format(**known)
    return Finding(code, severity or rule.severity, paragraph, quote.strip(), clause, words, fix)
