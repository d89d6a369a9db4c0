"""Sao lưu: the copies of all data, a new one here or onto a stick, restoring after a look at what is in it, the check of the data."""

from pathlib import Path

from PySide6.QtWidgets import QMenu, QStackedWidget

from desktop.services import safety
from desktop.services.safety import Backup, Finding, Inside
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.restore import RestoreDialog
from desktop.ui.dialogs.save_paper import ask_files, ask_folder
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import button, framed, label, row
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.wrap import wrapped

REASONS = {
    "daily": "Hằng ngày",
    "manual": "Tự sao lưu",
    "before-import": "Trước khi nhập dữ liệu",
    "before-merge": "Trước khi gộp",
    "before-repair": "Trước khi sửa dữ liệu",
    "before-restore": "Trước khi khôi phục",
    "before-upgrade": "Trước khi nâng cấp",
}
FAULTS = {
    "damaged": "Tệp dữ liệu bị hỏng. Hãy khôi phục từ một bản sao lưu ở trên.",
    "orphans": "Dòng dữ liệu mất gốc",
    "status_differs": "Tình trạng không khớp với kết quả mới nhất",
    "search_differs": "Bảng tìm kiếm không khớp với dữ liệu",
    "unused_files": "Tệp lưu không còn dùng",
    "file_differs": "Tệp lưu (bản in, minh chứng) không còn nguyên vẹn",
    "number_doubled": "Hai văn bản trùng số, ký hiệu trong một năm",
    "uid_doubled": "Hai mục trùng mã nhận dạng",
}
"""Words of each code of `safety.check`."""
_MENDED = frozenset({"orphans", "status_differs", "search_differs", "unused_files"})

COLUMNS = (
    Column[Backup](
        "made", "Lúc", lambda one: f"{one.made:%H:%M %d/%m/%Y}", sort=lambda one: one.made, width=150
    ),
    Column[Backup]("reason", "Lý do", lambda one: REASONS.get(one.reason, "Khác"), width=0),
    Column[Backup](
        "size",
        "Dung lượng",
        lambda one: text.size(one.size),
        sort=lambda one: one.size,
        is_number=True,
        width=110,
    ),
)


class BackupsSection(Section):
    """The newest copy first."""

    name = "backups"
    title = "Sao lưu"
    lead = (
        "Mỗi ngày, và trước mỗi lần nhập hay gộp dữ liệu, chương trình tự giữ một bản. "
        "Nên thỉnh thoảng chép thêm một bản ra USB để phòng khi máy hỏng."
    )
    scrolls = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._model: RowsModel[Backup] = RowsModel(COLUMNS, self)
        self.table = Table(self._model, "backupsTable", context)
        self.table.opened.connect(lambda one: self.look_into(one.path))
        self.table.picked.connect(self._on_picked)
        self.table.menu_wanted.connect(self._fill_menu)
        offer(self.table, "Các bản sao lưu", context)
        self._told = label("", "", "checkTold", wraps=True)
        self._repair = button("Sửa những lỗi sửa được", "repairData", self._mend)
        self._build()
        context.jobs.finished.connect(self._on_job_end)

    def reload(self) -> None:
        """The copies that there are now."""
        found = tuple(safety.copies(self.context.work.home))
        if {one.path for one in found} != {one.path for one in self._model.rows}:
            self._model.set_rows(found)
        self._stack.setCurrentIndex(0 if found else 1)
        self._on_picked()

    def _build(self) -> None:
        icon = self.context.theme.icon
        self._restore = button(
            " Khôi phục bản đang chọn…", "restoreChosen", self._look_into_chosen, icon=icon("restore")
        )
        acts = wrapped(
            button("Sao lưu ngay", "backupNow", self.backup_now, role="primary"),
            button(" Sao lưu ra USB, thư mục…", "backupTo", self._ask_folder, icon=icon("usb")),
            None,
            self._restore,
            button("Khôi phục từ tệp khác…", "restoreOther", self._ask_file),
        )
        checking = row(
            button(" Kiểm tra dữ liệu", "checkData", self.check, icon=icon("shield-check")),
            self._told,
            None,
            self._repair,
            space=12,
        )
        checking.setStretch(1, 1)
        self._repair.hide()
        self.body.addLayout(acts)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState("Chưa có bản sao lưu nào trên máy này. Bấm “Sao lưu ngay” để có bản đầu tiên.")
        )
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(framed(checking))

    def backup_now(self) -> None:
        """One more copy in the workspace's own folder."""
        work = self.context.work
        self.context.jobs.start(
            "Sao lưu", lambda _: safety.backup(work), lambda _: self._say("Đã sao lưu toàn bộ dữ liệu")
        )

    def backup_to(self, folder: Path) -> None:
        """A copy in another folder, a stick for example."""
        work = self.context.work
        self.context.jobs.start(
            "Sao lưu", lambda _: safety.backup(work, folder), lambda made: self._say(f"Đã sao lưu vào {made}")
        )

    def look_into(self, path: Path) -> None:
        """Prove a copy, show what is in it, restore it if that is wanted."""
        work, hub = self.context.work, self.context.hub

        def look(progress: object) -> tuple[Inside, Inside]:
            return safety.inside(path), safety.present(work)

        def show(both: tuple[Inside, Inside]) -> None:
            RestoreDialog(
                self.window(), self._title(path), *both, lambda: hub.restore_wanted.emit(path)
            ).open()

        self.context.jobs.start("Xem bản sao lưu", look, show)

    def _title(self, path: Path) -> str:
        """What a copy is called: by its moment and reason, one from elsewhere by its name."""
        found = next((one for one in self._model.rows if one.path == path), None)
        return path.name if found is None else ", ".join(column.text(found) for column in COLUMNS[1::-1])

    def check(self) -> None:
        """Look at every row and page of the workspace."""
        work = self.context.work
        self.context.jobs.start("Kiểm tra dữ liệu", lambda _: safety.check(work), self._tell)

    def _mend(self) -> None:
        work = self.context.work
        self.context.jobs.start("Sửa dữ liệu", lambda _: safety.check(work, repair=True), self._tell)

    def _tell(self, found: list[Finding]) -> None:
        left = [one for one in found if not one.repaired]
        lines = [f"{FAULTS[one.code]}: {text.number(one.count)}" for one in left]
        mended = len(found) - len(left)
        if mended:
            lines.insert(0, f"Đã sửa {text.count(mended, 'loại lỗi')}.")
        self._told.setText("\n".join(lines) or "Dữ liệu nguyên vẹn, không phát hiện lỗi.")
        self._repair.setVisible(any(one.code in _MENDED for one in left))

    def _say(self, words: str) -> None:
        self.reload()
        self.context.hub.say(words)

    def _look_into_chosen(self) -> None:
        rows = self.table.picked_rows()
        if rows:
            self.look_into(rows[0].path)

    def _on_picked(self) -> None:
        self._restore.setEnabled(len(self.table.picked_rows()) == 1)

    def _fill_menu(self, menu: QMenu) -> None:
        rows = self.table.picked_rows()
        if len(rows) == 1:
            menu.addAction("Khôi phục…").triggered.connect(lambda: self.look_into(rows[0].path))

    def _on_job_end(self, _: str) -> None:
        """The copy of the day, or one before an import, may have been made."""
        if self.isVisible():
            self.reload()

    def _ask_folder(self) -> None:
        ask_folder(self.context, self.window(), self.backup_to)

    def _ask_file(self) -> None:
        kind = "Bản sao lưu (*.db)"
        ask_files(
            self.context, self.window(), "Chọn bản sao lưu", kind, lambda paths: self.look_into(paths[0])
        )
