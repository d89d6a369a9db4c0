"""The letterhead: offices, number, place, date, title and subject. Quotes what stands there and guesses nothing."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.readers.directive.lines import Line
from desktop.readers.directive.words import begins, is_caps, level, listed, pairs, pattern
from desktop.readers.directive.zones import is_title

_MOTTO = re.compile(
    r"cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|đảng\s+cộng\s+sản\s+việt\s+nam|"
    r"độc\s+lập\s*[-.]?\s*tự\s+do\s*[-.]?\s*hạnh\s+phúc"
)
_MOTTO_PARTS = re.compile(r"cộng\s+hòa\s+xã\s+hội\s*$|^\s*chủ\s+nghĩa\s+việt\s+nam", re.MULTILINE)
_BLANK = r"[\s.…_]*"
_DATE = re.compile(
    r"(?:(?P<place>[^\n,]+?)[ \t]*(?:(?P<comma>,)\s*|[ \t]+))?(?:(?:hồi|lúc|(?=\d))\s*[^\n,]{1,20}?\s)?ngày\s*"
    rf"(?:(?P<day>\d{{0,2}}){_BLANK}tháng\s*(?P<month>\d{{0,2}}){_BLANK}năm\s*(?P<year>\d{{4}}|\d{{0,3}}{_BLANK})"
    r"|(?P<figures>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}))"
)
_NUMBER = re.compile(
    r"(?:^|(?<=\n)|(?<=\s))số\s*:?[ \t]*(?P<number>\d{0,5}[a-z]?)(?![\d])[\s.…_]*(?P<sign>[/-])\s*(?P<symbol>\d{4}\s*/\s*)?",
    re.MULTILINE,
)
_PARTY = re.compile(r"^số\s*:?\s*(?P<number>\d{1,5})\s*-\s*", re.MULTILINE)
_SYMBOL = re.compile(r"[A-ZĐƯÂĂÊÔƠ][\w&Đđ.]*(?:\s?[-/&,]\s?[A-ZĐƯÂĂÊÔƠ(][\w&Đđ.)]*)*")
_SUBJECT = re.compile(r"^\s*(?:v/v|vv|về\s+việc)\s*:?\s*", re.MULTILINE)
_CUT = "\x00"
_PLACE_WORDS, _PLACE_LINE = 6, 24


@dataclass(frozen=True, slots=True)
class Head:
    """Values of the letterhead and title; None where the document has none. date_partial: "2024-03" when the day is blank."""

    kind: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    superior: str | None = None
    place: str | None = None
    date: dt.date | None = None
    date_partial: str | None = None
    subject: str | None = None


def read(head: Sequence[Line], title: Sequence[Line], *, is_letter: bool) -> Head:
    """The values of the letterhead lines and of the title lines. is_letter: addressees follow where a title would stand."""
    text = "\n".join(line.text for line in head)
    text = _erase(_MOTTO, text)
    text = _erase(_MOTTO_PARTS, text)
    text, number, symbol = _number(text)
    text, place, date, partial = _date(text)
    text, about = _about(text)
    issuer, superior = _offices(text)
    kind, subject = _title(title, issuer)
    if kind is None and (about is not None or is_letter):
        kind = "Công văn"
    if subject is None and about is not None:
        subject = about
    return Head(kind, number, symbol, issuer, superior, place, date, partial, subject)


def _erase(regex: re.Pattern[str], text: str) -> str:
    """The text with what matches (in levelled letters) replaced by a cut."""
    low = level(text)
    parts, last = [], 0
    for found in regex.finditer(low):
        parts += [text[last : found.start()], f"\n{_CUT}\n"]
        last = found.end()
    return "".join([*parts, text[last:]])


def _date(text: str) -> tuple[str, str | None, dt.date | None, str | None]:
    """(text without the line, place, date, month or year of a date with blanks)."""
    found = _date_line(text)
    if found is None:
        return text, None, None, None
    start, end = found.start(), found.end()
    place = text[start : found.end("place")] if found["place"] else ""
    before = text[:start].rstrip("\n")
    above = before.rpartition("\n")[2]
    if above and (place[:1].islower() or _opens_place(above)) and not before.endswith(_CUT):
        before = before.rpartition("\n")[0]
        place = f"{above} {place}"
    rest = f"{before}\n{_CUT}\n{text[end:].lstrip('. ')}"
    place = re.sub(r"^.*\x00", "", place).strip(" ,.…")
    day, month, year = (
        re.split(r"[/.-]", found["figures"]) if found["figures"] else found.group("day", "month", "year")
    )
    date, partial = _day(day, month, year)
    return rest, place or None, date, partial


def _opens_place(line: str) -> bool:
    """ "Thành phố Hồ", with the rest of the name on the line of the date."""
    return begins(level(line), "head", "places") is not None and not is_caps(line) and len(line) < _PLACE_LINE


def _date_line(text: str) -> re.Match[str] | None:
    """The line "Nơi, ngày ... tháng ... năm ...": a short name of a place before the comma; dates inside the subject of a
    letter have none."""
    low = level(text)
    others: list[re.Match[str]] = []
    for found in _DATE.finditer(low):
        place = (found["place"] or "").strip(" \x00")
        short = len(place.split()) <= _PLACE_WORDS and not place.startswith(("v/v", "về việc"))
        if place and found["comma"] and short:
            return found
        if short and (not place or text[found.start()].isupper()):
            others.append(found)
    return others[0] if others else None


def _day(day: str, month: str, year: str) -> tuple[dt.date | None, str | None]:
    digits = re.sub(r"\D", "", year)
    if len(digits) != 4:
        return None, None
    if day and month:
        try:
            return dt.date(int(digits), int(month), int(day)), None
        except ValueError:
            return None, None
    if month and 1 <= int(month) <= 12:
        return None, f"{digits}-{int(month):02d}"
    return None, digits


def _number(text: str) -> tuple[str, str | None, str | None]:
    """(text without it, number as printed, symbol behind the stroke)."""
    low = level(text)
    for found in (*_NUMBER.finditer(low), *_PARTY.finditer(low)):
        symbol = _SYMBOL.match(text, found.end())
        number = text[found.start("number") : found.end("number")] or None
        if symbol is None and (number is None or found.re is _PARTY):
            continue
        if found.re is _NUMBER and found["sign"] == "-" and symbol is None:
            continue
        end = symbol.end() if symbol else found.end()
        kept = re.sub(r"\s*([-/&])\s*", r"\1", symbol[0]).rstrip(".,") if symbol else None
        year = found["symbol"] if found.re is _NUMBER else None
        if year and kept:
            kept = f"{year.strip(' /')}/{kept}"
        return f"{text[: found.start()]}\n{text[end:]}", number, kept
    return text, None, None


def _about(text: str) -> tuple[str, str | None]:
    """(text without it, the subject of a letter behind "V/v")."""
    found = _SUBJECT.search(level(text))
    if found is None:
        return text, None
    end = text.find(_CUT, found.end())
    end = len(text) if end < 0 else end
    lines: list[str] = []
    for line in text[found.end() : end].split("\n"):
        if line.strip() and is_caps(line) and not is_caps(" ".join(lines)) and len(line) > 14 and lines:
            break
        if _is_noise(line):
            continue
        lines.append(line.strip())
    subject = " ".join(part for part in lines if part).rstrip(" ./;").removesuffix("./")
    return f"{text[: found.start()]}\n{_CUT}\n{text[end:]}", subject or None


def _is_noise(line: str) -> bool:
    low = level(line).strip(" .:*-()[]")
    return not low or low in listed("head", "urgent") or _CUT in line


def _offices(text: str) -> tuple[str | None, str | None]:
    """(issuer, superior): names built of the lines in capitals; the last name issues, those before it stand above."""
    names: list[str] = []
    for line in text.split("\n"):
        line = line.strip(" *.:,;_-")
        if _is_noise(line) or not is_caps(re.sub(r"\([^)]*\)|\d", "", line)) or len(line) > 120:
            continue
        if names and not _begins_name(names[-1], line):
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    names = [name for index, name in enumerate(names) if name not in names[:index]]
    if not names:
        return None, None
    return names[-1], " ".join(names[:-1]) or None


def _begins_name(before: str, line: str) -> bool:
    """Whether a line of capitals begins the name of another office than the line before it."""
    low, above = level(line), level(before)
    if (
        above.endswith(tuple(listed("head", "unfinished"))) and not re.search(r"\w\Z", above[-1:])
    ) or above in {"ủy", "hội"}:
        return False
    if re.search(r"(?<!\w)(?:và|của|các|về|thuộc|ủy)\Z", above):
        return False
    if begins(low, "head", "not_offices"):
        return False
    if any(above.endswith(end) and low.startswith(start) for end, start in pairs("head", "carried")):
        return False
    return begins(low, "head", "offices") is not None


def _title(title: Sequence[Line], issuer: str | None) -> tuple[str | None, str | None]:
    """(named type, subject)."""
    if not title:
        return None, None
    first = title[0].text
    low = level(first).strip(" :.")
    name = is_title(first) or (low if low in listed("kinds", "titles") else None)
    if name is None:
        return None, None
    rest = first.strip()[len(name) :].strip(" :.-")
    lines = [rest, *(line.text for line in title[1:])]
    lines = [line for line in lines if line and level(line) != level(issuer or "")]
    subject = " ".join(lines).strip()
    if pattern("head", "urgent").fullmatch(level(subject)):
        subject = ""
    about = _SUBJECT.match(level(subject))
    subject = subject[about.end() :] if about else subject
    return first.strip()[: len(name)].capitalize(), subject.strip(" .*") or None
