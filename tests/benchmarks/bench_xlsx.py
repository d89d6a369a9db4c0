"""3,000 x 12 cells to a workbook: ours beside XlsxWriter and openpyxl without any looks. Prints ratios; asserts nothing.

    python tests/benchmarks/bench_xlsx.py [rounds]

One writer follows the other round after round, so that a slow moment of the machine hits all; a ratio is the median of the ratios of
the rounds, to XlsxWriter alone. The target is 1.2 x of it, with borders, fonts, wrapped texts, heads repeated and texts that never run.
"""

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

ROWS, ROUNDS = 3_000, int(sys.argv[1]) if len(sys.argv) > 1 else 15
BASE = "XlsxWriter, no looks"
COLUMNS = tuple(Column((f"Cột {i}",), 2, Align.RIGHT if i > 5 else Align.LEFT) for i in range(12))
CELLS = tuple(
    tuple(f"Đơn vị số {row}, nhiệm vụ {column}" if column <= 5 else str(row * column) for column in range(12))
    for row in range(ROWS)
)


def ours(path: Path) -> None:
    xlsx.write([xlsx.Sheet("Bảng", ("BẢNG TỔNG HỢP",), Table(COLUMNS, CELLS))], path)


def openpyxl_write_only(path: Path) -> None:
    """Its fastest mode, no looks at all."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bảng")
    for row in CELLS:
        sheet.append([*row[:6], *map(int, row[6:])])
    book.save(path)


def xlsxwriter_alone(path: Path) -> None:
    """The quickest well-kept writer in Python, no looks at all, as most programs call it."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Bảng")
    for at, row in enumerate(CELLS):
        sheet.write_row(at, 0, [*row[:6], *map(int, row[6:])])
    book.close()


def xlsxwriter_with_looks(path: Path) -> None:
    """The least that gives the looks of ours: what they cost by themselves."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"in_memory": True})
    sheet = book.add_worksheet("Bảng")
    look = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "text_wrap": True, "valign": "top"}
    text, figure = book.add_format(look), book.add_format({**look, "align": "right", "num_format": "#,##0"})
    for at, row in enumerate(CELLS):
        sheet.set_row(at, 31.5)
        for column, cell in enumerate(row[:6]):
            sheet.write_string(at, column, cell, text)
        for column, cell in enumerate(row[6:], 6):
            sheet.write_number(at, column, int(cell), figure)
    book.close()


def main() -> None:
    """One table."""
    writers: dict[str, Callable[[Path], None]] = {
        "ours: borders, fonts, wrapped, heads repeated": ours,
        BASE: xlsxwriter_alone,
        "XlsxWriter, the looks of ours": xlsxwriter_with_looks,
        "openpyxl, write-only, no looks": openpyxl_write_only,
    }
    clock: dict[str, list[float]] = {name: [] for name in writers}
    cpu: dict[str, list[float]] = {name: [] for name in writers}
    sizes = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bang.xlsx"
        for turn in range(ROUNDS + 1):
            for name, write in writers.items():
                began, processor = time.perf_counter(), time.process_time()
                write(path)
                if turn:  # the first round imports the libraries
                    clock[name].append(time.perf_counter() - began)
                    cpu[name].append(time.process_time() - processor)
                sizes[name] = path.stat().st_size / 1000
    print(f"{ROWS} x 12 cells, median of {ROUNDS} rounds (target: 1.2 x)")
    print(f"{'':48}{'ms':>7}{'x':>7}{'cpu ms':>8}{'cpu x':>7}{'KB':>6}")
    for name in writers:
        figures = (
            f"{statistics.median(took[name]) * 1000:{width}.0f}{ratio(took[name], took[BASE]):7.2f}"
            for took, width in ((clock, 7), (cpu, 8))
        )
        print(f"{name:48}{''.join(figures)}{sizes[name]:6.0f}")


def ratio(some: list[float], others: list[float]) -> float:
    """The median of the ratios of the rounds."""
    return statistics.median(a / b for a, b in zip(some, others, strict=True))


if __name__ == "__main__":
    main()
