"""How files that came in stand in the preview: columns, marks with words, the chips that narrow them. No service call, no widget."""

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.domain.package import PackageKind
from desktop.errors import PackageLocked, WrongPackage, WrongTemplate
from desktop.package_words import VERDICTS, kind_of
from desktop.problem_words import problem_sentence
from desktop.sentences import sentence
from desktop.services.arrivals import Arrival, Verdict
from desktop.ui import text
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.theme import Theme


class Group(StrEnum):
    """What a file is counted under; a file may be in several."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CLASH = "clash"
    OLDER = "older"
    REFUSED = "refused"


GROUPS = {
    Group.NEW: "Có việc mới",
    Group.CHANGED: "Có thay đổi",
    Group.CLASH: "Xung đột",
    Group.SAME: "Không có gì mới",
    Group.OLDER: "Cũ hơn",
    Group.REFUSED: "Không nhận được",
}
"""Group -> words of its chip."""


def groups_of(one: Arrival) -> frozenset[Group]:
    """The groups of a file, at least one."""
    if one.verdict is Verdict.REFUSED:
        return frozenset({Group.REFUSED})
    if one.verdict is Verdict.OLDER:
        return frozenset({Group.OLDER})
    if not has_news(one):
        return frozenset({Group.SAME})
    told = {
        Group.NEW: one.new or one.proofs,
        Group.CHANGED: one.changed or one.changes,
        Group.CLASH: one.clashes,
    }
    return frozenset(group for group, some in told.items() if some) or frozenset({Group.NEW})


def has_news(one: Arrival) -> bool:
    """Whether anything here would change by a file that is not older."""
    return one.verdict is Verdict.NEWS and bool(
        one.new or one.changed or one.changes or one.proofs or one.results or one.content
    )


def is_locked(one: Arrival) -> bool:
    """Whether it waits for a passphrase."""
    return isinstance(one.error, PackageLocked)


def is_rekeyed(one: Arrival) -> bool:
    """Whether its sender is known under another key."""
    return isinstance(one.error, WrongPackage) and one.error.reason == "other_key"


def for_us(found: Sequence[Arrival], chosen: Collection[Path]) -> list[Arrival]:
    """The files without what merely lies beside them on a stick: workbooks that are no forms, packages that this office made itself. What
    was chosen by its name (`chosen`) stays."""
    return [one for one in found if one.path in chosen or not _is_stranger(one)]


def _is_stranger(one: Arrival) -> bool:
    if isinstance(one.error, WrongTemplate):
        return one.error.reason == "not_a_form"
    return isinstance(one.error, WrongPackage) and one.error.reason == "own"


def needs_a_look(one: Arrival) -> int:
    """How much a person is needed: the file of the greatest number is shown first."""
    ranks = (is_locked(one), is_rekeyed(one), bool(one.clashes) and one.verdict is Verdict.NEWS)
    return next((len(ranks) - at for at, told in enumerate(ranks) if told), 0)


def verdict_of(one: Arrival) -> tuple[str, str]:
    """The icon and the words of what becomes of a file."""
    if is_locked(one):
        return "lock", "Cần cụm từ khóa"
    if is_rekeyed(one):
        return "warning", "Khóa đã đổi"
    if one.verdict is Verdict.NEWS and one.clashes:
        return "split", "Có xung đột"
    if one.verdict is Verdict.NEWS and not has_news(one):
        return "check", VERDICTS[Verdict.SAME]
    return _ICONS[one.verdict], VERDICTS[one.verdict]


_ICONS = {
    Verdict.NEWS: "plus",
    Verdict.SAME: "check",
    Verdict.OLDER: "history",
    Verdict.REFUSED: "off",
}


def who(one: Arrival) -> str:
    """The unit it is of, else who sent it, else the name of the file."""
    is_ours = one.kind in {PackageKind.WORK, PackageKind.HANDOVER, PackageKind.RECEIPT}
    return (one.sender if is_ours else one.unit or one.sender) or one.path.name


def about(one: Arrival) -> str:
    """The plan; of what cannot be taken in why; of others what is to be looked at."""
    if one.error is not None:
        return sentence(one.error)
    return " · ".join(filter(None, (one.plan, *map(problem_sentence, one.problems[:2]))))


def columns(theme: Theme) -> tuple[Column[Arrival], ...]:
    """The columns; the first one can be ticked where a file is older."""
    icons = {name: theme.icon(name, colour) for name, colour in _COLOURS.items()}

    def count(key: str, title: str, get: Callable[[Arrival], int]) -> Column[Arrival]:
        def words(one: Arrival) -> str:
            return text.number(get(one)) if get(one) else ""

        return Column(key, title, words, get, is_number=True, width=58, amount=get)

    return (
        Column(
            "verdict",
            "Nhận xét",
            lambda one: verdict_of(one)[1],
            icon=lambda one: icons[verdict_of(one)[0]],
            width=194,
        ),
        Column("who", "Từ", who, width=196),
        Column("kind", "Loại", kind_of, width=84),
        Column("about", "Kế hoạch, lý do", about, width=0),
        count("new", "Mới", lambda one: one.new),
        count("changed", "Đổi", lambda one: one.changed),
        count("same", "Như cũ", lambda one: one.same),
        Column("unit", "Đơn vị", lambda one: one.unit, width=160, is_shown=False),
        Column("file", "Tệp", lambda one: one.path.name, width=220, is_shown=False),
    )


_COLOURS = {
    "plus": "accent_text",
    "check": "text_muted",
    "history": "text_muted",
    "off": "problem",
    "lock": "problem",
    "warning": "problem",
    "split": "problem",
}


class ArrivalsModel(RowsModel[Arrival]):
    """Files of a preview. ticked: the person wants an older one all the same, or not any more."""

    ticked = Signal()

    def __init__(self, theme: Theme, parent: Any = None) -> None:
        super().__init__(columns(theme), parent)
        self.older: set[Path] = set()

    def tick(self, path: Path, *, on: bool) -> None:
        """Want an older file, or not."""
        (self.older.add if on else self.older.discard)(path)
        at = next((at for at, one in enumerate(self.rows) if one.path == path), None)
        if at is not None:
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        self.ticked.emit()

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a cell shows; older files have a box in the first column."""
        if role == Qt.ItemDataRole.CheckStateRole:
            one = self.row(index) if index.isValid() and index.column() == 0 else None
            if one is None or one.verdict is not Verdict.OLDER:
                return None
            return Qt.CheckState.Checked if one.path in self.older else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tick the box of an older file."""
        one = self.row(index) if index.isValid() else None
        if one is None or role != Qt.ItemDataRole.CheckStateRole or one.verdict is not Verdict.OLDER:
            return False
        self.tick(one.path, on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Older files can be ticked."""
        flags = super().flags(index)
        one = self.row(index) if index.isValid() and index.column() == 0 else None
        if one is not None and one.verdict is Verdict.OLDER:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags


def name_of(wanted: Sequence[Arrival]) -> str:
    """The step as "Hoàn tác" names it: "Nhận 12 gói, 3 biểu"."""
    forms = sum(one.form is not None for one in wanted)
    told = ((len(wanted) - forms, "gói"), (forms, "biểu"))
    return "Nhận " + ", ".join(text.count(count, noun) for count, noun in told if count)
