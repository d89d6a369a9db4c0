"""Place and date line, motto [Phụ lục I, II.1, II.4]: zeros, common nouns, dashes. Knows nothing of the text below."""

import re
from collections.abc import Iterator

from desktop.documents.form import day_words, month_words
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Part, Strictness
from desktop.documents.proofread.words import level

_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+\d{4}")
_PLACE = re.compile(
    r"^(?:.*\s)?(xã|phường|tỉnh|huyện|quận|thị trấn|đặc khu)\s+(?!\d)[^\W\d_][^,]{1,40},\s*ngày\s"
)
_MOTTO = re.compile(r"Độc lập\s*[–—]\s*Tự do\s*[–—]\s*Hạnh phúc", re.IGNORECASE)


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Zeros of the date line, the place, the motto."""
    if paper.strictness is Strictness.NONE:
        return
    for at, one in paper.indexed(Part.HEAD):
        yield from _of_date(at, one.text)
        if _MOTTO.search(one.text):
            yield found("motto_dash", at, one.text, "Độc lập - Tự do - Hạnh phúc")
        place = _PLACE.match(one.text)
        if place and place[1] == place[1].lower():
            yield found("place_with_noun", at, one.text, noun=place[1])


def _of_date(at: int, text: str) -> Iterator[Finding]:
    date = _DATE.search(level(text))
    if date is None:
        return
    day, month = int(date[1]), int(date[2])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return
    right_day, right_month = day_words(day), month_words(month)
    right = (
        text[: date.start(1)]
        + right_day
        + text[date.end(1) : date.start(2)]
        + right_month
        + text[date.end(2) :]
    )
    said = f"ngày {right_day} tháng {right_month}"
    if len(date[1]) < len(right_day) or len(date[2]) < len(right_month):
        yield found("date_missing_zero", at, text, right, right=said)
    elif len(date[2]) > len(right_month):
        yield found("date_extra_zero", at, text, right, right=said)
