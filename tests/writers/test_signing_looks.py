"""What a signature shows: only what the signer gives, where the decree has it."""

from pathlib import Path

import pytest
from PIL import Image
from signing_papers import png

from desktop.documents.signing import Room
from desktop.errors import CannotSign
from desktop.writers.pdf_page import MM
from desktop.writers.signing_looks import Picture, person_box, picture, seal_box

ROOM = Room(0, 400.0, 300.0, 220.0)


def shown(width: float, height: float) -> Picture:
    return Picture(None, width, height, real=True)


def test_a_picture_is_as_large_as_its_file_says(tmp_path: Path) -> None:
    found = picture(png(tmp_path / "a.png", (400, 200), dpi=200), None)
    assert (round(found.width / MM, 1), round(found.height / MM, 1), found.real) == (50.8, 25.4, True)


def test_a_width_that_is_told_counts_more(tmp_path: Path) -> None:
    found = picture(png(tmp_path / "a.png", (400, 200), dpi=200), 36)
    assert (round(found.width / MM, 1), round(found.height / MM, 1), found.real) == (36, 18, True)


def test_a_picture_without_resolution_has_no_real_size(tmp_path: Path) -> None:
    assert not picture(png(tmp_path / "a.png", dpi=0), None).real


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_pictures_with_a_transparent_ground_are_taken(tmp_path: Path, mode: str) -> None:
    assert picture(png(tmp_path / "a.png", mode=mode), None).image.mode == "RGBA"


def test_a_picture_that_would_hide_the_text_is_refused(tmp_path: Path) -> None:
    Image.new("RGB", (40, 40)).save(tmp_path / "a.png")
    with pytest.raises(CannotSign, match="not_a_picture"):
        picture(tmp_path / "a.png", None)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"])
def test_what_is_no_png_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(CannotSign, match="not_a_picture"):
        picture(tmp_path / "a.png", None)


def test_a_png_that_breaks_off_is_refused(tmp_path: Path) -> None:
    path = png(tmp_path / "a.png", (800, 800))
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(CannotSign, match="not_a_picture"):
        picture(path, None)


def test_a_huge_picture_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(CannotSign, match="not_a_picture"):
        picture(png(tmp_path / "a.png", (4001, 4)), None)


def test_a_signature_stands_in_the_middle_between_office_and_name() -> None:
    left, low, right, high = person_box(shown(100, 40), ROOM)
    assert ((left + right) / 2, (low + high) / 2) == (400, 260)
    assert (right - left, high - low) == (100, 40)


@pytest.mark.parametrize("size", [(100, 100), (400, 60), (900, 700)])
def test_a_large_signature_is_made_smaller_than_its_room(size: tuple[int, int]) -> None:
    left, low, right, high = person_box(shown(*size), ROOM)
    assert low > ROOM.bottom
    assert high < ROOM.top
    assert right - left <= 60 * MM + 0.01
    assert (right - left) / (high - low) == pytest.approx(size[0] / size[1])


def test_a_seal_covers_a_third_of_the_signature_on_its_left() -> None:
    left, low, right, high = seal_box(shown(102, 102), ROOM, (370.0, 240.0, 430.0, 280.0))
    assert (right, left) == (390, 288)
    assert (low, high) == (209, 311)


def test_a_seal_that_comes_first_leaves_room_for_the_signature() -> None:
    left, _, right, _ = seal_box(shown(102, 102), ROOM, None)
    assert right < ROOM.middle
    assert right - left == 102
