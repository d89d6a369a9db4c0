"""Signs that no face of the papers has, as drawing commands of PDF: tick boxes and the marks of states. Text and fonts are elsewhere."""

import itertools
from collections.abc import Callable

_ROUND = 0.5523  # control points of a quarter circle


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _box(x: float, y: float, size: float) -> str:
    return f"{_n(x + 0.14 * size)} {_n(y - 0.04 * size)} {_n(0.72 * size)} {_n(0.72 * size)} re S"


def _tick(x: float, y: float, size: float) -> str:
    points = ((0.26, 0.32), (0.44, 0.12), (0.76, 0.56))
    return _strokes(x, y, size, points)


def _cross(x: float, y: float, size: float) -> str:
    one = _strokes(x, y, size, ((0.28, 0.1), (0.72, 0.54)))
    return one + "\n" + _strokes(x, y, size, ((0.28, 0.54), (0.72, 0.1)))


def _strokes(x: float, y: float, size: float, points: tuple[tuple[float, float], ...]) -> str:
    moves = [
        f"{_n(x + px * size)} {_n(y + py * size)} {'l' if at else 'm'}" for at, (px, py) in enumerate(points)
    ]
    return " ".join([*moves, "S"])


def _circle(x: float, y: float, size: float, radius: float, paint: str) -> str:
    cx, cy, r = x + 0.5 * size, y + 0.32 * size, radius * size
    k = _ROUND * r
    corners = ((r, 0, k), (0, r, k), (-r, 0, k), (0, -r, k), (r, 0, k))
    out = [f"{_n(cx + r)} {_n(cy)} m"]
    for (ax, ay, _), (bx, by, _) in itertools.pairwise(corners):
        # The handles leave each corner along the tangent: (-y, x) of its direction.
        p1 = (cx + ax - ay * _ROUND, cy + ay + ax * _ROUND)
        p2 = (cx + bx + by * _ROUND, cy + by - bx * _ROUND)
        out.append(f"{_n(p1[0])} {_n(p1[1])} {_n(p2[0])} {_n(p2[1])} {_n(cx + bx)} {_n(cy + by)} c")
    return " ".join([*out, paint])


def _half(x: float, y: float, size: float) -> str:
    cx, cy, r = x + 0.5 * size, y + 0.32 * size, 0.34 * size
    k = _ROUND * r
    left = (
        f"{_n(cx)} {_n(cy + r)} m {_n(cx - k)} {_n(cy + r)} {_n(cx - r)} {_n(cy + k)} {_n(cx - r)} {_n(cy)} c "
        f"{_n(cx - r)} {_n(cy - k)} {_n(cx - k)} {_n(cy - r)} {_n(cx)} {_n(cy - r)} c f"
    )
    return _circle(x, y, size, 0.34, "S") + "\n" + left


_SIGNS: dict[str, Callable[[float, float, float], str]] = {
    "☐": _box,
    "□": _box,
    "☑": lambda x, y, size: f"{_box(x, y, size)}\n{_tick(x, y, size)}",
    "☒": lambda x, y, size: f"{_box(x, y, size)}\n{_cross(x, y, size)}",
    "✓": _tick,
    "✔": _tick,
    "◐": _half,
    "◉": lambda x, y, size: f"{_circle(x, y, size, 0.34, 'S')}\n{_circle(x, y, size, 0.18, 'f')}",
}


def drawn(sign: str, x: float, y: float, size: float) -> str:
    """The commands for `sign` with its baseline at (x, y), one em wide. sign: one of `fonts.DRAWN`."""
    return f"{_n(0.055 * size)} w\n{_SIGNS[sign](x, y, size)}"
