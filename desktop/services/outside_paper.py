"""A text from outside as the proofreader's view: zones of the directive reader, joined paragraphs, the reading. Judges nothing."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from desktop.documents.proofread.paper import Named, Paper, PaperTask, Part, Passage, Rank
from desktop.domain.directive import AskedTask, Reading
from desktop.domain.unit_kind import kind_of
from desktop.readers.blocks import Text
from desktop.readers.directive import read_blocks
from desktop.readers.directive.lines import Line, prepare
from desktop.readers.directive.marks import Depth
from desktop.readers.directive.paragraphs import Paragraph, join
from desktop.readers.directive.words import is_caps, level
from desktop.readers.directive.zones import is_addressees, is_signing, split

_RANKS = {
    Depth.PART: Rank.CHAPTER,
    Depth.CHAPTER: Rank.CHAPTER,
    Depth.CAPITAL: Rank.CHAPTER,
    Depth.ROMAN: Rank.SECTION,
    Depth.ARTICLE: Rank.ARTICLE,
    Depth.NUMBER: Rank.NUMBER,
    Depth.NUMBER_2: Rank.NUMBER_2,
    Depth.NUMBER_3: Rank.NUMBER_3,
    Depth.NUMBER_4: Rank.NUMBER_3,
    Depth.LETTER: Rank.LETTER,
    Depth.DASH: Rank.DASH,
    Depth.PLUS: Rank.PLUS,
}
_OPEN_DATE = re.compile(r"(?<!\w)ngày(?:\s+\d{1,2}(?:\s+tháng(?:\s+\d{1,2}(?:\s+năm)?)?)?)?$")
_BASIS = re.compile(r"căn cứ\s")
_ITEM = re.compile(r"^\s*[-–—+•*]\s*")
_RECIPIENTS = re.compile(r"nơi nhận\s*[:;.]?")
_APPENDIX = re.compile(
    r"phụ lục(?:\s+(?:số\s+)?(?:\d{1,2}|[ivx]{1,5}|[a-h]))?(?!\w)(?=\s*[:.]?\s*$|\s*[:.-]?\s+(?P<title>\S.*))"
)


def paper_of_text(text: Text, *, exact: bool) -> Paper:
    """The view of a text. exact: its spaces and stops are the writer's own, not put back from print."""
    reading = read_blocks(text)
    zones = split(prepare(text.blocks))
    body = join(zones.text)
    more = join(zones.appendix)
    passages = (
        *_head(zones.head),
        *_title(zones.title),
        *_body(body),
        *_closing(zones.closing),
        *(Passage(p.text, Part.APPENDIX, p.body) for p in more if p.text),
        *(Passage(row, Part.APPENDIX, row) for p in more for row in _rows(p)),
    )
    return Paper(
        passages=passages,
        kind=reading.kind,
        number=reading.number,
        symbol=reading.symbol,
        issuer=reading.issuer or "",
        superior=reading.superior or "",
        date=reading.date,
        month=_month(reading),
        year=_year(reading),
        bases=reading.legal_bases,
        addressees=reading.recipients_to,
        recipients=reading.recipients,
        tasks=tuple(_task(one, passages) for one in reading.tasks),
        report=reading.report.deadline,
        appendices=tuple(filter(None, (_appendix(line.text) for line in zones.appendix))),
        exact=exact,
        look=text.look,
        decomposed=next((one.value or "" for one in text.problems if one.code == "decomposed"), ""),
        legacy=any(one.code == "legacy_font" for one in text.problems),
    )


def _month(reading: Reading) -> dt.date | None:
    if reading.date or not reading.date_partial:
        return None
    year, _, month = reading.date_partial.partition("-")
    return dt.date(int(year), int(month or 1), 1)


def _year(reading: Reading) -> int | None:
    day = reading.date or _month(reading)
    return day.year if day else None


def _head(lines: Sequence[Line]) -> Iterator[Passage]:
    """The lines of the head; a date that a narrow column broke ("ngày 20 / tháng 11 năm 2025") is one line again."""
    held = ""
    for line in lines:
        held = f"{held} {line.text}" if held else line.text
        if not _OPEN_DATE.search(level(held)):
            yield Passage(held, Part.HEAD, held)
            held = ""
    if held:
        yield Passage(held, Part.HEAD, held)


def _title(lines: Sequence[Line]) -> Iterator[Passage]:
    """The type alone, and the subject under it as one passage."""
    if lines:
        yield Passage(lines[0].text, Part.TITLE, lines[0].text)
    rest = " ".join(line.text for line in lines[1:])
    if rest:
        yield Passage(rest, Part.TITLE, rest)


def _body(paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """Addressees first, then bases, then the text; rows of tables by themselves."""
    part = Part.BODY
    begun = False
    for paragraph in paragraphs:
        if paragraph.rows:
            begun = True
            yield from (Passage(row, Part.TABLE, row) for row in _rows(paragraph))
            continue
        low = level(paragraph.text)
        if not begun and is_addressees(paragraph.text):
            part = Part.ADDRESSEES
        elif part is Part.ADDRESSEES and not _ITEM.match(paragraph.text):
            part = Part.BODY
        if part is not Part.ADDRESSEES and paragraph.mark and paragraph.depth < Depth.PLAIN:
            begun = True
        here = Part.BASIS if not begun and part is Part.BODY and _BASIS.match(low) else part
        yield _passage(paragraph, here)


def _passage(paragraph: Paragraph, part: Part) -> Passage:
    rank = _RANKS.get(paragraph.depth, Rank.PLAIN)
    return Passage(paragraph.text, part, paragraph.body, paragraph.mark, rank)


def _rows(paragraph: Paragraph) -> Iterator[str]:
    for row in paragraph.rows:
        text = " | ".join(cell.replace("\n", " ") for cell in row if cell)
        if text:
            yield text


def _closing(lines: Sequence[Line]) -> Iterator[Passage]:
    """Lines of Nơi nhận with their wrapped rests joined; every other line belongs to the signature."""
    held = ""
    listing = False
    for line in lines:
        text = line.text
        starts = _RECIPIENTS.match(level(text)) is not None
        if listing and not starts and not _ITEM.match(text) and _is_rest(held, text):
            held = f"{held} {text}"
            continue
        if held:
            yield Passage(held, Part.RECIPIENTS, held)
            held = ""
        if starts or (listing and _ITEM.match(text)):
            held, listing = text, True
        else:
            yield Passage(text, Part.SIGNATURE, text)
    if held:
        yield Passage(held, Part.RECIPIENTS, held)


def _is_rest(held: str, text: str) -> bool:
    """Whether a line without dash goes on with an item that has not ended; a name alone is the signer's."""
    if not _ITEM.match(held) or held.endswith((";", ".")) or is_signing(text) or is_caps(text):
        return False
    return not text.istitle() or text.endswith((";", ".", ","))


def _appendix(text: str) -> str | None:
    """ "PHỤ LỤC II" where the paragraph is the head of an appendix: alone, or with its title in capitals behind it."""
    label = _APPENDIX.match(level(text))
    if label is None or (label["title"] and not text.startswith("PHỤ LỤC")):
        return None
    return text[: label.end()]


def _task(asked: AskedTask, passages: Sequence[Passage]) -> PaperTask:
    opening = asked.text[:60]
    place = next((at for at, one in enumerate(passages) if opening in one.text), -1)
    leads = tuple(Named(name, frozenset({kind_of(name)})) for name in asked.lead)
    return PaperTask(asked.text, leads, (), asked.deadline, asked.is_report, place, asked.sentence)
