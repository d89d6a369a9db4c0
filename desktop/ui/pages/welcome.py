"""The first start: whose copy this is, who signs, the list of units; or a look around with sample data. All of it can be told later."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.office import Office, Signer, issuer_lines, short_name, signing_lines
from desktop.services import communes, offices
from desktop.services.changes import Noun
from desktop.services.communes import Commune
from desktop.ui.context import Context
from desktop.ui.pages.page import Page
from desktop.ui.widgets.commune_field import CommuneField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.letterhead import Letterhead
from desktop.ui.widgets.parts import button, column, framed, label, row, stretched

_TITLES = ("Chủ tịch", "Phó Chủ tịch", "Trưởng phòng", "Phó Trưởng phòng", "Giám đốc", "Phó Giám đốc")
_WITH_PAPER = 980
"""Px of the page from which on the paper is shown too."""
_LISTS = "Danh sách đơn vị (*.xlsx *.xls *.ods *.csv)"


class WelcomePage(Page):
    """Three small steps on one page; the paper beside them shows what they are for."""

    name = "welcome"
    title = "Bắt đầu"
    help = "bat-dau"
    nouns = Noun.OFFICE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._units_file = ""
        self._make_fields()
        self.letterhead = Letterhead(context.theme)
        look = button(
            " Xem với dữ liệu mẫu",
            "welcomeSample",
            self.look_at_sample,
            icon=context.theme.icon("demo"),
            tip="Mở một cơ quan tưởng tượng đã có kế hoạch, kết quả và báo cáo; không ảnh hưởng dữ liệu của cơ quan",
        )
        self.header.add(look)
        self._build()

    def _make_fields(self) -> None:
        icon = self.context.theme.icon
        self.commune = CommuneField("welcomeCommune", icon("search", "text_muted"))
        self.commune.chosen.connect(self._fill)
        self.office, self.place, self.symbol = QLineEdit(), QLineEdit(), QLineEdit()
        for name, field in (("Office", self.office), ("Place", self.place), ("Symbol", self.symbol)):
            field.setObjectName(f"welcome{name}")
            field.textChanged.connect(self._redraw)
        self.office_field = Field("Tên cơ quan", self.office, is_required=True)
        self.office.textEdited.connect(lambda _: self.office_field.fail(""))
        self._reports_to = ""
        self.signers = [self._signer(at, title) for at, title in enumerate(_TITLES[:2])]

    def _signer(self, at: int, title: str) -> tuple[QComboBox, QLineEdit]:
        titles, name = QComboBox(), QLineEdit()
        titles.setObjectName(f"welcomeTitle{at}")
        titles.setEditable(True)
        titles.addItems(_TITLES)
        titles.setCurrentText(title)
        titles.setFixedWidth(round(190 * self.context.theme.scale))
        titles.currentTextChanged.connect(self._redraw)
        name.setObjectName(f"welcomeSigner{at}")
        name.textChanged.connect(self._redraw)
        if at:
            titles.setAccessibleName("Chức vụ của người ký thứ hai")
            name.setAccessibleName("Họ và tên của người ký thứ hai")
        return titles, name

    def _build(self) -> None:
        begin = button("Bắt đầu làm việc", "welcomeBegin", self.begin, role="primary")
        steps = column(
            label(
                "Khai vài điều để văn bản in đúng thể thức. Thiếu gì thì sửa sau ở Cài đặt.",
                "muted",
                wraps=True,
            ),
            self._step("1", "Cơ quan", self._office_step()),
            self._step("2", "Người ký", self._signer_step()),
            self._step("3", "Danh sách đơn vị nhận việc", self._units_step()),
            8,
            _indented(row(begin, None)),
            None,
            space=12,
        )
        left, scale = framed(steps), self.context.theme.scale
        left.setMaximumWidth(round(640 * scale))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(left)
        scroll.setMaximumWidth(round(660 * scale))
        words = label("Đầu văn bản và chỗ ký sẽ in như thế này", "muted")
        right = column(28, self.letterhead, words, None, space=8)
        whole = QHBoxLayout()
        whole.setSpacing(self.context.theme.sizes.xxl)
        whole.addWidget(scroll, 100)
        self._aside = framed(right)
        whole.addWidget(self._aside)
        whole.addStretch(1)
        self.body.addLayout(whole, 1)

    def _step(self, number: str, title: str, content: QVBoxLayout) -> QWidget:
        badge = label(number, "badge")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setFixedWidth(24)
        content.setContentsMargins(32, 0, 2, 0)
        return framed(column(row(badge, label(title, "heading"), None), content, space=8))

    def _office_step(self) -> QVBoxLayout:
        below = row(Field("Địa danh", self.place), Field("Ký hiệu trên văn bản", self.symbol), space=12)
        below.setStretch(0, 1)
        find = Field("Tìm theo đơn vị hành chính", self.commune)
        return column(find, self.office_field, below, space=8)

    def _signer_step(self) -> QVBoxLayout:
        (title, name), (second, other) = self.signers
        first = row(Field("Chức vụ", title), Field("Họ và tên", name), space=12)
        return column(first, row(second, other, space=12), space=8)

    def _units_step(self) -> QVBoxLayout:
        choose = button("Chọn tệp danh sách…", "welcomeUnits", self._choose_units)
        self.units_file = label("Tệp Excel đang có, hoặc để sau.", "muted", "welcomeUnitsFile", wraps=True)
        return column(row(choose, stretched(self.units_file), space=12))

    def reload(self) -> None:
        """What the office has told so far."""
        office = self.context.work.office
        self._reports_to = office.reports_to
        for field, value in (
            (self.office, office.name),
            (self.place, office.place),
            (self.symbol, office.symbol),
        ):
            field.setText(value)
        for (titles, name), signer in zip(self.signers, office.signers, strict=False):
            titles.setCurrentText(_title(signer))
            name.setText(signer.name)
        self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper gives way where there is room for the fields alone."""
        super().resizeEvent(event)
        self._aside.setVisible(self.width() >= _WITH_PAPER * self.context.theme.scale)

    def begin(self) -> None:
        """Keep what is told; then to the list of units, or to the day's work."""
        if not self.office.text().strip():
            self.office_field.fail("Cho biết tên cơ quan, ví dụ: Ủy ban nhân dân xã Sơn Tây Hạ.")
            self.office.setFocus()
            return
        self.context.doer.do("Khai báo cơ quan", self._keep, lambda _: self._go_on())

    def look_at_sample(self) -> None:
        """Open the sample beside the office's own data, made at the first time."""
        from desktop.services import sample

        home, hub = self.context.work.home, self.context.hub
        self.context.jobs.start(
            "Chuẩn bị dữ liệu mẫu", lambda progress: sample.make(home, progress), hub.home_wanted.emit
        )

    def _keep(self) -> None:
        told = self._told()
        offices.tell(
            self.context.work,
            name=self.office.text(),
            place=told.place,
            symbol=told.symbol,
            reports_to=self._reports_to,
        )
        offices.tell_signers(self.context.work, told.signers)

    def _go_on(self) -> None:
        if self._units_file:
            self.context.hub.go("unit_import", part=self._units_file)
        else:
            self.context.hub.go("today")

    def _told(self) -> Office:
        name = " ".join(self.office.text().split())
        signers = tuple(
            Signer(signing_lines(name, titles.currentText()), " ".join(person.text().split()))
            for titles, person in self.signers
            if person.text().strip()
        )
        return replace(
            self.context.work.office,
            name=name,
            short_name=short_name(name),
            issuer=issuer_lines(name),
            place=self.place.text().strip(),
            symbol=self.symbol.text().strip(),
            signers=signers,
        )

    def _redraw(self) -> None:
        told = self._told()
        if not told.signers and told.name:
            lines = signing_lines(told.name, self.signers[0][0].currentText())
            told = replace(told, signers=(Signer(lines),))
        self.letterhead.show_office(told, self.context.work.today())

    def _fill(self, commune: Commune) -> None:
        office = communes.office_of(commune)
        self.office.setText(office.name)
        self.place.setText(office.place)
        self._reports_to = office.reports_to
        self.office_field.fail("")

    def _choose_units(self) -> None:
        dialog = QFileDialog(self, "Chọn danh sách đơn vị", str(Path.home()), _LISTS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take_units)
        dialog.open()

    def take_units(self, path: str) -> None:
        """The list to import once the office is told."""
        self._units_file = path
        self.units_file.setText(Path(path).name)

    def drop(self, paths: list[str]) -> bool:
        """A list of units dropped here is the one to import."""
        from desktop.services.dropped import Kind, kind_of

        lists = [path for path in paths if kind_of(Path(path)) is Kind.UNIT_LIST]
        if lists:
            self.take_units(lists[0])
        return bool(lists)


def _title(signer: Signer) -> str:
    """The capacity of a signer in small letters: "Phó Chủ tịch"."""
    printed = signer.lines[-1] if signer.lines else ""
    return next((title for title in _TITLES if title.upper() == printed), printed.capitalize())


def _indented(content: QHBoxLayout) -> QHBoxLayout:
    """Under the fields of the steps."""
    content.setContentsMargins(32, 0, 0, 0)
    return content
