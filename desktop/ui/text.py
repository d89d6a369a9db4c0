"""How values stand on screens: dates, numbers, counts, sizes. Words of papers are in `documents.phrases`."""

import datetime as dt

from desktop.domain.assignment import Standing, Status
from desktop.domain.result import MERGED, Result

EMPTY = "—"
"""What an empty cell shows."""

STANDINGS = {
    Standing.NOT_STARTED: ("○", "Chưa thực hiện"),
    Standing.IN_PROGRESS: ("◐", "Đang thực hiện"),
    Standing.DONE: ("●", "Hoàn thành"),
    Standing.DONE_LATE: ("◉", "Hoàn thành trễ"),
    Standing.OVERDUE: ("▲", "Quá hạn"),
    Standing.NOT_APPLICABLE: ("–", "Không áp dụng"),
}
"""Mark and name of each standing (look.md); its letter is its value."""

STATUSES = {
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.IN_PROGRESS: "Đang thực hiện",
    Status.DONE: "Hoàn thành",
    Status.NOT_APPLICABLE: "Không áp dụng",
}

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def date(day: dt.date | None) -> str:
    """ "05/03/2026"; "" for none."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def long_date(day: dt.date) -> str:
    """ "thứ Năm, 05/03/2026"."""
    return f"{WEEKDAYS[day.weekday()]}, {date(day)}"


def stamp(moment: str) -> str:
    """A moment in UTC (ISO) by the clock of the wall: "26/03/2026 09:15"; "" for none."""
    return f"{dt.datetime.fromisoformat(moment).astimezone():%d/%m/%Y %H:%M}" if moment else ""


def number(value: int) -> str:
    """Thousands with dots: "1.234"."""
    return f"{value:,}".replace(",", ".")


def count(value: int, noun: str) -> str:
    """ "12 đơn vị"."""
    return f"{number(value)} {noun}"


def size(byte_count: int) -> str:
    """ "12 KB", "3,4 MB", "12,0 GB"."""
    if byte_count < 1024:
        return f"{byte_count} byte"
    if byte_count < 1024**2:
        return f"{byte_count / 1024:.0f} KB"
    if byte_count < 1024**3:
        return f"{byte_count / 1024**2:.1f} MB".replace(".", ",")
    return f"{byte_count / 1024**3:.1f} GB".replace(".", ",")


def ago(moment: dt.datetime, now: dt.datetime) -> str:
    """How long ago: "vừa xong", "5 phút trước", "3 giờ trước", "hôm qua", "12 ngày trước"."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return "vừa xong"
    if minutes < 60:
        return f"{minutes} phút trước"
    if minutes < 24 * 60:
        return f"{minutes // 60} giờ trước"
    days = minutes // (24 * 60)
    return "hôm qua" if days == 1 else f"{number(days)} ngày trước"


def days_left(due: dt.date, today: dt.date) -> str:
    """ "quá 3 ngày", "hôm nay", "ngày mai", "còn 5 ngày"."""
    days = (due - today).days
    if days < 0:
        return f"quá {-days} ngày"
    return ("hôm nay", "ngày mai")[days] if days < 2 else f"còn {days} ngày"


def elided(text: str, most: int) -> str:
    """The first `most` characters, "…" where more follow."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def source(result: Result) -> str:
    """Where a result came from: "theo biểu", "theo gói của Trường Tiểu học", "ghép từ nhiều nơi báo"; "" for what was noted here."""
    if result.source == MERGED:
        return "ghép từ nhiều nơi báo"
    if result.source.startswith("package:"):
        return f"theo gói của {result.author}" if result.author else "theo gói"
    return "theo biểu" if result.source.startswith("form:") else ""


def period(words: str) -> str:
    """A period as people say it: "Tháng 3/2026", "Quý I/2026", "6 tháng đầu năm 2026", "Năm 2026"."""
    year, _, part = words.partition("-")
    if not part:
        return f"Năm {year}"
    if part.startswith("Q"):
        return f"Quý {('I', 'II', 'III', 'IV')[int(part[1:]) - 1]}/{year}"
    if part.startswith("H"):
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    return f"Tháng {int(part)}/{year}"
