"""Whether a folder is fit for a live database: on a disk of this computer, not on a share or a stick. Looks, changes nothing."""

import re
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

_SHARES = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "davfs",
    "fuse.sshfs",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
}
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4


class Place(StrEnum):
    """What lies under a folder."""

    OWN_DISK = "own_disk"
    SHARE = "share"
    REMOVABLE = "removable"


Probe = Callable[[Path], Place]


def probe(folder: Path) -> Place:
    """What `folder` (existing) lies on, as far as the system tells; an own disk when it does not."""
    if sys.platform == "win32":
        return _probe_windows(folder)
    mounts, blocks = Path("/proc/self/mountinfo"), Path("/sys/dev/block")
    return probe_linux(folder.resolve(), mounts, blocks) if mounts.exists() else Place.OWN_DISK


def probe_linux(folder: Path, mounts: Path, blocks: Path) -> Place:
    """The same from the system's table of mounts and its folder of block devices ("8:1" -> device)."""
    best, found = "", ("", "")
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        fields, _, tail = line.partition(" - ")
        device, at = fields.split()[2], _unescaped(fields.split()[4])
        if len(at) >= len(best) and folder.is_relative_to(at):
            best, found = at, (device, tail.split()[0])
    device, kind = found
    if kind in _SHARES:
        return Place.SHARE
    return Place.REMOVABLE if _is_removable(blocks / device) else Place.OWN_DISK


def _unescaped(field: str) -> str:
    return re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), field)


def _is_removable(block: Path) -> bool:
    """A partition carries no such mark itself: the disk above it does."""
    if not block.exists():
        return False
    device = block.resolve()
    marks = (folder / "removable" for folder in (device, device.parent))
    return any(mark.is_file() and mark.read_text(encoding="ascii").strip() == "1" for mark in marks)


if sys.platform == "win32":
    import ctypes

    def _probe_windows(folder: Path) -> Place:
        drive = folder.resolve().drive
        if drive.startswith("\\\\"):
            return Place.SHARE
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")
        return {_WINDOWS_REMOTE: Place.SHARE, _WINDOWS_REMOVABLE: Place.REMOVABLE}.get(kind, Place.OWN_DISK)
