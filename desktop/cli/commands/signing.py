"""`sign`: a PDF signed with a key file or a token. Passphrases come from a file or the keyboard, never from the command line."""

import argparse
import getpass
import sys
from pathlib import Path

from desktop.cli.output import StderrProgress
from desktop.documents.signing import VIETNAM, KeyFile, KeyToken, Mark, SignedAs
from desktop.errors import CannotSign
from desktop.services import signing


def sign(arguments: argparse.Namespace) -> None:
    """Sign and tell whose signature it is, where it shows and whose clock was asked."""
    if not signing.is_available():
        raise CannotSign("extra_missing")
    secret = _secret(arguments.passphrase_file, "mã PIN" if arguments.pkcs11 else "mật khẩu")
    with StderrProgress() as progress:
        made = signing.sign(arguments.file, arguments.to, _key(arguments, secret), _mark(arguments), progress)
    shown = "không hiện trên trang" if made.page is None else f"hiện ở trang {made.page + 1}"
    local = made.at.astimezone(VIETNAM)
    print(
        f"Đã ký số bằng chứng thư số của {made.name}, lúc {local:%d/%m/%Y %H:%M:%S} (giờ Việt Nam); chữ ký {shown}."
    )
    print("Thời gian ký lấy theo đồng hồ của máy này, không có dấu thời gian của bên thứ ba.")
    print(arguments.to)


def _key(arguments: argparse.Namespace, secret: str | None) -> KeyFile | KeyToken:
    if arguments.p12 is not None:
        return KeyFile(arguments.p12, secret)
    if arguments.token_label is None:
        raise CannotSign("no_token_named")
    return KeyToken(arguments.pkcs11, arguments.token_label, secret, arguments.key_label)


def _mark(arguments: argparse.Namespace) -> Mark:
    if arguments.attached is not None:
        if arguments.picture is not None:
            raise CannotSign("attached_picture")
        return Mark(SignedAs.ATTACHED, number=arguments.attached)
    kind = SignedAs.AGENCY if arguments.agency else SignedAs.PERSON
    return Mark(kind, arguments.picture, arguments.picture_width)


def _secret(file: Path | None, what: str) -> str | None:
    """The passphrase of the first line of `file`, or typed unseen where a person sits; else none."""
    if file is not None:
        return signing.secret_in(file)
    if sys.stdin.isatty():
        return getpass.getpass(f"Gõ {what} (không hiện chữ): ") or None
    return None
