"""What an office may choose of the legal form of its papers: sizes of type, margins, spacing, within what Nghị định 30/2020 allows."""

from dataclasses import dataclass, fields

SIZES = (13.0, 14.0)
"""Points of running text [Phụ lục I, II.6b]."""
HEADS = (12.0, 13.0)
"""Points of Quốc hiệu and the names of offices; Tiêu ngữ is one point larger [II.1, II.2]."""
INDENTS = (10.0, 12.7)
"""Mm of the first line of a paragraph [II.6b]."""
RANGES = {
    "top": (20.0, 25.0),
    "bottom": (20.0, 25.0),
    "left": (30.0, 35.0),
    "right": (15.0, 20.0),
    "spacing": (1.0, 1.5),
    "before": (6.0, 12.0),
}
"""Margins in mm [I.I.3], lines [II.6b], points between paragraphs: at least 6 [II.6b]; 12 is our own end."""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """size: of running text; head: of Quốc hiệu; top, bottom, left, right: margins in mm; indent: mm; spacing: lines; before: points
    before a paragraph; times: with the installed Times New Roman where there is one."""

    size: float = 14.0
    head: float = 12.0
    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 20.0
    indent: float = 10.0
    spacing: float = 1.0
    before: float = 6.0
    times: bool = False


def outside(choice: PaperChoice) -> tuple[str, ...]:
    """Names of what the decree does not allow, in the order of the fields."""
    several = {"size": SIZES, "head": HEADS, "indent": INDENTS}
    wrong = []
    for name in (field.name for field in fields(choice)):
        value = getattr(choice, name)
        low, high = RANGES.get(name, (value, value))
        if value not in several.get(name, (value,)) or not low <= value <= high:
            wrong.append(name)
    return tuple(wrong)
