"""The sample data: the demo's story in a workspace of its own, never beside real work."""

import shutil
from contextlib import ExitStack
from pathlib import Path

from desktop.progress import SILENT, Progress
from desktop.services.demo import Demo
from desktop.services.homes import SAMPLE_FOLDER, sample_day


def make(home: Path, progress: Progress = SILENT) -> Path:
    """The home of the sample that belongs to the office's `home`; made when it is not there, whole or not at all.

    Raises what the demo raises, `Cancelled` too.
    """
    folder = home / SAMPLE_FOLDER
    made = folder / "du-lieu"
    if sample_day(made) is not None:
        return made
    shutil.rmtree(folder, ignore_errors=True)
    with ExitStack() as if_it_fails:
        if_it_fails.callback(shutil.rmtree, folder, ignore_errors=True)
        Demo(folder, lambda *_: None, progress).run()
        if_it_fails.pop_all()
    return made
