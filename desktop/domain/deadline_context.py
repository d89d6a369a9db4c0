"""A line of text as deadlines are read from it: its days, its sentences, and the cue words around a place.

Judges nothing by itself; `deadline_words` and `deadline_dates` do.
"""

import datetime as dt
import re
from dataclasses import dataclass

from desktop.domain.deadline import Deadline, Operator
from desktop.domain.deadline_moments import Moment, any_of, moments, words

SENTENCE_END = re.compile(r"[.;!?:](?=\s|$)")  # not line ends: lines may be broken inside a sentence
CLAUSE_END = re.compile(r"\s*(?:[.,;)]|$)")
FULL_STOP = re.compile(r"\s*(?:[.;)]|$)")
BULLET = re.compile(r"^[\s\-–+•*(]*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s+)?")


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """A deadline and the offsets of its words in the text (which is to be NFC)."""

    start: int
    end: int
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Line:
    """Text being read: as it is, in lower case of the same length, its moments, the day of the document."""

    text: str
    lower: str
    moments: tuple[Moment, ...]
    written_on: dt.date | None

    def found(
        self,
        start: int,
        end: int,
        day: dt.date | None = None,
        operator: Operator | None = None,
        recurrence: str | None = None,
        first: dt.date | None = None,
    ) -> FoundDeadline:
        """The stretch as a deadline; its words with single spaces."""
        said = " ".join(self.text[start:end].split())
        return FoundDeadline(start, end, Deadline(said, day, operator, recurrence, first))

    def sentence_start(self, position: int) -> int:
        """Where the sentence that holds a position begins."""
        ends = [match.end() for match in SENTENCE_END.finditer(self.lower, 0, position)]
        return ends[-1] if ends else 0

    def is_past(self, day: dt.date | None) -> bool:
        """Whether a day lies before the day of the document."""
        return self.written_on is not None and day is not None and day < self.written_on


def read_line(text: str, written_on: dt.date | None) -> Line:
    """Prepares NFC text for reading; written_on is the day of the document, None when unknown."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ" becomes two characters
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return Line(text, lower, tuple(moments(lower)), written_on)


def opens(line: Line, position: int) -> bool:
    """Whether nothing but a bullet stands before, in the sentence."""
    return not re.search(r"\w", BULLET.sub("", line.lower[line.sentence_start(position) : position]))


def cue_before(line: Line, position: int, cue: str, *, of_period: bool = True) -> bool:
    """Whether the sentence so far has a cue; of a period, one after which nothing says whose period it is."""
    cues = words()["cues"]
    begin = max(line.sentence_start(position), position - 140)
    before = line.lower[begin:position]
    found = list(re.finditer(rf"(?<!\w){any_of(cues[cue])}(?!\w)", before))
    if not found:
        return False
    about = rf"(?<!\w){any_of(cues['about'])}(?!\w)"
    done = rf"(?<!\w){any_of(['đã', 'chưa', 'tỷ lệ', 'tỉ lệ', 'kết quả', 'mức độ'])}\s*$"
    belongs = of_period and re.search(about, before[found[-1].end() :])
    return not belongs and not re.search(done, before[: found[-1].start()])


def is_edge_of_figures(line: Line, start: int) -> bool:
    """ "tính đến hết ngày", "số liệu từ ngày": edges of figures."""
    blocked = rf"(?<!\w){any_of(words()['cues']['not_deadline'])}\s*[:(]?\s*$"
    return bool(re.search(blocked, line.lower[max(0, start - 40) : start]))


def open_end(line: Line, end: int) -> int:
    """Where words that take the end away stop ("trở đi"), or `end` itself."""
    found = re.compile(rf"\s*,?\s*{any_of(words()['open_ended']['after'])}(?!\w)").match(line.lower, end)
    return found.end() if found else end
