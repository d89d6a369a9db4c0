"""The words of the command line (the contract of its options). Parses, does nothing."""

import argparse
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.cli.argument_parser import Parser
from desktop.cli.values import PAPERS, arrangement, date, mapping, millimetres, numbered, paper, whole


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
    commands: _Commands[Any] = top.add_subparsers(metavar="LỆNH", title="Các lệnh", parser_class=Parser)
    for add in (
        _demo,
        _read,
        _proofread,
        _units,
        _plans,
        _results,
        _report,
        _packages,
        _papers,
        _register,
        _search,
        _safety,
        _office,
        _password,
        _sign,
    ):
        add(commands)
    return top


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def _command(commands: "_Commands[Any]", words: str, about: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        words.rsplit(maxsplit=1)[-1], help=about, description=about
    )
    made.set_defaults(command=words)
    return made


def _group(commands: "_Commands[Any]", word: str, about: str) -> "_Commands[Any]":
    made: argparse.ArgumentParser = commands.add_parser(word, help=about, description=about)
    return made.add_subparsers(metavar="VIỆC", title="Các việc", required=True, parser_class=Parser)


def _demo(commands: "_Commands[Any]") -> None:
    made = _command(commands, "demo", "làm trọn việc chính trên dữ liệu mẫu, từ văn bản chỉ đạo đến báo cáo")
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC", help="thư mục chứa kết quả")


def _read(commands: "_Commands[Any]") -> None:
    made = _command(commands, "read", "đọc một văn bản chỉ đạo hoặc kế hoạch và in ra những gì hiểu được")
    made.add_argument("file", type=Path, metavar="TỆP")
    _json(made)


def _proofread(commands: "_Commands[Any]") -> None:
    made = _command(commands, "proofread", "soát lỗi một văn bản .docx, .pdf, .html hoặc .txt")
    made.add_argument("file", type=Path, metavar="TỆP")
    _json(made)


def _units(commands: "_Commands[Any]") -> None:
    group = _group(commands, "units", "danh sách đơn vị")
    made = _command(group, "units import", "nhập danh sách đơn vị từ Excel, ODS hoặc CSV")
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
    _dry_run(made)
    _json(made)
    made = _command(group, "units list", "liệt kê các đơn vị")
    made.add_argument("--on", type=date, metavar="NGÀY", help="theo tên và tình trạng của ngày này")
    _json(made)
    made = _command(group, "units merge", "sáp nhập các đơn vị từ một ngày")
    made.add_argument("units", nargs="+", metavar="ĐƠN_VỊ", help="mã hoặc tên các đơn vị nhập vào")
    made.add_argument(
        "--into", required=True, metavar="ĐƠN_VỊ", help="mã, tên đơn vị nhận, hoặc tên đơn vị mới"
    )
    made.add_argument("--on", type=date, required=True, metavar="NGÀY")


def _plans(commands: "_Commands[Any]") -> None:
    group = _group(commands, "plans", "kế hoạch")
    made = _command(
        group, "plans new", "lập dự thảo kế hoạch từ một văn bản chỉ đạo hoặc từ kế hoạch năm trước"
    )
    source = made.add_mutually_exclusive_group(required=True)
    source.add_argument("--from", dest="source", type=Path, metavar="TỆP", help="văn bản chỉ đạo")
    source.add_argument("--from-plan", type=whole, metavar="MÃ", help="kế hoạch của năm trước")
    made.add_argument(
        "--year", type=whole, metavar="NĂM", help="năm của kế hoạch mới (mặc định: năm liền sau)"
    )
    _json(made)
    made = _command(group, "plans list", "liệt kê các kế hoạch")
    _json(made)
    made = _command(group, "plans show", "xem một kế hoạch")
    made.add_argument("plan", type=whole, metavar="MÃ")
    _json(made)
    made = _command(group, "plans issue", "ban hành: ghi số, ngày và giữ bản in")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument("--number", type=whole, required=True, metavar="SỐ")
    made.add_argument("--date", type=date, required=True, metavar="NGÀY")
    made = _command(group, "plans fields", "xem hoặc ghi lĩnh vực của các nhiệm vụ, để báo cáo theo lĩnh vực")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument("--set", dest="field", metavar="LĨNH_VỰC", help="ghi lĩnh vực này")
    made.add_argument("--tasks", type=whole, nargs="+", metavar="SỐ", help="chỉ các nhiệm vụ này")
    made = _command(group, "plans close", "kết thúc kế hoạch (không đổi tình trạng của đơn vị nào)")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made = _command(group, "plans proofread", "soát lỗi một kế hoạch")
    made.add_argument("plan", type=whole, metavar="MÃ")
    _json(made)
    made = _command(group, "plans export", "xuất văn bản, phiếu giao việc, biểu kết quả của kế hoạch")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")
    for flag, about in (
        ("pdf", "kế hoạch và công văn gửi kèm, dạng PDF"),
        ("docx", "kế hoạch và công văn gửi kèm, dạng Word"),
        ("slips", "phiếu giao nhiệm vụ của từng đơn vị, một tệp PDF"),
        ("forms", "biểu kết quả Excel, mỗi đơn vị một tệp"),
    ):
        made.add_argument(f"--{flag}", action="store_true", help=about)


def _results(commands: "_Commands[Any]") -> None:
    group = _group(commands, "results", "kết quả thực hiện")
    made = _command(group, "results import", "nhập các biểu kết quả đã ghi")
    made.add_argument("files", type=Path, nargs="+", metavar="TỆP")
    _dry_run(made)
    _json(made)


def _report(commands: "_Commands[Any]") -> None:
    made = _command(commands, "report", "lập báo cáo tổng hợp của một kế hoạch, hoặc báo cáo định kỳ")
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
    made = _command(commands, "urge", "lập công văn đôn đốc các đơn vị quá hạn")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")


def _packages(commands: "_Commands[Any]") -> None:
    group = _group(commands, "packages", "gói .skh trao đổi qua USB")
    made = _command(group, "packages send", "giao việc: ghi gói của kế hoạch cho từng đơn vị")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument(
        "--unit", action="append", metavar="ĐƠN_VỊ", help="chỉ đơn vị này (mã hoặc tên), ghi được nhiều lần"
    )
    _sealed(made)
    made = _command(group, "packages reply", "trả lời: ghi gói kết quả của kế hoạch do cấp trên giao")
    made.add_argument("plan", type=whole, metavar="MÃ")
    _sealed(made)
    made = _command(group, "packages handover", "bàn giao: ghi gói mọi việc đang mở, kèm biên bản để ký")
    made.add_argument("--person", metavar="TÊN", help="chỉ việc của các đơn vị do người này phụ trách")
    _sealed(made)
    made = _command(group, "packages receipts", "ghi biên nhận cho các gói đã nhận")
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")
    made = _command(group, "packages receive", "nhận các gói .skh và biểu kết quả .xlsx")
    made.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp, hoặc thư mục chứa các tệp")
    _passphrase(made)
    _dry_run(made)
    _json(made)
    made = _command(group, "packages history", "các gói đã gửi, đã nhận và biên nhận")
    _json(made)


def _sealed(made: argparse.ArgumentParser) -> None:
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")
    _passphrase(made)


def _passphrase(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--passphrase-file", type=Path, metavar="TỆP", help="tệp có dòng đầu là cụm từ khóa của gói"
    )


def _papers(commands: "_Commands[Any]") -> None:
    made = _command(commands, "papers", "lập phiếu, sổ, giấy mời, mục lục và bảng của cơ quan")
    made.add_argument("kind", type=paper, metavar="LOẠI", help=f"một trong: {', '.join(PAPERS)}")
    made.add_argument("plan", type=whole, nargs="?", metavar="MÃ", help="kế hoạch (khi loại đó cần)")
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")
    for flag in ("pdf", "docx", "xlsx"):
        made.add_argument(f"--{flag}", action="store_true")
    made.add_argument("--year", type=whole, metavar="NĂM", help="năm của sổ (mặc định: năm nay)")
    made.add_argument(
        "--period", metavar="KỲ", help="kỳ đánh giá: 2026, 2026-Q1 hoặc 2026-03 (mặc định: quý này)"
    )
    made.add_argument("--unit", type=whole, metavar="MÃ", help="chỉ đơn vị này")
    made.add_argument("--task", type=whole, metavar="MÃ", help="chỉ nhiệm vụ này")


def _register(commands: "_Commands[Any]") -> None:
    group = _group(commands, "register", "sổ văn bản đến, văn bản đi")
    made = _command(group, "register list", "xem văn bản đến, văn bản đi và số tiếp theo")
    made.add_argument("--year", type=whole, metavar="NĂM", help="mặc định: năm nay")
    _json(made)
    made = _command(group, "register in", "ghi số đến và nơi nhận của một văn bản chỉ đạo")
    made.add_argument("directive", type=whole, metavar="MÃ", help="mã văn bản, xem bằng register list")
    made.add_argument("--number", type=whole, metavar="SỐ", help="số đến")
    made.add_argument("--date", type=date, metavar="NGÀY", help="ngày đến")
    made.add_argument("--to", metavar="NƠI_NHẬN", help="đơn vị hoặc người nhận")
    made.add_argument("--passed-on", type=date, metavar="NGÀY", help="ngày chuyển")
    made.add_argument("--note", metavar="GHI_CHÚ")
    made = _command(group, "register out", "cấp số cho một văn bản, hoặc ghi thêm về văn bản đã có số")
    made.add_argument("symbol", type=numbered, metavar="SỐ/KÝ_HIỆU", help="ví dụ 41/UBND-VHXH, 09/GM-UBND")
    made.add_argument("--subject", metavar="TRÍCH_YẾU", help="trích yếu, khi cấp số cho văn bản mới")
    made.add_argument("--date", type=date, metavar="NGÀY", help="ngày văn bản (mặc định: hôm nay)")
    made.add_argument("--plan", type=whole, metavar="MÃ", help="thuộc hồ sơ của kế hoạch này")
    made.add_argument("--signer", metavar="HỌ_TÊN", help="người ký")
    made.add_argument("--to", action="append", metavar="NƠI_NHẬN", help="nơi nhận, ghi được nhiều lần")
    made.add_argument("--keeper", metavar="NƠI_LƯU", help="đơn vị, người nhận bản lưu")
    made.add_argument("--copies", type=whole, metavar="SỐ", help="số lượng bản")
    made.add_argument("--sent-on", type=date, metavar="NGÀY", help="ngày chuyển")
    made.add_argument("--note", metavar="GHI_CHÚ")


def _search(commands: "_Commands[Any]") -> None:
    made = _command(commands, "search", "tìm trong mọi dữ liệu, không cần gõ dấu")
    made.add_argument("text", metavar="CHỮ")
    _json(made)


def _safety(commands: "_Commands[Any]") -> None:
    made = _command(commands, "backup", "sao lưu dữ liệu")
    made.add_argument(
        "--to", type=Path, metavar="TỆP", help="tệp sao lưu (mặc định: thư mục sao lưu của chương trình)"
    )
    made = _command(commands, "restore", "khôi phục dữ liệu từ bản sao lưu")
    made.add_argument("file", type=Path, metavar="TỆP")
    made = _command(commands, "check", "kiểm tra dữ liệu")
    made.add_argument("--repair", action="store_true", help="sửa những gì sửa được an toàn (sao lưu trước)")
    _json(made)


def _office(commands: "_Commands[Any]") -> None:
    made = _command(commands, "office", "xem hoặc khai thông tin cơ quan in trên văn bản")
    made.add_argument("--name", metavar="TÊN", help="tên đầy đủ, ví dụ “Ủy ban nhân dân xã Sơn Tây Hạ”")
    made.add_argument("--place", metavar="ĐỊA_DANH", help="địa danh ghi trên văn bản, ví dụ “Sơn Tây Hạ”")
    made.add_argument("--superior", metavar="TÊN", help="cơ quan chủ quản trực tiếp, nếu có")
    made.add_argument("--reports-to", metavar="TÊN", help="nơi nhận báo cáo tổng hợp")
    made.add_argument("--collector", metavar="ĐƠN_VỊ", help="đơn vị đầu mối tổng hợp báo cáo")
    made.add_argument("--drafting", metavar="KÝ_HIỆU", help="ký hiệu đơn vị soạn thảo, ví dụ VHXH")
    made.add_argument("--signer", action="append", metavar="HỌ_TÊN", help="người ký")
    made.add_argument(
        "--capacity",
        action="append",
        metavar="DÒNG",
        help="mỗi dòng quyền hạn, chức vụ, ví dụ “KT. CHỦ TỊCH”",
    )
    _json(made)


def _password(commands: "_Commands[Any]") -> None:
    made = _command(commands, "password", "xem cửa sổ có mật khẩu không, bỏ mật khẩu khi đã quên")
    made.add_argument("--reset", action="store_true", help="bỏ mật khẩu (hỏi lại trước khi bỏ)")
    _json(made)


def _sign(commands: "_Commands[Any]") -> None:
    made = _command(commands, "sign", "ký số một tệp PDF (cần phần ký số cài thêm)")
    made.add_argument("file", type=Path, metavar="TỆP")
    key = made.add_mutually_exclusive_group(required=True)
    key.add_argument("--p12", type=Path, metavar="TỆP", help="tệp chứng thư số .p12 hoặc .pfx")
    key.add_argument("--pkcs11", type=Path, metavar="THƯ_VIỆN", help="thư viện của thiết bị ký số USB")
    made.add_argument("--token-label", metavar="NHÃN", help="nhãn của thiết bị ký số")
    made.add_argument("--key-label", metavar="NHÃN", help="nhãn của khóa, khi thiết bị có nhiều khóa")
    made.add_argument(
        "--passphrase-file", type=Path, metavar="TỆP", help="tệp có mật khẩu hoặc mã PIN ở dòng đầu"
    )
    made.add_argument("--to", type=Path, required=True, metavar="TỆP", help="tệp PDF đã ký")
    kind = made.add_mutually_exclusive_group()
    kind.add_argument("--agency", action="store_true", help="chữ ký số của cơ quan (mặc định: của người ký)")
    kind.add_argument(
        "--attached", metavar="SỐ/KÝ_HIỆU", help="ký văn bản kèm theo, phụ lục hoặc bản sao ở tệp riêng"
    )
    made.add_argument(
        "--picture", type=Path, metavar="TỆP", help="hình chữ ký hoặc hình dấu, PNG nền trong suốt"
    )
    made.add_argument("--picture-width", type=millimetres, metavar="MM", help="bề rộng của hình, mm")


def _json(made: argparse.ArgumentParser) -> None:
    made.add_argument("--json", action="store_true", help="in một giá trị JSON")


def _dry_run(made: argparse.ArgumentParser) -> None:
    made.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
