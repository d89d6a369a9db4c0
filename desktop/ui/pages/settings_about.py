"""Giới thiệu: version, where the data are, reports of defects, whose work the program stands on."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop import __version__
from desktop.services import defects
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.parts import button, column, framed, label, row

LICENCES = (
    ("PySide6, Qt", "LGPL 3.0"),
    ("APSW, SQLite", "Giấy phép APSW, thuộc về công chúng"),
    ("peewee, openpyxl, python-docx", "MIT"),
    ("python-calamine, holidays, platformdirs", "MIT"),
    ("ReportLab, lxml, XlsxWriter", "BSD"),
    ("pypdfium2, PDFium", "Apache 2.0, BSD 3"),
    ("defusedxml", "PSF"),
    ("Be Vietnam Pro, Liberation Serif", "SIL OFL 1.1"),
    ("Biểu tượng Lucide", "ISC"),
    ("Bảng đơn vị hành chính: vietnamadminunits", "MIT"),
)
"""Parts of others and their licences."""


class AboutSection(Section):
    """Nothing to choose."""

    name = "about"
    title = "Giới thiệu"
    lead = "Sổ Kế Hoạch: lập, giao, theo dõi và báo cáo kế hoạch của cơ quan. Chạy trên máy này, không dùng mạng."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._reports = label("", "", "defectReports", wraps=True)
        self._open_reports = button("Mở thư mục báo cáo lỗi", "openReports", self._show_reports)
        home = button("Mở thư mục dữ liệu", "openHome", lambda: _open(context.work.home))
        self.body.addWidget(self._part("Phiên bản", label(f"Sổ Kế Hoạch {__version__}, giấy phép MIT")))
        where = label(str(context.work.home), wraps=True)
        warning = label(
            "Đừng chép hay xóa tệp trong thư mục này bằng tay; muốn chép dữ liệu, hãy dùng phần Sao lưu.",
            "muted",
            wraps=True,
        )
        self.body.addWidget(self._part("Dữ liệu của cơ quan", where, warning, row(home, None)))
        self.body.addWidget(self._part("Báo cáo lỗi", self._reports, row(self._open_reports, None)))
        self.body.addWidget(self._part("Thành phần của bên thứ ba", _licences()))
        self.body.addStretch(1)

    def reload(self) -> None:
        """How many reports there are."""
        found = defects.reports(self.context.work.home)
        words = (
            f"Có {text.count(len(found), 'báo cáo')}, mới nhất: {found[0].name}. Gửi tệp này cho người hỗ trợ; "
            "trong đó chỉ có chỗ xảy ra lỗi, không có nội dung công việc."
            if found
            else "Chưa có lỗi nào được ghi lại. Khi chương trình gặp lỗi, báo cáo được lưu để gửi cho người hỗ trợ."
        )
        self._reports.setText(words)
        self._open_reports.setVisible(bool(found))

    def _part(self, title: str, *parts: object) -> QWidget:
        made = framed(column(label(title, "caption"), *parts, space=6))  # type: ignore[arg-type]
        made.setMaximumWidth(round(760 * self.context.theme.scale))
        return made

    def _show_reports(self) -> None:
        _open(defects.reports(self.context.work.home)[0].parent)


def _licences() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    for at, (name, licence) in enumerate(LICENCES):
        grid.addWidget(label(name), at, 0)
        grid.addWidget(label(licence, "muted"), at, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
