"""Deadlines of open work as a calendar file for a telephone or Outlook. Changes nothing."""

import datetime as dt
from pathlib import Path

from desktop.documents import due_events
from desktop.errors import NotAllowed
from desktop.services.workspace import Workspace
from desktop.storage import assignment_counts
from desktop.storage.assignment_filter import Wanted
from desktop.storage.store import now

NAME = "Hạn nhiệm vụ"


def save(work: Workspace, wanted: Wanted, path: Path, made_at: dt.datetime | None = None) -> Path:
    """Write the days of the open work of a filter: one event of a whole day for a task and a day, with an alarm the day before.

    Read again after changes, the same event is brought up to date instead of doubled. made_at: in UTC, None for now. Raises
    `NotAllowed` "no_deadlines" where nothing open has a day, and the errors of writing.
    """
    from desktop.writers import calendar

    dated = assignment_counts.dated(work.store, wanted, work.today())
    if not dated:
        raise NotAllowed("no_deadlines")
    events = [
        calendar.Event(
            uid=f"{one.uid}-{one.due:%Y%m%d}@so-ke-hoach",
            day=one.due,
            title=due_events.title(one.text, one.names),
            text=due_events.description(
                one.text, one.names, f"{one.number:02d}/{one.symbol}" if one.number else "", one.subject
            ),
        )
        for one in dated
    ]
    return calendar.write(NAME, events, made_at or now(), path)
