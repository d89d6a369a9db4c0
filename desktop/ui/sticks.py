"""The sticks that are plugged in now. Looks, changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from desktop.services import usb_copy
from desktop.ui import text


@dataclass(frozen=True, slots=True)
class Stick:
    """One stick. name: what it is called; free: bytes; is_locked: nothing can be written to it."""

    path: Path
    name: str
    free: int
    is_locked: bool = False

    @property
    def words(self) -> str:
        """As a list shows it: "KINGSTON (E:) · còn trống 12,4 GB"."""
        if self.is_locked:
            return f"{self.name} · đang khóa ghi"
        return f"{self.name} · còn trống {text.size(self.free)}"


Look = Callable[[], Sequence[Stick]]
"""Tells the sticks; tests tell theirs."""


def plugged_in() -> list[Stick]:
    """All sticks that are ready, in the order the system tells them."""
    ready = [one for one in QStorageInfo.mountedVolumes() if one.isValid() and one.isReady()]
    return [_stick(one) for one in ready if usb_copy.is_stick(Path(one.rootPath()))]


def _stick(volume: QStorageInfo) -> Stick:
    path = Path(volume.rootPath())
    drive = path.drive or str(path)
    name = f"{volume.name()} ({drive})" if volume.name() else f"USB ({drive})"
    return Stick(path, name, volume.bytesAvailable(), volume.isReadOnly())
