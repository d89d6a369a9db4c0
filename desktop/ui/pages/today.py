"""Hôm nay: what is late, what is due, whom to ring, what to send and to plan. Every line opens its place; all of it prints on one A4."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.domain.assignment import Standing
from desktop.services import today as day_of
from desktop.services.changes import Noun
from desktop.services.today import Show, Today
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.pages import today_lines
from desktop.ui.pages.page import Page
from desktop.ui.pages.today_acts import TodayActs
from desktop.ui.widgets.agenda import Agenda
from desktop.ui.widgets.parts import button, tool
from desktop.ui.widgets.tile import Tile


class TodayPage(Page):
    """The morning of an office. What needs the calendar of holidays (reports, duties) comes a moment after the rest."""

    name = "today"
    title = "Hôm nay"
    help = "hom-nay"
    nouns = Noun.PLANS | Noun.TASKS | Noun.RESULTS | Noun.REPORTS | Noun.UNITS | Noun.OFFICE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._show, self._day = Show.ALL, context.work.today()
        self._today: Today | None = None
        self._coming: Any = None
        self._empty: QWidget | None = None
        self._wants_coming = False
        self.acts = TodayActs(context, self)
        self._build()

    def _build(self) -> None:
        theme = self.context.theme
        self.header.add(
            tool(
                "In việc hôm nay trên một trang",
                "todayPrint",
                theme.icon("print"),
                self.acts.print,
                shortcut="Ctrl+P",
            )
        )
        self.open_act = button(
            "Mở văn bản chỉ đạo", "todayOpen", lambda: self.context.hub.go("directive"), role="primary"
        )
        self.header.add(self.open_act)
        self.tiles = {
            Show.OVERDUE: Tile(theme, "Quá hạn", "todayOverdue", standing=Standing.OVERDUE),
            Show.SOON: Tile(theme, "Đến hạn trong 7 ngày", "todaySoon"),
            Show.SILENT: Tile(theme, "Chưa báo cáo", "todaySilent"),
        }
        self.reports_tile = Tile(theme, "Báo cáo phải gửi", "todayReports", checkable=False)
        # Words in the lists stand 8 px in: so they stand under the title and the tiles.
        self.body.setContentsMargins(16, 0, 8, 12)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(theme.sizes.m)
        for show, tile in self.tiles.items():
            tile.clicked.connect(lambda checked, show=show: self._filter(show if checked else Show.ALL))
            row.addWidget(tile, 1)
        self.reports_tile.clicked.connect(self._go_to_reports)
        row.addWidget(self.reports_tile, 1)
        self.body.addLayout(row)
        self.body.addSpacing(theme.sizes.s)
        self.body.addLayout(self._columns(), 1)

    def _columns(self) -> QHBoxLayout:
        theme = self.context.theme
        self.work_list = Agenda(theme, "todayWork", "Việc quá hạn và sắp đến hạn")
        self.call_list = Agenda(theme, "todayCalls", "Cần gọi, báo cáo phải gửi, việc hằng năm")
        for agenda in (self.work_list, self.call_list):
            agenda.opened.connect(self.acts.open)
            agenda.acted.connect(self.acts.act)
            agenda.menu_wanted.connect(self.acts.menu)
        self.left = QStackedWidget()
        self.left.addWidget(self.work_list)
        columns = QHBoxLayout()
        columns.setSpacing(theme.sizes.l)
        columns.addWidget(self.left, 4)
        columns.addWidget(self.call_list, 3)
        return columns

    def make_current(self) -> None:
        """A new day is a change too."""
        if self._day != self.context.work.today():
            self._is_stale = True
        super().make_current()

    def reload(self) -> None:
        """What waits now; what is coming follows when it has been drawn."""
        work = self.context.work
        self._today = today = day_of.gather(work, self._show)
        self._day = today.day
        name = text.long_date(today.day)
        self.header.say(name[0].upper() + name[1:])
        self._tell_figures(today)
        self._show_lines(today)
        self._wants_coming = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What comes after the rest is looked for once the rest is seen."""
        super().paintEvent(event)
        if self._wants_coming:
            self._wants_coming = False
            QTimer.singleShot(0, self._draw_coming)

    def _draw_coming(self) -> None:
        self.context.jobs.draw("today/coming", lambda: _coming(self.context), self._on_coming)

    def _tell_figures(self, today: Today) -> None:
        figures = today.figures
        for show, many, noun, under in (
            (Show.OVERDUE, figures.overdue, "nhiệm vụ", _turns(figures.overdue_units)),
            (Show.SOON, figures.soon, "nhiệm vụ", _turns(figures.soon_units)),
            (
                Show.SILENT,
                figures.silent,
                "đơn vị",
                "đơn vị có việc quá hạn" if figures.silent else "không có",
            ),
        ):
            self.tiles[show].tell(many, text.count(many, noun), under)
            self.tiles[show].setChecked(show is self._show)

    def _show_lines(self, today: Today) -> None:
        self.work_list.show_lines(today_lines.work(today, self._show))
        self._show_right(today)
        self.open_act.setVisible(today.has_plans)  # an empty page has the same button in its middle
        if today.overdue or today.soon:
            self.left.setCurrentWidget(self.work_list)
            return
        if self._empty is not None:
            self.left.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = self._make_empty(today)
        self.left.addWidget(self._empty)
        self.left.setCurrentWidget(self._empty)

    def _show_right(self, today: Today) -> None:
        lines = today_lines.calls(today)
        if self._coming is not None:
            lines += today_lines.coming(self._coming, today.day)
        self.call_list.show_lines(lines)
        self.call_list.setVisible(bool(lines))

    def _make_empty(self, today: Today) -> QWidget:
        from desktop.ui.widgets.empty_state import EmptyState

        theme, hub = self.context.theme, self.context.hub
        ratio = self.devicePixelRatioF()
        if not today.has_plans:
            return EmptyState(
                "Chưa có kế hoạch nào. Mở một văn bản chỉ đạo của cấp trên: chương trình đọc và lập sẵn dự thảo kế hoạch.",
                theme.drawing("plans", ratio=ratio),
                "Mở văn bản chỉ đạo",
                lambda: hub.go("directive"),
            )
        if self._show is Show.ALL:
            return EmptyState(
                "Không có việc nào quá hạn hay đến hạn trong 7 ngày tới.", theme.drawing("done", ratio=ratio)
            )
        words = {
            Show.OVERDUE: "Không có việc nào quá hạn.",
            Show.SOON: "Không có việc nào đến hạn trong 7 ngày tới.",
            Show.SILENT: "Mọi đơn vị có việc quá hạn đều đã báo cáo.",
        }[self._show]
        return EmptyState(
            words, theme.drawing("done", ratio=ratio), "Xem mọi việc", lambda: self._filter(Show.ALL)
        )

    def _filter(self, show: Show) -> None:
        self._show = show
        self.reload()

    def _on_coming(self, coming: Any) -> None:
        self._coming = coming
        late = sum(1 for one in coming.reports if one.due is not None and one.due < self._day)
        many = len(coming.reports)
        under = f"{late} báo cáo đã quá ngày" if late else "sắp đến ngày, đang soạn" if many else "không có"
        self.reports_tile.tell(many, text.count(many, "báo cáo"), under)
        if self._today is not None:
            self._show_right(self._today)

    def _go_to_reports(self) -> None:
        lines = self.call_list.model_of_lines.lines
        at = next((i for i, line in enumerate(lines) if line.title == "Báo cáo phải gửi"), None)
        if at is None:
            self.context.hub.go("reports")
            return
        index = self.call_list.model_of_lines.index(at + 1)
        self.call_list.setCurrentIndex(index)
        self.call_list.scrollTo(index, Agenda.ScrollHint.PositionAtCenter)
        self.call_list.setFocus()


def _coming(context: Context) -> Any:
    from desktop.services import coming

    return coming.gather(context.work)


def _turns(many: int) -> str:
    return text.count(many, "lượt đơn vị") if many else "không có"
