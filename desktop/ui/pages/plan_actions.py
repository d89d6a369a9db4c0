"""What can be done with the whole of a plan: issue, print, save, carry, urge, go on from it. Dialogs ask, services do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.plan import Plan, PlanState
from desktop.progress import Progress
from desktop.services import (
    correcting,
    invitations,
    plan_export,
    plan_files,
    plan_papers,
    planning,
    templates,
    trash,
)
from desktop.services.plan_export import Parts
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.ask_words import AskWords
from desktop.ui.dialogs.export_plan import ExportPlan
from desktop.ui.dialogs.issue import Given, open_issue
from desktop.ui.dialogs.save_paper import ask_folder, ask_path, safe_name
from desktop.ui.widgets.parts import action, button

_ALL = frozenset(PlanState)
_DRAFT = frozenset({PlanState.DRAFT})
_ISSUED = frozenset({PlanState.ISSUED, PlanState.CLOSED})
_RUNNING = frozenset({PlanState.ISSUED})
_OF_OTHERS = frozenset({"planPrint", "planPdf", "planReply", "planClose"})
"""What can be done with a plan that another office gave: its papers are that office's."""


class PlanActions(QObject):
    """The primary button and the menu of the page of a plan. `primary` issues a draft, prints what is issued, and
    answers what another office gave."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._plan: Plan | None = None
        self._actions: list[tuple[QAction, frozenset[PlanState]]] = []
        self.primary = button("Ban hành…", "planPrimary", self._on_primary, role="primary")

    def show_plan(self, plan: Plan) -> None:
        """What is offered for this plan as it stands."""
        self._plan = plan
        words = "Trả lời…" if plan.is_received else "Ban hành…" if plan.state is PlanState.DRAFT else "In…"
        self.primary.setText(words)
        self.primary.setAccessibleName(words)
        for entry, states in self._actions:
            name = entry.objectName()
            is_offered = name in _OF_OTHERS if plan.is_received else name != "planReply"
            entry.setVisible(is_offered and plan.state in states)
            entry.setEnabled(is_offered and plan.state in states)

    def fill(self, menu: QMenu) -> None:
        """Put every command into the menu; those that do not fit the plan's state are hidden."""
        for entry in self._commands():
            if entry is None:
                menu.addSeparator()
                continue
            words, name, act, states, keys = entry
            made = action(self._page, words, name, self._with_all_kept(act), keys)
            self._page.addAction(made)
            menu.addAction(made)
            self._actions.append((made, states))

    def _commands(
        self,
    ) -> "tuple[tuple[str, str, Callable[[], Any], frozenset[PlanState], str] | None, ...]":
        return (
            ("In…", "planPrint", self.print_plan, _ALL, "Ctrl+P"),
            ("Lưu PDF…", "planPdf", lambda: self._save("pdf"), _ALL, ""),
            ("Lưu Word…", "planWord", lambda: self._save("docx"), _ALL, ""),
            ("Ký số…", "planSign", self._sign, _ISSUED, ""),
            ("Xuất giấy tờ ra thư mục…", "planExport", self._export, _ALL, "Ctrl+E"),
            ("Chép ra USB…", "planUsb", self._carry, _ALL, "Ctrl+U"),
            ("Gửi gói giao việc…", "planSend", lambda: self._exchange("work"), _RUNNING, ""),
            ("Trả lời nơi giao…", "planReply", lambda: self._exchange("reply"), _RUNNING, ""),
            None,
            ("Đôn đốc đơn vị quá hạn…", "planUrge", self._urge, _RUNNING, ""),
            ("Lập giấy mời họp…", "planInvite", self._invite, _ISSUED, ""),
            ("Lập mục lục hồ sơ…", "planFiles", self._list_files, _ISSUED, ""),
            None,
            ("Lập kế hoạch năm sau…", "planNextYear", self._next_year, _ISSUED, ""),
            ("Lưu thành mẫu…", "planTemplate", self._keep_template, _ISSUED, ""),
            None,
            ("Lập văn bản thay thế", "planReplace", self._replace, _ISSUED, ""),
            ("Lập công văn đính chính", "planCorrect", self._correct, _ISSUED, ""),
            ("Kết thúc kế hoạch", "planClose", self._close, _RUNNING, ""),
            ("Xóa dự thảo", "planDiscard", self._discard, _DRAFT, ""),
        )

    @property
    def plan(self) -> Plan:
        """The plan shown."""
        assert self._plan is not None
        return self._plan

    def _with_all_kept(self, act: Callable[[], Any]) -> Callable[[], Any]:
        """`act`, once what is being typed is kept: a command by its keys must not print or send the words of a second ago."""

        def run() -> Any:
            leave = getattr(self._page, "leave", None)
            if leave is not None:
                leave()
            return act()

        return run

    def _exchange(self, what: str) -> None:
        """Go to where packages are sent, and ask there."""
        self._context.hub.go("exchange", self.plan.id, what)

    def _on_primary(self) -> None:
        if self.plan.is_received:
            self._exchange("reply")
        elif self.plan.state is PlanState.DRAFT:
            self._issue()
        else:
            self.print_plan()

    def _issue(self) -> None:
        key = self.plan.id

        def issue(given: Given) -> None:
            self._context.doer.run(
                f"Ban hành kế hoạch số {given.number:02d}",
                lambda progress: planning.issue(self._context.work, key, given.number, given.date, progress),
                self._after_issue,
            )

        open_issue(
            self._context,
            self._page.window(),
            self.plan,
            issue,
            lambda: self._context.hub.go("plan", key, "check"),
        )

    def _after_issue(self, plan: Plan) -> None:
        self._context.hub.say(
            f"Đã ban hành Kế hoạch số {plan.number:02d}/{plan.symbol} ngày {text.date(plan.date)}. Có thể in."
        )

    def print_plan(self) -> None:
        """The paper as it is, an issued one as it was printed, to a printer."""
        plan = self.plan

        def ask(pdf: bytes) -> None:
            from desktop.ui.dialogs.print_dialog import open_print

            open_print(self._context, self._page.window(), pdf, plan_papers.title(plan))

        self._context.jobs.start(
            "Dàn trang", lambda progress: plan_papers.pdf(self._context.work, plan.id, progress), ask
        )

    def _save(self, ending: str) -> None:
        plan, work = self.plan, self._context.work
        kinds = {"pdf": "Tệp PDF (*.pdf)", "docx": "Tệp Word (*.docx)"}

        def write(path: Path) -> None:
            self._context.jobs.start(
                f"Lưu {path.name}",
                lambda progress: plan_papers.save(work, plan.id, path, progress),
                lambda made: self._context.hub.say(f"Đã lưu {made}"),
            )

        name = f"{safe_name(plan_papers.title(plan))}.{ending}"
        ask_path(self._context, self._page.window(), name, kinds[ending], write)

    def _export(self) -> None:
        key, work = self.plan.id, self._context.work

        def ask(parts: Parts) -> None:
            self._write(
                "Xuất giấy tờ", lambda to, progress: plan_export.export(work, key, to, parts, progress)
            )

        ExportPlan(self._context, self.plan, self._page.window(), "Chọn thư mục…", ask).open()

    def _sign(self) -> None:
        from desktop.ui.dialogs.sign import open_sign

        open_sign(self._context, self._page.window(), self.plan)

    def _carry(self) -> None:
        from desktop.ui.dialogs.usb_copy import open_usb_copy

        open_usb_copy(self._context, self._page.window(), self.plan)

    def _urge(self) -> None:
        from desktop.ui.dialogs.urge import open_urge

        open_urge(self._context, self._page.window(), self.plan)

    def _invite(self) -> None:
        key, work = self.plan.id, self._context.work
        meetings = invitations.of_plan(work, key)
        if meetings:
            title = f"Lập giấy mời cho {text.count(len(meetings), 'cuộc họp')}"
            self._write(title, lambda to, progress: invitations.write(work, key, to, progress=progress))
        else:
            self._context.hub.say(
                "Kế hoạch này không có nhiệm vụ nào là cuộc họp, hội nghị, tọa đàm.", is_warning=True
            )

    def _list_files(self) -> None:
        key, work = self.plan.id, self._context.work
        self._write(
            "Lập mục lục hồ sơ", lambda to, progress: plan_files.write(work, key, to, progress=progress)
        )

    def _write(self, title: str, make: Callable[[Path, Progress], list[Path]]) -> None:
        """Ask for a folder and have the papers written there."""

        def write(folder: Path) -> None:
            self._context.jobs.start(
                title,
                lambda progress: make(folder, progress),
                lambda made: self._context.hub.say(f"Đã ghi {text.count(len(made), 'tệp')} vào {folder}"),
            )

        ask_folder(self._context, self._page.window(), write)

    def _next_year(self) -> None:
        from desktop.ui.dialogs.next_year import open_next_year

        open_next_year(self._context, self._page.window(), self.plan.id)

    def _keep_template(self) -> None:
        plan = self.plan

        def keep(name: str) -> None:
            self._context.doer.do(
                f"Lưu mẫu “{name}”", lambda: templates.save_as_template(self._context.work, plan.id, name)
            )

        AskWords(self._page.window(), "Lưu thành mẫu", "Tên mẫu", keep, words=plan.subject).open()

    def _replace(self) -> None:
        self._go_on("Lập văn bản thay thế", lambda: correcting.replacement(self._context.work, self.plan.id))

    def _correct(self) -> None:
        self._go_on(
            "Lập công văn đính chính", lambda: correcting.correction(self._context.work, self.plan.id)
        )

    def _go_on(self, name: str, make: Callable[[], Plan]) -> None:
        self._context.doer.do(name, make, lambda made: self._context.hub.go("plan", made.id, "draft"))

    def _close(self) -> None:
        self._context.doer.do("Kết thúc kế hoạch", lambda: planning.close(self._context.work, self.plan.id))

    def _discard(self) -> None:
        key = self.plan.id
        self._context.hub.go("plans")
        self._context.doer.do("Xóa dự thảo", lambda: trash.discard_plan(self._context.work, key))
