"""What worker and program say to each other: one array a line, in JSON or as plain texts. Translates values; opens no file.

A message is [tag, ...]. Tags of every task: ["step", done, total, what], ["error", name, values, detail] and, last
of all, ["end"]. Without "end" or "error" a worker has died.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from desktop import errors
from desktop.domain.draft import Problem
from desktop.domain.page_look import PageLook
from desktop.readers.blocks import Block, Text
from desktop.readers.gate import Kind
from desktop.readers.limits import USUAL, Limits

Message = list[Any]
_PLAIN, _BETWEEN = b"\x1d", "\x1e"


@dataclass(frozen=True, slots=True)
class Request:
    """What a worker is asked: `task` ("text", "book", "units"), the file, and options of the task (JSON values)."""

    task: str
    path: Path
    kind: Kind
    options: dict[str, Any] = field(default_factory=dict)
    limits: Limits = USUAL

    def dump(self) -> str:
        """As one ASCII string for a command line; names that are no Unicode survive as lone surrogates."""
        return json.dumps([self.task, str(self.path), self.kind, self.options, asdict(self.limits)])

    @staticmethod
    def load(text: str) -> "Request":
        """The opposite of `dump`."""
        task, path, kind, options, limits = json.loads(text)
        return Request(task, Path(path), Kind(kind), options, Limits(**limits))


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


# --- documents ----------------------------------------------------------------------------------------------------

_BLOCKS_A_LINE = 500


def problem_values(problems: Iterable[Problem]) -> list[list[Any]]:
    """Problems as lists."""
    return [[problem.row, problem.column, problem.code, problem.value] for problem in problems]


def problems_of(values: Iterable[list[Any]]) -> tuple[Problem, ...]:
    """The opposite of `problem_values`."""
    return tuple(Problem(*value) for value in values)


def text_messages(text: Text) -> Iterator[Message]:
    """A document as messages ["blocks", [...]], ["look", {...}] where there is one, and ["problems", [...]]."""
    for start in range(0, len(text.blocks), _BLOCKS_A_LINE):
        part = text.blocks[start : start + _BLOCKS_A_LINE]
        yield ["blocks", [[b.text, b.broken, b.gap, b.bold, b.italic, b.centred, b.rows] for b in part]]
    if text.look is not None:
        yield ["look", asdict(text.look)]
    yield ["problems", problem_values(text.problems)]


def text_of(messages: Iterable[Message]) -> Text:
    """The opposite of `text_messages`; other messages are passed over."""
    blocks: list[Block] = []
    problems: tuple[Problem, ...] = ()
    look: PageLook | None = None
    for message in messages:
        if message[0] == "blocks":
            blocks += map(_block, message[1])
        elif message[0] == "problems":
            problems = problems_of(message[1])
        elif message[0] == "look":
            look = PageLook(**message[1])
    return Text(tuple(blocks), problems, look)


def _block(values: list[Any]) -> Block:
    text, broken, gap, bold, italic, centred, rows = values
    return Block(text, broken, gap, bold, italic, centred, tuple(map(tuple, rows)))
