"""The words of the command line (the contract of its options). Parses, does nothing."""

import argparse
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.cli import parser_office
from desktop.cli.argument_parser import Commands, Parser, command, dry_run, group, json_option
from desktop.cli.values import arrangement, date, mapping, whole


def parser() -> argparse.ArgumentParser:
    """The whole grammar of `sokehoach`. `args.command` names the command ("units import"), None for the window."""
    top = Parser(
        prog="sokehoach",
        description="Sổ Kế Hoạch: lập, giao, theo dõi và báo cáo kế hoạch, chạy không cần mạng.",
    )
    top.add_argument(
        "--home",
        type=Path,
        metavar="THƯ_MỤC",
        help="thư mục chứa toàn bộ dữ liệu (mặc định: thư mục dữ liệu của người dùng)",
    )
    top.add_argument(
        "--version", action="version", version=f"Sổ Kế Hoạch {__version__}", help="in phiên bản rồi thoát"
    )
    top.add_argument(
        "--self-test", action="store_true", help="tự kiểm tra các phần của chương trình trên máy này"
    )
    top.set_defaults(command=None)
    commands: Commands[Any] = top.add_subparsers(metavar="LỆNH", title="Các lệnh", parser_class=Parser)
    for add in (
        _demo,
        _read,
        _proofread,
        _units,
        _plans,
        _results,
        _report,
        parser_office.packages,
        parser_office.papers,
        parser_office.register,
        _search,
        _safety,
        parser_office.office,
        parser_office.password,
        parser_office.sign,
    ):
        add(commands)
    return top


def _demo(commands: "Commands[Any]") -> None:
    made = command(commands, "demo", "làm trọn việc chính trên dữ liệu mẫu, từ văn bản chỉ đạo đến báo cáo")
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC", help="thư mục chứa kết quả")


def _read(commands: "Commands[Any]") -> None:
    made = command(commands, "read", "đọc một văn bản chỉ đạo hoặc kế hoạch và in ra những gì hiểu được")
    made.add_argument("file", type=Path, metavar="TỆP")
    json_option(made)


def _proofread(commands: "Commands[Any]") -> None:
    made = command(commands, "proofread", "soát lỗi một văn bản .docx, .pdf, .html hoặc .txt")
    made.add_argument("file", type=Path, metavar="TỆP")
    json_option(made)


def _units(commands: "Commands[Any]") -> None:
    verbs = group(commands, "units", "danh sách đơn vị")
    made = command(verbs, "units import", "nhập danh sách đơn vị từ Excel, ODS hoặc CSV")
    made.add_argument("file", type=Path, metavar="TỆP")
    made.add_argument("--sheet", metavar="TÊN", help="trang tính cần đọc")
    made.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="TRƯỜNG=CỘT",
        type=mapping,
        help="chỉ rõ cột, ví dụ name=B",
    )
    dry_run(made)
    json_option(made)
    made = command(verbs, "units list", "liệt kê các đơn vị")
    made.add_argument("--on", type=date, metavar="NGÀY", help="theo tên và tình trạng của ngày này")
    json_option(made)
    made = command(verbs, "units merge", "sáp nhập các đơn vị từ một ngày")
    made.add_argument("units", nargs="+", metavar="ĐƠN_VỊ", help="mã hoặc tên các đơn vị nhập vào")
    made.add_argument(
        "--into", required=True, metavar="ĐƠN_VỊ", help="mã, tên đơn vị nhận, hoặc tên đơn vị mới"
    )
    made.add_argument("--on", type=date, required=True, metavar="NGÀY")


def _plans(commands: "Commands[Any]") -> None:
    verbs = group(commands, "plans", "kế hoạch")
    made = command(
        verbs, "plans new", "lập dự thảo kế hoạch từ một văn bản chỉ đạo hoặc từ kế hoạch năm trước"
    )
    source = made.add_mutually_exclusive_group(required=True)
    source.add_argument("--from", dest="source", type=Path, metavar="TỆP", help="văn bản chỉ đạo")
    source.add_argument("--from-plan", type=whole, metavar="MÃ", help="kế hoạch của năm trước")
    made.add_argument(
        "--year", type=whole, metavar="NĂM", help="năm của kế hoạch mới (mặc định: năm liền sau)"
    )
    json_option(made)
    made = command(verbs, "plans list", "liệt kê các kế hoạch")
    json_option(made)
    made = command(verbs, "plans show", "xem một kế hoạch")
    made.add_argument("plan", type=whole, metavar="MÃ")
    json_option(made)
    made = command(verbs, "plans issue", "ban hành: ghi số, ngày và giữ bản in")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument("--number", type=whole, required=True, metavar="SỐ")
    made.add_argument("--date", type=date, required=True, metavar="NGÀY")
    made = command(verbs, "plans fields", "xem hoặc ghi lĩnh vực của các nhiệm vụ, để báo cáo theo lĩnh vực")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument("--set", dest="field", metavar="LĨNH_VỰC", help="ghi lĩnh vực này")
    made.add_argument("--tasks", type=whole, nargs="+", metavar="SỐ", help="chỉ các nhiệm vụ này")
    made = command(verbs, "plans close", "kết thúc kế hoạch (không đổi tình trạng của đơn vị nào)")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made = command(verbs, "plans proofread", "soát lỗi một kế hoạch")
    made.add_argument("plan", type=whole, metavar="MÃ")
    json_option(made)
    made = command(verbs, "plans export", "xuất văn bản, phiếu giao việc, biểu kết quả của kế hoạch")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")
    for flag, about in (
        ("pdf", "kế hoạch và công văn gửi kèm, dạng PDF"),
        ("docx", "kế hoạch và công văn gửi kèm, dạng Word"),
        ("slips", "phiếu giao nhiệm vụ của từng đơn vị, một tệp PDF"),
        ("forms", "biểu kết quả Excel, mỗi đơn vị một tệp"),
    ):
        made.add_argument(f"--{flag}", action="store_true", help=about)


def _results(commands: "Commands[Any]") -> None:
    verbs = group(commands, "results", "kết quả thực hiện")
    made = command(verbs, "results import", "nhập các biểu kết quả đã ghi")
    made.add_argument("files", type=Path, nargs="+", metavar="TỆP")
    dry_run(made)
    json_option(made)


def _report(commands: "Commands[Any]") -> None:
    made = command(commands, "report", "lập báo cáo tổng hợp của một kế hoạch, hoặc báo cáo định kỳ")
    about = made.add_mutually_exclusive_group(required=True)
    about.add_argument("plan", type=whole, nargs="?", metavar="MÃ", help="kế hoạch")
    about.add_argument(
        "--period", metavar="KỲ", help="mọi kế hoạch trong kỳ: 2026-03, 2026-Q1, 2026-H1 hoặc 2026"
    )
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")
    made.add_argument("--cut-off", type=date, metavar="NGÀY", help="ngày chốt số liệu (mặc định: hôm nay)")
    made.add_argument(
        "--by", type=arrangement, metavar="CÁCH", help="theo nhiệm vụ (task) hoặc theo lĩnh vực (field)"
    )
    made.add_argument(
        "--send", type=whole, metavar="SỐ", help="gửi: ghi số, giữ nguyên số liệu và bản in từ đây"
    )
    made.add_argument("--date", type=date, metavar="NGÀY", help="ngày của báo cáo gửi đi (mặc định: hôm nay)")
    for flag in ("pdf", "docx", "xlsx"):
        made.add_argument(f"--{flag}", action="store_true")
    made = command(commands, "urge", "lập công văn đôn đốc các đơn vị quá hạn")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")


def _search(commands: "Commands[Any]") -> None:
    made = command(commands, "search", "tìm trong mọi dữ liệu, không cần gõ dấu")
    made.add_argument("text", metavar="CHỮ")
    json_option(made)


def _safety(commands: "Commands[Any]") -> None:
    made = command(commands, "backup", "sao lưu dữ liệu")
    made.add_argument(
        "--to", type=Path, metavar="TỆP", help="tệp sao lưu (mặc định: thư mục sao lưu của chương trình)"
    )
    made = command(commands, "restore", "khôi phục dữ liệu từ bản sao lưu")
    made.add_argument("file", type=Path, metavar="TỆP")
    made = command(commands, "check", "kiểm tra dữ liệu")
    made.add_argument("--repair", action="store_true", help="sửa những gì sửa được an toàn (sao lưu trước)")
    json_option(made)
