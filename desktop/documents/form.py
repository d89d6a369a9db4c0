"""The legal form as values: sizes, places and fixed words of `data/forms/*.toml`, and the small rules of Nghị định 30/2020.

It lays nothing out and opens no document; the writers ask it where things stand and how a number or a date is written.
Lengths are millimetres, sizes of type and gaps points. Clauses in brackets are those of Phụ lục I.
"""

import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from desktop.documents.casing import issuer_name
from desktop.documents.model import Head
from desktop.documents.numbering import roman
from desktop.paths import data_file


@dataclass(frozen=True, slots=True)
class PageForm:
    """The sheet and its margins [I.I.1-3, 7]."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    number_size: float
    number_baseline: float


@dataclass(frozen=True, slots=True)
class BodyForm:
    """Running text [II.6b]; widows: fewest lines of a paragraph at the foot or top of a page."""

    size: float
    indent: float
    before: float
    spacing: float
    widows: int


@dataclass(frozen=True, slots=True)
class HeadForm:
    """The two columns over the text [II.1-5]."""

    left: float
    right: float
    nation_size: float
    motto_size: float
    number_size: float
    place_size: float
    about_size: float
    row_gap: float
    about_gap: float
    after: float
    rule_gap: float
    rule_weight: float
    issuer_rule: float


@dataclass(frozen=True, slots=True)
class TitleForm:
    """Tên loại and trích yếu [II.5a]."""

    size: float
    rule: float
    after: float


@dataclass(frozen=True, slots=True)
class AddresseeForm:
    """Kính gửi [II.9a]; narrow: the indent when names are too long for one line."""

    size: float
    indent: float
    narrow: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class SignatureForm:
    """Nơi nhận and the signing block [II.7, II.9b]; with_lines: lines of text that stay on its page; most: the share of a page
    that a list of recipients may take before it is cut."""

    left: float
    right: float
    size: float
    room: float
    before: float
    label_size: float
    item_size: float
    with_lines: int
    most: float


@dataclass(frozen=True, slots=True)
class AppendixForm:
    """The head of a phụ lục [III.1]."""

    size: float
    note_size: float
    rule: float
    after: float


@dataclass(frozen=True, slots=True)
class TableForm:
    """Ruled tables; the main text is 13-14 points, an appendix may be smaller."""

    size: float
    appendix_size: float
    padding: float
    padding_top: float
    padding_bottom: float
    weight: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words; {names} are filled by the functions of `Form`; blanks are room to write by hand."""

    nation: str
    motto: str
    number: str
    date: str
    about: str
    addressees: str
    recipients: str
    appendix: str
    attached: str
    attached_of: str
    letter: str
    blank_number: str
    blank_date: str
    blank_attached: str


@dataclass(frozen=True, slots=True)
class Glue:
    """Words that are not parted from a number after or before them at the end of a line; together: words of two syllables that are not
    parted themselves; title_begins: with which a second line of a title may well begin."""

    before_number: frozenset[str]
    after_number: frozenset[str]
    title_begins: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Form:
    """A whole set of rules of form. version: the decree it follows."""

    version: str
    page: PageForm
    body: BodyForm
    head: HeadForm
    title: TitleForm
    addressees: AddresseeForm
    signature: SignatureForm
    appendix: AppendixForm
    table: TableForm
    words: Words
    glue: Glue

    @property
    def text_width(self) -> float:
        """Width of the text on an upright sheet, mm."""
        return self.page.width - self.page.left - self.page.right

    def number_line(self, number: int | None, symbol: str) -> str:
        """ "Số: 05/KH-UBND": a zero before numbers under ten, no spaces round "/" and "-"; None: a blank; "" for a paper that
        has neither number nor symbol of its own, such as a slip [II.3]."""
        if number is None and not symbol:
            return ""
        return self.words.number.format(number=_number(number, self.words.blank_number), symbol=symbol)

    def date_line(self, place: str, day: int | None, month: int | None, year: int | None) -> str:
        """ "Sơn Tây Hạ, ngày 05 tháng 01 năm 2026": zeros as in `day_words`; None: blanks [II.4]."""
        d, m, y = _date(day, month, year, self.words.blank_date)
        return self.words.date.format(place=place, day=d, month=m, year=y)

    def about_line(self, subject: str) -> str:
        """ "V/v nâng bậc lương năm 2019", the trích yếu of a công văn [II.5b]."""
        return self.words.about.format(subject=subject)

    def appendix_label(self, index: int, count: int) -> str:
        """ "Phụ lục" alone, or "Phụ lục II" when there are two or more. index from 0 [III.1]."""
        return self.words.appendix if count < 2 else f"{self.words.appendix} {roman(index + 1)}"

    def attached_line(self, kind: str, head: Head) -> str:
        """ "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của …)". kind: the printed type, "" for a công văn [III.1]."""
        blank = self.words.blank_attached
        d, m, y = _date(head.day, head.month, head.year, blank)
        return self.words.attached.format(
            kind=kind.capitalize() or self.words.letter,
            number=_number(head.number, blank),
            symbol=head.symbol,
            day=d,
            month=m,
            year=y,
            of=self.words.attached_of.format(issuer=issuer_name(" ".join(head.issuer)))
            if head.issuer
            else "",
        )


def _number(number: int | None, blank: str) -> str:
    return blank if number is None else f"{number:02d}"


def _date(day: int | None, month: int | None, year: int | None, blank: str) -> tuple[str, str, str]:
    return (
        blank if day is None else day_words(day),
        blank if month is None else month_words(month),
        blank if year is None else str(year),
    )


def day_words(day: int) -> str:
    """A day with a zero under ten: 5 → "05" [II.4b]."""
    return f"{day:02d}"


def month_words(month: int) -> str:
    """A month with a zero before 1 and 2 only: 2 → "02", 3 → "3" [II.4b]."""
    return f"{month:02d}" if month < 3 else str(month)


def list_end(text: str, *, last: bool) -> str:
    """An item of a list with its stop: ";", and "." after the last one. Stops already there are replaced [II.6a, 9a, 9b]."""
    return text.rstrip().rstrip(";,.").rstrip() + ("." if last else ";")


def addressee_lines(addressees: Sequence[str], form: Form) -> tuple[str, ...]:
    """Kính gửi: one addressee on its line, more as a list with ";" and "." [II.9a]."""
    if len(addressees) < 2:
        return tuple(f"{form.words.addressees} {name}" for name in addressees)
    last = len(addressees) - 1
    items = (f"- {list_end(name, last=at == last)}" for at, name in enumerate(addressees))
    return (form.words.addressees, *items)


def recipient_lines(recipients: Sequence[str], form: Form) -> tuple[str, ...]:
    """Nơi nhận with its dashes and stops [II.9b]; nothing where there is nobody."""
    if not recipients:
        return ()
    last = len(recipients) - 1
    return (
        form.words.recipients,
        *(f"- {list_end(name, last=at == last)}" for at, name in enumerate(recipients)),
    )


_T = TypeVar("_T")


def _part(kind: type[_T], table: dict[str, Any]) -> _T:
    return kind(**table)


def parse(text: str) -> Form:
    """A `Form` from the words of a TOML file. A missing or unknown key is a `TypeError` (our own seed data)."""
    data = tomllib.loads(text)
    glue = Glue(*(frozenset(data["glue"][field.name]) for field in fields(Glue)))
    parts = {
        "page": PageForm,
        "body": BodyForm,
        "head": HeadForm,
        "title": TitleForm,
        "words": Words,
        "table": TableForm,
    }
    parts |= {"addressees": AddresseeForm, "signature": SignatureForm, "appendix": AppendixForm}
    return Form(
        version=data["version"], glue=glue, **{name: _part(kind, data[name]) for name, kind in parts.items()}
    )


@functools.cache
def legal_form(name: str = "nd30") -> Form:
    """The form of that name in `data/forms`, read once."""
    return parse(data_file(f"forms/{name}.toml").read_text(encoding="utf-8"))
