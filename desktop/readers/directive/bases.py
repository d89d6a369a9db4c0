"""The documents that a document rests on, cited above its orders. Quotes them; checks none."""

import functools
import re
from collections.abc import Iterator, Sequence

from desktop.readers.directive.words import begins, either, level, listed, pattern

_NUMBERED = r"(?:\s+liên tịch)?(?:\s+số)?\s*:?\s*\d+[a-z]?\s*[-/]\s*[^\s,;]+"
_NUMBER = re.compile(r"\d+[a-z]?\s*[-/]\s*[^\s,;.()]+")
_QUOTED = re.compile(r'"[^"]*"')
_CLAUSE = re.compile(r"(?:\([^()]*\)|[^;])+")
_LINK = re.compile(r"(?:,|\s+và|;)\s+(?:các\s+)?$")


@functools.cache
def _ends() -> re.Pattern[str]:
    aside, speaker = either(listed("bases", "asides")), either(listed("bases", "speakers"))
    return re.compile(rf";|\(\s*{aside}|\.\s*$|\.\s+(?=[^\W\d_])|,\s+(?={speaker})|:\s*$")


@functools.cache
def _cited() -> re.Pattern[str]:
    kinds = [
        word for word in listed("kinds", "cited") if word not in {"luật", "bộ luật", "pháp lệnh", "hiến pháp"}
    ]
    return re.compile(f"(?:{either(kinds)}){_NUMBERED}")


@functools.cache
def _law() -> re.Pattern[str]:
    return re.compile(either(["bộ luật", "luật", "pháp lệnh", "hiến pháp", "điều lệ"]) + r"\s+[^;]+")


def read(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The citations in the paragraphs above the first section or order, from the type to the end of the title."""
    found: list[str] = []
    for text in paragraphs:
        veiled = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), level(text))
        for clause in _CLAUSE.finditer(veiled):
            found += (
                _trim(text[start:end]) for start, end in _of_clause(veiled, clause.start(), clause.end())
            )
    return tuple(_once(found))


def _once(found: Sequence[str]) -> Iterator[str]:
    """Every document once: a number said again ("... Chỉ thị số 27/CT-TTg") is the same document."""
    seen: set[str] = set()
    for one in found:
        number = _NUMBER.search(level(one))
        key = number[0].replace(" ", "") if number else level(one)
        if key not in seen:
            yield one
        seen.add(key)


def _of_clause(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of the citations of one clause: the first, and those joined to it on the same level."""
    found: list[tuple[int, int]] = []
    start = _behind_intro(low, start, end)
    if _law().match(low, start, end) is not None and not _cited().match(low, start, end):
        stop = _end(low, start, end)
        following = _cited().search(low, start, stop)
        cut = following.start() if following and _LINK.search(low[: following.start()]) else stop
        found.append((start, cut))
        start = cut
    while (cited := _cited().search(low, start, end)) is not None:
        stop = _end(low, cited.end(), end)
        nested = _next_on_level(low, cited.end(), stop)
        start = stop if nested is None else nested
        found.append((cited.start(), start))
    return found


def _behind_intro(low: str, start: int, end: int) -> int:
    """Where the clause begins behind "Căn cứ", "Thực hiện" and the like."""
    while start < end and low[start].isspace():
        start += 1
    intro = begins(low[start:end], "opening", "bases") or ""
    start += len(intro)
    while start < end and low[start] in " :-":
        start += 1
    return start


def _end(low: str, at: int, end: int) -> int:
    found = _ends().search(low, at, end)
    return end if found is None else found.start()


def _next_on_level(low: str, start: int, stop: int) -> int | None:
    """Where the next citation joined by a comma or "và" begins; the title of the one before may name others."""
    for found in _cited().finditer(low, start, stop):
        link = _LINK.search(low, start, found.start())
        if link is not None:
            return link.start()
    return None


_TRIM = re.compile(r"\s+(?:và|của|tại|về|theo)$|[\s,;.:]+$")


@functools.cache
def _ordered() -> re.Pattern[str]:
    return re.compile(rf"\s+{either(listed('bases', 'orders'))}\s.*$")


def _trim(item: str) -> str:
    verb = _ordered().search(level(item))
    if verb is not None and not pattern("bases", "titled").search(level(item[: verb.start()])):
        item = item[: verb.start()]
    while True:
        trimmed = _TRIM.sub("", item)
        if trimmed == item:
            return item.strip()
        item = trimmed
