"""What narrows the page Nhiệm vụ: words, plan, unit, period in one row; the ways to see it and kinds of work in a second one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.plan import Plan
from desktop.domain.task import Party
from desktop.services.task_lists import Show
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.models.task_rows import PERIODS, PLANS, RUNNING, SHOWS, TaskFilter, day_of
from desktop.ui.widgets.filter_bar import FilterBar
from desktop.ui.widgets.parts import chip, framed
from desktop.ui.widgets.party_field import PartyField
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.wrap import wrapped

_PLAN = 60
"""Letters of a plan's subject in the list to choose from."""


class TaskFilters(QObject):
    """changed: the person narrowed or widened it. bar: the row of filters of the page; chips: the second row."""

    changed = Signal()

    def __init__(self, context: Context, bar: FilterBar, segments: Segments) -> None:
        super().__init__(bar)
        self._bar = bar
        self.bar = bar
        bar.words_changed.connect(lambda _: self._tell())
        self.plans = _choice("tasksPlan", "Kế hoạch", PLANS)
        self.plans.setMaximumWidth(round(260 * context.theme.scale))
        self.party = PartyField(context, "tasksParty", "Mọi đơn vị")
        self.party.setMinimumWidth(round(150 * context.theme.scale))
        self.party.setMaximumWidth(round(220 * context.theme.scale))
        self.periods = _choice("tasksPeriod", "Thời hạn", PERIODS)
        for box in (self.plans, self.periods):
            box.currentIndexChanged.connect(lambda _: self._tell())
        self.party.changed.connect(self._tell)
        for one in (self.plans, self.party, self.periods):
            bar.add(one)
        self.shows = {
            show: chip(words, f"tasksShow_{show}", lambda _: self._tell()) for show, words in SHOWS.items()
        }
        self.chips: QWidget = framed(wrapped(segments, *self.shows.values()), "tasksChips")
        self._quiet = False

    @property
    def now(self) -> TaskFilter:
        """The filter as it is set."""
        party = self.party.party
        return TaskFilter(
            self._bar.words.text().strip(),
            frozenset(show for show, one in self.shows.items() if one.isChecked()),
            self.plans.currentData(),
            party.unit if party else None,
            party.group if party else None,
            self.periods.currentData(),
        )

    def show_filter(self, wanted: TaskFilter, name: Callable[[TaskFilter], str]) -> None:
        """Set it and tell it once. name: gives the name of the unit or group of a filter, "" where it is gone."""
        self._quiet = True
        self._bar.words.setText(wanted.words)
        self.plans.setCurrentIndex(max(0, self.plans.findData(wanted.plan)))
        self._show_period(wanted.period)
        named = name(wanted) if wanted.unit or wanted.group else ""
        self.party.set_party(Party(named, unit=wanted.unit, group=wanted.group) if named else None)
        for show, one in self.shows.items():
            one.setChecked(show in wanted.show)
        self._quiet = False
        self._tell()

    def show_plans(self, plans: Sequence[Plan]) -> None:
        """Offer these plans, keeping the one that is chosen if it is still there."""
        chosen = self.plans.currentData()
        self._quiet = True
        while self.plans.count() > len(PLANS):
            self.plans.removeItem(self.plans.count() - 1)
        for plan in plans:
            number = f"{plan.number:02d}/{plan.symbol} " if plan.number else ""
            self.plans.addItem(text.elided(f"{number}{plan.subject}", _PLAN), str(plan.id))
        at = self.plans.findData(chosen)
        self.plans.setCurrentIndex(at if at >= 0 else self.plans.findData(RUNNING))
        self._quiet = False

    def show_counts(self, counts: Mapping[Show, int]) -> None:
        """How much there is of each kind, on its chip."""
        for show, one in self.shows.items():
            one.setText(f"{SHOWS[show]}  {text.number(counts[show])}" if counts.get(show) else SHOWS[show])

    def _show_period(self, period: str) -> None:
        """A single day is offered only while it is chosen."""
        day = day_of(period)
        while self.periods.count() > len(PERIODS):
            self.periods.removeItem(self.periods.count() - 1)
        if day is not None:
            self.periods.addItem(f"Hạn {text.date(day)}", period)
        self.periods.setCurrentIndex(max(0, self.periods.findData(period)))

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()


def _choice(name: str, title: str, offered: Mapping[str, str]) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setToolTip(title)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(max(map(len, offered.values())))
    data: Any
    for data, words in offered.items():
        made.addItem(words, data)
    return made
