"""Rows by the hundred thousand in memory: made, and let go, without the window standing still. Knows no row.

While one long step of the interpreter runs, such as looking through a million values for garbage or giving them all back, no other
thread gets its turn, the window's neither.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PART = 2000


@contextmanager
def no_collector() -> Iterator[None]:
    """Nobody looks for garbage inside, nor later among what was made inside: rows refer to nothing that refers to them, so each goes as
    soon as nobody has it, while looking through them again and again takes a fifth of the time and a tenth of a second at once."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()


def let_go(*made: list[Any] | dict[Any, Any] | set[Any]) -> None:
    """Empty what is needed no more part by part: given back whole it would be one long step."""
    for one in made:
        if isinstance(one, list):
            while one:
                del one[-_PART:]
        elif isinstance(one, dict):
            while one:
                one.popitem()
        else:
            while one:
                one.pop()
