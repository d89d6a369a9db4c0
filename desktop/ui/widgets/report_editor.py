"""A report being written: its parts at the left, its real pages at the right. Over the services of reports; used by two pages."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.domain.report import Arrangement
from desktop.services import report_drafts, report_views
from desktop.services.report_views import Shown, ShownPart
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.paper_view import PaperView
from desktop.ui.widgets.parts import button, label, row
from desktop.ui.widgets.report_part_card import ReportPartCard

_ARRANGEMENTS = ((Arrangement.TASK, "Theo nhiệm vụ"), (Arrangement.FIELD, "Theo lĩnh vực"))


class ReportEditor(QWidget):
    """Shows one report. send_wanted, print_wanted, save_wanted: of the report shown; pages know how. bar: the row of buttons, to which a
    page may add its own."""

    send_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._key: int | None = None
        self._cards: list[ReportPartCard] = []
        self._make_bar()
        self._parts = QVBoxLayout()
        self._parts.setContentsMargins(0, 0, 8, 8)
        self._parts.setSpacing(8)
        self.paper = PaperView(context.jobs, context.theme.colours, f"{name}Paper")
        self._lay_out(name)

    def _make_bar(self) -> None:
        self.state = ElidedLabel("", "muted", "reportState")
        self.cut_off = DateField(
            "reportCutOff", self._context.work.today(), self._context.theme.icon("calendar")
        )
        self.cut_off.setAccessibleName("Chốt số liệu đến ngày")
        self.cut_off.changed.connect(self._on_cut_off)
        self.arrangement = QComboBox()
        self.arrangement.setObjectName("reportArrangement")
        self.arrangement.setAccessibleName("Cách trình bày")
        for value, words in _ARRANGEMENTS:
            self.arrangement.addItem(words, value)
        self.arrangement.activated.connect(self._on_arrangement)
        self.print_button = button("In…", "reportPrint", self.print_wanted.emit)
        self.save_button = button("Lưu…", "reportSave", self.save_wanted.emit)
        self.send_button = button("Ghi số và gửi…", "reportSend", self.send_wanted.emit)

    def _lay_out(self, name: str) -> None:
        holder = QWidget()
        holder.setLayout(self._parts)
        scroll = QScrollArea()
        scroll.setObjectName(f"{name}Parts")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName(f"{name}Split")
        split.addWidget(scroll)
        split.addWidget(self.paper)
        split.setSizes([560, 560])
        self._cut_off_label = label("Chốt số liệu", "muted")
        bar = self.bar = row(
            self._cut_off_label,
            self.cut_off,
            self.arrangement,
            self.state,
            self.print_button,
            self.save_button,
            self.send_button,
        )
        bar.setStretchFactor(self.state, 1)
        bar.setContentsMargins(12, 8, 12, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(split, 1)

    @property
    def key(self) -> int | None:
        """Id of the report shown."""
        return self._key

    def show_report(self, key: int) -> None:
        """Show a report as it is now."""
        self._key = key
        work = self._context.work
        self._context.jobs.draw(
            f"{self.objectName()}Report",
            lambda: (report_views.shown(work, key), report_views.paper(work, key)),
            self._take,
            self._context.hub.failed.emit,
        )

    def keep(self) -> None:
        """Keep what is being typed."""
        for card in self._cards:
            card.keep()

    def _take(self, told: Any) -> None:
        shown, paper = told
        if shown.report.id != self._key:
            return
        self._tell(shown)
        self._fill(shown)
        self.paper.show_paper(paper)

    def _tell(self, shown: Shown) -> None:
        report = shown.report
        self.cut_off.set_day(report.cut_off)
        for one in (self._cut_off_label, self.cut_off, self.arrangement):
            one.setVisible(not shown.is_sent)
        self.arrangement.setCurrentIndex([value for value, _ in _ARRANGEMENTS].index(shown.arrangement))
        self.send_button.setVisible(not shown.is_sent)
        words = "Dự thảo"
        if report.number:
            sent = f"Đã gửi: số {report.number:02d}/{report.symbol} ngày {text.date(report.date)}"
            words = f"{sent}, số liệu chốt {text.date(report.cut_off)}"
        self.state.setText(words)

    def _fill(self, shown: Shown) -> None:
        """Cards of parts that are as they were stay: one of them may be typed in."""
        there = {
            card.shown: card for card in self._cards if card.is_sent == shown.is_sent and not card.is_told
        }
        cards = [there.get(one) or self._card(one, is_sent=shown.is_sent) for one in shown.parts]
        while self._parts.count():
            item = self._parts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in cards:
                widget.deleteLater()
        if shown.later:
            self._parts.addWidget(_later_card(shown))
        self._cards = cards
        for card in cards:
            self._parts.addWidget(card)
        self._parts.addStretch(1)

    def _card(self, part: ShownPart, *, is_sent: bool) -> ReportPartCard:
        made = ReportPartCard(part, is_sent=is_sent)
        made.told.connect(self._on_told)
        made.reset.connect(self._on_reset)
        made.kept.connect(self._on_kept)
        return made

    def _on_told(self, part: str, words: str) -> None:
        self._change("Sửa lời báo cáo", lambda key: report_drafts.edit(self._context.work, key, part, words))

    def _on_reset(self, part: str) -> None:
        self._change(
            "Đưa một phần báo cáo về số liệu", lambda key: report_drafts.reset(self._context.work, key, part)
        )

    def _on_kept(self, part: str) -> None:
        self._change(
            "Giữ lời đã sửa của báo cáo", lambda key: report_drafts.keep_edit(self._context.work, key, part)
        )

    def _on_cut_off(self, day: Any) -> None:
        if day is not None:
            self._change(
                f"Chốt số liệu đến {text.date(day)}",
                lambda key: report_drafts.set_cut_off(self._context.work, key, day),
            )

    def _on_arrangement(self, at: int) -> None:
        wanted = _ARRANGEMENTS[at][0]
        self._change(
            "Đổi cách trình bày báo cáo",
            lambda key: report_drafts.arrange(self._context.work, key, wanted),
        )

    def _change(self, name: str, change: Any) -> None:
        key = self._key
        if key is not None:
            self._context.doer.do(name, lambda: change(key), lambda _: self.show_report(key))


def _later_card(shown: Shown) -> QWidget:
    """What came in after the cut-off: said, not put into the figures."""
    words = "\n".join(
        f"{one.unit}: {text.STATUSES[one.result.status]} ({text.date(one.result.reported_on)}) – {text.elided(one.task, 80)}"
        for one in shown.later[:12]
    )
    more = f"\n… và {text.count(len(shown.later) - 12, 'kết quả khác')}" if len(shown.later) > 12 else ""
    card = QWidget()
    card.setObjectName("reportLater")
    card.setProperty("role", "note")
    card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(12, 8, 12, 8)
    layout.addWidget(label(f"Sau khi chốt: {text.count(len(shown.later), 'kết quả')} mới", "caption"))
    layout.addWidget(label(words + more, "muted", wraps=True))
    return card
