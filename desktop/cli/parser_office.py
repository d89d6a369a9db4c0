"""The words of the commands about papers, packages and the office itself. Parses, does nothing."""

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.argument_parser import Commands, command, dry_run, group, json_option
from desktop.cli.values import PAPERS, date, millimetres, numbered, paper, whole


def packages(commands: "Commands[Any]") -> None:
    """What goes by stick."""
    verbs = group(commands, "packages", "gói .skh trao đổi qua USB")
    made = command(verbs, "packages send", "giao việc: ghi gói của kế hoạch cho từng đơn vị")
    made.add_argument("plan", type=whole, metavar="MÃ")
    made.add_argument(
        "--unit", action="append", metavar="ĐƠN_VỊ", help="chỉ đơn vị này (mã hoặc tên), ghi được nhiều lần"
    )
    _sealed(made)
    made = command(verbs, "packages reply", "trả lời: ghi gói kết quả của kế hoạch do cấp trên giao")
    made.add_argument("plan", type=whole, metavar="MÃ")
    _sealed(made)
    made = command(verbs, "packages handover", "bàn giao: ghi gói mọi việc đang mở, kèm biên bản để ký")
    made.add_argument("--person", metavar="TÊN", help="chỉ việc của các đơn vị do người này phụ trách")
    _sealed(made)
    made = command(verbs, "packages receipts", "ghi biên nhận cho các gói đã nhận")
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")
    made = command(verbs, "packages receive", "nhận các gói .skh và biểu kết quả .xlsx")
    made.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp, hoặc thư mục chứa các tệp")
    _passphrase(made)
    dry_run(made)
    json_option(made)
    made = command(verbs, "packages history", "các gói đã gửi, đã nhận và biên nhận")
    json_option(made)


def _sealed(made: argparse.ArgumentParser) -> None:
    made.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")
    _passphrase(made)


def _passphrase(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--passphrase-file", type=Path, metavar="TỆP", help="tệp có dòng đầu là cụm từ khóa của gói"
    )


def papers(commands: "Commands[Any]") -> None:
    """Slips, registers, invitations, tables."""
    made = command(commands, "papers", "lập phiếu, sổ, giấy mời, mục lục và bảng của cơ quan")
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


def register(commands: "Commands[Any]") -> None:
    """Số đến and numbers of what goes out."""
    verbs = group(commands, "register", "sổ văn bản đến, văn bản đi")
    made = command(verbs, "register list", "xem văn bản đến, văn bản đi và số tiếp theo")
    made.add_argument("--year", type=whole, metavar="NĂM", help="mặc định: năm nay")
    json_option(made)
    made = command(verbs, "register in", "ghi số đến và nơi nhận của một văn bản chỉ đạo")
    made.add_argument("directive", type=whole, metavar="MÃ", help="mã văn bản, xem bằng register list")
    made.add_argument("--number", type=whole, metavar="SỐ", help="số đến")
    made.add_argument("--date", type=date, metavar="NGÀY", help="ngày đến")
    made.add_argument("--to", metavar="NƠI_NHẬN", help="đơn vị hoặc người nhận")
    made.add_argument("--passed-on", type=date, metavar="NGÀY", help="ngày chuyển")
    made.add_argument("--note", metavar="GHI_CHÚ")
    made = command(verbs, "register out", "cấp số cho một văn bản, hoặc ghi thêm về văn bản đã có số")
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


def office(commands: "Commands[Any]") -> None:
    """Whose copy this is."""
    made = command(commands, "office", "xem hoặc khai thông tin cơ quan in trên văn bản")
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
    json_option(made)


def password(commands: "Commands[Any]") -> None:
    """The lock of the window."""
    made = command(commands, "password", "xem cửa sổ có mật khẩu không, bỏ mật khẩu khi đã quên")
    made.add_argument("--reset", action="store_true", help="bỏ mật khẩu (hỏi lại trước khi bỏ)")
    json_option(made)


def sign(commands: "Commands[Any]") -> None:
    """Digital signing."""
    made = command(commands, "sign", "ký số một tệp PDF (cần phần ký số cài thêm)")
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
