"""What was typed as a result and cannot be read yet."""

from pathlib import Path

import pytest

from desktop.domain.assignment import Status
from desktop.errors import UserError
from desktop.services import unsaved, unsaved_results
from desktop.services.unsaved_results import Typed

TYPED = Typed(Status.DONE, "mai", "Đã họp dân", "", "Xin thêm loa", {4: "12 buổi?", 5: ""})


def test_what_was_typed_is_found_as_it_was(home: Path) -> None:
    unsaved_results.keep(home, 3, TYPED)
    assert unsaved_results.find(home, 3) == TYPED
    assert unsaved_results.find(home, 4) is None
    assert unsaved.find(home, 3) is None


def test_what_can_be_read_now_is_forgotten(home: Path) -> None:
    unsaved_results.keep(home, 3, TYPED)
    unsaved_results.forget(home, 3)
    unsaved_results.forget(home, 3)
    assert unsaved_results.find(home, 3) is None


def test_a_place_where_nothing_can_be_written_is_told(home: Path) -> None:
    (home / unsaved.FOLDER).write_text("", "utf-8")
    with pytest.raises(UserError):
        unsaved_results.keep(home, 3, TYPED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "4",
        '{"version": 1}',
        '{"version": 2}',
        '{"version": 1, "status": "new", "figures": []}',
    ],
)
def test_a_file_that_cannot_be_read_is_nothing(home: Path, text: str) -> None:
    unsaved_results.keep(home, 3, TYPED)
    (home / unsaved.FOLDER / "result-3.json").write_text(text, "utf-8")
    assert unsaved_results.find(home, 3) is None
