"""The zip of a package: what it packs it reads, and no trick of any other zip gets in, sealed with a right key or not."""

import io
import zipfile
from pathlib import Path

import forged_packages as forged
import packages_made as made
import pytest
from forged_packages import Entry
from hypothesis import given
from hypothesis import strategies as st

from desktop import errors
from desktop.exchange import package
from desktop.exchange.archive import Archive, pack

PATH = Path("a.skh")
NAMES = st.from_regex(r"[a-z]{1,8}(/[0-9a-f]{1,20})?(\.bin)?", fullmatch=True)


@given(st.dictionaries(NAMES, st.binary(max_size=3000), max_size=6))
def test_what_is_packed_is_read_and_any_unpacker_reads_it(entries: dict[str, bytes]) -> None:
    data = pack(entries)
    archive = Archive(data, PATH)
    assert {name: archive.read(name) for name in archive.names} == entries
    with zipfile.ZipFile(io.BytesIO(data)) as other:
        assert {name: other.read(name) for name in other.namelist()} == entries


def test_the_zip_writer_of_these_tests_makes_what_is_read() -> None:
    assert (
        Archive(forged.zipped([Entry("a", b"x" * 99), Entry("b", b"y", method=0)]), PATH).read("a")
        == b"x" * 99
    )


BAD = {
    "no entry at all": forged.zipped([Entry("a")], count=0),
    "more than are there": forged.zipped([Entry("a")], count=2),
    "doubled": forged.zipped([Entry("a", b"1"), Entry("a", b"2")]),
    "another name inside": forged.zipped([Entry("a", local_name="b")]),
    "link": forged.zipped([Entry("a", b"/etc/passwd", made_by=3 << 8 | 20, attributes=0o120777 << 16)]),
    "device": forged.zipped([Entry("a", made_by=3 << 8 | 20, attributes=0o060666 << 16)]),
    "encrypted": forged.zipped([Entry("a", b"x", flags=1)]),
    "size told afterwards": forged.zipped([Entry("a", b"x", flags=8)]),
    "name in another alphabet": forged.zipped([Entry("báo cáo", b"x", flags=0x800)]),
    "no name": forged.zipped([Entry("", b"x")]),
    "long name": forged.zipped([Entry("a" * 201, b"x")]),
    "extra field": forged.zipped([Entry("a", b"x", extra=b"\x01\x00\x00\x00")]),
    "another day": forged.zipped([Entry("a", b"x", day=0x5A21)]),
    "odd method": forged.zipped([Entry("a", b"x", packed=b"x", method=12)]),
    "stored in another size": forged.zipped([Entry("a", b"x", method=0, size=9)]),
    "before the first": forged.zipped([Entry("a", b"x")], before=b"MZ"),
    "between": forged.zipped([Entry("a", b"x"), Entry("b", b"y")], between=b"?"),
    "blown up": forged.zipped([Entry("a", b"", packed=forged.bomb(20 << 20), size=20 << 20)]),
    "too short": b"PK\x05\x06",
    "no end": bytes(500),
}


@pytest.mark.parametrize("name", BAD)
def test_another_shape_than_ours_is_refused_before_anything_is_unpacked(name: str) -> None:
    with pytest.raises(errors.FileHostile):
        Archive(BAD[name], PATH)


LYING = {
    "says less": Entry("a", b"", packed=forged.bomb(5 << 20), size=100),
    "says more": Entry("a", b"x" * 50, size=60),
    "wrong checksum": Entry("a", b"x" * 50, crc=7),
    "rubbish": Entry("a", b"x" * 50, packed=b"\xff" * 20),
    "something behind it": Entry("a", b"x" * 50, packed=forged.bomb(0) + b"??", size=0, crc=0),
    "cut off": Entry("a", b"x" * 50, packed=b"\x4b"),
}


@pytest.mark.parametrize("name", LYING)
def test_an_entry_that_is_not_what_is_told_is_refused_when_it_is_read(name: str) -> None:
    archive = Archive(forged.zipped([LYING[name]]), PATH)
    with pytest.raises(errors.FileHostile):
        archive.read("a")


def test_what_is_packed_is_not_taken_for_stored() -> None:
    with pytest.raises(errors.FileHostile):
        Archive(forged.zipped([Entry("a", b"x")]), PATH).stored("a")


def test_more_entries_than_any_package_has_are_not_looked_at() -> None:
    with pytest.raises(errors.FileTooLarge) as caught:
        Archive(forged.zipped([Entry(f"{number}", method=0) for number in range(5001)]), PATH)
    assert caught.value.unit == "entry"


def test_more_than_memory_should_hold_is_not_unpacked() -> None:
    bombs = [Entry(f"{number}", packed=bytes(1 << 20), size=190 << 20) for number in range(2)]
    with pytest.raises(errors.FileTooLarge):
        Archive(forged.zipped(bombs), PATH)


ODD_NAMES = (
    "../evil.txt", "/evil.txt", "C:\\evil.txt", "C:evil.txt", "..\\evil.txt", "\\\\server\\share\\evil.txt", "a/../../evil.txt",
    "CON", "evidence/NUL.pdf", "evidence/a.txt:stream", "evidence/../data.json", "DATA.JSON", "Data.json", "data.json ", "./data.json",
    "autorun.inf", "desktop.ini", "evidence/" + "a" * 63, "evidence/" + "A" * 64, "plans/0.pdf/x", "plans/0.exe", "plan.pdf\n",
    "evidence", "evidence/", "envelope.json", "content.bin", "plans/-1.pdf", "plans/٣.pdf", "manifest.json/",
)  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_entry_of_any_other_name_is_refused(tmp_path: Path, name: str) -> None:
    data = forged.package(files={**made.files(), name: b"evil"})
    (tmp_path / "inbox").mkdir()
    path = tmp_path / "inbox" / "a.skh"
    path.write_bytes(data)
    with pytest.raises(errors.FileHostile):
        package.open_package(path)
    assert [one.name for one in tmp_path.rglob("*")] == ["inbox", "a.skh"]
