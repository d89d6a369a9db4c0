"""Papers of a plan on a stick: those chosen, in a folder that says of what and when."""

from pathlib import Path

import pytest
from story import draft, issued, settle

from desktop.errors import NotAllowed, StickRemoved
from desktop.services import usb_copy
from desktop.services.plan_export import Parts


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The stick."""
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def test_the_chosen_papers_are_copied_and_counted(workspace, place):
    settle(workspace)
    key = issued(workspace).id
    told = usb_copy.copy_plan(workspace, key, place, Parts(pdf=True, forms=True))
    assert told.folder == place / "ke-hoach-15-2026-03-05-chep-2026-03-05"
    files = [path for path in told.folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".pdf", ".xlsx"}
    assert (told.files, told.size) == (len(files), sum(path.stat().st_size for path in files))


def test_the_copy_is_the_very_paper_that_was_printed(workspace, place):
    from desktop.storage import plans

    settle(workspace)
    key = issued(workspace).id
    told = usb_copy.copy_plan(workspace, key, place, Parts(pdf=True))
    assert (told.folder / "ke-hoach-15-2026-03-05.pdf").read_bytes() == plans.pdf(workspace.store, key)


def test_a_second_copy_of_the_day_stands_beside_the_first(workspace, place):
    settle(workspace)
    key = draft(workspace).id
    names = [usb_copy.copy_plan(workspace, key, place, Parts(docx=True)).folder.name for _ in range(2)]
    assert names == [f"ke-hoach-du-thao-{key}-chep-2026-03-03{ending}" for ending in ("", "-2")]


def test_what_a_draft_does_not_have_is_refused_with_nothing_written(workspace, place):
    settle(workspace)
    with pytest.raises(NotAllowed):
        usb_copy.copy_plan(workspace, draft(workspace).id, place, Parts(forms=True))
    with pytest.raises(StickRemoved):
        usb_copy.copy_plan(workspace, 1, place / "da-rut", Parts(pdf=True))
    assert list(place.iterdir()) == []


def test_a_folder_of_this_computer_is_no_stick(place):
    assert not usb_copy.is_stick(place)
