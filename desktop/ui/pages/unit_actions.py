"""What can be done with the chosen units and with groups: entries of menus, each a dialog or one named change. Shows no units itself."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services import unit_editing
from desktop.services.unit_views import GroupCount, UnitLine
from desktop.ui import text
from desktop.ui.context import Context


class UnitActions:
    """parent: the window dialogs belong to."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def fill(
        self, menu: QMenu, lines: Sequence[UnitLine], groups: Sequence[GroupCount], chosen: int | None
    ) -> None:
        """Put in what may be done with these units. chosen: id of the group that is seen, None for none."""
        if not lines:
            return
        living = [line for line in lines if line.is_living]
        if len(lines) == 1:
            _entry(menu, "Sửa…", lambda: self.edit(lines[0]))
        if living:
            self._fill_changes(menu, living)
            self._fill_groups(menu, living, groups, chosen)
        menu.addSeparator()
        _entry(menu, "Xóa", lambda: self.discard(lines))

    def _fill_changes(self, menu: QMenu, lines: Sequence[UnitLine]) -> None:
        menu.addSeparator()
        if len(lines) == 1:
            _entry(menu, "Đổi tên từ một ngày…", lambda: self.change("RenameDialog", lines))
        _entry(menu, "Sáp nhập…", lambda: self.change("MergeDialog", lines))
        if len(lines) == 1:
            _entry(menu, "Chia tách…", lambda: self.change("SplitDialog", lines))
        _entry(menu, "Giải thể từ một ngày…", lambda: self.change("DissolveDialog", lines))

    def _fill_groups(
        self, menu: QMenu, lines: Sequence[UnitLine], groups: Sequence[GroupCount], chosen: int | None
    ) -> None:
        into = menu.addMenu("Thêm vào nhóm")
        for group in groups:
            _entry(into, group.name, partial(self.join, group, lines))
        if groups:
            into.addSeparator()
        _entry(into, "Nhóm mới…", lambda: self.new_group(lines))
        seen = next((group for group in groups if group.id == chosen), None)
        if seen is not None:
            _entry(menu, f"Bỏ khỏi nhóm “{text.elided(seen.name, 30)}”", lambda: self.leave(seen, lines))

    def fill_group(self, menu: QMenu, group: GroupCount) -> None:
        """Put in what may be done with a group."""
        _entry(menu, "Sửa nhóm và thành viên…", lambda: self.edit_group(group))
        _entry(menu, "Đổi tên nhóm…", lambda: self.rename_group(group))
        menu.addSeparator()
        _entry(menu, "Xóa nhóm", lambda: self.remove_group(group))

    def edit(self, line: UnitLine) -> None:
        """The form of a unit."""
        from desktop.ui.dialogs.unit_form import open_edit

        open_edit(self._context, self._parent, line.id)

    def change(self, dialog: str, lines: Sequence[UnitLine]) -> None:
        """One of the dialogs of `unit_change`."""
        from desktop.ui.dialogs import unit_change

        getattr(unit_change, dialog)(self._context, self._parent, [line.unit for line in lines]).open()

    def discard(self, lines: Sequence[UnitLine]) -> None:
        """To the trash, where nothing names them; else they may end on a day."""
        keys = [line.id for line in lines]
        if not unit_editing.removable(self._context.work, keys):
            self._context.hub.say(
                "Đơn vị đã được giao việc hoặc có trong văn bản nên không xóa; chọn ngày thôi hoạt động.",
                is_warning=True,
            )
            living = [line for line in lines if line.is_living]
            if living:
                self.change("DissolveDialog", living)
            return
        self._do(f"Xóa {_named(lines)}", lambda: unit_editing.discard(self._context.work, keys))

    def join(self, group: GroupCount, lines: Sequence[UnitLine]) -> None:
        """Into a group from today."""
        keys = [line.id for line in lines if group.id not in line.groups]
        if not keys:
            self._context.hub.say(f"{_named(lines)} đã ở trong nhóm “{group.name}”.")
            return
        work = self._context.work
        self._do(
            f"Thêm {text.count(len(keys), 'đơn vị')} vào nhóm {group.name}",
            lambda: unit_editing.join(work, group.id, keys, work.today()),
        )

    def leave(self, group: GroupCount, lines: Sequence[UnitLine]) -> None:
        """Out of a group from today."""
        work, gone = self._context.work, {line.id for line in lines}

        def change() -> None:
            today = work.today()
            unit_editing.set_members(
                work, group.id, unit_editing.members(work, group.id, today) - gone, today
            )

        self._do(f"Bỏ {text.count(len(gone), 'đơn vị')} khỏi nhóm {group.name}", change)

    def new_group(self, lines: Sequence[UnitLine] = ()) -> None:
        """A group, with these as its first members."""
        from desktop.ui.dialogs.unit_group import open_new_group

        open_new_group(self._context, self._parent, {line.id for line in lines})

    def edit_group(self, group: GroupCount) -> None:
        """Name and members of a group."""
        from desktop.ui.dialogs.unit_group import open_group

        open_group(self._context, self._parent, group.id, group.name)

    def rename_group(self, group: GroupCount) -> None:
        """Another name for a group."""
        from desktop.ui.dialogs.ask_words import AskWords

        def keep(name: str) -> None:
            self._do(
                f"Đổi tên nhóm thành {name}",
                lambda: unit_editing.rename_group(self._context.work, group.id, name),
            )

        AskWords(self._parent, "Đổi tên nhóm", "Tên nhóm", keep, words=group.name).open()

    def remove_group(self, group: GroupCount) -> None:
        """A group that no task was given to; its units stay."""
        self._do(f"Xóa nhóm {group.name}", lambda: unit_editing.remove_group(self._context.work, group.id))

    def _do(self, name: str, change: Callable[[], object]) -> None:
        self._context.doer.do(name, change)


def _named(lines: Sequence[UnitLine]) -> str:
    return lines[0].name.name if len(lines) == 1 else text.count(len(lines), "đơn vị")


def _entry(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    made = menu.addAction(words)
    made.triggered.connect(lambda *_: act())
    return made
