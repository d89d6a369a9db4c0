"""Turns of phrase that every paper shares: lists, dates, figures, citations, blanks. Only words, no blocks."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from desktop.documents.casing import issuer_name, sentence_case
from desktop.domain.directive import Reading
from desktop.domain.numbering import LETTER
from desktop.domain.plan import Plan, PlanForm
from desktop.domain.vietnamese import fold

BLANK = "…………"
_VILLAGE = re.compile(r"(?:Thôn|Bản|Buôn|Làng|Xóm|Ấp|Khóm|Sóc|Phum|Tổ dân phố|Khu phố|Khu dân cư)(?= )")
_NTH = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def join_and(parts: Sequence[str]) -> str:
    """ "A", "A và B", "A, B và C"; with ";" between parts that hold commas themselves."""
    if len(parts) < 2:
        return "".join(parts)
    separator = "; " if any("," in part for part in parts) else ", "
    return separator.join(parts[:-1]) + " và " + parts[-1]


def join_names(names: Sequence[str]) -> str:
    """The same for names of units, without "và" beside a name that holds one ("Văn phòng HĐND và UBND, Trạm Y tế")."""
    if any(" và " in name for name in names):
        return ("; " if any("," in name for name in names) else ", ").join(names)
    return join_and(names)


def in_text(name: str) -> str:
    """The name of a unit amid a sentence: the common noun of a village is small ("thôn Đông", "tổ dân phố 5"), bodies keep their capital
    (NĐ 30, Phụ lục II, III.1)."""
    return lower_first(name) if _VILLAGE.match(name) else name


def many_in_text(names: Sequence[str]) -> str:
    """Names of units amid a sentence: "Trạm Y tế, thôn Đông và thôn Đoài"."""
    return join_and([in_text(name) for name in names])


def many_in_cell(names: Sequence[str]) -> str:
    """Names of units in a cell of a table, which begins with a capital: "Thôn Đông, thôn Đoài"."""
    return upper_first(", ".join([in_text(name) for name in names]))


def short_date(day: dt.date) -> str:
    """ "05/01/2026", "25/3/2026": 0 before days under 10 and months 1, 2 only (NĐ 30, I.II.4b, as offices write it)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def number(value: Decimal | int) -> str:
    """Vietnamese figures: thousands with dots, decimals with a comma ("319.317.000", "80,5"); no idle zeros after the comma."""
    value = Decimal(value)
    if value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    return f"{value:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


def percent(value: Decimal | None) -> str:
    """ "80,0%", or "" where there is nothing to divide."""
    return "" if value is None else f"{value:.1f}%".replace(".", ",")


def figure(value: int) -> str:
    """A whole number in running text: "05", "12", "0"; under 10 with a zero, as offices write them."""
    return f"{value:02d}" if value else "0"


def count(value: int, noun: str) -> str:
    """ "05 đơn vị"."""
    return f"{figure(value)} {noun}"


def nth_time(value: int) -> str:
    """ "lần thứ nhất", "lần thứ hai"; in figures beyond ten. value: from 1."""
    return f"lần thứ {_NTH[value - 1] if value <= len(_NTH) else value}"


def lower_first(text: str) -> str:
    """The first letter small, unless the first word is an abbreviation in capitals ("UBND")."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """The first letter capital."""
    return text[:1].upper() + text[1:]


def sentence(text: str, end: str) -> str:
    """`text` with exactly `end` after it ("." ";" "./.")."""
    return text.strip().rstrip(" .;:,/") + end


def in_cell(text: str) -> str:
    """The words of a task as a cell of a table: a capital first, nothing of the list they stood in at the end."""
    return sentence(upper_first(text), "")


def document_name(kind: str, number_: int | None, symbol: str, date: dt.date | None) -> str:
    """ "Kế hoạch số 12/KH-UBND ngày 05/01/2026"; blanks of writing width where number or day are not given yet."""
    day = f"ngày {short_date(date)}" if date else "ngày     tháng     năm      "
    shown = f"{number_:02d}" if number_ is not None else "      "
    return f"{kind} số {shown}/{symbol} {day}"


def plan_name(plan: Plan) -> str:
    """The plan by type, number and day: "Kế hoạch số 12/KH-UBND ngày 05/01/2026"."""
    kind = "Kế hoạch" if plan.form is PlanForm.PLAN else "Công văn"
    return document_name(kind, plan.number, plan.symbol, plan.date)


def named_plan(plan: Plan) -> str:
    """The same with what it is about: "Kế hoạch số ... về việc tổ chức ..."."""
    return f"{plan_name(plan)} về việc {lower_first(plan.subject)}"


def titled(kind: str, subject: str) -> str:
    """Tên loại và trích yếu as registers and lists have them: "Kế hoạch tổ chức ngày hội", "Công văn về việc đôn đốc"; the type is
    not said twice, capitals of a whole title become a sentence. Either may be ""."""
    about = sentence_case(subject) if subject.isupper() else subject
    if not (kind and about) or fold(about).startswith(fold(kind)):
        return upper_first(about) or kind
    if kind == LETTER and not fold(about).startswith("ve "):
        about = f"về việc {lower_first(about)}"
    return f"{kind} {lower_first(about)}"


def cite(reading: Reading) -> str:
    """How another paper names this one: type, number, day, issuer, subject (NĐ 30, I.II.6a). Only what the document has."""
    parts = [reading.kind or "Văn bản"]
    if reading.number and reading.symbol:
        parts.append(f"số {reading.number}/{reading.symbol}")
    if reading.date:
        parts.append(f"ngày {short_date(reading.date)}")
    issuer = issuer_name(reading.issuer)
    if issuer:
        parts.append(f"của {issuer}")
    if reading.subject:
        about = sentence_case(reading.subject) if reading.subject.isupper() else reading.subject
        parts.append(f"về {about if about.lower().startswith('việc ') else 'việc ' + lower_first(about)}")
    return " ".join(parts)
