"""Homes, the folders of all user data: where a person's own is, and which are samples. Makes no folder."""

import datetime as dt
import json
from pathlib import Path

SAMPLE_FOLDER = "du-lieu-mau"
_MARK = "sample.json"


def default_home() -> Path:
    """The platform's folder for this program's user data (workspace, settings, logs, backups)."""
    import platformdirs

    return Path(platformdirs.user_data_dir("SoKeHoach", appauthor=False))


def mark_sample(home: Path, day: dt.date) -> None:
    """Say that the workspace in `home` is a sample, to be seen as on `day`."""
    (home / _MARK).write_text(json.dumps({"day": day.isoformat()}), "utf-8")


def sample_day(home: Path) -> dt.date | None:
    """The day a sample is seen on; None for a workspace of real work."""
    try:
        return dt.date.fromisoformat(json.loads((home / _MARK).read_text("utf-8"))["day"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def sample_owner(home: Path) -> Path | None:
    """The office's home that the sample in `home` was made beside; None for any other home."""
    return home.parent.parent if home.parent.name == SAMPLE_FOLDER else None
