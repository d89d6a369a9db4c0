"""Cơ quan: its names, place and symbol, beside the letterhead as it will be printed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QResizeEvent

from desktop.domain.office import Office, issuer_lines, short_name
from desktop.services import offices
from desktop.ui.context import Context
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.kept_field import KeptLine, KeptLines
from desktop.ui.widgets.letterhead import Letterhead
from desktop.ui.widgets.parts import column, framed, label, row

_WITH_PAPER = 820
"""Px of the section from which on the paper is shown too."""
_LINES = (
    ("place", "Địa danh", "Trước ngày tháng trên văn bản"),
    ("symbol", "Ký hiệu cơ quan", "Trong số văn bản: 05/KH-UBND"),
    ("drafting", "Ký hiệu đơn vị soạn", "Ở dòng “Lưu: VT, …”"),
    ("collector", "Đầu mối tổng hợp báo cáo", "Nơi các đơn vị gửi kết quả về"),
    ("reports_to", "Báo cáo lên", "Cơ quan nhận báo cáo tổng hợp"),
)
"""Field of `Office`, its title and hint."""


class OfficeSection(Section):
    """Every field is kept when it is left."""

    name = "office"
    title = "Cơ quan"
    lead = "Tên và ký hiệu in trên mọi văn bản, biểu và báo cáo."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.full = self._line("name", self._tell_name)
        self.full_field = Field("Tên cơ quan", self.full, is_required=True)
        self.short = self._line("short_name", self._tell_short)
        self.issuer = self._lines("issuer", 2)
        self.superior = self._lines("superior", 2)
        self.lines = {
            key: self._line(key, lambda words, key=key: self._tell(key, words))  # type: ignore[misc]
            for key, *_ in _LINES
        }
        self.letterhead = Letterhead(context.theme)
        self._build()

    def reload(self) -> None:
        """What the office has told."""
        office = self.context.work.office
        self.full.show_value(office.name)
        self.short.show_value(office.short_name)
        self.issuer.show_value(office.issuer)
        self.superior.show_value(office.superior)
        for key, line in self.lines.items():
            line.show_value(str(getattr(office, key)))
        self._redraw()

    def leave(self) -> None:
        """Keep what is being typed."""
        for line in (self.full, self.short, *self.lines.values()):
            line.finish()
        self.issuer.finish()
        self.superior.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper gives way where there is room for the fields alone."""
        super().resizeEvent(event)
        self._aside.setVisible(self.width() >= _WITH_PAPER * self.context.theme.scale)

    def _line(self, name: str, tell: Callable[[str], None]) -> KeptLine:
        made = KeptLine(f"office_{name}")
        made.told.connect(tell)
        made.textEdited.connect(lambda _: self._redraw())
        return made

    def _lines(self, name: str, count: int) -> KeptLines:
        made = KeptLines(f"office_{name}", count)
        made.told.connect(lambda lines: self._tell_lines(name, lines))
        made.textChanged.connect(self._redraw)
        return made

    def _build(self) -> None:
        fields = {key: Field(title, self.lines[key], hint) for key, title, hint in _LINES}
        left = column(
            self.full_field,
            Field("Tên viết gọn trong văn bản", self.short),
            row(
                Field("Cơ quan chủ quản, như in", self.superior),
                Field("Tên cơ quan, như in", self.issuer),
                space=12,
            ),
            row(fields["place"], fields["symbol"], space=12),
            row(fields["collector"], fields["drafting"], space=12),
            fields["reports_to"],
            None,
            space=12,
        )
        fieldset = framed(left)
        fieldset.setMaximumWidth(round(560 * self.context.theme.scale))
        words = label("Đầu văn bản và chỗ ký sẽ in như thế này", "muted", wraps=True)
        self._aside = framed(column(self.letterhead, words, None, space=8))
        whole = row(fieldset, self._aside, space=self.context.theme.sizes.xl)
        whole.setStretch(0, 1)
        whole.addStretch(0)
        self.body.addLayout(whole, 1)

    def _tell(self, key: str, words: str) -> None:
        told = {key: words}
        self.context.doer.do("Sửa thông tin cơ quan", lambda: offices.tell(self.context.work, **told))

    def _tell_name(self, words: str) -> None:
        self.full_field.fail("" if words else "Văn bản nào cũng cần tên cơ quan.")
        if words:
            self._tell("name", words)
        else:
            self.full.show_value(self.context.work.office.name)

    def _tell_short(self, words: str) -> None:
        self.context.doer.do(
            "Sửa tên viết gọn", lambda: offices.tell_printed(self.context.work, short_name=words)
        )

    def _tell_lines(self, key: str, lines: tuple[str, ...]) -> None:
        told = {key: lines}
        self.context.doer.do(
            "Sửa tên in trên văn bản",
            lambda: offices.tell_printed(
                self.context.work, issuer=told.get("issuer"), superior=told.get("superior")
            ),
        )

    def _redraw(self) -> None:
        if hasattr(self, "letterhead"):
            self.letterhead.show_office(self._typed(), self.context.work.today())

    def _typed(self) -> Office:
        """The office as it will be once what stands in the fields is kept."""
        kept = self.context.work.office
        issuer = tuple(line.upper() for line in self.issuer.lines)
        name = " ".join(self.full.text().split())
        if name != kept.name:
            issuer = issuer_lines(name)
        return replace(
            kept,
            name=name,
            short_name=short_name(name),
            issuer=issuer,
            superior=tuple(line.upper() for line in self.superior.lines),
            place=self.lines["place"].text().strip(),
            symbol=self.lines["symbol"].text().strip(),
        )
