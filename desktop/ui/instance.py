"""One window a workspace: the first one listens, a second start calls it to the front and ends. Says nothing else."""

import sys
import zlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_TRIES, _WAIT_MS = 10, 300
"""The first window listens only once it is painted; so long a second start waits for it."""


class Ear(QObject):
    """Listens for a second start on `home`, whose lock this process holds. called: what it is to do."""

    def __init__(self, home: Path, called: Callable[[], object]) -> None:
        super().__init__()
        self._called = called
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = _name(home)
        QLocalServer.removeServer(name)  # left by a program that was killed
        self._server.listen(name)
        self._server.newConnection.connect(self._on_call)

    @property
    def is_listening(self) -> bool:
        """Whether a second start is heard; where not, that one says itself that the workspace is open."""
        return self._server.isListening()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_call(self) -> None:
        caller = self._server.nextPendingConnection()
        if caller is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
        self._called()


def call(home: Path, tries: int = _TRIES) -> bool:
    """Ask the window that has `home` to come to the front; whether it heard."""
    if sys.platform == "win32":  # only the program in front may hand the front to another
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    socket = QLocalSocket()
    for at in range(tries):
        socket.connectToServer(_name(home))
        if socket.waitForConnected(_WAIT_MS):
            socket.disconnectFromServer()
            return True
        if at + 1 < tries:
            QThread.msleep(_WAIT_MS)
    return False


def _name(home: Path) -> str:
    """The same for every way to write the folder; short, since Linux allows 108 bytes with the folder of sockets."""
    return f"so-ke-hoach-{zlib.crc32(str(home.resolve()).encode()):08x}"
