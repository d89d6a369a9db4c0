"""Writing what the window holds to a file that the person chose."""

from pathlib import Path

from desktop.writers.atomic import replacing


def save(path: Path, content: bytes) -> Path:
    """`content` at `path`, whole or not at all. Raises the errors of `atomic.replacing`."""
    with replacing(path) as beside:
        beside.write_bytes(content)
    return path
