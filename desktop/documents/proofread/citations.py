"""Where a passage names other documents, ranges of years or times gone by: what stands there belongs to them, not to the paper."""

import functools
import re

from desktop.documents.proofread.words import either, level, listed, pattern
from desktop.domain.citations import citations_in

Span = tuple[int, int]

# Generous on purpose: a year near the name of a law is the law's.
_LAW = re.compile(r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Hiến chương|Công ước|Điều lệ)\s[^;:.]{0,200}")
# A number with its day, whose type stands before another number ("Quyết định số 1/QĐ-UBND ngày ..., số 2/QĐ-UBND ngày ...").
_ISSUED = re.compile(
    r"(?<!\w)(?:\d+[a-z]?(?:/\d{4})?\s*/\s*[^\W\d_][^\s,;]*|\d+\s*-\s*[^\W\d_]{2,4}/[^\s,;]+)"
    r"\s*,?\s*(?:\()?ngày\s+\d[\d/.\-]*(?:\s*tháng\s*\d+\s*năm\s*\d{4})?"
)


@functools.cache
def _end() -> re.Pattern[str]:
    speakers = either(listed("citations", "speakers"))
    return re.compile(rf";|:\s|\.\s+(?=[^\W\d_])|\.?$|,\s+(?={speakers})|\.\s*/")


@functools.lru_cache(maxsize=2048)
def citation_spans(text: str) -> tuple[Span, ...]:
    """Offsets of the documents cited in a text, from the type to the end of the title."""
    low = level(text)
    begun = [(one.start, one.end) for one in citations_in(text)]
    begun += [found.span() for found in _ISSUED.finditer(low)]
    spans: list[Span] = []
    for start, known in begun:
        end = _end().search(low, known)
        spans.append((start, end.start() if end else len(low)))
    spans += [found.span() for found in _LAW.finditer(text)]
    return tuple(spans)


def is_cited(text: str, at: int) -> bool:
    """Whether the offset lies inside a cited document."""
    return any(start <= at < end for start, end in citation_spans(text))


def is_history(sentence: str) -> bool:
    """Whether the sentence tells of what was: merged bodies, earlier results."""
    return pattern("history", "words").search(level(sentence)) is not None
