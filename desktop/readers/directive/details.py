"""What stands below "... báo cáo một số nội dung sau:": parts of one order and no orders themselves. Reads one list."""

import functools
import re
from collections.abc import Sequence

from desktop.readers.directive import labels, orders
from desktop.readers.directive.marks import Depth
from desktop.readers.directive.outline import Node
from desktop.readers.directive.words import either, level, listed, opens_order

_LONG = 420


def asks_to_tell(body: str) -> bool:
    """Whether the sentence asks to tell something and names below what: "Báo cáo số liệu định kỳ, bao gồm:"."""
    return _told().search(level(body)) is not None


@functools.cache
def _told() -> re.Pattern[str]:
    tell, what = either(listed("order", "tell")), either(listed("order", "details"))
    return re.compile(rf"(?<!\w){tell}(?!\w).*(?<!\w){what}[^.;:]{{0,30}}:$")


def are_details(nodes: Sequence[Node]) -> bool:
    """Whether the list names things and asks nobody for anything; a paragraph without mark may stand under one."""
    return len(nodes) > 1 and all(_is_thing(node) for node in nodes)


def details_end(nodes: Sequence[Node], index: int) -> int:
    """End of the marked things behind the sentence at `index`; the place behind the sentence when there are none."""
    last = index + 1
    while last < len(nodes) and nodes[last].paragraph.mark:
        last += 1
    return last if asks_to_tell(nodes[index].body) and are_details(nodes[index + 1 : last]) else index + 1


def _is_thing(node: Node) -> bool:
    body = node.body
    return (
        bool(node.paragraph.mark)
        and len(body) < _LONG
        and ":" not in body
        and not opens_order(level(body))
        and not labels.parse(body).values
        and orders.subject(body) is None
        and orders.inside(body) is None
        and all(child.paragraph.depth is Depth.PLAIN for child in node.children)
    )
