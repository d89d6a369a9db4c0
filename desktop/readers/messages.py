"""Documents and problems as messages of a worker and back. Translates values; opens no file."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from desktop.domain.draft import Problem
from desktop.domain.page_look import PageLook
from desktop.readers.blocks import Block, Text
from desktop.workers.wire import Message

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
