"""The end of a document: recipients and signature. Reads lines, not paragraphs; the closing order to report is elsewhere."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.vietnamese import CAPITAL
from desktop.readers.directive.lines import Line
from desktop.readers.directive.words import begins, either, is_caps, level, listed
from desktop.readers.directive.zones import is_signing

_RECIPIENTS = re.compile(r"nơi nhận\s*[:;.]?\s*")
_DASH = re.compile(r"^[-–—+•*·\uf02d−]\s*")
_NAME = re.compile(r"[^\W\d_]+(?:[\s.]+[^\W\d_]+){1,6}")
_SPLIT = re.compile(r"\s((?:(?:TM|KT|TL|TUQ)(?:\.\s*|\s+)|(?:T/M|K/T|T/L)\s*)[^\W\d_].*)$")
_SPLIT_TITLE = re.compile(
    rf"[:;.,)]\s+((?:PHÓ |KT\. )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH|BÍ THƯ|HIỆU TRƯỞNG|BỘ TRƯỞNG)[{CAPITAL} ,.]*)$"
)


@dataclass(frozen=True, slots=True)
class Closing:
    """recipients: lines of "Nơi nhận" without dash and stop; authority: its lines joined by " / "."""

    recipients: tuple[str, ...] = ()
    authority: str | None = None
    title: str | None = None
    name: str | None = None


def read(lines: Sequence[Line]) -> Closing:
    """The values of the closing lines (from zones)."""
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        first, *second = _columns(line)
        left.append(first)
        right += second
    start = max((i for i, line in enumerate(left) if _RECIPIENTS.match(level(line.text))), default=None)
    if start is None:
        return Closing((), *_signature([*left, *right]))
    recipients, rest = _recipients(left[start:])
    before = [line for line in left[:start] if not _RECIPIENTS.match(level(line.text))]
    return Closing(recipients, *_signature([*before, *right, *rest]))


def _columns(line: Line) -> list[Line]:
    """A line that carries both columns, cut before who signs for whom."""
    if is_signing(line.text):
        return [line]
    for regex in (_SPLIT, _SPLIT_TITLE):
        found = regex.search(line.text)
        if found and is_caps(found[1]):
            return [
                Line(line.text[: found.start(1)].strip(), line.broken, line.gap),
                Line(found[1], line.broken),
            ]
    return [line]


def _recipients(lines: Sequence[Line]) -> tuple[tuple[str, ...], list[Line]]:
    """(items, lines behind the list). An item without dash goes on, unless the one before it ended."""
    items: list[str] = []
    rest: list[Line] = []
    first = _RECIPIENTS.sub("", level(lines[0].text), count=1)
    head = replace(lines[0], text=lines[0].text[len(lines[0].text) - len(first) :])
    for line in [head, *lines[1:]]:
        text = line.text
        if not text.strip(" -–"):
            continue
        if rest or _ends_list(text, items):
            rest.append(line)
        elif _DASH.match(text):
            items.append(_DASH.sub("", text))
        elif items and (not items[-1].endswith((";", ".")) or _is_more(text, items[-1])):
            items[-1] = f"{items[-1]} {text}"
        elif items and level(items[-1]).startswith("lưu"):
            rest.append(line)
        else:
            items.append(text)
    return tuple(filter(None, (item.strip(" ;.,-–") for item in items))), rest


def _is_more(text: str, item: str) -> bool:
    """ "Các Vụ: TH, KTTH;" below "- VPCP: BTCN, các PCN;": a line without dash that goes on with the departments of an office."""
    return ":" in text and ":" in item and level(text).startswith(listed("units", "quantifiers"))


def _ends_list(text: str, items: list[str]) -> bool:
    low = level(text)
    if is_signing(text) or low.strip("[]() .") in {"đã ký", "daky", "ký"}:
        return True
    return bool(items) and level(items[-1]).startswith("lưu") and not _DASH.match(text) and _is_name(text)


@functools.cache
def _rank() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(listed('signature', 'ranks'))}\.?\s*)+")


def _without_rank(text: str) -> str:
    found = _rank().match(level(text))
    return text[found.end() :] if found else text


def _is_name(text: str) -> bool:
    """Two to six words with capital first letters, nothing else."""
    plain = _without_rank(text)
    words = plain.split()
    return (
        _NAME.fullmatch(plain.strip(" .")) is not None
        and 2 <= len(words) <= 6
        and all(word[:1].isupper() for word in words)
        and begins(level(plain), "signature", "titles") is None
    )


def _signature(lines: Sequence[Line]) -> tuple[str | None, str | None, str | None]:
    """(authority, title, name)."""
    authority: list[str] = []
    titles: list[str] = []
    names: list[str] = []
    for line in lines:
        text = line.text.strip(" *")
        low = level(text)
        if any(low.startswith(noise) for noise in listed("signature", "noise")):
            continue
        if not names:
            _place(text, low, authority, titles, names)
        elif len(names) == 1 and _is_rest_of_name(names[0], line):
            names[0] = f"{names[0]} {text}"
        else:
            break
    name = names[0] if names and " " in names[0] else None
    return " / ".join(authority) or None, titles[0] if titles else None, name


def _is_rest_of_name(name: str, line: Line) -> bool:
    """A narrow column breaks a name over two lines."""
    words = line.text.split()
    return (
        line.broken
        and not line.gap
        and len(name.split()) < 3
        and len(words) < 4
        and all(w[:1].isupper() and w.isalpha() for w in words)
    )


def _place(text: str, low: str, authority: list[str], titles: list[str], names: list[str]) -> None:
    """Put one line of the signature where it belongs."""
    caps = is_caps(text)
    if caps and low.startswith(listed("signature", "authorities")) and not titles:
        authority.append(text)
    elif caps and begins(low, "signature", "titles"):
        if authority and level(authority[-1]).endswith((" và", ",", "-")):
            authority[-1] = f"{authority[-1]} {text}"
        else:
            titles.append(text)
    elif caps and titles and _is_name(text) and not begins(low, "signature", "tails"):
        names.append(text)
    elif caps and titles and len(titles) == 1:
        titles[-1] = f"{titles[-1]} {text}"
    elif caps and authority and not titles:
        authority[-1] = f"{authority[-1]} {text}"
    elif not caps and (authority or titles) and text[:1].isupper() and (_is_name(text) or text.isalpha()):
        names.append(text)
