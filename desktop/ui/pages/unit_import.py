"""A list of units comes in: choose the file, see and correct what was understood, keep it in one step that can be taken back."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.errors import AppError
from desktop.progress import Progress
from desktop.sentences import sentence
from desktop.services import unit_list_blank, unit_list_opening, unit_lists
from desktop.services.changes import Noun
from desktop.services.unit_comparing import Action
from desktop.services.unit_list_lines import Kind, Line, Lines, without
from desktop.services.unit_list_opening import Opened
from desktop.services.unit_lists import UnitPreview
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import ask_files, ask_path
from desktop.ui.hub import Place
from desktop.ui.pages.page import Page
from desktop.ui.widgets.drop_place import DropPlace
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.import_look import ImportLook, Read
from desktop.ui.widgets.parts import button, column, framed, label, row

_LISTS = "Danh sách đơn vị (*.xlsx *.xls *.xlsm *.ods *.csv)"
_START, _READING, _LOOK, _DONE = range(4)


class UnitImportPage(Page):
    """File, columns, preview, done: one page."""

    name = "unit_import"
    title = "Nhập danh sách đơn vị"
    help = "nhap-don-vi"
    nouns = Noun(0)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._opened: Opened | None = None
        self._seen: UnitPreview | None = None
        self._counts: dict[Kind, int] = {}
        self._edits: dict[tuple[int, str], str] = {}
        self._reading = ""
        self.keep = button("Nhập", "importKeep", self._keep, role="primary")
        self.header.add(self.keep)
        self.start = DropPlace(context.theme)
        self.start.dropped.connect(lambda paths: self.read(Path(paths[0])))
        self.start.choose_wanted.connect(self._choose)
        self.start.blank_wanted.connect(self._save_blank)
        self.look = ImportLook(context)
        self.look.another_wanted.connect(self._choose)
        self.look.sheet_chosen.connect(self._on_sheet)
        self.look.column_told.connect(self._on_column)
        self.look.edited.connect(self._on_edited)
        self.look.skips_changed.connect(self._tell)
        self._stack = QStackedLayout()
        for part in (self.start, self._waiting(), self.look, self._end()):
            self._stack.addWidget(part)
        self.body.addWidget(framed(self._stack), 1)
        context.jobs.finished.connect(self._on_finished)
        self._show(_START)

    def _waiting(self) -> QWidget:
        self._waits = label("", "heading", "importWaits", wraps=True)
        self._waits.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stop = button("Dừng", "importStop", self.context.jobs.cancel)
        return framed(column(None, self._waits, row(None, stop, None), None, space=16))

    def _end(self) -> QWidget:
        go = self.context.hub.go
        self._told = EmptyState(
            "Đã nhập danh sách.",
            self.context.theme.drawing("done"),
            "Xem danh sách đơn vị",
            lambda: go("units"),
        )
        self._told.button.setObjectName("importSeeUnits")
        self._undo = button("Hoàn tác", "importUndo", self._take_back)
        another = button("Nhập tệp khác…", "importMore", self._start_anew)
        self._told.add_below(row(None, self._undo, another, None))
        return self._told

    def open_at(self, place: Place) -> None:
        """Read the first of the files named in the place; without one go on where it was left, or anew after an end."""
        paths = place.part.splitlines()
        if paths:
            self.read(Path(paths[0]))
        elif self._stack.currentIndex() == _DONE:
            self._start_anew()

    def drop(self, paths: list[str]) -> bool:
        """A file dropped here is the list."""
        self.read(Path(paths[0]))
        return True

    def focus_first(self) -> None:
        """The button to choose a file, or the preview."""
        if self._stack.currentIndex() == _LOOK and self.look.table is not None:
            self.look.table.setFocus()
        else:
            super().focus_first()

    def read(self, path: Path, sheet: str | None = None, mapping: Mapping[str, str] | None = None) -> None:
        """Read a list as a job. mapping: what the person told of its columns, None for what is remembered."""
        work = self.context.work

        def reading(progress: Progress) -> Read:
            opened = unit_list_opening.open_list(work, path, sheet, mapping, progress)
            if mapping is not None and opened.seen is not None:
                unit_list_opening.remember(work, opened)
            return _looked(opened, Lines(work, opened.seen) if opened.seen else None)

        self._reading = f"Đọc {path.name}"
        self._waits.setText(f"Đang đọc {path.name}…")
        self.start.tell("")
        self._show(_READING)
        self.context.jobs.start(self._reading, reading, self._on_read, self._on_failed)

    def _on_read(self, read: Read) -> None:
        self._forget()
        self._opened, self._seen, self._edits = read.opened, read.opened.seen, {}
        self._counts = read.counts
        self.look.show_read(read)
        self._show(_LOOK)

    def _on_failed(self, error: AppError) -> None:
        self.start.tell(sentence(error))
        self._show(_START)

    def _on_finished(self, title: str) -> None:
        """Also when it was cancelled, of which nobody else tells; what was read shows itself right after."""
        if title == self._reading and self._stack.currentIndex() == _READING:
            self._reading = ""
            self._show(_LOOK if self._opened is not None else _START)

    def _show(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.keep.setVisible(step == _LOOK)
        self._tell()

    def _tell(self) -> None:
        """What the button will do."""
        new, changed = self._wanted()
        parts = [f"{text.number(new)} đơn vị mới"] * bool(new) + [f"{text.number(changed)} thay đổi"] * bool(
            changed
        )
        nothing = "Không có gì mới để nhập" if self._seen else "Nhập"
        self.keep.setText(f"Nhập {', '.join(parts)}" if parts else nothing)
        self.keep.setAccessibleName(self.keep.text())
        self.keep.setEnabled(bool(parts))

    def _wanted(self) -> tuple[int, int]:
        """How many units would be new and how many changed, without the lines that the person leaves out."""
        left_out = Counter(map(self._action, self.look.skipped))
        new = self._counts.get(Kind.NEW, 0) - left_out[Action.NEW]
        return new, self._counts.get(Kind.CHANGED, 0) - left_out[Action.CHANGED]

    def _action(self, at: int) -> Action | None:
        return self._seen.actions[at] if self._seen is not None and at < len(self._seen.actions) else None

    def _on_sheet(self, name: str) -> None:
        if self._opened is not None and name != self._opened.sheet.name:
            self.read(self._opened.path, name)

    def _on_column(self, letters: str, field: str) -> None:
        """A column is told: it is nothing else any more."""
        opened = self._opened
        if opened is None:
            return
        known = opened.seen.head.columns if opened.seen else opened.mapping
        mapping = opened.mapping | {name: "" for name, column in known.items() if column == letters}
        if field:
            mapping[field] = letters
        if not mapping.get("name", known.get("name", "")):
            self._opened = Opened(opened.path, opened.sheets, opened.sheet, opened.seen, mapping)
            self.look.ask_for_names()
            return
        self.read(opened.path, opened.sheet.name or None, mapping)

    def _on_edited(self, line: Line, field: str, words: str) -> None:
        opened, work = self._opened, self.context.work
        if opened is None or opened.seen is None:
            return
        self._edits[line.id, field] = words
        seen, edits = opened.seen, dict(self._edits)

        def compare(_: Progress) -> tuple[UnitPreview, Read]:
            after = unit_lists.corrected(work, seen, edits)
            return after, _looked(opened, Lines(work, after))

        self.context.jobs.start("Đối chiếu lại danh sách", compare, self._on_compared)

    def _on_compared(self, told: tuple[UnitPreview, Read]) -> None:
        self._seen, read = told
        self._counts = read.counts
        self.look.show_read(read, keeps=True)
        self._tell()

    def _keep(self) -> None:
        if self._seen is None or self._opened is None:
            return
        work, seen, skipped = self.context.work, self._seen, set(self.look.skipped)
        counts, wanted = self._counts, sum(self._wanted())
        left_out = seen.skipped + counts[Kind.NEW] + counts[Kind.CHANGED] - wanted
        name = f"Nhập {text.count(wanted, 'đơn vị')} từ {self._opened.path.name}"
        self._reading = name
        self._waits.setText("Đang sao lưu rồi ghi danh sách…")
        self._show(_READING)

        def done(kept: Any) -> None:
            self._told.say(_sentence(kept.added, kept.changed, counts[Kind.DUPLICATE], left_out))
            self._forget()
            self._show(_DONE)

        def keep(progress: Progress) -> Any:
            return unit_lists.commit(work, without(seen, skipped), progress)

        self.context.doer.run(name, keep, done, self._on_kept_not)

    def _on_kept_not(self, error: AppError) -> None:
        self._show(_LOOK)
        self.context.hub.failed.emit(error)

    def _take_back(self) -> None:
        self.context.doer.undo()
        self._start_anew()

    def _start_anew(self) -> None:
        self._forget()
        self._show(_START)

    def _forget(self) -> None:
        """Let go of the list that was looked at, beside the window: giving so much back at once would hold it up."""
        gone = [seen for seen in (self._opened and self._opened.seen, self._seen) if seen]
        self._opened = self._seen = None
        self.look.forget()
        if gone:
            self.context.jobs.draw("list_looked_at", partial(unit_lists.forget, *gone))

    def _choose(self) -> None:
        ask_files(
            self.context, self.window(), "Chọn danh sách đơn vị", _LISTS, lambda paths: self.read(paths[0])
        )

    def _save_blank(self) -> None:
        def write(path: Path) -> None:
            self.context.jobs.start(
                f"Lưu {path.name}",
                lambda _: unit_list_blank.save(path),
                lambda made: self.context.hub.say(f"Đã lưu {made}"),
            )

        ask_path(self.context, self.window(), "Danh sách đơn vị.xlsx", "Bảng tính Excel (*.xlsx)", write)


def _looked(opened: Opened, lines: Lines | None) -> Read:
    return Read(opened, lines, lines.counts if lines else {}, lines.fields if lines else ())


def _sentence(added: int, changed: int, double: int, left_out: int) -> str:
    """ "Đã nhập 45 đơn vị mới, 3 thay đổi, 2 trùng bỏ qua." """
    parts = [f"{text.number(added)} đơn vị mới"] * bool(added)
    parts += [f"{text.number(changed)} thay đổi"] * bool(changed)
    parts += [f"{text.number(double)} trùng bỏ qua"] * bool(double)
    parts += [f"{text.number(left_out)} dòng khác bỏ qua"] * bool(left_out)
    return f"Đã nhập {', '.join(parts)}."
