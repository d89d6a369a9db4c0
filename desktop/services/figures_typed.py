"""Figures as officers type and read them: "1.234", "2,5". The rules are those of filled forms."""

from decimal import Decimal

from desktop.documents import phrases


def read(words: str) -> Decimal | None:
    """The figure that `words` say, None where they say none."""
    from desktop.readers.filled_cells import number_of

    return number_of(words)


def shown(value: Decimal) -> str:
    """The figure as papers show it."""
    return phrases.number(value)
