"""What worker and program say to each other: one array a line, in JSON or as plain texts. Translates values; opens no file.

A message is [tag, ...]. Tags of every task: ["step", done, total, what], ["error", name, values, detail] and, last
of all, ["end"]. Without "end" or "error" a worker has died.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from desktop import errors
from desktop.workers.limits import USUAL, Limits

Message = list[Any]
_PLAIN, _BETWEEN = b"\x1d", "\x1e"


@dataclass(frozen=True, slots=True)
class Request:
    """What a worker is asked. task: the module whose `messages(request)` does it; path, kind: the file and what it is by its content, as
    the asking package names kinds; options: of the task (JSON values); given: a JSON value that no list of processes may show (pass
    phrases) or that is too long for a command line; it goes over the worker's standard input."""

    task: str
    path: Path
    kind: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    limits: Limits = USUAL
    given: Any = field(default=None, repr=False)

    def dump(self) -> str:
        """All but `given`, of which it says only whether there is any, as one ASCII string for a command line; names that are no Unicode
        survive as lone surrogates."""
        has_given = self.given is not None
        return json.dumps(
            [self.task, str(self.path), self.kind, self.options, asdict(self.limits), has_given]
        )

    @staticmethod
    def load(text: str, given: BinaryIO | None = None) -> "Request":
        """The opposite of `dump`; `given` is read to its end where the request says that there is any."""
        task, path, kind, options, limits, has_given = json.loads(text)
        value = json.load(given) if has_given and given is not None else None
        return Request(task, Path(path), kind, options, Limits(**limits), value)


class Texts(list[Any]):
    """A message of texts only, long and without control characters: it goes as it is, which is quicker than JSON."""


def line(message: Message) -> bytes:
    """One message as a line of bytes. `Texts` that hold control characters after all go as JSON too."""
    if isinstance(message, Texts):
        plain = _BETWEEN.join(message).encode("utf-8", "replace")
        if plain.count(b"\n") == 0 and plain.count(_BETWEEN.encode()) == len(message) - 1:
            return _PLAIN + plain + b"\n"
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def parse(data: bytes) -> Message | None:
    """The message in a line; None when something else was printed (a library's last words)."""
    if data.startswith(_PLAIN):
        return data[1:-1].decode("utf-8", "replace").split(_BETWEEN)
    if not data.startswith(b'["'):
        return None
    try:
        return list(json.loads(data))
    except ValueError:
        return None


# --- errors -------------------------------------------------------------------------------------------------------


def error_message(error: BaseException) -> Message:
    """How an exception is told: our own with their values, others by class and words."""
    values: dict[str, Any] = {}
    if isinstance(error, errors.FileProblem):
        code = type(error).__init__.__code__
        values = {name: getattr(error, name, "") for name in code.co_varnames[2 : code.co_argcount]}
    return ["error", type(error).__name__, values, f"{type(error).__name__}: {error}"[:2000]]


def own_error(path: Path, message: Message) -> errors.FileProblem | None:
    """Our own error out of its message; None for the exception of a library or of Python."""
    found = getattr(errors, str(message[1]), None)
    if not (isinstance(found, type) and issubclass(found, errors.FileProblem)):
        return None
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in message[2].items()
    }
    return found(path, **values)
