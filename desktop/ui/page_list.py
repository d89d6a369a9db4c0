"""The pages by name. A page's module is imported when the page is seen first, so that the window opens without them."""

from dataclasses import dataclass
from importlib import import_module

from desktop.ui.context import Context
from desktop.ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """One page. icon: "" for pages that are not on the rail; under: the page of the rail that is marked while it is seen."""

    name: str
    title: str
    module: str
    page: str
    icon: str = ""
    under: str = ""


PAGES = (
    Entry("today", "Hôm nay", "today", "TodayPage", "today"),
    Entry("plans", "Kế hoạch", "plans", "PlansPage", "plans"),
    Entry("tasks", "Nhiệm vụ", "tasks", "TasksPage", "tasks"),
    Entry("units", "Đơn vị", "units", "UnitsPage", "units"),
    Entry("reports", "Báo cáo", "reports", "ReportsPage", "reports"),
    Entry("exchange", "Trao đổi USB", "exchange", "ExchangePage", "usb"),
    Entry("settings", "Cài đặt", "settings", "SettingsPage", "settings"),
    Entry("plan", "Kế hoạch", "plan", "PlanPage", under="plans"),
    Entry("directive", "Từ văn bản chỉ đạo", "directive", "DirectivePage", under="plans"),
    Entry("unit_import", "Nhập danh sách đơn vị", "unit_import", "UnitImportPage", under="units"),
    Entry("welcome", "Bắt đầu", "welcome", "WelcomePage", under="today"),
)
BY_NAME = {entry.name: entry for entry in PAGES}


def make(entry: Entry, context: Context) -> Page:
    """The page."""
    module = import_module(f"desktop.ui.pages.{entry.module}")
    page: Page = getattr(module, entry.page)(context)
    return page
