"""The wheel carries everything the program reads at run time, and the program finds it there. Builds into a temporary folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.parametrize("top", ["data", "resources"])
def test_every_seed_file_is_in_the_wheel(unpacked: Path, top: str) -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / top).rglob("*") if path.is_file()}
    share = unpacked / "desktop" / "_share"
    there = {path.relative_to(share).as_posix() for path in (share / top).rglob("*") if path.is_file()}
    assert here - there == set()


def test_the_program_in_the_wheel_reads_its_own_files(unpacked: Path) -> None:
    ask = "from desktop.paths import data_file, root; print(root()); data_file('administrative_units.csv').read_bytes()"
    asked = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(unpacked)!r}); {ask}"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(asked.stdout.strip()) == unpacked / "desktop" / "_share"
