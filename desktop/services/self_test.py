"""Does the program work on this machine: each part tried on a small job of its own in a temporary folder. Touches no data of the office."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.documents.model import Column, Document, DocumentKind, Head, Signature, Style, Table, paragraph
from desktop.services.workspace import Workspace

_WORDS = "Ủy ban nhân dân xã Đồng Sen thực hiện kế hoạch trước ngày 25/3/2026"


@dataclass(frozen=True, slots=True)
class Part:
    """One part that was tried. code: "workspace", "pdf", "docx", "xlsx", "reading", "units", "holidays"; error: None where it works."""

    code: str
    error: Exception | None = None


def run() -> Iterator[Part]:
    """Try every part and tell each as it is done. Any exception is a fault of that part, not of the test."""
    with TemporaryDirectory(prefix="skh-thu-") as name:
        folder = Path(name)
        for code, trial in _TRIALS.items():
            try:
                trial(folder)
            except Exception as error:  # noqa: BLE001 - whatever fails is what the test is to tell
                yield Part(code, error)
            else:
                yield Part(code)


def _workspace(folder: Path) -> None:
    with Workspace.open(folder / "du-lieu") as work:
        _expect(work.office.name == "")


def _pdf(folder: Path) -> None:
    from desktop.writers import pdf

    pdf.write(_document(), folder / "thu.pdf")


def _docx(folder: Path) -> None:
    from desktop.writers import docx

    docx.write(_document(), folder / "thu.docx")


def _xlsx(folder: Path) -> None:
    from desktop.writers import xlsx

    rows = (("1", "Phòng Văn hóa - Xã hội", "0912345678"), ("2", "Thôn Đông", "0987654321"))
    columns = (Column(("STT",), 1), Column(("Tên đơn vị",), 5), Column(("Điện thoại",), 3))
    xlsx.write([xlsx.Sheet("Đơn vị", ("DANH SÁCH ĐƠN VỊ",), Table(columns, rows))], folder / "thu.xlsx")


def _reading(folder: Path) -> None:
    from desktop.readers import text

    for name in ("thu.pdf", "thu.docx"):
        read = " ".join(block.text for block in text.read(folder / name).blocks)
        _expect(_WORDS in read)


def _units(folder: Path) -> None:
    from desktop.readers import unit_list

    _expect(
        [row.name for row in unit_list.read(folder / "thu.xlsx").rows]
        == ["Phòng Văn hóa - Xã hội", "Thôn Đông"]
    )


def _holidays(_: Path) -> None:
    from desktop.domain.working_days import DeadlineRules
    from desktop.services.public_holidays import with_holidays

    _expect(dt.date(2026, 4, 30) in with_holidays(DeadlineRules(), [2026]).holidays)


_TRIALS: dict[str, Callable[[Path], None]] = {
    "workspace": _workspace,
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "reading": _reading,
    "units": _units,
    "holidays": _holidays,
}


def _expect(is_so: bool) -> None:  # noqa: FBT001
    if not is_so:
        raise ValueError("another answer than expected")


def _document() -> Document:
    return Document(
        kind=DocumentKind.PLAN,
        head=Head(("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SEN"), "KH-UBND", "Đồng Sen", year=2026),
        title="KẾ HOẠCH",
        subject="Thử chương trình",
        blocks=(paragraph(Style.BODY, _WORDS + "./."),),
        recipients=("Lưu: VT",),
        signature=Signature(("CHỦ TỊCH",)),
    )
