"""What can be sent and received on Trao đổi USB: two menus. Dialogs ask, services do."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.plan import Plan
from desktop.services import exchange_history, plan_export, plan_papers, slips
from desktop.services.exchange_history import UnitLine
from desktop.services.plan_export import Parts
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs import save_paper
from desktop.ui.dialogs.receiving import open_receiving
from desktop.ui.dialogs.send_packages import (
    Choice,
    Errand,
    SendDialog,
    handover_errand,
    open_sending,
    receipts_errand,
    reply_errand,
    work_errand,
)
from desktop.ui.pages.exchange_plans import PlansView
from desktop.ui.sticks import Look
from desktop.ui.widgets.parts import action, button
from desktop.ui.widgets.passphrase_fields import Phrases

_FILES = "Gói và biểu kết quả (*.skh *.xlsx)"


class ExchangeActs(QObject):
    """send, receive: the two buttons of the head. look: tells the sticks; sent: something went out."""

    sent = Signal()

    def __init__(self, context: Context, page: QWidget, view: PlansView, look: Look) -> None:
        super().__init__(page)
        self._context, self._page, self._view = context, page, view
        self.look = look
        self.phrases = Phrases()
        self.send = button("Gửi", "exchangeSend")
        self.send.setMenu(self._send_menu())
        self.receive = button("Nhận", "exchangeReceive", role="primary")
        self.receive.setMenu(self._receive_menu())

    def take(self, paths: list[Path]) -> None:
        """Look at files and folders that came in; they are kept once the person says so."""
        open_receiving(self._context, self._page.window(), paths, self.phrases, look=self.look)

    def send_forms(self, plan: Plan, folder: Path) -> None:
        """Write the form of every unit of a plan into a folder."""
        work = self._context.work

        def done(made: list[Path]) -> None:
            self._context.hub.say(f"Đã ghi {text.count(len(made), 'biểu')} vào {made[0].parent}")
            self.sent.emit()

        self._context.jobs.start(
            "Xuất biểu cho đơn vị",
            lambda progress: plan_export.export(work, plan.id, folder, Parts(forms=True), progress),
            done,
        )

    def send_work(self) -> None:
        """Ask whom of the plan's units to send packages to."""
        plan = self._view.plan
        if plan is not None and not plan.is_received:
            choices = choices_of(self._view.lines, self._view.picked_units())
            self._open(work_errand(self._context.work, plan.id, plan_papers.title(plan), choices))

    def send_reply(self) -> None:
        """Ask where to write what was done of a plan of another office."""
        plan = self._view.plan
        if plan is not None and plan.is_received:
            self._open(reply_errand(self._context.work, plan.id, plan.subject))

    def send_receipts(self) -> None:
        """Ask where to write the receipts that wait."""
        waiting = exchange_history.waiting(self._context.work)
        if waiting:
            self._open(receipts_errand(self._context.work, waiting))

    def hand_over(self) -> None:
        """Ask whose open work goes to whom."""
        self._open(handover_errand(self._context.work))

    def print_slips(self) -> None:
        """The slips of all units in one print job."""
        plan, work = self._view.plan, self._context.work
        if plan is None:
            return

        def ask(pdf: bytes) -> None:
            from desktop.ui.dialogs.print_dialog import open_print

            title = f"Phiếu giao nhiệm vụ, {plan_papers.title(plan)}"
            open_print(self._context, self._page.window(), pdf, title)

        self._context.jobs.start(
            "Dàn trang phiếu", lambda progress: slips.as_pdf(work, plan.id, progress), ask
        )

    def _open(self, errand: Errand) -> SendDialog:
        dialog = open_sending(self._context, self._page.window(), errand, self.phrases, self.look)
        dialog.sent.connect(self.sent)
        return dialog

    def _send_menu(self) -> QMenu:
        menu = QMenu(self._page)
        entries = (
            ("Gói giao việc cho đơn vị…", "sendWork", self.send_work, "Ctrl+U"),
            ("Biểu Excel ra thư mục…", "formsToFolder", self._ask_target, ""),
            ("Biểu Excel ra USB…", "formsToUsb", self._carry, ""),
            ("In phiếu giao nhiệm vụ…", "slipsPrint", self.print_slips, ""),
            None,
            ("Trả lời nơi giao…", "sendReply", self.send_reply, ""),
            ("Bàn giao công việc…", "handOver", self.hand_over, ""),
            ("Ghi biên nhận…", "sendReceipts", self.send_receipts, ""),
        )
        self._sending = {}
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            made = action(self._page, *entry)
            self._sending[entry[1]] = made
            self._page.addAction(made)
            menu.addAction(made)
        menu.aboutToShow.connect(self.tell)
        return menu

    def tell(self) -> None:
        """Which of them can be done now."""
        plan = self._view.plan
        is_ours, is_given = plan is not None and not plan.is_received, plan is not None and plan.is_received
        for name in ("sendWork", "formsToFolder", "formsToUsb", "slipsPrint"):
            self._sending[name].setEnabled(is_ours)
        self._sending["sendReply"].setEnabled(is_given)
        waiting = exchange_history.waiting(self._context.work)
        receipts = self._sending["sendReceipts"]
        receipts.setEnabled(waiting > 0)
        receipts.setText(f"Ghi biên nhận ({text.count(waiting, 'gói')})…" if waiting else "Ghi biên nhận…")

    def _receive_menu(self) -> QMenu:
        menu = QMenu(self._page)
        files = action(self._page, "Chọn tệp…", "receiveFiles", self.ask_files, "Ctrl+O")
        folder = action(self._page, "Chọn cả thư mục…", "receiveFolder", self._ask_source)
        self._page.addAction(files)

        def fill() -> None:
            menu.clear()
            for stick in self.look():
                entry = menu.addAction(f"Từ {stick.name}")
                entry.triggered.connect(lambda _=False, path=stick.path: self.take([path]))
            menu.addAction(files)
            menu.addAction(folder)

        fill()
        menu.aboutToShow.connect(fill)
        return menu

    def _ask_target(self) -> None:
        plan = self._view.plan
        if plan is not None:
            save_paper.ask_folder(
                self._context, self._page.window(), lambda folder: self.send_forms(plan, folder)
            )

    def _carry(self) -> None:
        from desktop.ui.dialogs.usb_copy import open_usb_copy

        plan = self._view.plan
        if plan is not None:
            open_usb_copy(self._context, self._page.window(), plan).parts.tick(Parts(forms=True))

    def ask_files(self) -> None:
        """Ask for packages and forms."""
        save_paper.ask_files(
            self._context, self._page.window(), "Chọn gói và biểu để nhận", _FILES, self.take
        )

    def _ask_source(self) -> None:
        save_paper.ask_folder(self._context, self._page.window(), lambda folder: self.take([folder]))


def choices_of(lines: tuple[UnitLine, ...], picked: list[UnitLine]) -> tuple[Choice, ...]:
    """Whom to send to: several that are selected first, else those that nothing was sent to yet, else all."""
    every = Choice(f"Tất cả {text.count(len(lines), 'đơn vị')}", tuple(one.id for one in lines))
    unsent = tuple(one.id for one in lines if not one.is_sent)
    new = Choice(f"{text.count(len(unsent), 'đơn vị')} chưa gửi", unsent)
    names = picked[0].row.name if len(picked) == 1 else f"{text.count(len(picked), 'đơn vị')} đang chọn"
    chosen = Choice(names, tuple(one.id for one in picked))
    if len(picked) > 1:
        order = [chosen, every, new]
    elif 0 < len(unsent) < len(lines):
        order = [new, every, chosen]
    else:
        order = [every, chosen]
    return tuple(one for one in order if one.units)
