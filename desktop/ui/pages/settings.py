"""Cài đặt: sections at the left, the chosen one at the right. Each change is kept at once; what is the office's own can be undone."""

from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget

from desktop.services.changes import Noun
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.pages.page import Page
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.parts import row

SECTIONS = (
    ("office", "Cơ quan", "units", "settings_office", "OfficeSection"),
    ("signers", "Người ký", "signer", "settings_signers", "SignersSection"),
    ("paper", "Thể thức", "paragraph", "settings_paper", "PaperSection"),
    ("deadlines", "Quy tắc thời hạn", "rules", "settings_deadlines", "DeadlinesSection"),
    ("holidays", "Ngày nghỉ", "holiday", "settings_holidays", "HolidaysSection"),
    ("duties", "Việc hằng năm", "refresh", "settings_duties", "DutiesSection"),
    ("templates", "Mẫu kế hoạch", "copy", "settings_templates", "TemplatesSection"),
    ("backups", "Sao lưu", "backup", "settings_backups", "BackupsSection"),
    ("password", "Mật khẩu", "password", "settings_password", "PasswordSection"),
    ("exchange", "Trao đổi USB", "usb", "settings_exchange", "ExchangeSection"),
    ("display", "Hiển thị", "appearance", "settings_display", "DisplaySection"),
    ("about", "Giới thiệu", "info", "settings_about", "AboutSection"),
)
"""Name (`Place.tab`), title, icon, module and class of each; a section is made when it is seen first."""


class SettingsPage(Page):
    """The sections."""

    name = "settings"
    title = "Cài đặt"
    help = "cai-dat"
    nouns = Noun.OFFICE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._sections: dict[str, Section] = {}
        self.list = QListWidget()
        self.list.setObjectName("settingsSections")
        self.list.setAccessibleName("Các phần cài đặt")
        self.list.setProperty("role", "sections")
        self.list.ensurePolished()
        self.list.setFixedWidth(round(196 * context.theme.scale))
        for name, title, icon, *_ in SECTIONS:
            entry = QListWidgetItem(context.theme.icon(icon), f" {title}")
            entry.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(entry)
        self._stack = QStackedWidget()
        self.body.addLayout(row(self.list, self._stack, space=0), 1)
        self.list.setCurrentRow(0)
        self.list.currentItemChanged.connect(lambda now, _: self._on_chosen(now))
        # The key is the window's: shown here, not taken twice.
        self.header.menu.addAction("Khóa cửa sổ\tCtrl+L").triggered.connect(context.hub.lock_wanted)
        self.header.show_menu()

    @property
    def section(self) -> Section | None:
        """The section that is seen."""
        seen = self._stack.currentWidget()
        return seen if isinstance(seen, Section) else None

    def reload(self) -> None:
        """What is kept now, in the section that is seen."""
        if self.section is None:
            self._show(SECTIONS[0][0])
        elif self.section is not None:
            self.section.reload()

    def open_at(self, place: Place) -> None:
        """A section by its name; the one seen last without."""
        name = place.tab or (self.section.name if self.section else SECTIONS[0][0])
        self._show(name)
        for at, told in enumerate(SECTIONS):
            if told[0] == name and self.list.currentRow() != at:
                self.list.blockSignals(True)
                self.list.setCurrentRow(at)
                self.list.blockSignals(False)

    def focus_first(self) -> None:
        """The list of sections."""
        self.list.setFocus()

    def leave(self) -> None:
        """Keep what is being typed."""
        if self.section is not None:
            self.section.leave()

    def _on_chosen(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            self.context.hub.go(self.name, tab=str(entry.data(Qt.ItemDataRole.UserRole)))

    def _show(self, name: str) -> None:
        if self.section is not None and self.section.name != name:
            self.section.leave()
        section = self._sections.get(name)
        if section is None:
            section = self._sections[name] = self._make(name)
            self._stack.addWidget(section)
        section.reload()
        self._stack.setCurrentWidget(section)
        self.help = section.help

    def _make(self, name: str) -> Section:
        *_, module, kind = next(told for told in SECTIONS if told[0] == name)
        made: Section = getattr(import_module(f"desktop.ui.pages.{module}"), kind)(self.context)
        return made
