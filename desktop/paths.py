"""Where the program's own read-only files are. Knows nothing of the user's data folder."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The folder that holds `resources` and `data`: `_share` in a wheel, else the checkout."""
    shared = _PACKAGE / "_share"
    return shared if shared.is_dir() else _PACKAGE.parent


def data_file(name: str) -> Path:
    """Path of a read-only seed file, `name` relative to `data/` ("forms/nd30.toml")."""
    return root() / "data" / name


def resource_file(name: str) -> Path:
    """Path of a read-only resource, `name` relative to `resources/` ("fonts/LiberationSerif-Regular.ttf")."""
    return root() / "resources" / name
