"""Measures and a look at drawings, for the tests of charts."""

from itertools import combinations

from desktop.documents.drawing import Drawing, Label, Point


def measure(text: str, size: float, bold: bool) -> float:
    """Every letter half an em wide, bold ones a little more."""
    return len(text) * size * (0.55 if bold else 0.5)


def labels(drawing: Drawing) -> list[Label]:
    """All texts, in the order in which they are put down."""
    return [mark for mark in drawing.marks if isinstance(mark, Label)]


def texts(drawing: Drawing) -> list[str]:
    """Their words."""
    return [label.text for label in labels(drawing)]


def outside(drawing: Drawing) -> list[object]:
    """Marks that reach over the edge."""
    return [mark for mark in drawing.marks if any(not _within(point, drawing) for point in _corners(mark))]


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of texts that stand on one another."""
    rows: dict[int, list[Label]] = {}
    for label in labels(drawing):
        for row in {int((label.y - 0.7 * label.size) // 20), int((label.y + 0.2 * label.size) // 20)}:
            rows.setdefault(row, []).append(label)
    return [(a.text, b.text) for row in rows.values() for a, b in combinations(row, 2) if _meet(a, b)]


def _within(point: Point, drawing: Drawing) -> bool:
    return -0.01 <= point[0] <= drawing.width + 0.01 and -0.01 <= point[1] <= drawing.height + 0.01


def _corners(mark: object) -> tuple[Point, ...]:
    if isinstance(mark, Label):
        top, bottom = mark.y - 0.7 * mark.size, mark.y + 0.2 * mark.size
        return (mark.x, top), (mark.x + mark.width, bottom)
    return mark.points  # type: ignore[attr-defined, no-any-return]


def _meet(a: Label, b: Label) -> bool:
    beside = a.x + a.width <= b.x + 0.01 or b.x + b.width <= a.x + 0.01
    apart = a.y + 0.2 * a.size <= b.y - 0.7 * b.size or b.y + 0.2 * b.size <= a.y - 0.7 * a.size
    return not beside and not apart
