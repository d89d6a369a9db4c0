"""The first rows of each sheet of a list, as text to look at while columns are being told. Saves nothing, knows no meaning."""

from dataclasses import dataclass
from pathlib import Path

from desktop.progress import SILENT, Progress
from desktop.readers import engines
from desktop.readers.gate import WORKBOOKS, gate
from desktop.workers import wire

ROWS = 40


@dataclass(frozen=True, slots=True)
class SheetGlance:
    """One sheet. name: "" for delimited text; height: its rows in all; rows: the first `ROWS` from column A, each a clean text."""

    name: str
    visible: bool
    height: int
    rows: tuple[tuple[str, ...], ...]


def read(path: Path, progress: Progress = SILENT) -> tuple[SheetGlance, ...]:
    """Every sheet of the workbook or text at `path`, the hidden ones too. Raises the errors of the gate and the guard; `Cancelled`."""
    request = wire.Request("desktop.readers.glance_task", path, gate(path, WORKBOOKS), {"most": ROWS})
    return tuple(
        SheetGlance(told["name"], told["visible"], told["height"], tuple(tuple(row) for row in told["rows"]))
        for kind, *rest in engines.run(request, progress)
        if kind == "glance"
        for told in rest
    )
