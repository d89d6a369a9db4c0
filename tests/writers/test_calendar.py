"""The calendar file, read back by the rules of RFC 5545."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import FileMissing
from desktop.writers import calendar
from desktop.writers.calendar import Event

MADE = dt.datetime(2026, 3, 27, 1, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 31)


def unfolded(content: bytes) -> list[str]:
    """The lines as they were before folding (§3.1)."""
    return content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def read(text: str) -> str:
    """A text value as a calendar reads it (§3.3.11)."""
    out, letters = [], iter(text)
    for letter in letters:
        following = next(letters) if letter == "\\" else letter
        out.append("\n" if letter == "\\" and following == "n" else following)
    return "".join(out)


def of(event: Event) -> dict[str, str]:
    lines = unfolded(calendar.content("Lịch", [event], MADE))
    return dict(line.split(":", 1) for line in lines if ":" in line)


def test_a_day_is_an_event_of_a_whole_day_that_takes_no_time() -> None:
    told = of(Event("a1@x", DAY, "Nộp báo cáo"))
    assert told["DTSTART;VALUE=DATE"] == "20260331"
    assert told["DTEND;VALUE=DATE"] == "20260401"
    assert (told["UID"], told["DTSTAMP"], told["TRANSP"]) == ("a1@x", "20260327T013000Z", "TRANSPARENT")


@pytest.mark.parametrize(("days", "trigger"), [(1, "-PT16H"), (0, "PT8H"), (3, "-PT64H")])
def test_the_alarm_rings_at_eight_so_many_days_before(days: int, trigger: str) -> None:
    assert of(Event("a", DAY, "Hạn", alarm=days))["TRIGGER"] == trigger


def test_an_event_without_alarm_has_none() -> None:
    assert b"VALARM" not in calendar.content("Lịch", [Event("a", DAY, "Hạn", alarm=None)], MADE)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n"), min_size=1))
def test_every_text_comes_back_whole_and_no_line_is_too_long(text: str) -> None:
    content = calendar.content("Lịch", [Event("a", DAY, text, text)], MADE)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    told = [
        line for line in content.replace(b"\r\n ", b"").decode().split("\r\n") if line.startswith("SUMMARY:")
    ]
    assert read(told[0].removeprefix("SUMMARY:")) == text


def test_lines_are_never_cut_within_a_letter() -> None:
    for line in calendar.content("Lịch", [Event("a", DAY, "ệ" * 200)], MADE).split(b"\r\n"):
        line.decode()


def test_a_calendar_begins_and_ends_as_it_should() -> None:
    lines = unfolded(calendar.content("Hạn, nhiệm vụ", [], MADE))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert lines[5] == "X-WR-CALNAME:Hạn\\, nhiệm vụ"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        calendar.write("Lịch", [], MADE, tmp_path / "none" / "a.ics")
