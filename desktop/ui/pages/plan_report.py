"""Báo cáo: the report on one plan, written from its results."""

from PySide6.QtWidgets import QComboBox, QStackedLayout, QWidget

from desktop.domain.plan import PlanState
from desktop.domain.report import Report, ReportState
from desktop.services import plan_views, report_drafts, report_views
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs import report_paper
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import button
from desktop.ui.widgets.report_editor import ReportEditor


class ReportTab(QWidget):
    """A tab of the workspace of a plan."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("reportTab")
        self._context = context
        self._plan: int | None = None
        self.editor = ReportEditor(context, "planReport")
        report_paper.connect(self.editor, context, self)
        self.chooser = QComboBox()
        self.chooser.setObjectName("reportChooser")
        self.chooser.setAccessibleName("Báo cáo của kế hoạch")
        self.chooser.activated.connect(self._on_chosen)
        self.another = button("Báo cáo mới", "reportNew", self._open_new)
        drawing = context.theme.drawing("reports")
        self.empty = EmptyState(
            "Chưa có báo cáo. Báo cáo được viết sẵn từ kết quả các đơn vị; anh chị sửa lời rồi in.",
            drawing,
            "Lập báo cáo",
            self._open_new,
        )
        too_early = EmptyState("Báo cáo lập được sau khi kế hoạch ban hành.", drawing)
        bar = self.editor.bar
        bar.insertWidget(0, self.chooser)
        bar.insertWidget(bar.indexOf(self.editor.print_button), self.another)
        self._stack = QStackedLayout(self)
        for part in (self.editor, self.empty, too_early):
            self._stack.addWidget(part)

    def show_plan(self, key: int) -> None:
        """The draft on the plan, else what was sent last."""
        is_other, self._plan = key != self._plan, key
        if plan_views.plan(self._context.work, key).state is PlanState.DRAFT:
            self._stack.setCurrentIndex(2)
            return
        found = report_views.of_plan(self._context.work, key)
        shown = next((one for one in found if one.id == self.editor.key), None) if not is_other else None
        newest = shown or report_views.newest_of_plan(self._context.work, key)
        self._fill(found, newest)
        self._stack.setCurrentIndex(1 if newest is None else 0)
        if newest is not None:
            self.editor.show_report(newest.id)

    def open_part(self, part: str) -> None:
        """ "report:7" shows that report."""
        kind, _, key = part.partition(":")
        if kind == "report" and key.isdecimal():
            self.chooser.setCurrentIndex(self.chooser.findData(int(key)))
            self.editor.show_report(int(key))

    def leave(self) -> None:
        """Keep what is being typed."""
        self.editor.keep()

    def _fill(self, found: list[Report], newest: Report | None) -> None:
        self.chooser.clear()
        for one in found:
            self.chooser.addItem(_name(one), one.id)
        if newest is not None:
            self.chooser.setCurrentIndex(self.chooser.findData(newest.id))
        self.chooser.setVisible(len(found) > 1)
        self.another.setVisible(bool(found) and all(one.state is ReportState.SENT for one in found))

    def _on_chosen(self, at: int) -> None:
        self.editor.keep()
        self.editor.show_report(self.chooser.itemData(at))

    def _open_new(self) -> None:
        plan, work = self._plan, self._context.work
        if plan is not None:
            self._context.doer.do(
                "Lập báo cáo",
                lambda: report_drafts.open_for_plan(work, plan),
                lambda made: self.editor.show_report(made.id),
            )


def _name(report: Report) -> str:
    if report.number:
        return f"Số {report.number:02d}/{report.symbol} ngày {text.date(report.date)}"
    return f"Dự thảo, chốt {text.date(report.cut_off)}"
