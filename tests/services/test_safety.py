"""What a copy holds is told before it is restored."""

import pytest

from desktop.errors import NotABackup
from desktop.services import offices, safety


def test_a_copy_tells_what_is_in_it(workspace):
    offices.tell(workspace, name="Ủy ban nhân dân xã Sơn Tây Hạ")
    path = safety.backup(workspace)
    offices.tell(workspace, name="Phòng Nội vụ")
    found = safety.inside(path)
    assert (found.office, found.plans, found.units) == ("Ủy ban nhân dân xã Sơn Tây Hạ", 0, 0)
    assert found.newest is not None
    assert safety.present(workspace).office == "Phòng Nội vụ"


def test_an_empty_workspace_tells_that_nothing_was_ever_changed(workspace):
    found = safety.present(workspace)
    assert (found.office, found.newest) == ("", None)


def test_a_file_that_is_no_copy_is_refused(tmp_path):
    path = tmp_path / "thu.db"
    path.write_bytes(b"khong phai ban sao luu")
    with pytest.raises(NotABackup):
        safety.inside(path)


def test_copies_are_listed_the_newest_first(workspace):
    made = [safety.backup(workspace), safety.backup_before(workspace, "import")]
    found = safety.copies(workspace.home)
    assert {one.path for one in found} == set(made)
    assert {one.reason for one in found} == {"manual", "before-import"}
