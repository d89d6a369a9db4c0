"""Where a person's data are when nobody says otherwise. Makes no folder."""

from pathlib import Path


def default_home() -> Path:
    """The platform's folder for this program's user data (workspace, settings, logs, backups)."""
    import platformdirs

    return Path(platformdirs.user_data_dir("SoKeHoach", appauthor=False))
