"""Next year's plan from an old one: choose plan and year, see what changes and what is still of the old year, then make the draft."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QSpinBox, QTabWidget, QWidget

from desktop.documents.cloning_words import CHANGES, LEFT, where
from desktop.errors import AppError
from desktop.sentences import sentence
from desktop.services import next_year, plan_views
from desktop.services.next_year import FIRST, LAST, ClonePreview
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row
from desktop.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of either list."""

    place: str
    what: str
    old: str
    new: str
    sentence: str


_CHANGED = (
    Column[_Line]("place", "Chỗ", lambda one: one.place, width=120),
    Column[_Line]("what", "Thay đổi", lambda one: one.what, width=150),
    Column[_Line]("old", "Cũ", lambda one: one.old, width=170, tip=lambda one: one.sentence or one.old),
    Column[_Line]("new", "Mới", lambda one: one.new, width=0, tip=lambda one: one.sentence or one.new),
)
_STILL_OLD = (
    Column[_Line]("place", "Chỗ", lambda one: one.place, width=120),
    Column[_Line]("what", "Vì sao cần xem", lambda one: one.what, width=220),
    Column[_Line]("old", "Đang ghi", lambda one: one.old, width=0, tip=lambda one: one.sentence or one.old),
)


def open_next_year(context: Context, parent: QWidget, plan_id: int | None) -> "NextYearDialog":
    """Open the dialog on a plan, None: the person chooses one."""
    dialog = NextYearDialog(context, parent, plan_id)
    dialog.open()
    return dialog


class NextYearDialog(QDialog):
    """The preview is made anew whenever plan or year is another; nothing is kept before the button."""

    def __init__(self, context: Context, parent: QWidget, plan_id: int | None) -> None:
        super().__init__(parent)
        self.setObjectName("nextYearDialog")
        self.setWindowTitle("Lập kế hoạch từ kế hoạch năm trước")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 560)
        self._context = context
        self._seen: ClonePreview | None = None
        self._make_choice(plan_id)
        self._changed: RowsModel[_Line] = RowsModel(_CHANGED, self)
        self._left: RowsModel[_Line] = RowsModel(_STILL_OLD, self)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("nextYearTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(Table(self._left, "nextYearLeft", context, dense=True), "")
        self.tabs.addTab(Table(self._changed, "nextYearChanged", context, dense=True), "")
        self._lay_out()
        self._on_plan()

    def _make_choice(self, plan_id: int | None) -> None:
        self.plan = QComboBox()
        self.plan.setObjectName("nextYearPlan")
        for one in plan_views.listed(self._context.work):
            year = f" ({one.plan.year})" if one.plan.year else ""
            self.plan.addItem(f"{text.elided(one.plan.subject, 90)}{year}", one.plan.id)
        if plan_id is not None:
            self.plan.setCurrentIndex(max(0, self.plan.findData(plan_id)))
        self.year = QSpinBox()
        self.year.setObjectName("nextYearYear")
        self.year.setRange(FIRST, LAST)
        self.plan_field = Field("Kế hoạch cũ", self.plan)
        self.plan.currentIndexChanged.connect(lambda _: self._on_plan())
        self.year.valueChanged.connect(lambda _: self._preview())

    def _lay_out(self) -> None:
        self.subject = label("", "heading", "nextYearSubject", wraps=True)
        choice = row(self.plan_field, Field("Cho năm", self.year), space=12)
        choice.setStretch(0, 1)
        body = column(choice, self.subject, space=12, margins=16)
        body.addWidget(self.tabs, 1)
        self.accept_button = button("Lập dự thảo", "nextYearAccept", self._accept, role="primary")
        self.accept_button.setDefault(True)
        foot = row(None, button("Hủy", "nextYearCancel", self.reject), self.accept_button, margins=12)
        lay_dialog(self, body, foot, "nextYearFoot")

    def _on_plan(self) -> None:
        key = self.plan.currentData()
        if key is None:
            self._fail("Chưa có kế hoạch nào để lập tiếp.")
            return
        try:
            year = next_year.source_of(self._context.work, key).year + 1
        except AppError as error:
            self._fail(sentence(error))
            return
        self.year.blockSignals(True)
        self.year.setValue(year)
        self.year.blockSignals(False)
        self._preview()

    def _preview(self) -> None:
        key, year, work = self.plan.currentData(), self.year.value(), self._context.work
        self.accept_button.setEnabled(False)
        self._context.jobs.draw(
            "nextYear",
            lambda: next_year.preview(work, key, year),
            self._show,
            lambda e: self._fail(sentence(e)),
        )

    def _fail(self, words: str) -> None:
        self.plan_field.fail(words)
        self.accept_button.setEnabled(False)

    def _show(self, seen: Any) -> None:
        self._seen = seen
        self.plan_field.fail("")
        self.subject.setText(seen.plan.subject)
        self._left.set_rows(
            [_Line(where(o.place), LEFT[o.code], o.words, "", o.sentence) for o in seen.leftover]
        )
        self._changed.set_rows(
            [
                _Line(where(o.place), CHANGES[o.code], o.old, o.new or "(trống)", o.sentence)
                for o in seen.changed
            ]
        )
        self.tabs.setTabText(0, f"Cần xem lại ({len(seen.leftover)})")
        self.tabs.setTabText(1, f"Đã đổi ({len(seen.changed)})")
        self.accept_button.setEnabled(True)

    def _accept(self) -> None:
        seen = self._seen
        if seen is None:
            return
        context = self._context
        context.doer.do(
            f"Lập kế hoạch năm {seen.plan.year}",
            lambda: next_year.commit(context.work, seen),
            lambda plan: context.hub.go("plan", plan.id, "check"),
        )
        self.accept()
