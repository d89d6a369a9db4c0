"""Reading a unit list of 100,000 x 12 behind the guard, beside calamine's own read plus one raw executemany. Asserts nothing.

    python tests/benchmarks/bench_import.py [rounds] [rows]

Every candidate runs in a process of its own, one after the other in each round, so that a slow moment of the machine hits all;
figures are medians, the ratio is the median of the ratios of the rounds. "first": seconds to the first word of progress and to the
first units; "cancel": from the wish to stop until control is back. Peak memory is that of the largest process of the candidate.
"""

import json
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from desktop.domain.vietnamese import clean, fold
from desktop.progress import Cancelled
from desktop.readers import unit_list

HEAD = [
    "STT", "Mã đơn vị", "Tên đơn vị", "Loại hình", "Mã cấp trên", "Địa chỉ", "Điện thoại", "Thư điện tử", "Người đứng đầu",
    "Ngày thành lập", "Số cán bộ", "Ghi chú",
]  # fmt: skip
KINDS = [
    "Ủy ban nhân dân xã",
    "Trường Tiểu học",
    "Trạm Y tế",
    "Phòng Văn hóa - Xã hội",
    "Công an phường",
    "Hội Liên hiệp Phụ nữ",
]
PLACES = [
    "An",
    "Bắc",
    "Cao",
    "Đông",
    "Gia",
    "Hòa",
    "Hưng",
    "Lộc",
    "Mỹ",
    "Nghĩa",
    "Phú",
    "Sơn",
    "Tân",
    "Thạnh",
    "Vĩnh",
    "Xuân",
]
PEOPLE = ["Nguyễn Văn Bình", "Trần Thị Hằng", "Lê Đức Thủy", "Phạm Ngọc Ẩn", "Đặng Hữu Phượng", "Võ Minh Yến"]
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else 3
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdecimal() else 100_000


def units(count: int) -> Iterator[list[Any]]:
    """Rows of a list: texts, numbers, one date as Excel counts days."""
    draw = random.Random(7)
    for i in range(1, count + 1):
        kind, place = draw.choice(KINDS), f"{draw.choice(PLACES)} {draw.choice(PLACES)}"
        yield [
            i, f"DV{i:06d}", f"{kind} {place} {i % 97}", kind, f"DV{i // 50 + 1:06d}", f"Số {draw.randrange(1, 400)}, {place}",
            f"02{draw.randrange(10**8):08d}", f"dv{i:06d}@example.gov.vn", draw.choice(PEOPLE), 27_000 + draw.randrange(18_000),
            draw.randrange(3, 120), "" if i % 5 else "Sáp nhập từ đơn vị cũ",
        ]  # fmt: skip


def write_xlsx(path: Path, count: int) -> None:
    """The list as office programs save it: shared strings, deflated."""
    numbers: dict[str, int] = {}
    rows = []
    for i, row in enumerate([HEAD, *units(count)], 1):
        cells = []
        for letter, value in zip("ABCDEFGHIJKL", row, strict=True):
            if isinstance(value, int):
                cells.append(f'<c r="{letter}{i}"><v>{value}</v></c>')
            elif value:
                cells.append(f'<c r="{letter}{i}" t="s"><v>{numbers.setdefault(value, len(numbers))}</v></c>')
        rows.append(f'<row r="{i}">{"".join(cells)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in numbers)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="a" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rels}"><Relationship Id="r1" Type="{office}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Đơn vị" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def connect(folder: Path) -> sqlite3.Connection:
    """A new database with a unique and a search index."""
    database = sqlite3.connect(tempfile.mktemp(".db", dir=folder), isolation_level=None)
    database.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;"
        f"CREATE TABLE unit(id INTEGER PRIMARY KEY, {', '.join(f'c{i}' for i in range(12))}, folded);"
        "CREATE UNIQUE INDEX by_code ON unit(c1); CREATE INDEX by_name ON unit(folded); BEGIN"
    )
    return database


def insert(database: sqlite3.Connection, rows: Iterator[Any]) -> None:
    database.executemany(f"INSERT INTO unit VALUES(NULL{',?' * 13})", rows)
    database.execute("COMMIT")


def floor(path: Path) -> dict[str, float]:
    """calamine in this process, the cleaning that everybody does, one executemany."""
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows()
    next(rows)
    texts = ([clean(v) if isinstance(v, str) else v for v in row] for row in rows)
    insert(connect(path.parent), ([*row, fold(row[2])] for row in texts))
    return {}


def read_only(path: Path) -> dict[str, float]:
    """calamine's read alone."""
    from python_calamine import CalamineWorkbook

    sum(1 for _ in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows())
    return {}


class Watch:
    """Progress that notes when it was first told something; stops when told that rows are read, if `stop`."""

    def __init__(self, *, stop: bool = False) -> None:
        self.begun, self.first, self.stopped, self.stop = time.perf_counter(), 0.0, 0.0, stop

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        now = time.perf_counter()
        self.first = self.first or now - self.begun
        if self.stop and now - self.begun > 0.8:
            self.stopped = now
            raise Cancelled


def stream(path: Path) -> dict[str, float]:
    """Our reading alone, all of it: gate, worker, checks, groups, doubles."""
    watch = Watch()
    first_units = 0.0
    with unit_list.stream(path, progress=watch) as found:
        for _ in found:
            first_units = first_units or time.perf_counter() - watch.begun
    return {"first": watch.first, "first units": first_units}


def stream_and_insert(path: Path) -> dict[str, float]:
    """Our reading with one raw executemany behind it, pipelined."""
    with unit_list.stream(path) as found:
        insert(
            connect(path.parent),
            ((row[0], row.code or row[0], *row[1:11], row.key) for chunk in found for row in chunk),
        )
    return {}


def cancelled(path: Path) -> dict[str, float]:
    """Our reading stopped in the middle of the library's work."""
    watch = Watch(stop=True)
    try:
        unit_list.read(path, progress=watch)
    except Cancelled:
        return {"cancel": time.perf_counter() - watch.stopped}
    return {}


CANDIDATES: dict[str, Callable[[Path], dict[str, float]]] = {
    "calamine + clean + executemany (floor)": floor,
    "calamine read alone": read_only,
    "ours: read, check, doubles": stream,
    "ours + executemany, pipelined": stream_and_insert,
    "ours, cancelled after 0.8 s": cancelled,
}


def one(name: str, path: Path) -> None:
    """Run a candidate in this process and say its figures as JSON."""
    start = time.perf_counter()
    figures = CANDIDATES[name](path)
    seconds = time.perf_counter() - start
    peak = (
        max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        / 1024
    )
    print(json.dumps({"s": seconds, "MiB": peak, **figures}))


def main() -> None:
    """Make the list, run the rounds, print the table."""
    results: dict[str, list[dict[str, float]]] = {name: [] for name in CANDIDATES}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "units.xlsx"
        # In a process of its own, because a child inherits the peak memory of its parent.
        subprocess.run([sys.executable, __file__, "--make", str(path), str(ROWS)], check=True)
        for _ in range(ROUNDS):
            for name in CANDIDATES:
                run = subprocess.run(
                    [sys.executable, __file__, "--one", name, str(path)],
                    capture_output=True,
                    text=True,
                    check=True,
                )
                results[name].append(json.loads(run.stdout.splitlines()[-1]))
        size = path.stat().st_size / 1e6
    print(f"unit list {ROWS} x 12, {size:.1f} MB .xlsx, median of {ROUNDS} rounds")
    print(f"{'candidate':42} {'s':>6} {'x floor':>8} {'MiB':>5}  other")
    floors = [figures["s"] for figures in next(iter(results.values()))]
    for name, rounds in results.items():
        ratio = statistics.median(figures["s"] / base for figures, base in zip(rounds, floors, strict=True))
        middle = {key: statistics.median(figures[key] for figures in rounds) for key in rounds[0]}
        other = ", ".join(f"{key} {value:.3f} s" for key, value in middle.items() if key not in {"s", "MiB"})
        print(f"{name:42} {middle['s']:6.2f} {ratio:8.2f} {middle['MiB']:5.0f}  {other}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    elif sys.argv[1:2] == ["--make"]:
        write_xlsx(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
