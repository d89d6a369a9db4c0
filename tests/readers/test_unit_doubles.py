"""The same unit twice: the answer is that of looking row by row, however the list comes in chunks."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.readers.unit_doubles import Columns, Doubles
from desktop.readers.unit_problems import Problems

NAMES = ["Thôn Hạ", "Thôn Hà", "thon ha", "Thôn 1", "Thôn 01", "THÔN 1", "12", "Tổ5"]
UNITS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.one_of(st.none(), st.integers(1, 30).map(str)),
        st.sampled_from([None, None, "Xã Đông"]),
    ),
    max_size=12,
)


def columns(units: list[tuple[Any, ...]], first: int) -> Columns:
    names, codes, parents = (list(column) for column in zip(*units, strict=True))
    return {"row": [*range(first, first + len(units))], "name": names, "code": codes, "parent": parents}


def found(chunks: list[list[tuple[Any, ...]]], first: int) -> tuple[list[Any], list[Any]]:
    problems = Problems(0)
    doubles = Doubles(problems, {"name": 0, "code": 1})
    rows = []
    for chunk in filter(None, chunks):
        told = columns(chunk, first + len(rows))
        doubles.find(told)
        rows += told["duplicate_of"]
    return rows, problems.values


@given(UNITS, st.integers(0, 12))
def test_chunks_make_no_difference(units: list[tuple[Any, ...]], at: int) -> None:
    assert found([units[:at], units[at:]], 5) == found([[unit] for unit in units], 5)


@given(UNITS)
def test_codes_of_their_own_spare_looking_at_names_only_where_that_is_the_same(
    units: list[tuple[Any, ...]],
) -> None:
    nobody = ("Không mã", None, None)  # without a code, so that names are looked at from the first row on
    rows, problems = found([[nobody, *units]], 4)
    assert (rows[1:], problems) == found([units], 5)


def test_a_unit_without_code_behind_many_with_codes_is_known_again() -> None:
    coded = [("Thôn Hạ", "1", None), ("Thôn Hạ", "2", None), ("Thôn Trung", "3", None)]
    rows, problems = found([coded, [("THÔN TRUNG", None, None), ("Thôn Thượng", "3", None)]], 2)
    assert rows == [None, None, None, 4, None]
    assert [problem[2] for problem in problems] == ["duplicate", "code_repeated"]
