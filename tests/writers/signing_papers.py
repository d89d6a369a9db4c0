"""Keys, certificates, a software token and pictures for the tests of signing; and what pyHanko's own validator says of a file."""

import atexit
import datetime as dt
import io
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pkcs11
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from PIL import Image
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1
from pyhanko.pdf_utils.generic import NumberObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from shapes import PLAN

from desktop.writers import pdf

PASSPHRASE, PIN = "mật khẩu 1", "135790"
NOW = dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
_DAYS = (NOW - dt.timedelta(days=3_000), NOW + dt.timedelta(days=30_000))
_USE = {"digital_signature": True, "content_commitment": True}
Pair = tuple[Any, x509.Certificate]


def pair(
    name: str,
    days: tuple[dt.datetime, dt.datetime] = _DAYS,
    use: dict[str, bool] | None = None,
    kind: str = "ec",
) -> Pair:
    """A key and its certificate, made out to `name`, valid on `days`. kind: "ec", "rsa"."""
    key: Any = (
        rsa.generate_private_key(65537, 2048) if kind == "rsa" else ec.generate_private_key(ec.SECP256R1())
    )
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    others = ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign")
    asked = dict.fromkeys((*_USE, *others, "encipher_only", "decipher_only"), False) | (use or _USE)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(days[0])
        .not_valid_after(days[1])
        .add_extension(x509.KeyUsage(**asked), critical=True)
    )
    return key, made.sign(key, hashes.SHA256())


@cache
def chair() -> Pair:
    """The key of him who signs."""
    return pair("Nguyễn Thị Hồng Vân", kind="rsa")


@cache
def office() -> Pair:
    """The key of the agency."""
    return pair("Ủy ban nhân dân xã Sơn Tây Hạ")


def p12(path: Path, of: Pair, passphrase: str = PASSPHRASE) -> Path:
    """A PKCS#12 file at `path`."""
    hidden = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"ky", *of, None, hidden))
    return path


def plan(path: Path) -> Path:
    """A plan of ours as PDF."""
    pdf.write(PLAN, path)
    return path


def png(path: Path, size: tuple[int, int] = (400, 200), mode: str = "RGBA", dpi: int = 200) -> Path:
    """A picture whose ground is transparent, in one colour at its middle."""
    image = Image.new(mode, size)
    image.paste(
        (20, 60, 200, 255)[: len(mode)], (size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4)
    )
    image.save(path, dpi=(dpi, dpi)) if dpi else image.save(path)
    return path


def statuses(path: Path, *trusted: Pair) -> list[Any]:
    """What pyHanko's validator says of each signature, as on the day of signing, with those certificates as roots."""
    roots = [translate_pyca_cryptography_cert_to_asn1(certificate) for _, certificate in trusted]
    context = {"trust_roots": roots, "allow_fetching": False, "moment": NOW}
    return [validate_pdf_signature(one, ValidationContext(**context)) for one in fields(path)]


def turn(path: Path) -> None:
    """Show the first page of a PDF on its side, by a change behind what is there."""
    with path.open("rb+") as file:
        out = IncrementalPdfFileWriter(file)
        page = out.root["/Pages"]["/Kids"][0].get_object()
        page["/Rotate"] = NumberObject(90)
        out.update_container(page)
        out.write_in_place()


def fields(path: Path) -> list[Any]:
    """The signatures with their fields."""
    return list(PdfFileReader(io.BytesIO(path.read_bytes())).embedded_signatures)


# --- a token in software ------------------------------------------------------------------------------------------


def module() -> Path:
    """The library of SoftHSM with its tokens ready, else the test is skipped."""
    places = [
        Path("/usr/lib/softhsm/libsofthsm2.so"),
        *Path("/usr/lib").glob("*/softhsm/libsofthsm2.so"),
        *Path("/usr/local/lib").glob("softhsm/libsofthsm2.so"),
    ]
    library = next((place for place in places if place.exists()), None)
    if library is None or shutil.which("softhsm2-util") is None:
        pytest.skip("SoftHSM (Debian: softhsm2) is not installed, so there is no token to sign with")
    _tokens(library)
    return library


@cache
def _tokens(library: Path) -> None:
    """Token by label: "CQ" has one key, "HAI" two, "RONG" none, "LECH" a key and another's certificate, "CU" an old one beside."""
    folder = Path(tempfile.mkdtemp(prefix="softhsm-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    mine, old = chair(), pair("Cũ", (NOW - dt.timedelta(days=9), NOW - dt.timedelta(days=1)), kind="rsa")
    contents = {
        "CQ": [mine],
        "HAI": [mine, pair("Người khác", kind="rsa")],
        "RONG": [],
        "LECH": [(mine[0], pair("Người khác", kind="rsa")[1])],
        "CU": [old, mine],
    }
    for label in contents:
        command = ["softhsm2-util", "--init-token", "--free", "--label", label]
        subprocess.run([*command, "--so-pin", "24680135", "--pin", PIN], check=True, capture_output=True)
    for label, pairs in contents.items():
        _fill(pkcs11.lib(str(library)).get_token(token_label=label), pairs)


def _fill(token: Any, pairs: list[Pair]) -> None:
    with token.open(rw=True, user_pin=PIN) as session:
        for at, (key, certificate) in enumerate(pairs, 1):
            same = {
                pkcs11.Attribute.ID: bytes([at]),
                pkcs11.Attribute.LABEL: f"khóa {at}",
                pkcs11.Attribute.TOKEN: True,
            }
            der = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
            session.create_object({**decode_rsa_private_key(der), **same})
            session.create_object({**decode_x509_certificate(certificate.public_bytes(Encoding.DER)), **same})
