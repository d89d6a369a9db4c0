"""Marks of secrecy in the head of a paper."""

import pytest

from desktop.readers.blocks import Block
from desktop.readers.text.secrecy import secret_mark


def blocks(*lines: str) -> list[Block]:
    return [Block(line) for line in lines]


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("[TUYỆT MẬT]", "TUYỆT MẬT"),
        ("M Ậ T", "MẬT"),
        ("Độ mật: Mật", "MẬT"),
        ("Độ mật: Tối mật.", "TỐI MẬT"),
    ],
)
def test_a_mark_of_its_own_in_the_head_is_found(line: str, mark: str) -> None:
    assert secret_mark(blocks("ỦY BAN NHÂN DÂN", line, "KẾ HOẠCH")) == mark


@pytest.mark.parametrize(
    "line",
    [
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Mật",
        "MÁT",
        "Độ khẩn: Mật",
        "Độ mật: Thường",
        "BẢO MẬT",
        "MẬT ONG",
        "",
        "Về việc bảo mật",
    ],
)
def test_words_that_are_no_mark_are_not_taken_for_one(line: str) -> None:
    assert secret_mark(blocks("ỦY BAN NHÂN DÂN", line, "KẾ HOẠCH")) is None


@pytest.mark.parametrize("title", ["KẾ HOẠCH", "Kính gửi: Sở Y tế"])
def test_below_the_title_nothing_is_a_mark(title: str) -> None:
    assert secret_mark(blocks("ỦY BAN NHÂN DÂN", title, "MẬT")) is None


def test_a_mark_in_a_cell_of_the_head_counts() -> None:
    assert secret_mark([Block("", rows=(("A", "Số: 1\nMẬT"),))]) == "MẬT"


def test_far_from_the_top_nothing_is_a_mark() -> None:
    assert secret_mark(blocks(*["dòng"] * 40, "MẬT")) is None
    assert secret_mark(()) is None
