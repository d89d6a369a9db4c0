"""Days as a calendar file (iCalendar, RFC 5545) for a telephone or Outlook: events of whole days with an alarm. Knows no plans."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.writers.atomic import replacing

PRODUCT = "-//So Ke Hoach//So Ke Hoach//VI"
_LINE = 75  # octets of a line, RFC 5545 §3.1
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """One day. uid: the same for the same thing for good, so that a file read twice makes no second event; alarm: days before, at
    8 o'clock, None for none."""

    uid: str
    day: dt.date
    title: str
    text: str = ""
    alarm: int | None = 1


def write(name: str, events: Iterable[Event], made_at: dt.datetime, path: Path) -> Path:
    """Write the calendar of that name. made_at: in UTC. Raises the errors of `atomic.replacing`."""
    with replacing(path) as beside:
        beside.write_bytes(content(name, events, made_at))
    return path


def content(name: str, events: Iterable[Event], made_at: dt.datetime) -> bytes:
    """The file: UTF-8, lines of at most 75 octets that end in CRLF."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines = [*head, f"X-WR-CALNAME:{_escaped(name)}"]
    for event in events:
        lines += _event(event, f"{made_at:%Y%m%dT%H%M%SZ}")
    lines.append("END:VCALENDAR")
    return b"".join(folded + b"\r\n" for line in lines for folded in _folded(line))


def _event(event: Event, stamp: str) -> list[str]:
    """A day without hours lasts until the next one begins, and leaves its owner free (§3.6.1)."""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + dt.timedelta(1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.title)}",
        *([f"DESCRIPTION:{_escaped(event.text)}"] if event.text else []),
        "TRANSP:TRANSPARENT",
    ]
    if event.alarm is not None:
        # From the midnight that begins the day: so many days back and eight hours on.
        hours = event.alarm * 24 - 8
        trigger = f"-PT{hours}H" if hours > 0 else f"PT{-hours}H"
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_escaped(event.title)}",
            f"TRIGGER:{trigger}",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> Iterator[bytes]:
    """Long lines go on in the next one after a space; never within a letter."""
    rest, room = line, _LINE
    while rest:
        end, used = 0, 0
        for letter in rest:
            used += len(letter.encode())
            if used > room:
                break
            end += 1
        yield (b"" if room == _LINE else b" ") + rest[:end].encode()
        rest, room = rest[end:], _LINE - 1
