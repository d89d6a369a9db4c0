"""The list of steps of the schema."""

import re
from pathlib import Path

from desktop.storage import migrations

FOLDER = Path(migrations.__file__).parent
HERE = Path(__file__).parent / "migrations"


def test_every_step_is_listed_in_its_place() -> None:
    files = sorted(path.stem for path in FOLDER.glob("m*.py"))
    assert [step.__module__.rpartition(".")[2] for step in migrations.STEPS] == files
    assert [int(name[1:5]) for name in files] == list(range(1, migrations.NEWEST + 1))


def test_every_step_has_its_test() -> None:
    tested = {path.stem.removeprefix("test_") for path in HERE.glob("test_m*.py")}
    assert {path.stem for path in FOLDER.glob("m*.py")} == tested


def test_steps_see_neither_tables_nor_domain() -> None:
    imports = [
        line
        for path in FOLDER.glob("m*.py")
        for line in re.findall(r"^(?:from|import) .*", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert [line for line in imports if "desktop" in line] == []
