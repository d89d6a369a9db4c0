"""One task read from a directive, to be looked at and corrected: words, who leads, who helps, by when, what comes of it."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.deadline import Deadline
from desktop.domain.directive import AskedTask
from desktop.domain.task import Task
from desktop.services import understanding
from desktop.services.planning import Chosen
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import label, menu_button, row
from desktop.ui.widgets.unit_picker import UnitPicker

_EDGES = 20


class AskedTaskCard(QWidget):
    """looked: one of its fields got the focus: the words that it was read from; changed: something was corrected; removed,
    merge_wanted: this task."""

    looked = Signal(str, str)
    changed = Signal()
    removed = Signal()
    merge_wanted = Signal()

    def __init__(
        self, context: Context, number: int, asked: AskedTask, task: Task, written_on: dt.date | None
    ) -> None:
        super().__init__()
        self._context, self._asked, self._task, self._written_on = context, asked, task, written_on
        self.setObjectName(f"askedTask{number}")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_rebound = False
        self._make_fields()
        self._lay_out(number)
        self._tell_deadline()
        self._tell_doubt()

    def _make_fields(self) -> None:
        self.words = QPlainTextEdit(self._asked.text)
        self.words.setObjectName("askedWords")
        self.words.setAccessibleName("Nội dung nhiệm vụ")
        self.words.setTabChangesFocus(True)
        self.words.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.document().contentsChanged.connect(self._fit)
        self.words.textChanged.connect(self.changed)
        self.leads = UnitPicker(self._context, "askedLeads")
        self.leads.set_parties(self._task.leads)
        self.helpers = UnitPicker(self._context, "askedHelpers")
        self.helpers.set_parties(self._task.coordinating)
        for picker in (self.leads, self.helpers):
            picker.changed.connect(self._on_rebound)
        self.deadline = QLineEdit(self._asked.deadline.text if self._asked.deadline else "")
        self.deadline.setObjectName("askedDeadline")
        self.deadline.setPlaceholderText("như “trước ngày 14/4”")
        self.deadline.textChanged.connect(lambda _: self._tell_deadline())
        self.deadline.textChanged.connect(lambda _: self.changed.emit())
        for watched in (self.words, self.leads.edit, self.helpers.edit, self.deadline):
            watched.installEventFilter(self)

    def _lay_out(self, number: int) -> None:
        more = menu_button(
            self._menu(), "askedMore", self._context.theme.icon("more"), "Việc khác với nhiệm vụ này"
        )
        self._doubt = label("", "warning")
        head = row(label(f"Nhiệm vụ {number}", "caption"), self._doubt, None, more)
        self.deadline_field = Field("Thời hạn", self.deadline)
        self._due = label("", "hint", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.words)
        layout.addWidget(Field("Đơn vị chủ trì", self.leads))
        layout.addLayout(row(Field("Đơn vị phối hợp", self.helpers), self.deadline_field, space=12))
        layout.addWidget(self._due)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Bỏ nhiệm vụ này").triggered.connect(self.removed)
        menu.addAction("Gộp với nhiệm vụ trên").triggered.connect(self.merge_wanted)
        return menu

    @property
    def asked(self) -> AskedTask:
        """The task as it is corrected now."""
        return replace(
            self._asked, text=" ".join(self.words.toPlainText().split()), deadline=self.wanted_deadline
        )

    @property
    def wanted_deadline(self) -> Deadline | None:
        """The deadline as it is typed now."""
        typed = self.deadline.text().strip()
        if self._asked.deadline is not None and typed == self._asked.deadline.text:
            return self._asked.deadline
        return understanding.deadline(typed, self._written_on)

    @property
    def bound(self) -> Task:
        """The task with whom it is bound to now."""
        return replace(self._task, leads=self.leads.parties, coordinating=self.helpers.parties)

    @property
    def chosen(self) -> Chosen | None:
        """Whom the person chose, None where the words stand as they were bound."""
        return Chosen(self.leads.parties, self.helpers.parties) if self._is_rebound else None

    @property
    def is_doubtful(self) -> bool:
        """Whether it wants a look: nobody leads, or somebody is not in the list."""
        parties = (*self.leads.parties, *self.helpers.parties)
        return not self.leads.parties or not all(party.is_bound for party in parties)

    def focus_doubt(self) -> None:
        """Go to what is doubtful, else to the words."""
        leads_are_sure = bool(self.leads.parties) and all(party.is_bound for party in self.leads.parties)
        target = (
            self.words if not self.is_doubtful else self.helpers.edit if leads_are_sure else self.leads.edit
        )
        target.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field with the focus shows where its value stands in the document."""
        if event.type() == QEvent.Type.FocusIn:
            self.looked.emit(self._source_of(watched), self._asked.sentence or self._asked.text)
        elif event.type() == QEvent.Type.Resize and watched is self.words:
            QTimer.singleShot(0, self, self._fit)  # the lines are broken anew behind this event
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys go on to the page."""
        event.ignore()

    def _source_of(self, field: QObject) -> str:
        if field is self.deadline and self._asked.deadline is not None:
            return self._asked.deadline.text
        if field is self.leads.edit and self._asked.lead:
            return self._asked.lead[0]
        if field is self.helpers.edit and self._asked.coordinating:
            return self._asked.coordinating[0]
        return self._asked.sentence or self._asked.text

    def _on_rebound(self) -> None:
        self._is_rebound = True
        self._tell_doubt()
        self.changed.emit()

    def _tell_deadline(self) -> None:
        wanted = self.wanted_deadline
        if wanted is None:
            self._due.setText("Văn bản không ghi thời hạn.")
        elif wanted.date is None:
            self._due.setText("Giữ nguyên lời; không tính thành ngày.")
        else:
            until = understanding.counts_until(self._context.work, wanted)
            shown = f"Ghi: {text.long_date(wanted.date)}"
            self._due.setText(
                shown if until in {None, wanted.date} else f"{shown} · Tính đến hết {text.long_date(until)}"
            )

    def _tell_doubt(self) -> None:
        words = "Chưa rõ ai chủ trì" if not self.leads.parties else "Có đơn vị chưa khớp danh sách"
        self._doubt.setText(words if self.is_doubtful else "")

    def _fit(self) -> None:
        lines = max(1, min(14, int(self.words.document().size().height())))
        height = self.words.fontMetrics().lineSpacing() * lines + _EDGES
        if self.words.height() != height:
            self.words.setFixedHeight(height)
