"""The panel beside the list of plans: how far the chosen plan is, what comes next, what to open."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.assignment import Standing
from desktop.domain.roll_up import Completeness
from desktop.services.plan_views import PlanRow
from desktop.ui import text
from desktop.ui.models.plan_rows import STATES, giver_of, number_of
from desktop.ui.theme import Theme
from desktop.ui.widgets.parts import button, label, row
from desktop.ui.widgets.progress_strip import ProgressStrip

Open = Callable[[int, str], None]

_TABS = (("draft", "Soạn thảo"), ("follow", "Theo dõi"), ("report", "Báo cáo"))


class PlanDetails(QWidget):
    """opened: called with the id of the plan and the name of a tab."""

    def __init__(self, theme: Theme, opened: Open) -> None:
        super().__init__()
        self.setObjectName("planDetails")
        self.setProperty("role", "panel")
        self._opened = opened
        self._row: PlanRow | None = None
        self._subject = label("", "heading", "planDetailsSubject", wraps=True)
        self._state = label("", "muted", wraps=True)
        self._strip = ProgressStrip(theme)
        self._figures = label("", wraps=True)
        self._next = label("", "muted", wraps=True)
        self._buttons = {tab: button(words, f"planDetails_{tab}", self._opener(tab)) for tab, words in _TABS}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 8)
        layout.setSpacing(8)
        for part in (self._subject, self._state, self._strip, self._figures, self._next):
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addLayout(row(*self._buttons.values(), None))
        layout.addStretch(1)

    def show_row(self, shown: PlanRow | None) -> None:
        """Show a plan; nothing for None."""
        self._row = shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        plan, done = shown.plan, shown.completeness
        self._subject.setText(plan.subject)
        number = f"Số {number_of(shown)} ngày {text.date(plan.date)}" if plan.number else ""
        self._state.setText(" · ".join(filter(None, (STATES[plan.state], number, giver_of(shown)))))
        self._buttons["draft"].setText("Văn bản" if plan.is_received else _TABS[0][1])
        for tab, one in self._buttons.items():
            one.setVisible(tab != "report" or not plan.is_received)
        self._strip.show_parts(parts_of(done))
        self._strip.setVisible(bool(done.assigned))
        self._figures.setText(figures_of(done, shown.tasks))
        due = text.date(shown.next_due)
        self._next.setText(f"Hạn gần nhất: {due}" if due else "")
        self._next.setVisible(bool(due))

    def _opener(self, tab: str) -> Callable[[], None]:
        def go() -> None:
            if self._row is not None:
                self._opened(self._row.plan.id, tab)

        return go


def parts_of(done: Completeness) -> tuple[tuple[Standing, int], ...]:
    """The strip: done in time, done late, overdue, the rest."""
    return (
        (Standing.DONE, done.on_time),
        (Standing.DONE_LATE, done.done - done.on_time),
        (Standing.OVERDUE, done.overdue),
        (Standing.NOT_STARTED, done.assigned - done.done - done.overdue),
    )


def figures_of(done: Completeness, tasks: int) -> str:
    """The same in words."""
    if not done.assigned:
        return f"{text.count(tasks, 'nhiệm vụ')}, chưa giao"
    lines = [f"{text.count(tasks, 'nhiệm vụ')}, giao {text.count(done.assigned, 'lượt')}"]
    lines += [
        f"{words}: {text.number(count)}"
        for (standing, count) in parts_of(done)[:3]
        if count and (words := text.STANDINGS[standing][1])
    ]
    if done.missing:
        lines.append(f"Chưa báo cáo: {text.number(done.missing)}")
    return "\n".join(lines)
