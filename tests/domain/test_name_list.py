"""Cutting a string into names without cutting names that hold "và" or commas themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.name_list import Match, cut


class Names:
    """Knows exactly the names given, in order from 1."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)

    def read(self, text: str) -> Match | None:
        return Match((self.names.index(text) + 1,), certain=True) if text in self.names else None

    def read_one(self, text: str) -> int | None:
        return self.names.index(text) + 1 if text in self.names else None


def parts(written: str, *names: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(part.written, part.match.units) for part in cut(written, Names(*names))]


def test_a_known_name_with_separators_in_it_stays_whole() -> None:
    whole = "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert parts(whole, whole, "Phòng Kinh tế") == [(whole, (1,))]


def test_an_unknown_name_is_not_cut_at_a_known_beginning() -> None:
    whole = "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert parts(whole, "Phòng Kinh tế") == [(whole, ())]


@pytest.mark.parametrize("separator", [", ", "; ", " và ", " & ", " / ", " + "])
def test_names_are_cut_at_every_separator(separator: str) -> None:
    assert parts(f"Phòng A{separator}Hội B", "Phòng A", "Hội B") == [("Phòng A", (1,)), ("Hội B", (2,))]


def test_unknown_names_between_known_ones_stand_alone() -> None:
    found = parts("Phòng A, Sở Văn hóa và Thể thao, Hội B", "Phòng A", "Hội B")
    assert found == [("Phòng A", (1,)), ("Sở Văn hóa và Thể thao", ()), ("Hội B", (2,))]


def test_the_first_word_may_be_left_out_in_a_list() -> None:
    assert parts("Phòng A, B và C", "Phòng A", "Phòng B", "Phòng C") == [
        ("Phòng A", (1,)),
        ("B", (2,)),
        ("C", (3,)),
    ]


def test_under_a_heading_the_first_words_are_left_out_and_unknown_names_stay() -> None:
    found = parts("Các phòng: A, Văn hóa và Thông tin, B", "phòng A", "phòng B")
    assert found == [("A", (1,)), ("Văn hóa và Thông tin", ()), ("B", (2,))]


def test_a_colon_that_heads_no_list_cuts_nothing() -> None:
    assert parts("Địa điểm: hội trường", "Phòng A") == [("Địa điểm: hội trường", ())]


@pytest.mark.parametrize(
    "joined", ["Văn phòng HĐND và UBND xã", "Trường Tiểu học và THCS Kim Đồng", "Thường trực HĐND, UBND"]
)
def test_names_joined_by_custom_are_not_cut(joined: str) -> None:
    last = joined.replace(",", " và").rpartition(" và ")[2]
    assert parts(joined, last) == [(joined, ())]


def test_hdnd_and_ubnd_that_stand_alone_are_two() -> None:
    assert parts("HĐND, UBND", "UBND") == [("HĐND", ()), ("UBND", (1,))]


def test_a_string_that_ends_in_a_custom_join_is_read_as_one() -> None:
    assert parts("Văn phòng HĐND, UBND,", "UBND") == [("Văn phòng HĐND, UBND", ())]


@given(st.text("AB ,;:vàPhòngcác", max_size=40))
def test_no_part_says_more_than_the_string(written: str) -> None:
    assert all(part.written in " ".join(written.split()) for part in cut(written, Names("Phòng A", "A")))
