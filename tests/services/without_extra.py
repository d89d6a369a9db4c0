"""An environment like the present one but without some libraries, by links: what is missing there cannot be imported by accident."""

import subprocess
import sys
import sysconfig
from pathlib import Path


def python_without(folder: Path, *libraries: str) -> Path:
    """The Python of an environment at `folder` that has everything but the `libraries` (prefixes of their names)."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True, capture_output=True)
    (packages,) = [*folder.glob("lib/python*/site-packages"), *folder.glob("Lib/site-packages")]
    for entry in Path(sysconfig.get_paths()["purelib"]).iterdir():
        if not entry.name.lower().startswith(libraries):
            (packages / entry.name).symlink_to(entry.resolve())
    return next(path for path in (folder / "bin/python", folder / "Scripts/python.exe") if path.exists())
