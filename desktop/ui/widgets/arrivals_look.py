"""All files that came in, before anything is kept: counted, narrowed, each with what it would change; conflicts are chosen in here."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from desktop.domain.result import Result
from desktop.services.arrivals import Arrival, Clash, Verdict, clashes_of
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.models.arrival_rows import GROUPS, ArrivalsModel, Group, groups_of, needs_a_look
from desktop.ui.widgets.arrival_details import ArrivalDetails, Place
from desktop.ui.widgets.parts import chip, column, framed, label
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.wrap import wrapped

KnownWords = Callable[[str], str]
"""The words of the key by which a sender (uid) is known."""


class ArrivalsLook(QWidget):
    """changed: other files are wanted; opened, trusted: as `ArrivalDetails` tells them."""

    changed = Signal()
    opened = Signal(str, bool)
    trusted = Signal(object)

    def __init__(self, context: Context, known_words: KnownWords) -> None:
        super().__init__()
        self.setObjectName("arrivalsLook")
        self._known_words, self._left_out = known_words, 0
        self.found: tuple[Arrival, ...] = ()
        self.choices: dict[Place, Result] = {}
        self._clashes: dict[Place, Clash] = {}
        self.model = ArrivalsModel(context.theme, self)
        self.table = Table(self.model, "receivingTable", context)
        self.table.setAccessibleName("Các tệp nhận về")
        self.details = ArrivalDetails()
        self.heading = label("", "heading", "receivingSummary", wraps=True)
        self.chips: dict[Group, QToolButton] = {
            group: chip("", f"receiving_{group}", lambda _: self._filter()) for group in GROUPS
        }
        self._lay_out(context.theme.scale)
        self.table.picked.connect(self._on_picked)
        self.model.ticked.connect(self.changed)
        self.details.side_chosen.connect(self._on_side)
        self.details.older_wanted.connect(lambda one, on: self.model.tick(one.path, on=on))
        self.details.opened.connect(self.opened)
        self.details.trusted.connect(self.trusted)

    @property
    def older(self) -> tuple[Path, ...]:
        """Older files that are wanted all the same."""
        return tuple(self.model.older)

    @property
    def wanted(self) -> list[Arrival]:
        """The files that would be taken in now."""
        older = self.model.older
        return [
            one
            for one in self.found
            if one.verdict is Verdict.NEWS or (one.verdict is Verdict.OLDER and one.path in older)
        ]

    def show_found(self, found: Sequence[Arrival], left_out: int = 0) -> None:
        """Show these files; what was chosen so far stays chosen. left_out: how many lay beside them that are not for us."""
        self.found, self._left_out = tuple(found), left_out
        self._clashes = {(one.assignment, one.field, one.indicator): one for one in clashes_of(self.found)}
        self.choices = {place: side for place, side in self.choices.items() if place in self._clashes}
        groups = Counter(group for one in self.found for group in groups_of(one))
        for group, made in self.chips.items():
            made.setText(f"{GROUPS[group]}  {text.number(groups[group])}")
            made.setAccessibleName(f"{GROUPS[group]}: {text.count(groups[group], 'tệp')}")
            made.setVisible(groups[group] > 0)
        self.heading.setText(self._summary())
        self._filter()
        self.changed.emit()

    def _lay_out(self, scale: float) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("receivingSplit")
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.details)
        split.setSizes([round(770 * scale), round(430 * scale)])
        split.setStretchFactor(0, 1)
        whole = column(self.heading, framed(wrapped(*self.chips.values(), None)), split, space=8)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _summary(self) -> str:
        told = [text.count(len(self.found), "tệp")]
        told += [
            text.count(count, noun)
            for count, noun in (
                (sum(one.new for one in self.found), "việc mới"),
                (sum(one.changed for one in self.found), "việc thay đổi"),
                (len(self._clashes), "xung đột"),
            )
            if count
        ]
        if self._left_out:
            told.append(f"bỏ qua {text.count(self._left_out, 'tệp không phải để nhận ở đây')}")
        return " · ".join(told)

    def _filter(self) -> None:
        wanted = {group for group, made in self.chips.items() if made.isChecked()}
        rows = [one for one in self.found if not wanted or groups_of(one) & wanted]
        before = self.table.current_row()
        self.model.set_rows(rows)
        if not (before is not None and self.table.select_key(before.path, "path")) and rows:
            shown = self.model.rows
            at = max(range(len(shown)), key=lambda at: needs_a_look(shown[at]))
            self.table.setCurrentIndex(self.model.index(at, 0))
        self._on_picked()

    def _on_picked(self) -> None:
        one: Arrival | None = self.table.current_row()
        known = ""
        if one is not None and one.is_other_key and one.manifest is not None:
            known = self._known_words(one.manifest.sender)
        is_wanted = one is not None and one.path in self.model.older
        self.details.show_arrival(one, self._clashes, self.choices, known, is_wanted=is_wanted)

    def _on_side(self, clash: Clash, side: Result) -> None:
        self.choices[clash.assignment, clash.field, clash.indicator] = side
