"""Chooses units and groups by typing parts of their names without dấu: what is chosen stands as tags, several in a row."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from desktop.domain.task import Party
from desktop.services import party_choices
from desktop.services.changes import Noun
from desktop.services.party_choices import Choice
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.flow import Flow

_TAG = 34
"""Letters of a name that a tag shows."""
_PROMPT = "Gõ tên đơn vị hoặc nhóm"
_MORE = "Thêm đơn vị"


class UnitPicker(QWidget):
    """`parties`: who is chosen, in order. changed: the person chose or took away somebody.

    Words that name nobody in the list are kept as they were typed and marked: nothing is lost, nothing invented (product rule 3).
    units_only: groups are not offered; most: how many may be chosen, 0 for any number; sets_up: a name
    that is not in the list is that of a unit to be set up.
    """

    changed = Signal()

    def __init__(
        self,
        context: Context,
        name: str = "unitPicker",
        *,
        units_only: bool = False,
        most: int = 0,
        sets_up: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context, self._units_only, self._most = context, units_only, most
        self._sets_up = sets_up
        self._known: Sequence[Choice] | None = None
        self._parties: list[Party] = []
        self._names: dict[Party, str] = {}
        self._fixed = False
        self._tags: list[QToolButton] = []
        self._offered: list[Choice] = []
        self.edit = _Edit()
        self.edit.setObjectName(f"{name}Edit")
        self.edit.setAccessibleName(_PROMPT)
        self.edit.setPlaceholderText(_PROMPT)
        self.edit.setMinimumWidth(180)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.emptied.connect(self._drop_last)
        self.edit.returnPressed.connect(self._on_return)
        self.edit.left.connect(self._on_return)
        self._flow = Flow()
        self._flow.set_parts([self.edit])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._flow)
        self.setFocusProxy(self.edit)
        self._make_popup()
        context.hub.changed.connect(self._on_changed)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who is chosen."""
        return tuple(self._parties)

    def set_parties(self, parties: Sequence[Party], names: Sequence[str] = ()) -> None:
        """Show these, without telling it as a change. names: what they are called now, as long as parties, where that is known."""
        self._names.update(zip(parties, names, strict=False))
        if list(parties) != self._parties:
            self._parties = list(parties)
            self._show_tags()
        self.edit.clear()

    def set_fixed(self, *, fixed: bool) -> None:
        """Whether it is only read."""
        if fixed != self._fixed:
            self._fixed = fixed
            self._show_tags()

    def setAccessibleName(self, name: str) -> None:
        """The name of the field is that of what is typed into."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def _make_popup(self) -> None:
        self._words = QStringListModel(self)
        self._popup = QCompleter(self._words, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setMaxVisibleItems(12)
        self._popup.setWidget(self.edit)
        self._list = QListView()
        self._list.setObjectName("unitPickerPopup")
        self._popup.setPopup(self._list)
        self._popup.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index]

    def _choices(self) -> Sequence[Choice]:
        if self._known is None:
            known = party_choices.choices(self._context.work)
            self._known = [one for one in known if one.party.unit is not None] if self._units_only else known
        return self._known

    def _on_typed(self, words: str) -> None:
        taken = {(party.unit, party.group) for party in self._parties}
        found = party_choices.matching(self._choices(), words)
        self._offered = [one for one in found if (one.party.unit, one.party.group) not in taken]
        self._words.setStringList([_line(one) for one in self._offered])
        if not self._offered:
            self._list.hide()
            return
        self._popup.complete()
        self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))

    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offered):
            self.edit.clear()
            self._add(self._offered[index.row()].party)

    def _on_return(self) -> None:
        words = self.edit.text().strip()
        if words and not self._list.isVisible():
            self.edit.clear()
            self._add(party_choices.named(self._choices(), words))

    def _add(self, party: Party) -> None:
        if party in self._parties:
            return
        self._parties.append(party)
        if self._most:
            del self._parties[: -self._most]
        self._show_tags()
        self.changed.emit()

    def _drop(self, party: Party) -> None:
        self._parties.remove(party)
        self._show_tags()
        self.edit.setFocus()
        self.changed.emit()

    def _drop_last(self) -> None:
        if self._parties:
            self._drop(self._parties[-1])

    def _show_tags(self) -> None:
        self._tags = [self._tag(party) for party in self._parties]
        self.edit.setVisible(not self._fixed)
        # Tab would go to a field that is not there, and stay where it is.
        self.setFocusProxy(None if self._fixed else self.edit)  # type: ignore[arg-type]
        self._flow.set_parts([*self._tags, *([] if self._fixed else [self.edit])], kept=self.edit)
        self.edit.setPlaceholderText(_MORE if self._parties else _PROMPT)

    def _tag(self, party: Party) -> QToolButton:
        theme = self._context.theme
        tag = QToolButton()
        tag.setObjectName("unitTag")
        name = self._names.get(party, party.written)
        tag.setText(text.elided(name, _TAG))
        tag.setAccessibleName(name if self._fixed else f"Bỏ {name}")
        tag.setProperty("role", "chip")
        tag.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tag.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        known = "" if party.is_bound else "\nChưa có trong danh sách đơn vị, nên chưa giao việc được."
        tag.setToolTip(f"{party.written}{known}{'' if self._fixed else chr(10) + 'Bấm để bỏ.'}")
        if not party.is_bound and self._sets_up:
            tag.setIcon(theme.icon("plus", "accent_text"))
            tag.setText(f"{tag.text()} (lập mới)")
        elif not party.is_bound:
            tag.setIcon(theme.icon("warning", "problem"))
            tag.setText(f"{tag.text()} (chưa rõ)")
        elif not self._fixed:
            tag.setIcon(theme.icon("close", "text_muted"))
        if not self._fixed:
            tag.clicked.connect(lambda *_: self._drop(party))
        return tag

    def _on_changed(self, nouns: Noun) -> None:
        if nouns & Noun.UNITS:
            self._known = None


class _Edit(QLineEdit):
    """Tells Backspace in an empty field, and that the focus goes elsewhere."""

    emptied = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace takes the last tag away when nothing is typed."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed is kept; a popup of the field itself is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def _line(choice: Choice) -> str:
    if choice.party.group is not None:
        return f"{choice.party.written}  (nhóm, {text.count(choice.members, 'đơn vị')})"
    return choice.party.written
