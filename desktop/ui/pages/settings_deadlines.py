"""Quy tắc thời hạn: how the office counts the last day of a deadline, with examples that follow each choice at once."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.plan import Plan
from desktop.domain.working_days import DayOff, DeadlineRules
from desktop.services import offices, task_editing
from desktop.services.task_editing import Days
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.pages.settings_section import Section, explained
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import column, framed, label

_DAYS_OFF = (
    (
        DayOff.BACK,
        "Lùi về ngày làm việc liền trước",
        "Cách các cơ quan thường dùng; Nghị định 315/2025/NĐ-CP",
    ),
    (DayOff.FORWARD, "Dời sang ngày làm việc liền sau", "Bộ luật Dân sự 2015, Điều 148"),
    (DayOff.KEEP, "Giữ nguyên ngày ấy", "Hạn vào ngày nghỉ vẫn tính đúng ngày"),
)
_BESIDE = 820
"""Px of the section from which on the examples stand beside the choices."""


class DeadlinesSection(Section):
    """Three choices and what they mean for three deadlines."""

    name = "deadlines"
    title = "Quy tắc thời hạn"
    lead = (
        "Văn bản luôn in đúng chữ và ngày đã ghi; quy tắc này định ngày cuối cùng được tính là đúng hạn. "
        "Kế hoạch đã ban hành giữ ngày đã tính khi ban hành."
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.strict = QRadioButton("Không kể ngày ghi trong văn bản")
        self.loose = QRadioButton("Kể cả ngày ghi trong văn bản")
        self.strict.setObjectName("beforeStrict")
        self.loose.setObjectName("beforeLoose")
        self.days_off = {kind: QRadioButton(words) for kind, words, _ in _DAYS_OFF}
        for kind, choice in self.days_off.items():
            choice.setObjectName(f"dayOff_{kind}")
        self.saturday = QCheckBox("Cơ quan làm việc thứ Bảy")
        self.saturday.setObjectName("saturdayWorks")
        self.trial = QLineEdit()
        self.trial.setObjectName("deadlineTrial")
        self.trial.textChanged.connect(lambda _: self._answer())
        self._answered = label("", "muted", "deadlineAnswer", wraps=True)
        self._examples = [(label(), label(), label("", "hint", wraps=True)) for _ in range(3)]
        self._build()
        for one in (self.strict, self.loose, *self.days_off.values(), self.saturday):
            one.clicked.connect(self._keep)

    def reload(self) -> None:
        """The rules as they are kept."""
        rules = self.context.work.office.rules
        (self.strict if rules.before_is_strict else self.loose).setChecked(True)
        self.days_off[rules.day_off].setChecked(True)
        self.saturday.setChecked(rules.saturday_works)
        if not self.trial.text():
            self.trial.setPlaceholderText(f"Ví dụ: trước ngày 14/4/{self.context.work.today().year}")
        self._show_examples()
        self._answer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The examples stand beside the choices where there is room, else under them."""
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE * self.context.theme.scale
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)

    def _build(self) -> None:
        _group(self, self.strict, self.loose)
        _group(self, *self.days_off.values())
        off = [
            explained(self.days_off[kind], hint, self.context.theme.sizes.tick) for kind, _, hint in _DAYS_OFF
        ]
        choices = column(
            column(label("“Trước ngày 14/4” nghĩa là", "caption"), self.strict, self.loose, space=4),
            column(label("Ngày cuối rơi vào ngày nghỉ thì", "caption"), *off, space=6),
            column(label("Tuần làm việc", "caption"), self.saturday, space=4),
            None,
            space=20,
        )
        shown = framed(self._shown(), "deadlineExamples", "card")
        shown.setMaximumWidth(round(460 * self.context.theme.scale))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(self.context.theme.sizes.xxl)
        self._both.addLayout(choices)
        self._both.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        self._both.addStretch(1)
        self.body.addLayout(self._both)
        self.body.addStretch(1)

    def _shown(self) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        for at, title in enumerate(("Văn bản ghi", "Ngày cuối được tính")):
            grid.addWidget(label(title, "hint"), 0, at)
        for at, (words, day, why) in enumerate(self._examples):
            grid.setRowMinimumHeight(3 * at + 1, 10)
            grid.addWidget(words, 3 * at + 2, 0)
            grid.addWidget(day, 3 * at + 2, 1)
            grid.addWidget(why, 3 * at + 3, 1)
        grid.setColumnStretch(1, 1)
        trial = Field("Thử với một thời hạn khác", self.trial)
        return column(grid, 4, trial, self._answered, space=8, margins=16)

    def rules_now(self) -> DeadlineRules:
        """The rules as they are chosen."""
        return replace(
            self.context.work.office.rules,
            before_is_strict=self.strict.isChecked(),
            day_off=next(kind for kind, one in self.days_off.items() if one.isChecked()),
            saturday_works=self.saturday.isChecked(),
        )

    def _keep(self) -> None:
        rules = self.rules_now()
        if rules != self.context.work.office.rules:
            self.context.doer.do("Đổi quy tắc thời hạn", lambda: offices.tell_rules(self.context.work, rules))

    def _show_examples(self) -> None:
        for words, (first, second, why) in zip(
            _examples(self.context.work.today()), self._examples, strict=True
        ):
            days = self._days(words)
            first.setText(words)
            second.setText(text.long_date(days.counts) if days.counts else text.EMPTY)
            why.setText(_reason(days))

    def _answer(self) -> None:
        words = self.trial.text().strip()
        self._answered.setVisible(bool(words))
        days = self._days(words) if words else Days()
        if days.counts is None:
            self._answered.setText("Chưa thấy ngày nào trong các chữ này.")
        else:
            self._answered.setText(f"Tính đến hết {text.long_date(days.counts)}. {_reason(days)}".strip())

    def _days(self, words: str) -> Days:
        today = self.context.work.today()
        return task_editing.understood(self.context.work, Plan(0, "", "", date=today), words)[1]


def _group(owner: QWidget, *choices: QRadioButton) -> None:
    """Choices that exclude each other."""
    group = QButtonGroup(owner)
    for one in choices:
        group.addButton(one)


def _examples(today: dt.date) -> tuple[str, ...]:
    """Words of deadlines of this year that meet each rule: "before", a public holiday, a Saturday."""
    saturday = dt.date(today.year, 6, 30)
    saturday -= dt.timedelta((saturday.weekday() - 5) % 7)
    return (
        f"trước ngày 14/4/{today.year}",
        f"chậm nhất ngày 30/4/{today.year}",
        f"chậm nhất ngày {saturday.day}/{saturday.month}/{saturday.year}",
    )


def _reason(days: Days) -> str:
    """Why the day that counts is not the printed one."""
    if days.printed is None or days.ends is None or days.counts is None:
        return ""
    reasons = []
    if days.ends != days.printed:
        reasons.append(f"không kể ngày {days.printed:%d/%m}")
    if days.counts != days.ends:
        way = "lùi về" if days.counts < days.ends else "dời sang"
        reasons.append(f"{days.ends:%d/%m} là ngày nghỉ, {way} ngày làm việc")
    words = "; ".join(reasons)
    return words[:1].upper() + words[1:] if words else "Đúng ngày ghi trong văn bản"
