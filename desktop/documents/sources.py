"""Where a sentence of a paper comes from, as `Paragraph.source` says it: "task:12", "result:55 result:56". No words of papers."""

import re

_REFERENCE = re.compile(r"([a-z_]+):(\d+)", re.ASCII)


def source(noun: str, *keys: int) -> str:
    """The source of a sentence about things of one noun ("plan", "task", "unit", "result"); 0 stands for none."""
    return " ".join(f"{noun}:{key}" for key in dict.fromkeys(keys) if key)


def references(text: str) -> tuple[tuple[str, int], ...]:
    """(noun, id) of all that a source names, in its order."""
    return tuple((noun, int(key)) for noun, key in _REFERENCE.findall(text))
