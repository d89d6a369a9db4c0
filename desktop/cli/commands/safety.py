"""`backup`, `restore`, `check`: the safety of the workspace."""

import argparse
import sys

from desktop.cli.output import print_json
from desktop.errors import ChecksFailed
from desktop.services import safety
from desktop.services.workspace import Workspace

FINDINGS = {
    "damaged": "tệp dữ liệu bị hỏng; hãy khôi phục từ bản sao lưu",
    "orphans": "dòng dữ liệu mất gốc",
    "status_differs": "tình trạng không khớp với kết quả mới nhất",
    "search_differs": "bảng tìm kiếm không khớp với dữ liệu",
    "unused_files": "tệp lưu không còn dùng",
    "file_differs": "tệp lưu (bản in, minh chứng) không còn nguyên vẹn",
    "number_doubled": "hai văn bản trùng số, ký hiệu trong một năm",
    "uid_doubled": "hai mục trùng mã nhận dạng",
}


def backup(arguments: argparse.Namespace) -> None:
    """Make a copy, print its path."""
    to = arguments.to.absolute() if arguments.to else None
    with Workspace.open(arguments.home) as work:
        made = safety.backup(work, to)
    print(made)


def restore(arguments: argparse.Namespace) -> None:
    """Put a copy in place; the present workspace is kept aside."""
    aside = safety.restore(arguments.file.absolute(), arguments.home)
    print(f"Đã khôi phục dữ liệu từ {arguments.file}.")
    if aside:
        print(f"Dữ liệu trước khi khôi phục được giữ ở {aside}.")


def check(arguments: argparse.Namespace) -> None:
    """Tell what is wrong. Raises `ChecksFailed` when anything is left wrong."""
    with Workspace.open(arguments.home) as work:
        found = safety.check(work, repair=arguments.repair)
    left = [some for some in found if not some.repaired]
    if arguments.json:
        findings = [
            {"code": f.code, "count": f.count, "repaired": f.repaired, "message": FINDINGS[f.code]}
            for f in found
        ]
        print_json({"ok": not left, "findings": findings})
    elif not found:
        print("Dữ liệu nguyên vẹn, không phát hiện lỗi.")
    for some in found if not arguments.json else []:
        done = " (đã sửa)" if some.repaired else ""
        print(f"- {FINDINGS[some.code]}: {some.count}{done}", file=sys.stdout)
    if left:
        raise ChecksFailed(len(left))
