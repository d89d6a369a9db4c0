"""3,000 x 12 cells to a workbook: ours against openpyxl alone, and XlsxWriter where installed. Prints ratios; asserts nothing."""

import importlib.util
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.documents.model import Align, Column, Table  # noqa: E402
from desktop.writers import xlsx  # noqa: E402

ROWS, ROUNDS = 3_000, 5
COLUMNS = tuple(Column((f"Cột {i}",), 2, Align.RIGHT if i > 5 else Align.LEFT) for i in range(12))
CELLS = tuple(
    tuple(f"Đơn vị số {row}, nhiệm vụ {column}" if column <= 5 else str(row * column) for column in range(12))
    for row in range(ROWS)
)


def ours(path: Path) -> None:
    xlsx.write([xlsx.Sheet("Bảng", ("BẢNG TỔNG HỢP",), Table(COLUMNS, CELLS))], path)


def openpyxl_write_only(path: Path) -> None:
    """Its fastest mode, no looks at all: what can be had from the library we use."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bảng")
    for row in CELLS:
        sheet.append([*row[:6], *map(int, row[6:])])
    book.save(path)


def xlsxwriter_alone(path: Path) -> None:
    """The quickest well-kept writer in Python, no looks at all."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Bảng")
    for at, row in enumerate(CELLS):
        sheet.write_row(at, 0, [*row[:6], *map(int, row[6:])])
    book.close()


def main() -> None:
    candidates: dict[str, Callable[[Path], None]] = {"openpyxl, write-only, no looks": openpyxl_write_only}
    if importlib.util.find_spec("xlsxwriter"):
        candidates["XlsxWriter, no looks"] = xlsxwriter_alone
    candidates["ours: borders, fonts, wrapped, heads repeated"] = ours
    took: dict[str, list[float]] = {name: [] for name in candidates}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bang.xlsx"
        for _ in range(ROUNDS + 1):
            for name, write in candidates.items():
                start = time.perf_counter()
                write(path)
                took[name].append(time.perf_counter() - start)
        size = path.stat().st_size / 1024
    floor = statistics.median(took["openpyxl, write-only, no looks"][1:])
    print(f"{ROWS} x 12 cells, median of {ROUNDS} rounds; ours is {size:.0f} KB")
    for name, times in took.items():
        middle = statistics.median(times[1:])
        print(f"{name:48} {middle:6.2f} s {middle / floor:6.2f} x")


if __name__ == "__main__":
    main()
