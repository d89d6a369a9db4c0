"""Format 1 stays readable for ever: packages that were made once are opened by every later program, and their inside stays the same.

The two files were written by the first program that made packages and are never made anew, also not by `make golden`.
"""

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import packages_made as made
import pytest

from desktop.domain.package import PackageKind
from desktop.exchange import package

FILES = Path(__file__).parents[1] / "files" / "packages"
GOLDEN = Path(__file__).parents[1] / "golden" / "packages"


@pytest.mark.parametrize("name", ["format-1-open.skh", "format-1-locked.skh"])
def test_a_package_of_the_first_program_is_read(name: str) -> None:
    inside = package.Inside(FILES / name, [made.PHRASE])
    opened = package.open_package(FILES / name, [made.PHRASE])
    assert replace(opened.manifest, parts=()) == made.manifest(PackageKind.HANDOVER)
    assert opened.content == made.content(PackageKind.HANDOVER)
    assert {part: inside.part(part) for part in made.files()} == made.files()


@pytest.mark.parametrize("kind", list(PackageKind))
def test_the_inside_of_a_package_is_that_of_the_golden_file(kind: PackageKind, update_golden: bool) -> None:
    with zipfile.ZipFile(BytesIO(made.made(kind))) as archive:
        inside = {name: json.loads(archive.read(name)) for name in ("manifest.json", "data.json")}
        entries = archive.namelist()
    told = json.dumps({"entries": entries, **inside}, ensure_ascii=False, indent=1) + "\n"
    kept = GOLDEN / f"{kind.value}.json"
    if update_golden:
        kept.write_text(told, encoding="utf-8")
    assert told == kept.read_text(encoding="utf-8")
