"""Domain values as JSON text and back."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import as_json
from desktop.domain.assignment import Assignment, Status
from desktop.domain.directive import Reading
from desktop.domain.office import Office
from desktop.domain.result import Result
from desktop.domain.task import Task
from desktop.domain.unit import Unit
from desktop.errors import DataError

DAY = dt.date(2026, 3, 2)
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(float, st.floats(allow_nan=False))  # which equals nothing, itself neither


@dataclass(frozen=True, slots=True)
class Held:
    """One of every kind of field."""

    name: str
    share: float = 1.0
    counts: dict[int, tuple[str, ...]] | None = None
    days: frozenset[dt.date] = frozenset()
    inner: "Held | None" = None
    price: Decimal = Decimal(0)


@pytest.mark.parametrize("kind", [Reading, Office, Task, Unit, Result, Assignment])
@given(data=st.data())
def test_every_value_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert as_json.load(kind, as_json.dump(value)) == value


def test_nested_values_come_back_as_they_were() -> None:
    value = Held("a", 2.5, {1: ("x", "y")}, frozenset({DAY}), Held("b", 1))
    assert as_json.load(Held, as_json.dump(value)) == value


def test_what_equals_its_default_is_left_out() -> None:
    assert as_json.dump(Held("a")) == '{"name":"a"}'


def test_fields_of_a_newer_program_are_passed_over_and_missing_ones_take_their_default() -> None:
    assert as_json.load(Held, '{"name": "a", "newer": [1]}') == Held("a")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '"a"',
        "{}",
        '{"name": 5}',
        '{"name": "a", "share": true}',
        '{"name": "a", "days": ["2026-02-30"]}',
        '{"name": "a", "days": "20260301"}',
        '{"name": "a", "counts": {"1": ["x"]}}',
        '{"name": "a", "counts": [[1, "x"]]}',
        '{"name": "a", "price": 5}',
        '{"name": "a", "price": [0, [1], 0]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_such_value_is_told(text: str) -> None:
    with pytest.raises(DataError):
        as_json.load(Held, text)


def test_an_unknown_word_of_an_enum_is_told() -> None:
    with pytest.raises(DataError):
        as_json.load(Assignment, '{"id": 1, "task": 1, "unit": 1, "status": "flying"}')


def test_decimals_keep_their_digits() -> None:
    result = Result(1, DAY, Status.DONE, values=((1, Decimal("2.50")),))
    assert str(as_json.load(Result, as_json.dump(result)).values[0][1]) == "2.50"


def test_what_is_no_domain_value_is_a_defect() -> None:
    with pytest.raises(TypeError):
        as_json.dump(object())


def test_a_null_where_a_value_must_be_is_told() -> None:
    with pytest.raises(DataError):
        as_json.load(type(None), "1")
