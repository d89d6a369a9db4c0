"""Addressees of letters and telegrams."""

import pytest

from desktop.readers.directive import addressees
from desktop.readers.directive.lines import Line


@pytest.mark.parametrize(
    ("lines", "items", "behind"),
    [
        (["Kính gửi: Các thôn", "Thực hiện Kế hoạch"], ("Các thôn",), 1),
        (["Kính gửi:", "- Sở Y tế;", "- UBND các xã.", "Thực hiện"], ("Sở Y tế", "UBND các xã"), 3),
        (["Kính gửi: - Sở Y tế;", "- UBND các", "xã.", "Thực hiện"], ("Sở Y tế", "UBND các xã"), 3),
        (["Kính gửi:", "Sở Y tế;", "UBND các xã.", "Thực hiện"], ("Sở Y tế", "UBND các xã"), 3),
        (
            ["Kính gửi: Ủy ban nhân dân các", "Xã, phường", "Căn cứ Luật"],
            ("Ủy ban nhân dân các Xã, phường",),
            2,
        ),
        (
            ["THỦ TƯỚNG CHÍNH PHỦ điện:", "- Bộ Y tế;", "- Bộ Công an.", "Trong mấy ngày"],
            ("Bộ Y tế", "Bộ Công an"),
            3,
        ),
        (["Kính gửi: Các thôn.", "- Họp thôn"], ("Các thôn",), 1),
        (["Kính gửi:", "1. Rà soát"], (), 1),
        (["Thực hiện Kế hoạch"], (), 0),
        ([], (), 0),
    ],
)
def test_addressees(lines: list[str], items: tuple[str, ...], behind: int) -> None:
    assert addressees.read([Line(line) for line in lines]) == (items, behind)


def test_a_table_or_a_gap_ends_the_list() -> None:
    lines = [Line("Kính gửi: Các thôn"), Line("Mỗi thôn cử một người", gap=True)]
    assert addressees.read(lines) == (("Các thôn",), 1)
    assert addressees.read([Line("Kính gửi: Các thôn;"), Line("", rows=(("a", "b"),))]) == (("Các thôn",), 1)
