"""A field to find a commune by typing, with or without dấu; what is chosen goes out by `chosen`."""

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.services import communes
from desktop.services.communes import Commune


class CommuneField(QLineEdit):
    """chosen: a `Commune`. The words typed are never rewritten while one types, only when one is chosen."""

    chosen = Signal(object)

    def __init__(self, name: str, search: QIcon) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText("Gõ tên xã, phường, đặc khu (không cần dấu)")
        self.addAction(search, QLineEdit.ActionPosition.LeadingPosition).setText("Tìm")
        self._found: dict[str, Commune] = {}
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        popup = completer.popup()
        assert popup is not None
        popup.setObjectName("completions")
        completer.activated.connect(self._choose)
        self.setCompleter(completer)
        self.textEdited.connect(self._search)

    def _search(self, words: str) -> None:
        self._found = {one.shown: one for one in communes.find(words)}
        self._names.setStringList(list(self._found))

    def _choose(self, words: str) -> None:
        if words in self._found:
            self.chosen.emit(self._found[words])

    def choose_first(self) -> None:
        """Take the first one found, as Enter does."""
        first = next(iter(self._found), None)
        if first is not None:
            self.setText(first)
            self._choose(first)
