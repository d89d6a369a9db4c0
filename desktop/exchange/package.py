"""A package made and opened: zip, seal, encryption and content put together. Writes no file; services do.

Opened in this order, so that nothing is trusted before what it rests on: size, seal, directory of the zip, encryption, manifest, content,
then size and SHA-256 of every part. Files of others are opened in workers (`reading`), only parts of one that was taken in are read here.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop.domain import as_json
from desktop.domain.package import FORMAT, Content, Manifest, Part
from desktop.errors import DataError, FileHostile, FileTooLarge, PackageTooNew, WrongPackage
from desktop.exchange import content_check, envelope, part_check, seal, strict_json
from desktop.exchange.archive import ENTRIES, MIB, Archive, pack
from desktop.exchange.content_check import DATA
from desktop.exchange.value_check import BadContent, need
from desktop.workers.opening import file_size, opening_error

LARGEST = 200 * MIB
"""Bytes of a package."""
_MANIFEST, _ENVELOPE, _BOX = "manifest.json", "envelope.json", "content.bin"
_TOLD = {_MANIFEST: MIB, DATA: 64 * MIB, _ENVELOPE: 1024}
_NAME = re.compile(r"plan\.pdf|plans/\d{1,6}\.pdf|evidence/[0-9a-f]{64}|data\.json")


@dataclass(frozen=True, slots=True)
class Opened:
    """A package that was found sound. salt: hexadecimal, "" of one that is not encrypted; sha256: of the file, hexadecimal; packed: its
    content as JSON, deflated: thousands of them fit into little memory."""

    manifest: Manifest
    packed: bytes
    salt: str
    sha256: str

    @classmethod
    def of(cls, manifest: Manifest, content: str, salt: str, sha256: str) -> "Opened":
        """content: its JSON text, checked."""
        return cls(manifest, zlib.compress(content.encode("utf-8"), 1), salt, sha256)

    @property
    def content(self) -> Content:
        """The content, built anew each time it is asked for."""
        return as_json.load(Content, zlib.decompress(self.packed).decode("utf-8"))


def make(
    manifest: Manifest,
    content: Content,
    files: Mapping[str, bytes],
    private_key: bytes,
    lock: envelope.Lock | None = None,
) -> bytes:
    """The bytes of a package. manifest: without parts; files: its other parts by entry; lock: None leaves it open to everybody.

    Raises FileTooLarge with the receiver in place of a file, DataError for content that nobody could open.
    """
    data = {DATA: strict_json.readable(as_json.dump(content)).encode("utf-8"), **files}
    told = replace(manifest, parts=tuple(_part(name, held) for name, held in data.items()))
    _check_own(told, content, files, seal.public_key(private_key))
    head = {"format": told.format, **json.loads(strict_json.readable(as_json.dump(told)))}
    archive = _packed({_MANIFEST: strict_json.dump(head).encode("utf-8"), **data}, told)
    if lock is not None:
        told_outside, box = envelope.encrypt(archive, lock)
        archive = pack({_ENVELOPE: told_outside, _BOX: box})
    made = seal.sealed(archive, private_key)
    _check_size(told, made, LARGEST)
    return made


def _packed(entries: Mapping[str, bytes], manifest: Manifest) -> bytes:
    """The zip of all that, within the limits that others will ask for."""
    for name, data in entries.items():
        _check_size(manifest, data, _TOLD.get(name, LARGEST))
    archive = pack(entries)
    Archive(archive, Path(_named(manifest)))
    return archive


def _check_size(manifest: Manifest, data: bytes, limit: int) -> None:
    if len(data) > limit:
        raise FileTooLarge(_named(manifest), len(data), limit)


def _named(manifest: Manifest) -> str:
    """What a package is called that is no file yet."""
    return manifest.receiver_name or manifest.uid


def _part(name: str, data: bytes) -> Part:
    return Part(name, len(data), hashlib.sha256(data).hexdigest())


def _check_own(manifest: Manifest, content: Content, files: Mapping[str, bytes], key: str) -> None:
    """What others will ask of it."""
    try:
        need(manifest.key == key and manifest.format == FORMAT, "key or format")
        content_check.check_manifest(manifest, key)
        content_check.check_content(manifest, content)
        part_check.check_bodies(content)
        for name, endings in part_check.endings(content).items():
            part_check.check(name, endings, files[name])
    except BadContent as error:
        raise DataError(f"package {manifest.uid}: {error}") from error


def open_package(path: Path, passphrases: Sequence[str] = ()) -> Opened:
    """The package at `path`, all of it looked through. Of a file of others call `reading.read_all`, which does this in a worker.

    Raises the errors of opening a file, FileTooLarge, FileDamaged (its end is missing), WrongPackage "not_a_package", "other_seal",
    "bad_content", PackageAltered, PackageLocked, PackageTooNew, FileHostile.
    """
    inside = Inside(path, passphrases)
    return Opened.of(inside.manifest, inside.content(), inside.salt, inside.sha256)


class Inside:
    """The inside of a package whose seal and manifest are right; its parts are read, and compared with the manifest, one by one."""

    def __init__(self, path: Path, passphrases: Sequence[str] = ()) -> None:
        """Raises as `open_package`, but for what is wrong with its content and parts."""
        data = _read(path)
        self._path = path
        self.sha256 = hashlib.sha256(data).hexdigest()
        key = seal.check(data, path)
        self._archive, self.salt = _unlocked(Archive(data, path, seal.LENGTH), path, passphrases)
        self.manifest = self._manifest(key)
        self._parts = {part.name: part for part in self.manifest.parts}
        if set(self._parts) != set(self._archive.names) - {_MANIFEST} or DATA not in self._parts:
            raise FileHostile(path, "parts that the manifest does not tell")

    def part(self, name: str) -> bytes:
        """The content of a part as the manifest tells it. Raises FileHostile where it is another one."""
        told = self._parts.get(name)
        if told is None:
            raise FileHostile(self._path, f"no part {name[:80]!r}")
        content = self._entry(name)
        if len(content) != told.size or hashlib.sha256(content).hexdigest() != told.sha256:
            raise FileHostile(self._path, f"{name}: not what the manifest tells")
        return content

    def content(self) -> str:
        """The content as JSON text with clean words, after every part was read and compared."""
        try:
            plain = part_check.with_clean_bodies(strict_json.load(self.part(DATA)))
            content = as_json.read(Content, plain)
            content_check.check_content(self.manifest, content)
            part_check.check_bodies(content)
            for name, endings in part_check.endings(content).items():
                part_check.check(name, endings, self.part(name))
        except (strict_json.Refused, BadContent, DataError) as error:
            raise WrongPackage(self._path, "bad_content", str(error)[:500]) from error
        return strict_json.dump(plain)

    def _manifest(self, key: str) -> Manifest:
        try:
            plain = strict_json.load(self._entry(_MANIFEST))
            self._check_format(plain)
            manifest = as_json.read(Manifest, plain)
            if manifest.key != key:
                raise WrongPackage(self._path, "other_seal")
            content_check.check_manifest(manifest, key)
        except (strict_json.Refused, BadContent, DataError) as error:
            raise WrongPackage(self._path, "bad_content", f"manifest: {error}"[:500]) from error
        return manifest

    def _check_format(self, plain: Any) -> None:
        """Before anything else of it is looked at: a newer one may hold what is unknown here."""
        found = plain.get("format") if isinstance(plain, dict) else None
        if type(found) is not int or found < 1:
            raise BadContent("format")
        if found > FORMAT:
            raise PackageTooNew(self._path, found, FORMAT)

    def _entry(self, name: str) -> bytes:
        """An entry within its limit of size."""
        if name not in self._archive.names or self._archive.size(name) > _TOLD.get(name, LARGEST):
            raise FileHostile(self._path, f"{name}: missing or too large")
        return self._archive.read(name)


def _read(path: Path) -> bytes:
    try:
        size = file_size(path)
        if size > LARGEST:
            raise FileTooLarge(path, size, LARGEST)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise opening_error(path, error) from error


def _unlocked(archive: Archive, path: Path, passphrases: Sequence[str]) -> tuple[Archive, str]:
    """The zip inside the encryption, and the salt; the same zip and "" of a package that is open."""
    salt = ""
    if set(archive.names) == {_ENVELOPE, _BOX}:
        if archive.size(_ENVELOPE) > _TOLD[_ENVELOPE]:
            raise FileHostile(path, "envelope too large")
        opened, salt = envelope.decrypt(archive.read(_ENVELOPE), archive.stored(_BOX), passphrases, path)
        archive = Archive(opened, path)
    odd = [name for name in archive.names if name != _MANIFEST and not _NAME.fullmatch(name)]
    if odd or _MANIFEST not in archive.names or len(archive.names) > ENTRIES:
        raise FileHostile(path, f"entries {odd[:3]}")
    return archive, salt
