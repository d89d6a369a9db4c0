"""Rows by the hundred thousand: nobody looks for garbage among them, and they are given back part by part."""

import gc
from typing import Any

import pytest

from desktop.services.many_rows import let_go, no_collector


@pytest.mark.parametrize(
    "made",
    [list(range(5001)), dict.fromkeys(range(3)), set(range(3)), []],
    ids=["list", "dict", "set", "none"],
)
def test_what_is_let_go_is_empty(made: Any) -> None:
    let_go(made)
    assert not made


def test_what_was_made_inside_is_not_looked_through_later() -> None:
    with no_collector():
        rows = [(at, [at]) for at in range(100)]
        assert not gc.isenabled()
    try:
        assert gc.isenabled()
        tracked = {id(one) for one in gc.get_objects()}
        assert tracked.isdisjoint(map(id, rows))
    finally:
        gc.unfreeze()


def test_one_inside_another_ends_with_the_outer_one() -> None:
    with no_collector():
        with no_collector():
            pass
        assert not gc.isenabled()
    gc.unfreeze()
    assert gc.isenabled()


def test_the_collector_works_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="wrong"), no_collector():
        raise ValueError("wrong")
    gc.unfreeze()
    assert gc.isenabled()
