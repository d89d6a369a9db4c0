"""`password`: whether the window opens locked, and the way out for who has forgotten it. Never asks for the password itself."""

import argparse
import sys

from desktop.cli.output import print_json
from desktop.domain.vietnamese import fold
from desktop.errors import NotAllowed
from desktop.services import password as passwords
from desktop.services.workspace import Workspace

WORDS = "bỏ mật khẩu"
"""What has to be typed, with or without dấu."""


def password(arguments: argparse.Namespace) -> None:
    """Say whether there is one; with `reset` remove it. Raises `NotAllowed` "password_kept" where that was not confirmed."""
    with Workspace.open(arguments.home) as work:
        is_reset = arguments.reset and work.has_password
        if is_reset:
            _ask()
            passwords.reset(work)
        if arguments.json:
            print_json({"is_set": work.has_password, "auto_lock": passwords.auto_lock(work)})
        elif is_reset:
            print("Đã bỏ mật khẩu. Việc này được ghi lại trong dữ liệu; hãy đặt mật khẩu mới ở Cài đặt.")
        else:
            print(_said(work))


def _said(work: Workspace) -> str:
    if not work.has_password:
        return "Cửa sổ chương trình chưa đặt mật khẩu."
    minutes = passwords.auto_lock(work)
    idle = f"tự khóa sau {minutes} phút không dùng" if minutes else "không tự khóa"
    return f"Cửa sổ chương trình có mật khẩu, {idle}. Quên mật khẩu thì chạy lại lệnh này với --reset."


def _ask() -> None:
    """Go on only if it is meant."""
    print(
        "Bỏ mật khẩu: ai mở máy này cũng mở được cửa sổ chương trình. Dữ liệu không thay đổi.\n"
        f"Gõ “{WORDS}” (không cần dấu) rồi Enter để bỏ, gõ khác đi để thôi: ",
        end="",
        file=sys.stderr,
        flush=True,
    )
    if fold(sys.stdin.readline()) != fold(WORDS):
        raise NotAllowed("password_kept", words=WORDS)
