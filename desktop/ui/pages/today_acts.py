"""What can be done from Hôm nay: open the place of a line, log a call, draft a yearly plan, print. Shows nothing itself."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.services import today as day_of
from desktop.services.today import Call, Owed
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.pages import today_lines
from desktop.ui.pages.today_lines import AllTasks, AllUnits


class TodayActs:
    """page: over which dialogs and menus open."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context, self._page = context, page

    def print(self) -> None:
        """The morning sheet of today, to the printer."""
        from desktop.services import morning_sheet
        from desktop.ui.dialogs.print_dialog import open_print

        work = self._context.work

        def made(pdf: bytes) -> None:
            open_print(self._context, self._page, pdf, f"Việc hôm nay {text.date(work.today())}")

        self._context.jobs.start("Lập bảng việc hôm nay", lambda _: morning_sheet.pdf_bytes(work), made)

    def open(self, thing: object) -> None:
        """Open the place of a line."""
        hub = self._context.hub
        if isinstance(thing, Owed):
            hub.go("plan", thing.plan, "follow", f"task:{thing.task}")
        elif isinstance(thing, Call):
            hub.go("units", thing.unit)
        elif isinstance(thing, AllTasks | AllUnits):
            hub.go("tasks")
        else:
            self._open_coming(thing)

    def _open_coming(self, thing: Any) -> None:
        from desktop.services.coming import ToSend

        hub = self._context.hub
        if not isinstance(thing, ToSend):
            self.act(thing)
        elif thing.plan is not None:
            hub.go("plan", thing.plan, "report")
        else:
            hub.go("reports", thing.report)

    def act(self, thing: Any) -> None:
        """Do what the words at the right of a line say."""
        if isinstance(thing, Call):
            self._tell_call(thing)
            return
        from desktop.services import coming

        hub = self._context.hub

        def made(key: int | None) -> None:
            hub.go("plans") if key is None else hub.go("plan", key)

        self._context.doer.do(
            f"Lập dự thảo kế hoạch: {text.elided(thing.duty.name, 60)}",
            lambda: coming.draft(self._context.work, thing),
            made,
        )

    def _tell_call(self, call: Call) -> None:
        from desktop.ui.dialogs.call import CallDialog

        def told(person: str, promised: dt.date | None) -> None:
            name = f"Ghi cuộc gọi: {call.name}"
            self._context.doer.do(
                name, lambda: day_of.called(self._context.work, call.unit, promised, person)
            )

        CallDialog(self._context, call, told, self._page).open()

    def menu(self, thing: object, place: QPoint) -> None:
        """Show at a place on the screen what can be done with a line."""
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("Mở").triggered.connect(lambda: self.open(thing))
        if isinstance(thing, Call):
            number = thing.phone
            menu.addAction("Đã gọi…").triggered.connect(lambda: self.act(thing))
            copy = menu.addAction(f"Chép số điện thoại {today_lines.phone(number)}".rstrip())
            copy.setEnabled(bool(number))
            copy.triggered.connect(lambda: self._copy(number))
        menu.popup(place)

    def _copy(self, number: str) -> None:
        QApplication.clipboard().setText(number)
        self._context.hub.say(f"Đã chép số {today_lines.phone(number)}")
