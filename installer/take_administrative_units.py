"""Takes the tables of provinces and communes out of the wheel of `vietnamadminunits` (MIT) into data/, as CSV.

Run by hand when the tables change: `pip download --no-deps vietnamadminunits`, then this with the wheel as argument.
Only the tables are taken, not the package, whose dependencies are heavy. Writes nothing else.
"""

import csv
import io
import sqlite3
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
PROVINCES = "SELECT DISTINCT provinceCode, province FROM admin_units ORDER BY provinceCode"
COMMUNES = "SELECT wardCode, ward, provinceCode FROM admin_units ORDER BY wardCode"
# By the name: the source's own column of kinds is wrong for four communes (10543, 11848, 31213, 31299).
KINDS = {"Xã ": "xa", "Phường ": "phuong", "Đặc khu ": "dac_khu"}


def _kind(name: str) -> str:
    return next(kind for start, kind in KINDS.items() if name.startswith(start))


def _write(name: str, head: list[str], rows: Iterable[tuple[str, ...]]) -> None:
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(head)
    lines.writerows([unicodedata.normalize("NFC", cell) for cell in row] for row in rows)
    (DATA / name).write_text(text.getvalue(), encoding="utf-8")


def take(wheel: Path) -> None:
    """Writes the two tables and the licence from `wheel`."""
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        base = archive.extract("vietnamadminunits/data/dataset.db", folder)
        licence = next(name for name in archive.namelist() if name.endswith("licenses/LICENSE"))
        (DATA / "LICENSES").mkdir(exist_ok=True)
        (DATA / "LICENSES" / "vietnamadminunits.txt").write_bytes(archive.read(licence))
        rows = sqlite3.connect(base)
        _write("administrative_provinces.csv", ["code", "name"], rows.execute(PROVINCES))
        communes = ((code, name, province, _kind(name)) for code, name, province in rows.execute(COMMUNES))
        _write("administrative_units.csv", ["code", "name", "province_code", "kind"], communes)
        rows.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
