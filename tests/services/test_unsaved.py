"""What was typed and not kept yet."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.documents.body import Body, TaskPlace
from desktop.documents.model import Style, paragraph
from desktop.errors import UserError
from desktop.services import unsaved
from desktop.services.plan_editing import Draft, Line

NOW = dt.datetime(2026, 3, 27, 7, 5, tzinfo=dt.UTC)
DRAFT = Draft(
    "Chăm lo", "Vì trẻ em", Body((paragraph(Style.BODY, "Lời."), TaskPlace())), (Line("new:1", "Họp báo"),)
)


def test_what_was_typed_is_found_as_it_was(home: Path) -> None:
    unsaved.keep(home, 3, DRAFT, NOW)
    assert unsaved.find(home, 3) == unsaved.Unsaved(DRAFT, NOW)
    assert unsaved.find(home, 4) is None


def test_what_is_kept_is_forgotten(home: Path) -> None:
    unsaved.forget(home, 3)
    unsaved.keep(home, 3, DRAFT, NOW)
    unsaved.forget(home, 3)
    assert unsaved.find(home, 3) is None


def test_a_place_where_nothing_can_be_written_is_told(home: Path) -> None:
    (home / unsaved.FOLDER).write_text("", "utf-8")
    with pytest.raises(UserError):
        unsaved.keep(home, 3, DRAFT, NOW)
    unsaved.forget(home, 3)
    assert unsaved.find(home, 3) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1}', '{"version": 2, "lines": []}'])
def test_a_file_that_cannot_be_read_is_nothing(home: Path, text: str) -> None:
    unsaved.keep(home, 3, DRAFT, NOW)
    (home / unsaved.FOLDER / "plan-3.json").write_text(text, "utf-8")
    assert unsaved.find(home, 3) is None


def test_what_was_typed_is_put_onto_the_plan_as_it_is_now() -> None:
    now = (Line("leads:1", "Thôn"), Line("task:1", "a"), Line("task:3", "c"))
    typed = (
        Line("leads:1", "Thôn"),
        Line("new:1", "đầu"),
        Line("task:1", "b"),
        Line("new:2", "thêm"),
        Line("task:2", "x"),
    )
    assert [line.text for line in unsaved.onto(now, typed)] == ["Thôn", "đầu", "b", "thêm", "c"]
