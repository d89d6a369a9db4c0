"""What one signs with: what is refused, and in which words."""

import datetime as dt
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from signing_papers import NOW, PASSPHRASE, PIN, chair, module, office, p12, pair

from desktop.documents.signing import KeyFile, KeyToken
from desktop.errors import CannotSign
from desktop.writers import signing_keys

DAY = dt.timedelta(days=1)


def obstacle(key: KeyFile | KeyToken, at: dt.datetime = NOW) -> tuple[str, dict[str, object]]:
    with pytest.raises(CannotSign) as caught, signing_keys.opened(key, at):
        pass
    return caught.value.obstacle, caught.value.values


def test_a_key_file_opens_with_its_passphrase_and_names_its_holder(tmp_path: Path) -> None:
    key = KeyFile(p12(tmp_path / "a.p12", office()), PASSPHRASE)
    with signing_keys.opened(key, NOW) as signer:
        assert signing_keys.holder(signer.signing_cert) == "Ủy ban nhân dân xã Sơn Tây Hạ"


@pytest.mark.parametrize("passphrase", ["sai", None])
def test_another_passphrase_or_none_is_refused(tmp_path: Path, passphrase: str | None) -> None:
    path = p12(tmp_path / "a.p12", office())
    assert obstacle(KeyFile(path, passphrase)) == ("wrong_passphrase", {"name": "a.p12"})


def test_a_key_file_without_passphrase_opens_without_one(tmp_path: Path) -> None:
    with signing_keys.opened(KeyFile(p12(tmp_path / "a.p12", office(), "")), NOW) as signer:
        assert signer.signing_cert is not None


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"\x30\x03\x02\x01\x03", b"\x30\x82\xff\xff", b"\x04\x01a"]
)
def test_a_file_of_another_kind_is_told_as_such(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.p12"
    path.write_bytes(data)
    assert obstacle(KeyFile(path, PASSPHRASE))[0] == "not_a_key_file"


def test_a_file_that_is_cut_off_is_no_key_file(tmp_path: Path) -> None:
    path = p12(tmp_path / "a.p12", office())
    path.write_bytes(path.read_bytes()[:-40])
    assert obstacle(KeyFile(path, PASSPHRASE))[0] == "not_a_key_file"


def test_a_file_with_certificates_alone_has_no_key(tmp_path: Path) -> None:
    path = tmp_path / "a.p12"
    data = pkcs12.serialize_key_and_certificates(b"ky", None, None, [office()[1]], NoEncryption())
    path.write_bytes(data)
    assert obstacle(KeyFile(path)) == ("no_key_in_file", {"name": "a.p12"})


def test_certificates_out_of_their_time_are_refused_with_the_day(tmp_path: Path) -> None:
    key = KeyFile(p12(tmp_path / "a.p12", pair("Lan", (NOW - DAY, NOW + DAY))), PASSPHRASE)
    assert obstacle(key, NOW + 2 * DAY) == ("expired", {"name": "Lan", "day": "21/11/2026"})
    assert obstacle(key, NOW - 2 * DAY) == ("not_valid_yet", {"name": "Lan", "day": "19/11/2026"})


def test_a_certificate_that_is_not_for_signing_is_refused(tmp_path: Path) -> None:
    use = {"digital_signature": False, "content_commitment": False, "key_encipherment": True}
    key = KeyFile(p12(tmp_path / "a.p12", pair("Lan", use=use)), PASSPHRASE)
    assert obstacle(key) == ("not_for_signing", {"name": "Lan"})


def test_a_token_gives_its_only_key() -> None:
    with signing_keys.opened(KeyToken(module(), "CQ", PIN), NOW) as signer:
        assert signing_keys.holder(signer.signing_cert) == "Nguyễn Thị Hồng Vân"


def test_an_old_certificate_on_the_token_does_not_stand_in_the_way() -> None:
    with signing_keys.opened(KeyToken(module(), "CU", PIN), NOW) as signer:
        assert signer.signing_cert.serial_number == chair()[1].serial_number


def test_of_several_keys_the_one_with_the_label_is_taken() -> None:
    assert obstacle(KeyToken(module(), "HAI", PIN)) == ("several_keys", {"label": "HAI"})
    with signing_keys.opened(KeyToken(module(), "HAI", PIN, "khóa 2"), NOW) as signer:
        assert signing_keys.holder(signer.signing_cert) == "Người khác"


@pytest.mark.parametrize(
    ("label", "pin", "key", "expected"),
    [
        ("KHONG CO", PIN, None, "no_token"),
        ("CQ", "000000", None, "wrong_pin"),
        ("CQ", "1", None, "wrong_pin"),
        ("RONG", PIN, None, "no_key_on_token"),
        ("CQ", PIN, "khác", "no_key_on_token"),
        ("CQ", None, None, "no_key_on_token"),
    ],
)
def test_what_the_token_refuses_is_told(label: str, pin: str | None, key: str | None, expected: str) -> None:
    assert obstacle(KeyToken(module(), label, pin, key)) == (expected, {"label": label})


def test_a_library_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.so").write_bytes(b"no library")
    for path in (tmp_path / "a.so", tmp_path / "khong-co.so"):
        assert obstacle(KeyToken(path, "CQ", PIN)) == ("no_module", {"path": path})


def test_no_secret_is_shown_where_a_key_is_printed(tmp_path: Path) -> None:
    assert PASSPHRASE not in repr(KeyFile(tmp_path, PASSPHRASE))
    assert PIN not in repr(KeyToken(tmp_path, "CQ", PIN))
