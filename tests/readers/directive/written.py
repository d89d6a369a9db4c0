"""Readings of documents typed in a test: lines of print as a person pastes them."""

from desktop.domain.directive import Reading
from desktop.readers import text
from desktop.readers.directive import read_blocks
from desktop.readers.directive.lines import Line
from desktop.readers.directive.paragraphs import Paragraph, join

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def read(words: str) -> Reading:
    """The reading of a pasted text."""
    return read_blocks(text.from_paste(words))


def joined(*lines: str, broken: bool = True) -> list[Paragraph]:
    """The paragraphs of lines; an empty one is a gap."""
    found: list[Line] = []
    gap = False
    for line in lines:
        if line:
            found.append(Line(line, broken, gap))
        gap = not line
    return join(found)
