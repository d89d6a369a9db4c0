"""Appendices against what the text says of them [Phụ lục I, III.1]. An appendix may travel as a file of its own, so an outside paper
without any is not accused."""

import re
from collections.abc import Iterator

from desktop.documents.phrases import short_date
from desktop.documents.proofread.citations import is_cited
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.ordinals import roman_value
from desktop.documents.proofread.paper import Context, Paper, Part, Strictness
from desktop.documents.proofread.words import level, sentence
from desktop.domain.citations import citations_in
from desktop.domain.directive import Severity

_CITED = re.compile(r"(?<!\w)phụ\s+lục\s+(?:số\s+)?(\d{1,2}|[ivx]{1,5}|[a-h])(?![\w/])")
_SAID = re.compile(r"phụ\s+lục|kèm\s+theo|gửi\s+kèm|đính\s+kèm|biểu\s+(?:mẫu|số)|danh\s+sách|mẫu\s+số")
_LEVELS = re.compile(r"(?<!\w)(?:tỉnh|thành phố|huyện|xã|phường|đặc khu|sở|phòng|bộ)(?!\w)")
_LABEL = re.compile(r"(?:phụ\s+lục|biểu|mẫu)\s*(?:số\s*)?:?\s*(\d{1,2}|[ivx]{1,5}|[a-h])?(?!\w)")


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Missing, unmentioned and needlessly numbered appendices."""
    if paper.strictness is Strictness.NONE or not (paper.ours or paper.appendices):
        return
    yield from _attached(paper)
    labels = [_LABEL.search(level(label)) for label in paper.appendices]
    numbers = {match[1] for match in labels if match and match[1]}
    bodies = paper.indexed(Part.BODY, Part.TABLE)
    yield from _missing(paper, numbers)
    if paper.appendices and not any(
        _SAID.search(level(one.text)) for _, one in paper.indexed(Part.BODY, Part.BASIS, Part.TABLE)
    ):
        severity = None if paper.ours else Severity.INFO
        yield found("appendix_not_mentioned", _first(paper), paper.appendices[0], severity=severity)
    alone = len(paper.appendices) == 1 and numbers
    cited = {match[1] for _, one in bodies for match in _CITED.finditer(level(one.text))}
    is_one = not any("các phụ lục" in level(one.text) for _, one in bodies)
    if alone and is_one and not cited - numbers and level(paper.appendices[0]).startswith("phụ"):
        number = next(iter(numbers)).upper()
        if number in {"I", "1", "01"}:
            yield found(
                "single_appendix_numbered", _first(paper), paper.appendices[0], "Phụ lục", number=number
            )


def _attached(paper: Paper) -> Iterator[Finding]:
    """ "(Kèm theo Kế hoạch số …/KH-UBND ngày …)" with our own symbol and another day than ours."""
    if paper.date is None or not paper.symbol:
        return
    for at, one in paper.indexed(Part.APPENDIX):
        if "kèm theo" not in level(one.text) or paper.symbol not in one.text.replace(" ", ""):
            continue
        levels = set(_LEVELS.findall(level(one.text).rpartition("của")[2]))
        if levels and not levels & set(_LEVELS.findall(level(paper.issuer))):
            continue  # the plan of another office with the same symbol
        for cited in citations_in(one.text):
            is_ours = cited.kind.lower() == (paper.kind or "").lower()
            if is_ours and cited.date is not None and cited.date != paper.date:
                values = {"written": short_date(cited.date), "right": short_date(paper.date)}
                yield found("attached_line_differs", at, one.text, values=values)
                return


def _first(paper: Paper) -> int:
    appendix = paper.indexed(Part.APPENDIX)
    return appendix[0][0] if appendix else max(len(paper.passages) - 1, 0)


def _missing(paper: Paper, numbers: set[str]) -> Iterator[Finding]:
    said = set[str]()
    for at, one in paper.indexed(Part.BODY, Part.TABLE):
        low = level(one.text)
        for match in _CITED.finditer(low):
            number = match[1]
            if (
                number in numbers
                or number in said
                or is_cited(one.text, match.start())
                or _of_other(low, match.end())
            ):
                continue
            if not paper.ours and (not numbers or number.isdigit() != next(iter(numbers)).isdigit()):
                continue
            said.add(number)
            label = one.text[match.start() : match.end()]
            # Of an outside paper the last ones may be files of their own; a hole between two that are there is a slip.
            severity = None if paper.ours or _value(number) < max(map(_value, numbers)) else Severity.INFO
            yield found(
                "appendix_missing", at, sentence(one.text, *match.span()), severity=severity, label=label
            )


def _value(number: str) -> int:
    return int(number) if number.isdigit() else roman_value(number) or ord(number[0]) - ord("a") + 1


def _of_other(low: str, end: int) -> bool:
    """ "Phụ lục II ban hành kèm theo Thông tư ...": the appendix of another document."""
    return (
        re.match(
            r"[^.;]{0,60}?(?:ban\s+hành\s+kèm|của\s+|tại\s+(?:quyết|thông|nghị|công)|(?:thông tư|nghị định|quyết định|công văn))",
            low[end:],
        )
        is not None
    )
