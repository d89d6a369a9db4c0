"""What a document file says of its page and its letters, as far as the legal form looks at them. Judges nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLook:
    """The first page and the usual letters of a file.

    width, height, top, bottom, left, right: in mm, None where the file does not tell; font, size (points): of most letters of the
    text, "" and 0 where the file does not tell them for certain.
    """

    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    font: str = ""
    size: float = 0.0
