"""A result form filled and saved by LibreOffice comes back whole."""

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from story import DIVISION, DONE, fill, forms, issued, settle

from desktop.services import collecting

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def converted(path: Path, kind: str, folder: Path) -> Path:
    """`path` opened by LibreOffice and saved as `kind` into `folder`."""
    assert OFFICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{kind}"


@needs_office
@pytest.mark.parametrize("kinds", [("xlsx",), ("ods",), ("xls",), ("ods", "xlsx")])
def test_a_form_saved_by_libreoffice_says_what_was_written(workspace, tmp_path, kinds):
    settle(workspace)
    plan = issued(workspace)
    path = fill(forms(workspace, plan, tmp_path)[DIVISION], {**DONE, "D11": 2.5, "D12": 1200})
    for step, kind in enumerate(kinds):
        (tmp_path / str(step)).mkdir()
        path = converted(path, kind, tmp_path / str(step))
    workspace.today.day = DONE["E8"]
    (seen,) = collecting.preview(workspace, [path])
    assert (seen.error, seen.problems, seen.unit) == (None, (), DIVISION)
    (result,) = seen.new
    assert (result.status.value, result.done_on, result.text) == ("done", DONE["E8"], DONE["F8"])
    assert [value for _, value in result.values] == [Decimal("2.5"), Decimal(1200)]
