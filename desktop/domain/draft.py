"""What a reader hands over: values found and problems seen. Nothing of it is saved yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person should look at in a file that was read.

    row: 1-based row (or paragraph) of the file, 0 for the file as a whole; column: its letter, or None;
    code: a short name ("phone_invalid", "duplicate", "no_name" ...) that ui and cli turn into a sentence;
    value: what stands there, as text, or None.
    """

    row: int
    column: str | None
    code: str
    value: str | None = None
