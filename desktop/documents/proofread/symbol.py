"""Number and symbol of the paper against its type [Phụ lục I, II.3; Phụ lục III, I]. Reads the line "Số: …" of the head only."""

import functools
import re
import tomllib
from collections.abc import Iterator

from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Part, Strictness
from desktop.documents.proofread.words import table
from desktop.domain.directive import Severity
from desktop.paths import data_file

_LINE = re.compile(r"(?<!\w)Số\s*(:?)\s*(\d{1,6})?(\s*)/(\s*)([^\W\d_][\w&.,/\- –]*)")
_SYMBOL = re.compile(r"[^\W\d_][\w&]*(?:\s*[-–/]\s*[^\W\d_][\w&]*)*")


@functools.cache
def _abbreviations() -> dict[str, str]:
    with data_file("document_types.toml").open("rb") as file:
        kept: dict[str, str] = tomllib.load(file)["abbreviations"]
    return kept


@functools.cache
def _types() -> dict[str, str]:
    """Abbreviation -> type."""
    return {short: kind for kind, short in _abbreviations().items() if short}


# Other first groups may be offices whose letters are those of a type ("CT" of a tax office).
_OFFICES = frozenset({"UBND", "HĐND"})


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Type against symbol, "CV", drafting unit, zeros, spaces."""
    if paper.strictness is Strictness.NONE:
        return
    line = _number_line(paper)
    if line is None:
        return
    at, match = line
    quote = match[0].strip()
    yield from _of_type(paper, at, quote, re.sub(r"\s", "", match[5]).replace("–", "-"))
    yield from _of_zeros(paper, at, quote, match)
    yield from _of_spaces(paper, at, quote, match)


def _number_line(paper: Paper) -> tuple[int, re.Match[str]] | None:
    for at, one in paper.indexed(Part.HEAD):
        match = _LINE.search(one.text)
        symbol = _SYMBOL.match(match[5]) if match else None
        if match and symbol:
            return at, _LINE.search(one.text[: match.start(5) + symbol.end()]) or match
    return None


def _of_type(paper: Paper, at: int, quote: str, symbol: str) -> Iterator[Finding]:
    groups = symbol.split("-")
    first = groups[0]
    if "CV" in (group.upper() for group in groups):
        yield found("cv_in_symbol", at, quote, severity=None if paper.ours else _outside(paper))
        return
    if paper.is_letter:
        yield from _of_letter(paper, at, quote, groups)
        return
    right, other = _abbreviations().get(paper.kind or ""), _types().get(first)
    if not right or other is None or first == right:
        return
    if [paper.kind, first] not in table()["kinds"]["alike"]:
        fix = quote.replace(first, right, 1) if quote.count(first) == 1 else None
        values = {"kind": paper.kind, "written": first, "other": other, "right": right}
        yield found("type_symbol_mismatch", at, quote, fix, values=values)


def _outside(paper: Paper) -> Severity:
    """Only a state body's own symbol is held against the decree."""
    return Severity.WARNING if paper.strictness is Strictness.FULL else Severity.INFO


def _of_letter(paper: Paper, at: int, quote: str, groups: list[str]) -> Iterator[Finding]:
    first = groups[0]
    if first in _types() and len(groups) > 1 and (paper.ours or groups[1] in _OFFICES):
        severity = None if paper.ours else Severity.INFO
        yield found(
            "type_in_letter_symbol", at, quote, severity=severity, written=first, other=_types()[first]
        )
    elif len(groups) == 1 and "/" not in first:
        severity = None if first in _OFFICES else Severity.INFO
        yield found("letter_without_drafting", at, quote, severity=severity, symbol=first)


def _of_zeros(paper: Paper, at: int, quote: str, match: re.Match[str]) -> Iterator[Finding]:
    number = match[2] or ""
    if len(number) == 1 and number != "0":
        right = quote.replace(number, f"0{number}", 1)
        yield found("number_missing_zero", at, quote, right, right=f"0{number}")
    elif len(number) > 2 and number.startswith("0"):
        yield found(
            "number_extra_zero", at, quote, quote.replace(number, str(int(number)), 1), written=number
        )
    if number and not match[1]:
        yield found("number_colon", at, quote)


def _of_spaces(paper: Paper, at: int, quote: str, match: re.Match[str]) -> Iterator[Finding]:
    symbol = match[5].strip()
    tight = re.sub(r"\s*[-–]\s*", "-", re.sub(r"\s*/\s*", "/", symbol))
    round_slash = bool(match[2] and match[3]) or bool(match[4])
    if tight == symbol and not round_slash:
        return
    severity = None if paper.exact else Severity.INFO
    right = f"{match[2] or ''}/{tight}"
    yield found("symbol_spaces", at, quote, f"Số: {right}" if match[2] else None, severity, right=right)
