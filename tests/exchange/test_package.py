"""Packages made and opened: what goes in comes out, nobody reads it without the passphrase, and every kind of refusal."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import packages_made as made
import pytest

from desktop import errors
from desktop.domain import as_json
from desktop.domain.package import Content, PackageKind
from desktop.exchange import package, seal
from desktop.exchange.archive import Archive
from desktop.exchange.envelope import Lock

KINDS = list(PackageKind)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the package of a test lies."""
    return tmp_path / "2026-03-25-giao-viec-00012.skh"


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("phrase", [None, made.PHRASE])
@pytest.mark.parametrize("kind", KINDS)
def test_what_goes_in_comes_out(path: Path, kind: PackageKind, phrase: str | None) -> None:
    opened = package.open_package(put(path, made.made(kind, phrase)), [made.PHRASE])
    assert opened.content == made.content(kind)
    assert replace(opened.manifest, parts=()) == made.manifest(kind)
    assert opened.salt == ("" if phrase is None else made.SALT.hex())


@pytest.mark.parametrize("phrase", [None, made.PHRASE])
def test_files_come_out_as_they_went_in(path: Path, phrase: str | None) -> None:
    put(path, made.made(phrase=phrase))
    for name, data in made.files().items():
        assert package.Inside(path, [made.PHRASE]).part(name) == data


def test_a_part_that_is_not_there_is_refused(path: Path) -> None:
    with pytest.raises(errors.FileHostile):
        package.Inside(put(path, made.made())).part("evidence/../x")


def test_an_open_package_is_the_same_bytes_each_time() -> None:
    assert made.made() == made.made()


def test_an_encrypted_package_is_other_bytes_each_time() -> None:
    assert made.made(phrase=made.PHRASE) != made.made(phrase=made.PHRASE)


def test_any_unpacker_opens_a_package() -> None:
    with zipfile.ZipFile(io.BytesIO(made.made())) as archive:
        assert archive.testzip() is None
        assert archive.read("plans/0.pdf") == made.PDF
        assert json.loads(archive.read("manifest.json"))["format"] == 1


def test_nothing_of_the_content_can_be_read_in_an_encrypted_package() -> None:
    data = made.made(phrase=made.PHRASE)
    for word in ("Đồng Sen", "tọa đàm", "0912345678", made.uid("plan"), made.seal.public_key(made.KEY)[:8]):
        inside = data[: -seal.LENGTH]
        assert word.encode() not in inside
    assert made.PDF[:200] not in data


def test_a_passphrase_typed_in_another_unicode_form_opens_it(path: Path) -> None:
    import unicodedata

    put(path, made.made(phrase=made.PHRASE))
    assert package.open_package(path, [unicodedata.normalize("NFD", made.PHRASE)]).salt


def test_the_right_one_of_several_passphrases_opens_it(path: Path) -> None:
    assert package.open_package(put(path, made.made(phrase=made.PHRASE)), ["sai", "", made.PHRASE]).salt


@pytest.mark.parametrize("phrases", [(), ("sai",), ("sai", "cũng sai")])
def test_without_the_right_passphrase_it_stays_locked(path: Path, phrases: tuple[str, ...]) -> None:
    with pytest.raises(errors.PackageLocked) as caught:
        package.open_package(put(path, made.made(phrase=made.PHRASE)), phrases)
    assert caught.value.tried == len(phrases)


def test_the_secret_of_a_lock_is_not_shown() -> None:
    assert made.PHRASE not in repr(Lock.new(made.PHRASE))
    assert Lock.new("a").salt != Lock.new("a").salt


def test_a_file_of_another_kind_is_no_package(path: Path) -> None:
    for data in (b"Kinh gui", made.PDF, zipped({"a.txt": b"x"}), b"PK\x05\x06" + bytes(18), bytes(5000)):
        with pytest.raises(errors.WrongPackage) as caught:
            package.open_package(put(path, data))
        assert caught.value.reason == "not_a_package"


def zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_file_that_cannot_be_opened_is_told_as_any_other(path: Path) -> None:
    with pytest.raises(errors.FileMissing):
        package.open_package(path)
    with pytest.raises(errors.NotAFile):
        package.open_package(path.parent)
    with pytest.raises(errors.FileEmpty):
        package.open_package(put(path, b""))


def test_a_file_larger_than_any_package_is_not_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(package.LARGEST + 1)
    with pytest.raises(errors.FileTooLarge):
        package.open_package(path)


def test_a_package_sealed_anew_by_somebody_else_is_refused(path: Path) -> None:
    inside = made.made()[: -seal.LENGTH - 2] + b"\0\0"
    with pytest.raises(errors.WrongPackage) as caught:
        package.open_package(put(path, seal.sealed(inside, made.OTHER_KEY)))
    assert caught.value.reason == "other_seal"


def test_a_package_of_a_newer_program_is_told_as_that(path: Path) -> None:
    data = made.made().replace(b"so-ke-hoach-1 ", b"so-ke-hoach-2 ")
    with pytest.raises(errors.PackageTooNew) as caught:
        package.open_package(put(path, data))
    assert (caught.value.found, caught.value.known) == (2, 1)


def test_thousands_of_packages_fit_into_little_memory(path: Path) -> None:
    opened = package.open_package(put(path, next(made.replies(1, 30))), [made.PHRASE])
    assert len(opened.packed) < len(as_json.dump(opened.content)) / 4


def test_content_that_nobody_could_open_is_not_packed() -> None:
    with pytest.raises(errors.DataError):
        package.make(made.manifest(), Content(), {}, made.KEY)
    with pytest.raises(errors.DataError):
        package.make(made.manifest(), made.content(), made.files(), made.OTHER_KEY)


def test_control_characters_pasted_once_do_not_stop_a_package(path: Path) -> None:
    kind = PackageKind.REPLY
    (first, second), rest = made.assignments(), made.files(kind)
    result = replace(first.results[0], text="Đã\x0b xong\r\nhết\u202e")
    odd = Content(assignments=(replace(first, results=(result,), extensions=()), second))
    data = package.make(made.manifest(kind), odd, {}, made.KEY)
    assert rest
    opened = package.open_package(put(path, data))
    assert opened.content.assignments[0].results[0].text == "Đã xong\nhết"


def test_the_entries_of_a_package_are_told_in_their_order(path: Path) -> None:
    data = made.made(phrase=made.PHRASE)
    assert Archive(data, path, seal.LENGTH).names == ("envelope.json", "content.bin")
