"""The secrecy mark in the head of a paper. Says whether there is one; what follows is decided elsewhere.

Only a mark of its own counts (a line or cell MẬT, TỐI MẬT, TUYỆT MẬT, or "Độ mật: Mật"), never the same letters
inside a title or a sentence ("bí mật", "bảo mật").
"""

import re
from collections.abc import Iterable, Iterator

from desktop.domain import vietnamese
from desktop.readers.blocks import Block
from desktop.readers.text import cues

_HEAD = 40
"""How many blocks from the top may belong to the head."""
_FRAME = re.compile(r"^[\W_]+|[\W_]+$")


def secret_mark(blocks: Iterable[Block]) -> str | None:
    """The mark in the head, "MẬT", "TỐI MẬT" or "TUYỆT MẬT"; None when there is none.

    The head ends at the title, at "Kính gửi", or after 40 blocks. Law on the protection of state secrets 2018,
    art. 8 (degrees); Decree 30/2020/NĐ-CP, appendix I, part II.9 (place in the head).
    """
    for line in _head_lines(blocks):
        mark = _mark(line)
        if mark is not None:
            return mark
    return None


def _head_lines(blocks: Iterable[Block]) -> Iterator[str]:
    for place, block in enumerate(blocks):
        if place >= _HEAD:
            return
        texts = [block.text, *(cell for row in block.rows for cell in row)]
        for text in texts:
            yield from text.split("\n")
        if cues.is_below_head(block.text):
            return


def _mark(line: str) -> str | None:
    words = _FRAME.sub("", line)
    label, colon, rest = words.partition(":")
    if colon and cues.bare(label) in cues.words("secrecy", "labels"):
        words = _FRAME.sub("", rest)
    elif not words.isupper():
        return None
    found = _without_spaces(words)
    return next(
        (mark.upper() for mark in cues.spelled("secrecy", "marks") if _without_spaces(mark) == found), None
    )


def _without_spaces(text: str) -> str:
    """Letter-spaced marks ("M Ậ T") are the same; dấu count, so that "MÁT" is no mark."""
    return "".join(vietnamese.clean(text).lower().split())
