"""Trao đổi USB: the words by which others know this copy, and the senders that are known here with theirs."""

from desktop.progress import SILENT, Progress
from desktop.services import identity
from desktop.services.changes import Noun
from desktop.services.identity import Identity, Known
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.parts import button, column, framed, label, row
from desktop.ui.widgets.table import Table

_HONEST = (
    "Mỗi gói được niêm phong bằng khóa của máy này. Tám từ nhận dạng chỉ cho biết các gói đến từ cùng một máy; đây không "
    "phải chữ ký số theo pháp luật. Khóa đi theo bản sao lưu, nên khôi phục sang máy khác vẫn giữ nguyên tám từ."
)
_COLUMNS = (
    Column[Known]("name", "Nơi gửi", lambda one: one.name, width=230),
    Column[Known]("words", "Tám từ nhận dạng", lambda one: one.words, width=0, tip=lambda one: one.words),
    Column[Known](
        "seen",
        "Gặp lần đầu",
        lambda one: text.stamp(one.first_seen),
        sort=lambda one: one.first_seen,
        width=148,
    ),
)


class ExchangeSection(Section):
    """Nothing to choose: whom to trust is decided where a package comes in."""

    name = "exchange"
    title = "Trao đổi USB"
    help = "trao-doi-usb"
    lead = "Nơi nhận gói lần đầu sẽ gọi điện hỏi tám từ này. Đọc đúng từng từ để họ chắc gói là của cơ quan mình."
    nouns = Noun.OFFICE | Noun.PACKAGES
    scrolls = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.words = label("", "heading", "exchangeWords", wraps=True)
        self.copy = button(" Chép tám từ", "exchangeCopy", self._on_copy, icon=context.theme.icon("copy"))
        self._model: RowsModel[Known] = RowsModel(_COLUMNS, self)
        self.table = Table(self._model, "exchangePeers", context)
        self.table.setAccessibleName("Các nơi gửi đã biết")
        offer(self.table, "Các nơi gửi đã biết", context)
        self.empty = label("Chưa nhận gói của nơi nào.", "muted", "exchangeNobody")
        own = column(
            label("Tám từ nhận dạng của máy này", "caption"),
            self.words,
            row(self.copy, None),
            label(_HONEST, "hint", wraps=True),
            space=8,
            margins=16,
        )
        note = framed(own, role="note")
        note.setMaximumWidth(round(760 * context.theme.scale))
        self.body.addWidget(note)
        self.body.addWidget(label("Các nơi gửi đã biết", "caption"))
        self.body.addWidget(self.empty)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)

    def reload(self) -> None:
        """The words, made with the key at the first need, and who is known now."""
        work, jobs = self.context.work, self.context.jobs

        def read(_: Progress) -> tuple[Identity, list[Known]]:
            return identity.own(work), identity.known(work)

        if jobs.is_busy:  # a key that is made now must wait for what holds the workspace
            jobs.start("Xem tám từ nhận dạng", read, self._show)
        else:
            self._show(read(SILENT))

    def _show(self, told: tuple[Identity, list[Known]]) -> None:
        own, known = told
        self.words.setText(identity.words(own.public))
        self._model.set_rows(known)
        self.table.setVisible(bool(known))
        self.empty.setVisible(not known)

    def _on_copy(self) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(self.words.text())
        self.context.hub.say("Đã chép tám từ nhận dạng.")
