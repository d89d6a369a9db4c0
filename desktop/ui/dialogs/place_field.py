"""Asks where files are to go: the sticks that are plugged in, seen as they come and go, or a folder. Writes nothing."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox

from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import ask_folder
from desktop.ui.sticks import Look, Stick
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, framed, row

LOOK_MS = 1500
"""How often the sticks are looked for while one may still be plugged in."""
_NO_STICK = "Hãy cắm USB vào máy và đợi giây lát, hoặc chọn một thư mục."
_LOCKED = "USB này đang khóa ghi. Hãy gạt khóa trên USB hoặc dùng USB khác."


class PlaceField(Field):
    """changed: another place, or the same one may now be written to or not. look: tells the sticks; prefix: of the objectNames."""

    changed = Signal()

    def __init__(self, context: Context, title: str, prefix: str, look: Look) -> None:
        self.places = QComboBox()
        self.places.setObjectName(f"{prefix}Places")
        self.places.setPlaceholderText("Chưa thấy USB")
        other = button("Thư mục khác…", f"{prefix}Folder", self._ask_folder)
        both = row(self.places, other)
        both.setStretch(0, 1)
        super().__init__(title, framed(both))
        self.places.setAccessibleName(title)
        self.places.currentIndexChanged.connect(lambda _: self._tell())
        self.is_free = True
        self._context, self._look = context, look
        self._found: list[Stick] | None = None
        self._folders: list[Path] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_again)
        self._timer.start(LOOK_MS)

    @property
    def path(self) -> Path | None:
        """What is chosen, None for nothing."""
        path = self.places.currentData()
        return path if isinstance(path, Path) else None

    @property
    def is_stick(self) -> bool:
        """Whether a stick is chosen and not a folder: sticks stand first."""
        return 0 <= self.places.currentIndex() < len(self._found or ())

    @property
    def is_ready(self) -> bool:
        """Whether what is chosen may be written to."""
        return self.path is not None and not self._is_locked

    def look_again(self, *, anew: bool = False) -> None:
        """Offer the sticks that are plugged in now, with the folders that were chosen. anew: also where the sticks are the same."""
        found = list(self._look())
        if not self.is_free or (found == self._found and not anew):
            return
        chosen, self._found = self.places.currentData(), found
        self.places.blockSignals(True)
        self.places.clear()
        for stick in found:
            self.places.addItem(stick.words, stick.path)
        for folder in self._folders:
            self.places.addItem(str(folder), folder)
        at = next((i for i in range(self.places.count()) if self.places.itemData(i) == chosen), 0)
        self.places.setCurrentIndex(at if self.places.count() else -1)
        self.places.blockSignals(False)
        self._tell()

    def choose_folder(self, folder: Path) -> None:
        """Offer this folder too, and choose it."""
        if folder not in self._folders:
            self._folders.append(folder)
        self.look_again(anew=True)
        self.places.setCurrentIndex(self.places.count() - len(self._folders) + self._folders.index(folder))

    @property
    def _is_locked(self) -> bool:
        return self.is_stick and (self._found or [])[self.places.currentIndex()].is_locked

    def _tell(self) -> None:
        words = _NO_STICK if not self.places.count() else _LOCKED if self._is_locked else ""
        self.explain(words, wrong=bool(words))
        self.changed.emit()

    def _ask_folder(self) -> None:
        ask_folder(self._context, self.window(), self.choose_folder)
