"""A task as the walker finds it, before its dates are read. A value, nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """text, lead, coordinating as in `AskedTask`; time: words of a label or cell about time, None when the text itself
    is to be searched; heading: the heading or sentence above that named the units; passage: all paragraphs it came from."""

    text: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...] = ()
    inherited: bool = False
    time: str | None = None
    product: str | None = None
    heading: str = ""
    passage: str = ""
