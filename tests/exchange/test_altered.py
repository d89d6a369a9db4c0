"""Altered copies of packages: none is taken, none raises anything but a reason (the whole ten thousand: tests/faults)."""

from pathlib import Path

import packages_made as made
import pytest
from altered_packages import altered, resealed

from desktop import errors
from desktop.domain.package import PackageKind
from desktop.exchange import package


@pytest.mark.parametrize("phrase", [None, made.PHRASE], ids=["open", "locked"])
def test_no_altered_copy_is_taken(tmp_path: Path, phrase: str | None) -> None:
    good, other = made.made(phrase=phrase), made.made(PackageKind.REPLY, phrase)
    path = tmp_path / "a.skh"
    for copy in altered(good, other, 250, seed=1):
        path.write_bytes(copy)
        with pytest.raises(errors.FileProblem):
            package.open_package(path, [made.PHRASE])


def test_a_right_seal_over_changed_values_raises_nothing_but_a_reason(tmp_path: Path) -> None:
    path, taken = tmp_path / "a.skh", 0
    for data in resealed(300, seed=2):
        path.write_bytes(data)
        try:
            package.open_package(path, [made.PHRASE])
        except errors.FileProblem:
            continue
        taken += 1
    assert 0 < taken < 150  # a day or a word may be changed into another one that could stand there
