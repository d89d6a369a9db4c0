"""`sign` as a person types it."""

from pathlib import Path

import pytest
from signing_papers import PASSPHRASE, PIN, chair, fields, module, office, p12, plan, png


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return plan(tmp_path / "ke-hoach.pdf")


@pytest.fixture
def signs(run, paper, tmp_path):
    """`sign ke-hoach.pdf … --to ky.pdf` with a file key and its passphrase, and more words."""
    key = p12(tmp_path / "ky.p12", chair())
    secret = tmp_path / "mk.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    always = ("--p12", key, "--passphrase-file", secret, "--to", tmp_path / "ky.pdf")
    return lambda *words: run("sign", paper, *always, *words)


def test_a_plan_is_signed_and_told_whose_signature_it_is(signs, tmp_path):
    ended = signs()
    assert (ended.status, ended.err) == (0, "")
    assert "chứng thư số của Nguyễn Thị Hồng Vân" in ended.out
    assert "chữ ký không hiện trên trang" in ended.out
    assert "theo đồng hồ của máy này, không có dấu thời gian" in ended.out
    assert ended.out.splitlines()[-1] == str(tmp_path / "ky.pdf")
    assert len(fields(tmp_path / "ky.pdf")) == 1


def test_pictures_show_where_the_block_leaves_room(signs, tmp_path):
    assert "chữ ký hiện ở trang 2" in signs("--picture", png(tmp_path / "ky.png")).out
    agency = signs("--agency", "--picture", png(tmp_path / "dau.png", dpi=0), "--picture-width", "36,5")
    assert "chữ ký hiện ở trang 2" in agency.out


def test_an_attached_paper_shows_its_line_on_the_first_page(signs):
    assert "chữ ký hiện ở trang 1" in signs("--attached", "12/KH-UBND").out


def test_an_attached_paper_shows_no_picture(signs, tmp_path):
    ended = signs("--attached", "12/KH-UBND", "--picture", png(tmp_path / "dau.png"))
    assert (ended.status, ended.err) == (
        1,
        "Văn bản kèm theo ở tệp riêng không hiện hình dấu; hãy bỏ --picture.\n",
    )


@pytest.mark.parametrize("words", ["3", "101", "abc", "3,6mm"])
def test_a_width_that_no_seal_has_is_refused(signs, words):
    assert signs("--picture-width", words).status == 2


def test_a_wrong_passphrase_is_one_sentence(run, paper, tmp_path):
    key = p12(tmp_path / "ky.p12", office())
    ended = run("sign", paper, "--p12", key, "--to", tmp_path / "a.pdf")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "Mật khẩu của tệp chứng thư số “ky.p12” không đúng; hãy gõ lại.\n"


def test_a_token_signs(run, paper, tmp_path):
    secret = tmp_path / "pin.txt"
    secret.write_text(PIN, encoding="utf-8")
    words = ("--pkcs11", module(), "--token-label", "CQ", "--passphrase-file", secret)
    ended = run("sign", paper, *words, "--to", tmp_path / "ky.pdf")
    assert "Nguyễn Thị Hồng Vân" in ended.out
    assert fields(tmp_path / "ky.pdf")[0].signer_cert.serial_number == chair()[1].serial_number


def test_a_token_wants_its_label(run, paper, tmp_path):
    ended = run("sign", paper, "--pkcs11", tmp_path / "a.so", "--to", tmp_path / "ky.pdf")
    assert (ended.status, "--token-label" in ended.err) == (1, True)


def test_a_key_file_or_a_token_must_be_named_but_not_both(run, paper, tmp_path):
    assert run("sign", paper, "--to", tmp_path / "a.pdf").status == 2
    both = run("sign", paper, "--p12", "a", "--pkcs11", "b", "--to", tmp_path / "a.pdf")
    assert (both.status, "không dùng --pkcs11 cùng với --p12" in both.err) == (2, True)
