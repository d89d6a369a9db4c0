"""Trao đổi USB: what goes to units and comes from them, in packages and on Excel forms; by plan, and as a history of all of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from desktop.services import dropped
from desktop.services.changes import Noun
from desktop.services.dropped import Kind
from desktop.ui import sticks
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.pages.exchange_acts import ExchangeActs
from desktop.ui.pages.exchange_history import HistoryView
from desktop.ui.pages.exchange_plans import PlansView
from desktop.ui.pages.page import Page
from desktop.ui.sticks import Look
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import button, label, row
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.stick_strip import StickStrip

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

PLANS, HISTORY = "plans", "history"
_HINT = "Thả gói .skh, biểu đã điền, hoặc cả thư mục vào bất cứ chỗ nào trong cửa sổ để nhận."
_EMPTY = (
    "Chưa có kế hoạch nào đang thực hiện. Ban hành xong, gửi cho mỗi đơn vị một gói hoặc một biểu Excel; "
    "kế hoạch cấp trên giao thì nhận từ USB."
)


class ExchangePage(Page):
    """look: tells the sticks that are plugged in."""

    name = "exchange"
    title = "Trao đổi USB"
    help = "trao-doi-usb"
    nouns = Noun.PLANS | Noun.TASKS | Noun.RESULTS | Noun.UNITS | Noun.PACKAGES

    def __init__(self, context: Context, look: Look = sticks.plugged_in) -> None:
        super().__init__(context)
        icon = context.theme.icon
        self.ways = Segments(
            "exchangeWays",
            ((PLANS, " Theo kế hoạch", icon("plans")), (HISTORY, " Lịch sử", icon("history"))),
        )
        self.ways.chosen.connect(lambda _: self.refresh())
        self.bar = self.add_filters("Lọc đơn vị, kế hoạch", "exchangeFilter")
        self.bar.words_changed.connect(lambda _: self._filter())
        self.bar.add(self.ways)
        self.plans, self.history = PlansView(context, self.bar), HistoryView(context, self.bar)
        self.acts = ExchangeActs(context, self, self.plans, look)
        self.acts.sent.connect(self.refresh)
        self.plans.reply_wanted.connect(self.acts.send_reply)
        self.header.add(self.acts.send)
        self.header.add(self.acts.receive)
        self.strip = StickStrip(context, look)
        self.strip.receive_wanted.connect(lambda path: self.acts.take([path]))
        self._lay_out()

    def reload(self) -> None:
        """What is seen, as it is now."""
        is_history = self.ways.key == HISTORY
        self.plans.show_chips(shown=not is_history)
        self.history.show_chips(shown=is_history)
        has_plans = self.plans.reload()
        if is_history:
            self.history.reload()
        self._stack.setCurrentIndex(2 if is_history else 0 if has_plans else 1)
        self.bar.words.setEnabled(has_plans or is_history)
        for one in self.plans.chips.values():
            one.setEnabled(has_plans)
        self.acts.tell()

    def open_at(self, place: Place) -> None:
        """tab: "plans", "history", "reply" (of the plan `key`), "work" (its packages); key: a plan; part: files that were dropped."""
        wanted = place.tab if place.tab in {PLANS, HISTORY} else PLANS if place.key is not None else ""
        if wanted and wanted != self.ways.key:
            self.ways.choose(wanted)
            self.refresh()
        if place.key is not None:
            self.plans.pick(place.key)
        if place.tab == "reply":
            self.acts.send_reply()
        elif place.tab == "work":
            self.acts.send_work()
        if place.part:
            self.drop(place.part.splitlines())

    def focus_first(self) -> None:
        """The list that is seen."""
        (self.history.table if self.ways.key == HISTORY else self.plans.plans).setFocus()

    def drop(self, paths: list[str]) -> bool:
        """Packages, filled forms and folders of them are looked at; whether there are any."""
        kinds = {Kind.PACKAGE, Kind.RESULT_FORM}
        files = [path for path in map(Path, paths) if path.is_dir() or dropped.kind_of(path) in kinds]
        if files:
            self.acts.take(files)
        return bool(files)

    def showEvent(self, event: "QShowEvent") -> None:
        """Seen: look for sticks, now and from time to time."""
        super().showEvent(event)
        self.strip.start()

    def hideEvent(self, event: "QHideEvent") -> None:
        """Not seen: nothing to look for."""
        super().hideEvent(event)
        self.strip.stop()

    def _lay_out(self) -> None:
        empty = EmptyState(
            _EMPTY,
            self.context.theme.drawing("usb"),
            "Xem các kế hoạch",
            lambda: self.context.hub.go("plans"),
        )
        from_files = button("Nhận gói, biểu…", "emptyReceive", self.acts.ask_files)
        empty.add_below(row(None, from_files, None))
        self._stack = QStackedWidget()
        for one in (self.plans, empty, self.history):
            self._stack.addWidget(one)
        self.body.addWidget(self.strip)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(label(_HINT, "muted", "exchangeHint"))

    def _filter(self) -> None:
        (self.history if self.ways.key == HISTORY else self.plans).filter()
