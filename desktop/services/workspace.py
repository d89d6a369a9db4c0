"""The workspace that is open, with what every use case needs: store, office, clock, deadline rules. Combines nothing itself."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from desktop.storage import settings
from desktop.storage.store import Store

if TYPE_CHECKING:
    from desktop.domain.office import Office
    from desktop.domain.working_days import DeadlineRules


class Workspace:
    """An open home. Passed to every service, never global.

    store: the database; home: folder of all user data; today: the clock of the office, a day at a time.
    """

    def __init__(self, store: Store, today: Callable[[], dt.date] = dt.date.today) -> None:
        self.store, self.home, self.today = store, store.home, today

    @classmethod
    def open(cls, home: Path, today: Callable[[], dt.date] = dt.date.today) -> Self:
        """Open the workspace in `home`, made when it is not there. Raises what `Store.open` raises."""
        return cls(Store.open(home), today)

    def close(self) -> None:
        """Close and unlock it."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def office(self) -> "Office":
        """The office whose copy this is, as told so far."""
        return settings.office(self.store)

    @property
    def office_name(self) -> str:
        """Its name alone; "" before it is told. For the start, which has no time for the rest."""
        return settings.office_name(self.store)

    @property
    def has_password(self) -> bool:
        """Whether the window opens locked. For the start, as `office_name`."""
        return settings.has_password(self.store)

    def rules(self, days: Iterable[dt.date | None]) -> "DeadlineRules":
        """The office's deadline rules with the public holidays of the years of `days` and the years before and after."""
        from desktop.services.public_holidays import with_holidays

        years = {day.year for day in days if day}
        return with_holidays(self.office.rules, {year + step for year in years for step in (-1, 0, 1)})
