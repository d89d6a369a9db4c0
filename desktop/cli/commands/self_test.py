"""`--self-test`: does the program work on this machine."""

import argparse
import sys

from desktop.errors import SelfTestFailed
from desktop.services import self_test as trials

_PARTS = {
    "workspace": "Mở và ghi dữ liệu",
    "pdf": "Xuất PDF",
    "docx": "Xuất Word",
    "xlsx": "Xuất Excel",
    "reading": "Đọc văn bản",
    "units": "Đọc danh sách đơn vị",
    "holidays": "Lịch ngày nghỉ",
}


def self_test(_: argparse.Namespace) -> None:
    """Tell each part. Raises `SelfTestFailed` when any does not work."""
    failed = 0
    for part in trials.run():
        print(f"{'đạt ' if part.error is None else 'HỎNG'}  {_PARTS[part.code]}")
        if part.error is not None:
            failed += 1
            print(f"      {type(part.error).__name__}: {part.error}", file=sys.stderr)
    if failed:
        raise SelfTestFailed(failed)
