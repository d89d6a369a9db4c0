"""The head of a plan over its text: trích yếu, chủ đề, Kính gửi, Nơi nhận, người ký; folded to one line. Keeps nothing."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from desktop.documents.body import ASSIGNED_UNITS, Body
from desktop.domain.office import Signer
from desktop.domain.plan import PlanForm
from desktop.services.plan_editing import Draft, Loaded
from desktop.ui.theme import Theme
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import column, label, row, stretched, tool

_FIRST = "Theo Cài đặt: người ký đầu tiên"


class DraftFields(QWidget):
    """changed: something was typed or chosen; left: a field lost the focus; folded: it was folded or unfolded."""

    changed = Signal()
    left = Signal()
    folded = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("draftFields")
        self.subject = _lines("draftSubject", 2)
        self.theme = QLineEdit()
        self.theme.setObjectName("draftTheme")
        self.signer = QComboBox()
        self.signer.setObjectName("draftSigner")
        self.signer.setMinimumContentsLength(12)
        self.signer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.in_table = QCheckBox("In nhiệm vụ thành bảng phân công ở phụ lục")
        self.in_table.setObjectName("draftInTable")
        self.addressees = _lines("draftAddressees", 3)
        self.recipients = _lines("draftRecipients", 3)
        self._signers: tuple[Signer, ...] = ()
        self._icons = (theme.icon("chevron-right"), theme.icon("chevron-down"))
        self.fold = tool("Thông tin văn bản", "draftFold", self._icons[1], self._turn)
        self._is_folded = False
        self.summary = ElidedLabel("", "muted", "draftSummary")
        self._lay_out()
        self.subject.textChanged.connect(self.changed)
        self.theme.textChanged.connect(lambda _: self.changed.emit())
        self.signer.activated.connect(lambda _: self.changed.emit())
        self.in_table.toggled.connect(lambda _: self.changed.emit())
        self.addressees.textChanged.connect(self.changed)
        self.recipients.textChanged.connect(self.changed)
        for one in (self.subject, self.theme, self.signer, self.addressees, self.recipients):
            one.installEventFilter(self)

    def _lay_out(self) -> None:
        self._addressees = Field("Kính gửi", self.addressees, "Mỗi dòng một nơi")
        inside = QWidget()
        self._inside = _Strip(inside)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(Field("Trích yếu", self.subject), 0, 0, 1, 2)
        grid.addWidget(Field("Chủ đề", self.theme), 1, 0)
        grid.addWidget(Field("Người ký", self.signer), 1, 1)
        grid.addWidget(self._addressees, 2, 0, 1, 2)
        self.recipients.setToolTip(f"Dòng {ASSIGNED_UNITS} in ra tên các đơn vị có nhiệm vụ")
        grid.addWidget(Field("Nơi nhận", self.recipients, "Mỗi dòng một nơi"), 3, 0, 1, 2)
        grid.addWidget(self.in_table, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.setLayout(
            column(
                row(self.fold, label("Thông tin văn bản", "caption"), stretched(self.summary), space=4),
                self._inside,
                space=4,
            )
        )

    def show_folded(self, *, folded: bool) -> None:
        """Fold to one line, or show all."""
        self._is_folded = folded
        self.fold.setIcon(self._icons[0 if folded else 1])
        self._inside.setVisible(not folded)
        self.summary.setVisible(folded)
        self.folded.emit(folded)

    def _turn(self) -> None:
        self.show_folded(folded=not self._is_folded)

    def show_draft(self, loaded: Loaded, draft: Draft) -> None:
        """Fill the fields; one that shows the same already is not rewritten, so that its cursor stays."""
        _fill(self.subject, draft.subject)
        if self.theme.text() != draft.theme:
            with QSignalBlocker(self.theme):
                self.theme.setText(draft.theme)
                self.theme.setCursorPosition(0)
        self.summary.setText(draft.subject)
        _fill(self.addressees, "\n".join(draft.body.addressees))
        _fill(self.recipients, "\n".join(draft.body.recipients))
        with QSignalBlocker(self.in_table):
            self.in_table.setChecked(draft.body.tasks_in_table)
        self._addressees.setVisible(loaded.plan.form is PlanForm.LETTER)
        self._show_signers(loaded.signers, draft.body.signer)
        for one in (self.subject, self.theme, self.addressees, self.recipients):
            one.setReadOnly(loaded.is_frozen)
        self.signer.setEnabled(not loaded.is_frozen)
        self.in_table.setEnabled(not loaded.is_frozen)

    def _show_signers(self, signers: Sequence[Signer], chosen: Signer) -> None:
        first = signers[0] if signers else Signer(())
        self._signers = (Signer(()), *signers)
        with QSignalBlocker(self.signer):
            self.signer.clear()
            self.signer.addItem(_signer_name(first) if first.lines else _FIRST)
            self.signer.addItems([_signer_name(one) for one in signers])
            at = self._signers.index(chosen) if chosen in self._signers else 0
            self.signer.setCurrentIndex(at)

    def go_to(self, name: str) -> None:
        """Put the cursor into a field: "subject", "theme", "signer", "addressees", "recipients"."""
        field = getattr(self, name, None)
        if isinstance(field, QWidget):
            field.setFocus()

    def of(self, body: Body) -> Body:
        """The body with what the fields say beside its text."""
        at = max(0, self.signer.currentIndex())
        return replace(
            body,
            recipients=_places(self.recipients.toPlainText()),
            addressees=_places(self.addressees.toPlainText()),
            signer=self._signers[at] if at < len(self._signers) else body.signer,
            tasks_in_table=self.in_table.isChecked(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that is left is kept at once."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)


class _Strip(QScrollArea):
    """As high as what is in it where there is room, else scrolled: the text under it keeps its own."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setObjectName("draftStrip")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """What is in it, whole."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """A field or two."""
        return QSize(0, min(120, self._inside.sizeHint().height()))


def _lines(name: str, count: int) -> QPlainTextEdit:
    """A field of a few lines; Tab leaves it."""
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(round(QFontMetricsF(made.font()).lineSpacing() * count) + 18)
    return made


def _fill(field: QPlainTextEdit, text: str) -> None:
    if field.toPlainText() != text:
        with QSignalBlocker(field):
            field.setPlainText(text)


def _places(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _signer_name(signer: Signer) -> str:
    """ "Nguyễn Văn A · KT. CHỦ TỊCH · PHÓ CHỦ TỊCH"."""
    return " · ".join(part for part in (signer.name, *signer.lines) if part)
