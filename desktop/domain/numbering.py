"""Number and symbol of a document [NĐ 30/2020, Phụ lục I, II.3; Điều 15]. Gives no number away: văn thư does, after signing."""

import datetime as dt
import functools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.vietnamese import clean, unify_tones
from desktop.errors import BadValue, NotAllowed
from desktop.paths import data_file

LETTER = "Công văn"
PLAN = "Kế hoạch"
REPORT = "Báo cáo"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A document that has its number. symbol: what stands after "/" ("KH-UBND"); title: by which a person knows it."""

    number: int
    symbol: str
    date: dt.date
    title: str = ""


def symbol(kind: str, issuer: str, drafting: str = "") -> str:
    """What stands after "/": "KH-UBND" for a named type, "UBND-VHXH" for a công văn (the office, then the drafting unit).

    kind: name of the type ("Kế hoạch"); issuer, drafting: abbreviations set by the head of the office. Without a drafting unit a công văn
    has the office alone. Raises `BadValue` "kind" for a type the decree does not know, "drafting" for "CV", which stands for no unit.
    """
    abbreviation = type_abbreviation(kind)
    issuer, drafting = clean(issuer), clean(drafting)
    if abbreviation:
        return "-".join(part for part in (abbreviation, issuer) if part)
    if drafting.upper() == "CV":
        raise BadValue("drafting", drafting)
    return "-".join(part for part in (issuer, drafting) if part)


def type_abbreviation(kind: str) -> str:
    """ "KH" of "Kế hoạch", "" of "Công văn". Raises `BadValue` "kind" for a type that the decree does not know."""
    try:
        return _abbreviations()[unify_tones(clean(kind)).capitalize()]
    except KeyError:
        raise BadValue("kind", kind) from None


def plan_symbol(issuer: str) -> str:
    """Symbol of a plan of the office abbreviated so: "KH-UBND"."""
    return symbol(PLAN, issuer)


def report_symbol(issuer: str) -> str:
    """Symbol of a report: "BC-UBND"."""
    return symbol(REPORT, issuer)


def letter_symbol(issuer: str, drafting: str) -> str:
    """Symbol of a công văn: "UBND-VHXH". Raises `BadValue` "drafting" for "CV"."""
    return symbol(LETTER, issuer, drafting)


def number_text(number: int | None) -> str:
    """The number as printed: zero before one digit ("05"), "" while there is none (product rule 5)."""
    return "" if number is None else f"{number:02d}"


def series_of(symbol_: str) -> tuple[str, str]:
    """(type, issuer) of a symbol: the documents of one series. The type is "" for a công văn, whose drafting unit makes no series."""
    first, _, rest = symbol_.partition("-")
    if first in _named():
        return first, rest
    return "", first


def kind_of(symbol_: str) -> str:
    """The type that a symbol tells: "Giấy mời" of "GM-UBND"; "Công văn" of one that begins with an office."""
    type_ = series_of(symbol_)[0]
    return (
        next((kind for kind, short in _abbreviations().items() if short == type_), LETTER)
        if type_
        else LETTER
    )


def next_number(numbered: Iterable[Numbered], symbol_: str, year: int, *, one_series: bool = False) -> int:
    """The number that follows the highest of the series in the year, from 1 on 1 January (Điều 15.1); gaps stay gaps.

    one_series: the office numbers all its types in one row (Điều 15.1c), still apart for each issuer.
    """
    return (
        max((n.number for n in _same_series(numbered, symbol_, year, one_series=one_series)), default=0) + 1
    )


def check_free(
    numbered: Iterable[Numbered], number: int, symbol_: str, year: int, *, one_series: bool = False
) -> None:
    """Raise `NotAllowed` "number_not_positive", or "number_taken" when the series of the year has the number already; it says who
    holds it and which number follows."""
    if number < 1:
        raise NotAllowed("number_not_positive", number=number)
    series = _same_series(numbered, symbol_, year, one_series=one_series)
    holder = next((n for n in series if n.number == number), None)
    if holder is not None:
        following = number_text(max(n.number for n in series) + 1)
        raise NotAllowed(
            "number_taken",
            number=number_text(number),
            symbol=holder.symbol,
            year=year,
            holder=holder.title,
            following=following,
        )


def _same_series(
    numbered: Iterable[Numbered], symbol_: str, year: int, *, one_series: bool
) -> list[Numbered]:
    type_, issuer = series_of(symbol_)
    return [
        n
        for n in numbered
        if n.date.year == year
        and series_of(n.symbol)[1] == issuer
        and (one_series or series_of(n.symbol)[0] == type_)
    ]


@functools.cache
def _abbreviations() -> dict[str, str]:
    with data_file("document_types.toml").open("rb") as file:
        table: dict[str, dict[str, str]] = tomllib.load(file)
    return table["abbreviations"] | table["own"]


@functools.cache
def _named() -> frozenset[str]:
    return frozenset(_abbreviations().values()) - {""}
