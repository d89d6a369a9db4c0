"""Signing as a use case: what is needed is asked for in words, and nothing is signed without it."""

import subprocess
import sys
from pathlib import Path

import pytest
from signing_papers import NOW, PASSPHRASE, chair, p12, plan, png, statuses
from without_extra import python_without

from desktop.documents.signing import KeyFile, Mark
from desktop.errors import CannotSign, FileDamaged, FileMissing, NotAFile, WrongKind
from desktop.services import signing

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def key(tmp_path: Path) -> KeyFile:
    return KeyFile(p12(tmp_path / "ky.p12", chair()), PASSPHRASE)


def sign(source: Path, key: KeyFile, mark: Mark | None = None) -> object:
    return signing.sign(source, source.with_name("ky.pdf"), key, mark or Mark(), clock=lambda: NOW)


def test_the_picture_shows_on_the_page_of_the_signing_block(tmp_path: Path, key: KeyFile) -> None:
    made = sign(plan(tmp_path / "a.pdf"), key, Mark(picture=png(tmp_path / "ky.png")))
    assert (made.name, made.at, made.page) == ("Nguyễn Thị Hồng Vân", NOW, 1)
    assert statuses(tmp_path / "ky.pdf", chair())[0].bottom_line


def test_the_clock_is_the_machines_with_its_zone_and_whole_seconds() -> None:
    now = signing.now()
    assert (now.microsecond, now.utcoffset() is None) == (0, False)


def test_what_is_no_pdf_is_refused(tmp_path: Path, key: KeyFile) -> None:
    (tmp_path / "a.pdf").write_text("Kế hoạch", encoding="utf-8")
    with pytest.raises(WrongKind):
        sign(tmp_path / "a.pdf", key)


def test_a_missing_key_file_or_picture_is_told(tmp_path: Path, key: KeyFile) -> None:
    paper = plan(tmp_path / "a.pdf")
    with pytest.raises(FileMissing):
        sign(paper, KeyFile(tmp_path / "khong.p12"))
    with pytest.raises(NotAFile):
        sign(paper, key, Mark(picture=tmp_path))


@pytest.mark.parametrize(
    ("data", "secret"),
    [
        (b"mat khau\r\nthua\n", "mat khau"),
        ("\ufeffmật khẩu".encode(), "mật khẩu"),
        (b"", None),
        (b"\n", None),
    ],
)
def test_a_passphrase_is_the_first_line_of_its_file(tmp_path: Path, data: bytes, secret: str | None) -> None:
    (tmp_path / "mk.txt").write_bytes(data)
    assert signing.secret_in(tmp_path / "mk.txt") == secret


def test_a_passphrase_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "mk.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileDamaged):
        signing.secret_in(tmp_path / "mk.txt")


def test_without_the_extra_the_program_says_what_to_install(tmp_path: Path) -> None:
    python = python_without(tmp_path / "thieu", "pyhanko", "pkcs11", "python_pkcs11")
    command = [
        python,
        "-m",
        "desktop",
        "--home",
        tmp_path / "nha",
        "sign",
        "a.pdf",
        "--p12",
        "a.p12",
        "--to",
        "b.pdf",
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "Cài thêm phần ký số: pip install so-ke-hoach[sign].\n"


def test_without_the_extra_the_use_case_refuses_before_it_reads_anything(tmp_path: Path) -> None:
    python = python_without(tmp_path / "thieu", "pkcs11", "python_pkcs11")
    asked = (
        "from pathlib import Path; from desktop.errors import CannotSign; from desktop.services import signing\n"
        "from desktop.documents.signing import KeyFile, Mark\n"
        "try: signing.sign(Path('a'), Path('b'), KeyFile(Path('c')), Mark())\n"
        "except CannotSign as error: print(signing.is_available(), error.obstacle)"
    )
    ended = subprocess.run([python, "-c", asked], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert ended.stdout == "False extra_missing\n"


def test_with_the_extra_it_is_available() -> None:
    assert signing.is_available()
    assert "pyhanko" not in subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, desktop.services.signing as s; s.is_available(); print([*sys.modules])",
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.split("'")


def test_an_obstacle_is_no_defect() -> None:
    assert str(CannotSign("no_token", label="CQ")) == "no_token {'label': 'CQ'}"
