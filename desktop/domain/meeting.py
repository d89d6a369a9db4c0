"""Whether a task is a meeting that people are invited to, and what its words plainly say of it: name, day, hour, place. Guesses nothing.

The words are data (data/meetings.toml). A deadline ("trước ngày 25/3") is not the day of the meeting, and is not taken for it.
"""

import datetime as dt
import functools
import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.domain.deadline import Operator
from desktop.domain.task import Task
from desktop.domain.vietnamese import clean, unify_tones
from desktop.paths import data_file

_HOUR = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:giờ|h|g)\s*(?P<minute>\d{2})?(?:\s*phút)?(?:\s+(?P<part>sáng|chiều|tối))?(?!\w)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"ngày\s+(?P<d>\d{1,2})(?:[/-]|\s+tháng\s+)(?P<m>\d{1,2})(?:[/-]|\s+năm\s+)(?P<y>\d{4})", re.IGNORECASE
)
_BETWEEN = r"[\s,:]*(?:(?:thứ\s+\w+|chủ\s+nhật)[\s,]*)?$"
_GAP = re.compile(_BETWEEN, re.IGNORECASE)
_STOP = re.compile(r"[;.](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Meeting:
    """name: as the task writes it ("tọa đàm, gặp mặt cán bộ ..."); day None, hour "", place "": not plainly told. hour: "08 giờ 30"."""

    name: str
    day: dt.date | None = None
    hour: str = ""
    place: str = ""


def meeting(task: Task) -> Meeting | None:
    """The meeting that a task is to hold, None where it holds none. Day, hour and place are taken from the sentence that names it, or
    from behind their label ("thời gian:", "địa điểm:")."""
    text = clean(task.text)
    spelled = unify_tones(text)  # letter for letter: places in it are places in the text
    held = _words().held.search(spelled)
    if held is None:
        return None
    stop = _STOP.search(spelled, held.end())
    end = stop.start() if stop else len(text)
    name_end = _words().ends.search(spelled, held.end(), end)
    name = text[held.start("name") : name_end.start() if name_end else end]
    told = [(held.start(), end), *_labelled(spelled, end)]
    about = _joined(spelled, told)
    day, hour = _when(about)
    place = _words().place.search(about)
    return Meeting(
        name.rstrip(" ,-:("),
        day or _day_of_deadline(task, about),
        hour,
        _joined(text, told)[slice(*place.span("place"))].strip(" ,-") if place else "",
    )


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> str:
    return "; ".join(text[start:end] for start, end in spans)


def _labelled(spelled: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the parts behind the meeting's sentence stand that say when or where it is held."""
    stops = [start, *(found.start() for found in _STOP.finditer(spelled, start)), len(spelled)]
    for before, after in itertools.pairwise(stops):
        if _words().label.match(spelled, before):
            yield before, after


def _day_of_deadline(task: Task, about: str) -> dt.date | None:
    """The day of a deadline that the meeting's own words set as its day ("vào ngày 24/3", the year read from its document)."""
    on = task.deadline
    is_its_day = on and on.operator is Operator.ON and unify_tones(clean(on.text)) in about
    return on.date if on and is_its_day else None


def _when(about: str) -> tuple[dt.date | None, str]:
    """The day and the hour before which it is told that the meeting is then."""
    hours = [one for one in _HOUR.finditer(about) if _words().before_hour.search(about, 0, one.start())]
    starts = {one.end() for one in hours}
    for day in _DAY.finditer(about):
        if _words().before_day.search(about, 0, day.start()) or any(
            _GAP.match(about, at, day.start()) for at in starts
        ):
            return _date(day), _hour(hours[0]) if hours else ""
    return None, _hour(hours[0]) if hours else ""


def _date(found: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def _hour(found: re.Match[str]) -> str:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 23 or minute > 59:
        return ""
    return f"{hour:02d} giờ {minute:02d}" + (f" {found['part'].lower()}" if found["part"] else "")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the data as patterns."""

    held: re.Pattern[str]
    ends: re.Pattern[str]
    label: re.Pattern[str]
    before_day: re.Pattern[str]
    before_hour: re.Pattern[str]
    place: re.Pattern[str]


@functools.cache
def _words() -> _Words:
    with data_file("meetings.toml").open("rb") as file:
        table: dict[str, list[str]] = tomllib.load(file)
    some = {name: _any_of(words) for name, words in table.items()}
    before = rf"(?<!\w){some['holding']}\s+|(?:^|[:;.]\s+)"
    held = rf"(?:{before})(?:(?:\d+|{some['counted']})\s+)*(?P<name>(?:{some['names']}\s+)?{some['meetings']})(?!\w)"
    ends = rf"\s*[:(]|[\s,]+(?:{some['ends']}(?!\w)|tại\s+{some['places']}(?!\w)|ngày\s+\d)"
    label = r"[\s;.]*(?:thời\s+gian|địa\s+điểm)(?:\s+tổ\s+chức)?(?!\w)"
    named = r"địa\s+điểm(?:\s+tổ\s+chức)?\s*:?\s*(?:tại\s+)?"
    patterns = (
        held,
        ends,
        label,
        rf"(?<!\w){some['at']}(?!\w){_BETWEEN}",
        rf"(?<!\w)(?:{some['at']}|{some['begins']})(?!\w){_BETWEEN}",
        rf"(?:tại\s+(?={some['places']}(?!\w))|{named})(?P<place>.+?)(?={ends}|[,;]|$)",
    )
    return _Words(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))


def _any_of(words: list[str]) -> str:
    longest_first = sorted((unify_tones(word) for word in words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"
