"""Units found by any name they ever bore."""

import datetime as dt

import pytest

from desktop.domain.unit import Unit, UnitName
from desktop.services.unit_names import UnitNames


def unit(key: int, *names: str, ended: dt.date | None = None) -> Unit:
    return Unit(key, "", tuple(map(UnitName, names)), ended=ended)


NAMES = UnitNames(
    [
        unit(1, "Thôn Hạ", ended=dt.date(2025, 7, 1)),
        unit(2, "Thôn Hạ"),
        unit(3, "Thôn Hà"),
        unit(4, "Phòng Lao động", "Phòng Nội vụ"),
    ]
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Thôn Hạ", (2, 1)),
        ("Thôn Hà", (3,)),
        ("THÔN HÀ", (3,)),
        ("thon ha", (2, 3, 1)),
        ("phòng lao động", (4,)),
        ("Phòng Nội vụ", (4,)),
        ("Phòng Y tế", ()),
    ],
)
def test_a_name_with_dau_means_its_own_unit_and_one_without_all_that_fold_alike(words, found):
    assert NAMES.find(words) == found
