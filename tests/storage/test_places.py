"""What a folder lies on, read from tables of mounts as Linux writes them."""

from pathlib import Path

import pytest

from desktop.storage.places import Place, probe, probe_linux

MOUNTS = r"""
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 21 0:40 / /mnt/share rw - cifs //server/share rw
31 21 8:17 / /media/an/USB\040STICK rw - vfat /dev/sdb1 rw
32 21 0:50 / /run rw - tmpfs tmpfs rw
""".strip()


@pytest.fixture
def system(tmp_path: Path) -> tuple[Path, Path]:
    mounts, blocks, devices = tmp_path / "mountinfo", tmp_path / "block", tmp_path / "devices"
    mounts.write_text(MOUNTS, encoding="utf-8")
    blocks.mkdir()
    for name, number, removable in (("sda", "8:1", "0"), ("sdb", "8:17", "1")):
        partition = devices / name / f"{name}1"
        partition.mkdir(parents=True)
        (devices / name / "removable").write_text(f"{removable}\n", encoding="ascii")
        (blocks / number).symlink_to(partition)
    return mounts, blocks


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        ("/home/an/data", Place.OWN_DISK),
        ("/mnt/share/office", Place.SHARE),
        ("/mnt/shared", Place.OWN_DISK),
        ("/media/an/USB STICK/data", Place.REMOVABLE),
        ("/run/x", Place.OWN_DISK),
    ],
)
def test_the_nearest_mount_says_what_a_folder_lies_on(
    system: tuple[Path, Path], folder: str, place: Place
) -> None:
    assert probe_linux(Path(folder), *system) is place


def test_the_folder_of_a_test_is_on_an_own_disk(tmp_path: Path) -> None:
    assert probe(tmp_path) is Place.OWN_DISK
