"""What goes wrong while packages are written: nothing stays of a job that ends early, and the error has a meaning."""

import shutil
import tempfile

import apsw
import pytest

from desktop.errors import FileMissing


def test_packages_that_could_not_be_noted_do_not_stay_on_the_stick(both):
    both.upper.store.run(
        "CREATE TRIGGER full BEFORE INSERT ON sent_package BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(apsw.ConstraintError):
        both.send()
    assert list(both.stick.iterdir()) == []


def test_a_folder_for_temporary_files_that_went_away_is_told(both, tmp_path, monkeypatch):
    (tmp_path / "tam").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tam"))

    class Gone:
        def step(self, done, total=None, what=""):
            shutil.rmtree(tmp_path / "tam", ignore_errors=True)

    with pytest.raises(FileMissing):
        both.send(progress=Gone())
    assert list(both.stick.iterdir()) == []
