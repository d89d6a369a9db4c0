"""The documents that a document rests on, cited above its orders. Quotes them; checks none."""

import functools
import re
from collections.abc import Sequence

from desktop.readers.directive.words import begins, either, level, listed, pattern

_NUMBERED = r"(?:\s+liên tịch)?(?:\s+số)?\s*:?\s*\d+[a-z]?\s*[-/]\s*[^\s,;]+"
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
        for clause in _clauses(text):
            found += _of_clause(clause)
    return tuple(dict.fromkeys(found))


def _clauses(text: str) -> list[str]:
    """The paragraph cut at ";" outside quotation marks and brackets."""
    parts, depth, last = [], 0, 0
    for index, char in enumerate(text):
        if char in "“(":
            depth += 1
        elif char in "”)":
            depth = max(0, depth - 1)
        elif char == ";" and depth == 0:
            parts.append(text[last:index])
            last = index + 1
    return [*parts, text[last:]]


def _of_clause(clause: str) -> list[str]:
    """The citations of one clause: the first, and those joined to it on the same level."""
    clause = clause.strip()
    low = level(clause)
    law = _law().match(_strip_intro(low))
    found: list[str] = []
    position = 0
    if law is not None and not _cited().match(_strip_intro(low)):
        start = len(low) - len(_strip_intro(low))
        stop = _end(low, start)
        following = _cited().search(low, start, stop)
        cut = following.start() if following and _LINK.search(low[: following.start()]) else stop
        found.append(clause[start:cut])
        position = cut
    while True:
        cited = _cited().search(low, position)
        if cited is None or _quoted(clause, cited.start()):
            break
        stop = _end(low, cited.end())
        nested = _next_on_level(low, cited.end(), stop)
        cut = nested if nested is not None else stop
        found.append(clause[cited.start() : cut])
        position = cut
        if cut <= cited.start():
            break
    return [_trim(item) for item in found]


def _strip_intro(low: str) -> str:
    intro = begins(low, "opening", "bases")
    return low[len(intro) :].lstrip(" :-") if intro else low


def _quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _end(low: str, at: int) -> int:
    found = _ends().search(low, at)
    while found is not None and (
        low.count("“", at, found.start()) > low.count("”", at, found.start()) or _odd(low, at, found.start())
    ):
        found = _ends().search(low, found.start() + 1)
    if found is None:
        return len(low)
    return found.start()


def _odd(low: str, start: int, end: int) -> bool:
    return low.count('"', start, end) % 2 == 1 and '"' in low[end:]


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
