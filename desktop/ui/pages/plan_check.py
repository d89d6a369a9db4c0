"""Soát lỗi: what in the plan deserves a look, with sentence and clause; one click goes there, one click mends what is safe."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.directive import Severity
from desktop.errors import AppError
from desktop.services import plan_findings
from desktop.services.plan_findings import PlanFinding
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.finding_card import STEPS, FindingCard
from desktop.ui.widgets.parts import button, chip, label, row

_NAMES = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Gợi ý"}


class CheckTab(QWidget):
    """A tab of the workspace of a plan."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("checkTab")
        self._context = context
        self._key: int | None = None
        self._found: list[PlanFinding] = []
        self._cards: list[FindingCard] = []
        self._summary = label("", "muted", "checkSummary")
        self._passed = chip("Cả mục đã bỏ qua", "checkPassed", lambda _: self._fill())
        self._all = button("Sửa mọi chỗ sửa được", "checkFixAll", self._fix_all)
        self._again = button("Soát lại", "checkAgain", self._check)
        for later in (self._passed, self._all):
            later.hide()  # until it is known that there is something for it
        self._list = QVBoxLayout()
        self._list.setContentsMargins(12, 4, 12, 12)
        self._list.setSpacing(8)
        self._add_parts()

    def _add_parts(self) -> None:
        holder = QWidget()
        holder.setLayout(self._list)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("checkScroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(holder)
        clean = EmptyState("Không thấy chỗ nào cần sửa.", self._context.theme.drawing("done"))
        self._stack = QStackedLayout()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(clean)
        stack = QWidget()
        stack.setLayout(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        bar = row(self._summary, None, self._passed, self._all, self._again)
        bar.setContentsMargins(12, 0, 12, 0)
        layout.addLayout(bar)
        layout.addWidget(stack, 1)

    def show_plan(self, key: int) -> None:
        """Read the plan through beside the window, and show what was found."""
        self._key = key
        self._check()

    def open_part(self, part: str) -> None:
        """Nothing of a plan is shown here by its place."""

    def leave(self) -> None:
        """Nothing is typed here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the first finding."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def _step(self, step: int) -> None:
        """From the finding that has the keys to the one after or before it."""
        if not self._cards:
            return
        at = next((i for i, card in enumerate(self._cards) if card.hasFocus()), -1 if step > 0 else 0)
        card = self._cards[max(0, min(at + step, len(self._cards) - 1))]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(card)

    def _check(self) -> None:
        key = self._key
        if key is None:
            return
        work = self._context.work
        self._summary.setText("Đang soát…")
        self._context.jobs.draw(
            f"check{id(self)}", lambda: plan_findings.of_plan(work, key), self._show, self._fail
        )

    def _fail(self, error: AppError) -> None:
        self._context.hub.failed.emit(error)

    def _show(self, found: Any) -> None:
        self._found = found
        self._fill()

    def _fill(self) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.deleteLater()
        while self._list.count():
            self._list.takeAt(0)
        shown = [one for one in self._found if self._passed.isChecked() or not one.is_passed_over]
        shown.sort(key=lambda one: list(_NAMES).index(one.finding.severity))
        self._cards = [self._card(one) for one in shown]
        for card in self._cards:
            self._list.addWidget(card)
        self._list.addStretch(1)
        self._stack.setCurrentIndex(0 if shown else 1)
        self._tell(shown)

    def _tell(self, shown: list[PlanFinding]) -> None:
        counts = {s: sum(one.finding.severity is s for one in shown) for s in _NAMES}
        words = [text.count(count, _NAMES[s].lower()) for s, count in counts.items() if count]
        self._summary.setText(" · ".join(words) or "Đã soát xong")
        passed = sum(one.is_passed_over for one in self._found)
        self._passed.setText(f"Cả {passed} mục đã bỏ qua")
        self._passed.setVisible(bool(passed))
        fixable = sum(one.can_fix and not one.is_passed_over for one in shown)
        self._all.setText(f"Sửa {fixable} chỗ sửa được")
        self._all.setVisible(fixable > 1)

    def _card(self, one: PlanFinding) -> FindingCard:
        card = FindingCard(one, _NAMES[one.finding.severity], self._context.theme)
        card.stepped.connect(self._step)
        card.looked.connect(lambda: self._look(one))
        card.fixed.connect(lambda: self._fix([one]))
        card.passed.connect(lambda: self._pass_over(one))
        return card

    def _look(self, one: PlanFinding) -> None:
        self._context.hub.go("plan", self._key, "draft", one.place)

    def _fix(self, wanted: list[PlanFinding]) -> None:
        key, work = self._key, self._context.work
        if key is None:
            return
        name = "Sửa theo soát lỗi" if len(wanted) == 1 else f"Sửa {len(wanted)} chỗ theo soát lỗi"

        def change() -> None:
            for one in wanted:
                plan_findings.fix(work, key, one)

        self._context.doer.do(name, change, lambda _: self._check())

    def _fix_all(self) -> None:
        """One fix a place at a time: two in one sentence would each be of the sentence as it was."""
        wanted: dict[str, PlanFinding] = {}
        for one in self._found:
            if one.can_fix and not one.is_passed_over:
                wanted.setdefault(one.place, one)
        self._fix(list(wanted.values()))

    def _pass_over(self, one: PlanFinding) -> None:
        key, work = self._key, self._context.work
        if key is not None:
            wanted = not one.is_passed_over
            name = "Bỏ qua một mục soát lỗi" if wanted else "Xét lại một mục soát lỗi"
            self._context.doer.do(
                name,
                lambda: plan_findings.pass_over(work, key, one, wanted=wanted),
                lambda _: self._check(),
            )
