"""A field of one line for one unit or group to filter by: parts of its name are typed without dấu, an empty field means all."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from desktop.domain.task import Party
from desktop.services import party_choices
from desktop.services.changes import Noun
from desktop.services.party_choices import Choice
from desktop.ui import text
from desktop.ui.context import Context


class PartyField(QLineEdit):
    """`party`: who is chosen, None for all. changed: the person chose somebody or emptied the field."""

    changed = Signal()

    def __init__(self, context: Context, name: str, prompt: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(prompt)
        self.setPlaceholderText(prompt)
        self.setClearButtonEnabled(True)
        self._context = context
        self._known: Sequence[Choice] | None = None
        self._offered: list[Choice] = []
        self.party: Party | None = None
        self._words = QStringListModel(self)
        self._popup = QCompleter(self._words, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setMaxVisibleItems(12)
        self._popup.setWidget(self)
        self._list = QListView()
        self._list.setObjectName(f"{name}Popup")
        self._popup.setPopup(self._list)
        self._popup.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index]
        self.textEdited.connect(self._on_typed)
        self.textChanged.connect(self._on_emptied)
        self.editingFinished.connect(self._show_party)
        context.hub.changed.connect(self._on_changed)

    def set_party(self, party: Party | None) -> None:
        """Show this one, without telling it as a change."""
        self.party = party
        self._list.hide()
        self._show_party()

    def _on_typed(self, words: str) -> None:
        if self._known is None:
            self._known = party_choices.choices(self._context.work)
        self._offered = party_choices.matching(self._known, words)
        self._words.setStringList([_line(one) for one in self._offered])
        if not self._offered:
            self._list.hide()
            return
        self._popup.complete()
        self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))

    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offered):
            self.set_party(self._offered[index.row()].party)
            self.changed.emit()

    def _on_emptied(self, words: str) -> None:
        if not words and self.party is not None:
            self.party = None
            self.changed.emit()

    def _show_party(self) -> None:
        """What was typed without choosing goes: only units and groups of the list filter anything."""
        if self._list.isVisible():
            return
        self.blockSignals(True)
        self.setText(self.party.written if self.party else "")
        self.blockSignals(False)
        self.setToolTip(self.text())
        self.setCursorPosition(0)

    def _on_changed(self, nouns: Noun) -> None:
        if nouns & Noun.UNITS:
            self._known = None


def _line(choice: Choice) -> str:
    if choice.party.group is not None:
        return f"{choice.party.written}  (nhóm, {text.count(choice.members, 'đơn vị')})"
    return choice.party.written
