"""Người ký: the list in the order they are proposed, the chosen one's lines as they are printed, beside the paper."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.office import Signer, signing_lines
from desktop.services import offices
from desktop.ui.context import Context
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.kept_field import KeptLine, KeptLines
from desktop.ui.widgets.letterhead import Letterhead
from desktop.ui.widgets.parts import button, column, framed, label, row, tool

TITLES = ("Chủ tịch", "Phó Chủ tịch", "Trưởng phòng", "Phó Trưởng phòng", "Giám đốc", "Phó Giám đốc")
_WITH_PAPER = 820
"""Px of the section from which on the paper is shown too."""


_LIST_HEIGHT = 150


class SignersSection(Section):
    """The first of the list is proposed on new papers."""

    name = "signers"
    title = "Người ký"
    lead = "Người đứng đầu danh sách được chọn sẵn khi lập văn bản. Họ tên không kèm học hàm, học vị (Nghị định 30/2020/NĐ-CP)."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._signers: tuple[Signer, ...] = ()
        self.list = QListWidget()
        self.list.setObjectName("signers")
        self.list.setAccessibleName("Danh sách người ký")
        self.list.ensurePolished()
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.person = KeptLine("signerName")
        self.person.told.connect(lambda words: self._change(name=words))
        self.lines = KeptLines("signerLines", 3)
        self.lines.told.connect(lambda lines: self._change(lines=lines))
        self.titles = QComboBox()
        self.titles.setObjectName("signerTitle")
        self.titles.addItems(TITLES)
        self.titles.activated.connect(lambda _: self._propose())
        self.letterhead = Letterhead(context.theme)
        self._build()

    def reload(self) -> None:
        """The signers as they are kept."""
        at = max(0, self.list.currentRow())
        self._signers = self.context.work.office.signers
        self.list.blockSignals(True)
        self.list.clear()
        for signer in self._signers:
            self.list.addItem(f"{signer.name or 'Chưa ghi họ tên'}\n{_capacity(signer)}")
            line = self.list.fontMetrics().lineSpacing()
            self.list.item(self.list.count() - 1).setSizeHint(QSize(0, 2 * line + 12))
        self.list.setCurrentRow(min(at, len(self._signers) - 1))
        self.list.blockSignals(False)
        self._stack.setCurrentIndex(0 if self._signers else 1)
        self._show_chosen()

    def leave(self) -> None:
        """Keep what is being typed."""
        self.person.finish()
        self.lines.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper gives way where there is room for the fields alone."""
        super().resizeEvent(event)
        self._aside.setVisible(self.width() >= _WITH_PAPER * self.context.theme.scale)

    def _build(self) -> None:
        empty = EmptyState(
            "Chưa có người ký. Thêm người ký để chức vụ và họ tên in sẵn ở cuối văn bản.",
            None,
            "Thêm người ký",
            self.add,
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(framed(self._filled()))
        self._stack.addWidget(empty)
        holder = QWidget()
        holder.setLayout(self._stack)
        self.body.addWidget(holder, 1)

    def _filled(self) -> QVBoxLayout:
        icon = self.context.theme.icon
        self._up = tool("Lên trước", "signerUp", icon("arrow-up"), lambda: self._move(-1))
        self._down = tool("Xuống sau", "signerDown", icon("arrow-down"), lambda: self._move(1))
        acts = row(
            button(" Thêm", "signerAdd", self.add, icon=icon("plus")),
            self._up,
            self._down,
            None,
            tool("Bỏ người ký này", "signerRemove", icon("trash"), self.remove),
            space=4,
        )
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.list.setFixedHeight(round(_LIST_HEIGHT * self.context.theme.scale))
        fields = column(
            self.list,
            acts,
            4,
            Field("Họ và tên", self.person),
            Field(
                "Chức vụ", self.titles, "Chọn chức vụ thì các dòng dưới đây được viết sẵn theo tên cơ quan."
            ),
            Field("Các dòng trên chỗ ký, như in", self.lines),
            None,
            space=12,
        )
        left = framed(fields)
        left.setMaximumWidth(round(560 * self.context.theme.scale))
        words = label("Chỗ ký của người đang chọn", "muted")
        self._aside = framed(column(self.letterhead, words, None))
        whole = row(left, self._aside, space=self.context.theme.sizes.xl)
        whole.setStretch(0, 1)
        whole.addStretch(0)
        return column(whole)

    def add(self) -> None:
        """One more, to be filled in."""
        lines = signing_lines(self.context.work.office.name, TITLES[min(1, len(self._signers))])
        added = (*self._signers, Signer(lines))
        self.context.doer.do(
            "Thêm người ký",
            lambda: offices.tell_signers(self.context.work, added),
            lambda _: self._begin_typing(len(added) - 1),
        )

    def remove(self) -> None:
        """The chosen one is no signer any more."""
        at = self.list.currentRow()
        left = (*self._signers[:at], *self._signers[at + 1 :])
        name = self._signers[at].name or "chưa ghi họ tên"
        self._keep(f"Bỏ người ký {name}", left)

    def _begin_typing(self, at: int) -> None:
        self.list.setCurrentRow(at)
        self.person.setFocus()

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        signers = list(self._signers)
        signers.insert(at + step, signers.pop(at))
        self._keep("Đổi thứ tự người ký", tuple(signers))
        self.list.setCurrentRow(at + step)

    def _change(self, **told: object) -> None:
        at = self.list.currentRow()
        if not 0 <= at < len(self._signers):
            return
        changed = replace(self._signers[at], **told)  # type: ignore[arg-type]
        self._keep("Sửa người ký", (*self._signers[:at], changed, *self._signers[at + 1 :]))

    def _propose(self) -> None:
        self._change(lines=signing_lines(self.context.work.office.name, self.titles.currentText()))

    def _keep(self, name: str, signers: tuple[Signer, ...]) -> None:
        self.context.doer.do(name, lambda: offices.tell_signers(self.context.work, signers))

    def _show_chosen(self) -> None:
        at = self.list.currentRow()
        chosen = self._signers[at] if 0 <= at < len(self._signers) else Signer(())
        self.person.show_value(chosen.name)
        self.lines.show_value(chosen.lines)
        title = _capacity(chosen).lower()
        self.titles.setCurrentIndex(next((i for i, one in enumerate(TITLES) if one.lower() == title), -1))
        self._up.setEnabled(at > 0)
        self._down.setEnabled(at < len(self._signers) - 1)
        office = replace(self.context.work.office, signers=(chosen,))
        self.letterhead.show_office(office, self.context.work.today())


def _capacity(signer: Signer) -> str:
    """The last printed line names what the person is: "Phó Chủ tịch"."""
    own = signer.lines[-1] if signer.lines else ""
    return next((one for one in TITLES if one.upper() == own), own)
