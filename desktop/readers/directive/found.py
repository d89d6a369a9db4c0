"""A task as the walker finds it, before its dates are read, and what holds for it from above. Values, nothing else."""

from dataclasses import dataclass

from desktop.readers.directive.sections import Section


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


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a paragraph from above: kind of section, units of the heading, and where they were named;
    called: the addressees, who are asked when an order names nobody; issuer: whose document it is (a letter orders nothing
    of its own office in plain words);
    under_task: the paragraph above is a task itself, so that what stands here may be no more than its details."""

    section: Section
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    inherited: bool = False
    heading: str = ""
    called: tuple[str, ...] = ()
    issuer: str = ""
    under_task: bool = False
