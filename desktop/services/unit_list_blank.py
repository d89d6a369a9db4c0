"""A blank workbook for a list of units, to fill in and read back. Reads nothing of the office."""

from pathlib import Path

from desktop.documents import unit_list


def save(path: Path) -> Path:
    """Write it. Raises the errors of writing."""
    from desktop.writers import xlsx

    xlsx.write(
        [xlsx.Sheet(unit_list.TITLE.capitalize(), (unit_list.TITLE,), unit_list.blank(), landscape=True)],
        path,
    )
    return path
