"""The words that a digital signature shows."""

import datetime as dt

from desktop.documents.signing import signed_line


def test_an_attached_paper_shows_number_day_time_and_zone() -> None:
    at = dt.datetime(2026, 1, 5, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    assert signed_line("12/KH-UBND", at) == "12/KH-UBND; 05/01/2026 09:30:00 +07:00"


def test_the_time_is_that_of_vietnam_wherever_the_machine_thinks_it_is() -> None:
    at = dt.datetime(2026, 1, 4, 23, 59, 59, tzinfo=dt.UTC)
    assert signed_line("12/KH-UBND", at) == "12/KH-UBND; 05/01/2026 06:59:59 +07:00"
