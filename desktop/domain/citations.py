"""Citations of documents in running text: type, number, day and title, with the place of each. Finds them, judges none."""

import datetime as dt
import functools
import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.vietnamese import CAPITAL, SMALL
from desktop.paths import data_file


class Term(StrEnum):
    """How long documents of a type hold."""

    LASTING = "lasting"
    YEARLY = "yearly"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document: from `start` to before `end` of the text, its title included so far as it can be told.

    kind: the type as written, "" where only the number stands; term: how long such documents hold; year: of its day, or of its number
    ("20/2021/NĐ-CP"), or of its name ("Luật Trẻ em năm 2016"); date: its day; None where it does not say.
    """

    start: int
    end: int
    kind: str
    term: Term
    year: int | None
    date: dt.date | None


_DAY = (
    r"(?i:ngày)\s*(?P<day{0}>\d{{1,2}})\s*(?:[/.\-]\s*(?P<month{0}>\d{{1,2}})\s*[/.\-]\s*"
    r"|\s*(?i:tháng)\s*(?P<named{0}>\d{{1,2}})\s*,?\s*(?i:năm)\s*)(?P<year{0}>\d{{4}})"
)
# "312/SYT-BTXH", "20/2021/NĐ-CP", "     /KH-UBND"; and of the Party "9151-CV/BTCTW".
_SYMBOL = (
    r"(?:\s?[-–]\s?[A-ZĐ]+)?\s*/\s*(?:(?P<series{0}>(?:19|20)\d\d)\s*/\s*)?"
    r"[A-ZĐ][A-ZĐƯa-zđ&]*\d*(?:\s?[-–]\s?[A-ZĐƯ][A-ZĐƯa-zđ&]*)*"
)
# Words of a law's name: those that only running text has end it, so that "Luật Trẻ em trong năm 2026" names no law of 2026.
_LAW_WORDS = rf"(?:\s+(?!(?:trong|đến|từ|cho|các|theo|của|những)\s)[^\W\d]+|,(?=\s[{SMALL}])|\s+-(?=\s))*?"
_STOP = re.compile(r"[;)\]\n]|\.(?=\s|$|/)|,(?=\s)")
# In a line of bases, also the office that acts upon them: "Thực hiện Công văn ..., Ủy ban nhân dân xã X ban hành Kế hoạch ...".
_STOP_OF_LINE = re.compile(
    rf";|\.(?=\s|$|/)|,(?=\s+[{CAPITAL}][^,;.]{{1,90}}?\s(?:ban hành|xây dựng|yêu cầu|đề nghị|báo cáo|triển khai|tổ chức)\s)"
)
_ABOUT = re.compile(r"\s(?:về|Về)\s")
# A stretch of a title between commas: "phòng, chống đuối nước trẻ em năm 2026, ..." goes on, "..., xong trước ngày 15/6" does not.
_GOES_ON = re.compile(rf",\s+(?=[{SMALL}])(?:[^\d,;.)]|năm (?:19|20)\d\d)*(?=,)")


def citations_in(text: str, *, whole: bool = False) -> tuple[Citation, ...]:
    """The citations of an NFC text in order.

    whole: the text is a line of bases, where a title ends only at ";", with the line, or before the office that acts
    upon it; in running text a comma ends it.
    """
    found = [*_pattern().finditer(text)]
    out = []
    for at, match in enumerate(found):
        limit = found[at + 1].start() if at + 1 < len(found) else len(text)
        end = max(match.end(), _title_end(text, match.end(), limit, whole=whole))
        out.append(_citation(match, end))
    return tuple(out)


def _citation(match: re.Match[str], end: int) -> Citation:
    said = {name.rstrip("1234"): words for name, words in match.groupdict().items() if words is not None}
    kind = " ".join(said.get("type", "").split())
    year = said.get("year") or said.get("series")
    term = _terms()[kind.lower()] if kind else Term.EITHER
    return Citation(match.start(), end, kind, term, int(year) if year else None, _date(said))


def _date(said: dict[str, str]) -> dt.date | None:
    month = said.get("month") or said.get("named")
    if month is None:
        return None
    try:
        return dt.date(int(said["year"]), int(month), int(said["day"]))
    except ValueError:
        return None


def _title_end(text: str, start: int, limit: int, *, whole: bool) -> int:
    """Where the title after a number and day ends: at the mark that closes it, before the word that joins the next citation."""
    if whole:
        stop = _STOP_OF_LINE.search(text, start, limit)
        return _trimmed(text, start, stop.start() if stop else limit)
    at = start
    while stop := _STOP.search(text, at, limit):
        more = _GOES_ON.match(text, stop.start(), limit) if _ABOUT.search(text, start, stop.start()) else None
        if more is None:
            return _trimmed(text, start, stop.start())
        at = more.end()
    return _trimmed(text, start, limit)


def _trimmed(text: str, start: int, end: int) -> int:
    """Without white space and the joining word at the end."""
    return start + len(re.sub(r"(?:\s+(?:và|hoặc|cùng|theo|tại))?\s*$", "", text[start:end]))


@functools.cache
def _pattern() -> re.Pattern[str]:
    table = _table()
    every = _any([kind for kinds in (table["lasting"], table["yearly"], table["either"]) for kind in kinds])
    laws = _any(table["named"], lower=False)
    number = rf"(?:(?i:số)\s*:?\s*)?[\d.…_ ]*[a-zđ]?{_SYMBOL.format(1)}"
    numbered = rf"(?P<type1>{every})\s+(?:{number}(?:,?\s*{_DAY.format(1)})?|{_DAY.format(2)}(?=\s+của\s))"
    law = (
        rf"(?<!pháp )(?<!PHÁP )(?P<type2>{laws}){_LAW_WORDS}\s+"
        rf"(?:{_DAY.format(3)}|(?:(?i:năm)\s+)?(?P<series2>(?:19|20)\d\d)(?![\d/]))"
    )
    untyped = rf"(?:(?i:số)\s*)?\d+[a-zđ]?{_SYMBOL.format(3)},?\s+{_DAY.format(4)}"
    return re.compile(rf"(?<![\w/])(?:{numbered}|{law}|{untyped})")


def _any(kinds: list[str], *, lower: bool = True) -> str:
    forms = [*kinds, *(kind.upper() for kind in kinds)]
    forms += [kind[0].lower() + kind[1:] for kind in kinds] if lower else []
    return "|".join(form.replace(" ", r"\s+") for form in sorted(forms, key=len, reverse=True))


@functools.cache
def _table() -> dict[str, list[str]]:
    with data_file("citations.toml").open("rb") as file:
        table: dict[str, list[str]] = tomllib.load(file)["types"]
    return table


@functools.cache
def _terms() -> dict[str, Term]:
    return {kind.lower(): term for term in Term for kind in _table()[term.value]}
