"""Rules for names and for what is counted by years: cited documents, "lần thứ 10", "kỷ niệm 79 năm", school years, lunar years."""

import functools
import re

from desktop.domain.citations import Citation, Term, citations_in
from desktop.domain.clone_passage import Change, Left, Passage, clone_words, one_of
from desktop.domain.events import Event, events_in
from desktop.domain.lunar import year_name
from desktop.domain.unit_kind import begins_as_unit
from desktop.domain.vietnamese import CAPITAL

_YEAR = r"(?:19|20)\d\d"
_RANGE = re.compile(rf"(?<![\d/])({_YEAR})\s*(?:[-–—]|đến(?:\s+hết)?)\s*(?:năm\s+)?({_YEAR})(?![\d/])")
_WRITTEN_DAY = re.compile(rf"\d{{1,2}}\s*tháng\s*\d{{1,2}}\s*,?\s*năm\s*{_YEAR}")
_DATE_WINDOW = 200
_NEAR = 80


def bases(passage: Passage) -> None:
    """Cited documents are never changed; those that were written for the old year are marked, so that the new one takes their place."""
    for cited in citations_in(passage.text, whole=passage.whole):
        start, end = cited.start, cited.end
        words = passage.text[start:end]
        if _is_of_old_year(passage, cited, words):
            year = cited.date.year if cited.date else passage.year.old
            passage.left.append((start, end, Left.BASIS))
            passage.change(start, end, clone_words()["mark"].format(year=year, words=words), Change.BASIS)
        elif cited.term is Term.EITHER and cited.year == passage.year.old:
            passage.leave(start, end, Left.BASIS)
        else:
            passage.take(start, end)


def _is_of_old_year(passage: Passage, cited: Citation, words: str) -> bool:
    year = passage.year
    if any(int(last) >= year.new for _, last in _RANGE.findall(words)):
        return False
    if cited.term is Term.LASTING and cited.date is None:
        return False
    if re.search(rf"(?<![\d/.\-]){year.old}(?![\d/])", _WRITTEN_DAY.sub("", words)):
        return True
    if cited.term is not Term.YEARLY or cited.date is None:
        return False
    before = (year.written_on - cited.date).days if year.written_on else -1
    return cited.date.year == year.old or 0 <= before <= _DATE_WINDOW


def names(passage: Passage) -> None:
    """Names of units that are no longer borne become today's; a longer name that begins alike is another unit's."""
    for old, new in passage.year.names:
        if old[1:] not in passage.text:  # a pattern for each of many names costs a hundred times as much
            continue
        for match in re.finditer(
            rf"(?<!\w)(?i:{re.escape(old[:1])}){re.escape(old[1:])}(?!\w)", passage.text
        ):
            start, end = match.span()
            is_new = passage.text.startswith(new[1:], start + 1)
            if passage.is_free(start, end) and not is_new and not _goes_on(passage.text[end : end + _NEAR]):
                first = match[0][0] if match[0][0].lower() == new[0].lower() else new[0]
                passage.change(start, end, first + new[1:], Change.NAME)


def _goes_on(rest: str) -> bool:
    """Whether a name goes on: "Phòng Văn hóa" in "Phòng Văn hóa và Thông tin", not in "Phòng Văn hóa và Trạm Y tế"."""
    more = re.match(rf"\s+(?:(?:và|[-–])\s+)?(?=[{CAPITAL}])", rest)
    return more is not None and not begins_as_unit(rest[more.end() :])


def anniversaries(passage: Passage) -> None:
    """ "kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026)": both the number and the last day."""
    old, step = passage.year.old, passage.year.step
    for match in re.finditer(r"(?<!\w)k[ỷỉ]\s+niệm\s+(?:lần\s+thứ\s+)?(\d{1,4})\s+năm(?!\w)", passage.lower):
        start, end = match.span(1)
        number = int(match[1])
        event = _event_near(passage, end)
        ending = _ending(passage, match.end(), old - number)
        if passage.is_free(start, end) and (ending or (event and event.number(old) == number)):
            passage.change(start, end, str(number + step), Change.ANNIVERSARY)
            if ending:
                passage.change(*ending.span("last"), str(old + step), Change.ANNIVERSARY)
                passage.take(*ending.span())


def _ending(passage: Passage, start: int, zero: int) -> re.Match[str] | None:
    """ "27/7/1947 - 27/7/2026" that counts from the year `zero`; the same day on both sides."""
    day = r"(?:ngày\s+)?((?:\d{1,2}\s?/\s?){2})?"
    form = rf"(?<![\d/]){day}0*{zero}\s*[-–—]\s*{day}(?P<last>{passage.year.old})(?!\d)"
    found = re.compile(form).search(passage.lower, start, start + 2 * _NEAR)
    return found if found and _number_words(found[1]) == _number_words(found[2]) else None


def _number_words(day: str | None) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", day or "")]


def ordinals(passage: Passage) -> None:
    """ "lần thứ 10": from the first year of an event that is known; of another one only where the plan's own year stands beside it."""
    for match in _ordinal_form().finditer(passage.lower):
        start, end = match.span(1)
        number = _value(match[1])
        if number and passage.is_free(start, end):
            _one_ordinal(passage, start, end, number)


def _one_ordinal(passage: Passage, start: int, end: int, number: int) -> None:
    old, new = passage.year.old, passage.year.new
    follows = re.compile(rf"[\s,(–-]*(?:năm\s+)?({_YEAR})(?!\d)").match(passage.lower, end)
    beside = int(follows[1]) if follows else None
    event = _event_near(passage, start)
    is_of_its_own_year = event and beside and event.number(beside) == number
    if event and event.number(old) == number:
        passage.change(start, end, _written(passage.text[start:end], event.number(new)), Change.ORDINAL)
    elif is_of_its_own_year or _is_term(passage, start):
        passage.take(start, end)
    elif beside == old and not event:
        words = _written(passage.text[start:end], number + new - old)
        passage.change(start, end, words, Change.ORDINAL)
    else:
        passage.leave(start, end, Left.ORDINAL)


def _is_term(passage: Passage, position: int) -> bool:
    """Whether "lần thứ" belongs to a congress or a term, which does not come every year."""
    before = passage.lower[max(passage.sentence_start(position), position - 60) : position]
    return re.search(rf"(?<!\w){one_of(clone_words()['terms'])}(?!\w)", before) is not None


def _event_near(passage: Passage, position: int) -> Event | None:
    """The counted event whose name stands nearest to a place in its sentence."""
    begin = passage.sentence_start(position)
    found = [
        (min(abs(one.start - position), abs(position - one.end)), one.thing)
        for one in events_in(passage.text)
        if one.start >= begin
    ]
    distance, event = min(found, key=lambda pair: pair[0], default=(_NEAR, None))
    return event if distance < _NEAR else None


@functools.cache
def _ordinal_form() -> re.Pattern[str]:
    named = one_of(list(clone_words()["ordinals"]))
    return re.compile(rf"(?<!\w)lần\s+thứ\s+(\d{{1,3}}|[ivxlc]+|{named})(?!\w|\s*[/.]\d)")


_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


def _value(words: str) -> int:
    """The number of figures, Roman numerals up to 39 or a word; 0 for another."""
    if words.isdecimal():
        return int(words)
    named = clone_words()["ordinals"]
    if words in named:
        return int(named[words])
    return next((n for n in range(1, 40) if _roman(n) == words), 0)


def _roman(number: int) -> str:
    out = ""
    for letters, value in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out


def _written(like: str, number: int) -> str:
    """A number in the manner of `like`: figures with their zero, Roman numerals, a word so far as there is one."""
    lower = like.lower()
    if like.isdecimal() or number < 1:
        return str(number).zfill(len(like) if like.startswith("0") else 1)
    named = clone_words()["ordinals"]
    if lower in named:
        word = next((word for word, value in named.items() if value == number), str(number))
        return word.upper() if like.isupper() else word
    return _roman(number).upper() if like.isupper() else _roman(number)


def seasons(passage: Passage) -> None:
    """ "năm học 2026 - 2027" moves on as a whole where one of its years is the plan's own."""
    form = rf"(?<!\w){one_of(clone_words()['seasons'])}\s+(?:năm\s+)?({_YEAR})(\s*[-–—]\s*)({_YEAR})(?!\d)"
    for match in re.finditer(form, passage.lower):
        first, last = int(match[1]), int(match[3])
        if last == first + 1 and passage.year.old in {first, last} and passage.is_free(*match.span(1)):
            for group, value in ((1, first), (3, last)):
                passage.change(*match.span(group), str(value + passage.year.step), Change.SEASON)
            passage.take(*match.span())


def ranges(passage: Passage) -> None:
    """ "giai đoạn 2021 - 2030", "nhiệm kỳ 2021 - 2026" stay; one that ended with the old year is told."""
    for match in _RANGE.finditer(passage.lower):
        if passage.is_free(*match.span()):
            if int(match[2]) == passage.year.old:
                passage.leave(*match.span(), Left.RANGE)
            else:
                passage.take(*match.span())


def aims(passage: Passage) -> None:
    """ "Chương trình … đến năm 2026": the aim of a programme is not the year of the plan."""
    programmes = rf"(?<!\w){one_of(clone_words()['programmes'])}(?!\w)"
    for match in re.finditer(
        rf"(?<!\w)(?:đến|tới|tầm\s+nhìn)\s+(?:hết\s+)?(?:năm\s+)?({_YEAR})(?![\d/])", passage.lower
    ):
        before = passage.lower[passage.sentence_start(match.start()) : match.start()]
        if re.search(programmes, before) and passage.is_free(*match.span(1)):
            if int(match[1]) == passage.year.old:
                passage.leave(*match.span(1), Left.AIM)
            else:
                passage.take(*match.span(1))


def lunar_years(passage: Passage) -> None:
    """ "Bính Ngọ" of the plan's year and "Ất Tỵ" of the one before become those of the new years."""
    year = passage.year
    for match in _names_of_years().finditer(passage.lower):
        name = _plain_name(match[0])
        was = next((y for y in (year.old, year.old - 1) if _plain_name(year_name(y)) == name), None)
        beside = re.compile(rf"\W*(?:năm\s+)?({_YEAR})(?!\d)").match(passage.lower, match.end())
        is_another = beside is not None and int(beside[1]) not in {year.old, year.old - 1}
        if was is not None and not is_another and passage.is_free(*match.span()):
            new = year_name(was + year.step)
            shown = new.upper() if passage.text[match.start() : match.end()].isupper() else new
            passage.change(*match.span(), shown, Change.LUNAR_YEAR)


@functools.cache
def _names_of_years() -> re.Pattern[str]:
    names = {form for year in range(60) for form in _forms(year_name(year).lower())}
    return re.compile(rf"(?<!\w){one_of(list(names))}(?!\w)")


def _forms(name: str) -> set[str]:
    return {
        name,
        name.replace("tỵ", "tị"),
        name.replace("quý", "quí"),
        name.replace("tý", "tí"),
        name.replace("mão", "mẹo"),
    }


def _plain_name(name: str) -> str:
    """One spelling of a year's name."""
    plain = " ".join(name.lower().split())
    return plain.replace("tị", "tỵ").replace("quí", "quý").replace("tí", "tý").replace("mẹo", "mão")
