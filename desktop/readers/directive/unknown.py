"""Units of a kind that our lists do not know, told by their place among others that they do. Reads no dates."""

from collections.abc import Sequence

from desktop.readers.directive import labels, orders
from desktop.readers.directive.closings import is_closing
from desktop.readers.directive.found import Context
from desktop.readers.directive.outline import Node
from desktop.readers.directive.paragraphs import make
from desktop.readers.directive.sections import Section, is_funding, is_heading, kind_of
from desktop.readers.directive.words import begins, level

_NAME, _LABEL = 90, 60


def are_named(nodes: Sequence[Node], context: Context) -> bool:
    """Whether units are named one by one here: by headings, or by labels ("1. Sở Y tế: ...", "2. Các trường: ...")."""
    if context.section is not Section.ASSIGNMENT:
        return False
    return any(
        bool(node.paragraph.mark)
        and orders.heading_units(node.body if node.children else node.body.partition(":")[0]) is not None
        for node in nodes
    )


def is_heading_of(node: Node, context: Context) -> bool:
    """A heading among headings that name units, of a kind of unit that is not in our list."""
    if context.section is not Section.ASSIGNMENT or not node.paragraph.mark or not node.children:
        return False
    name = node.body.strip(" .:;")
    return (
        is_heading(node.paragraph)
        and orders.heading_units(node.body) is None
        and (_is_class(node) or (len(name) <= _NAME and orders.subject(node.body) is None))
        and _may_name(name)
    )


def _is_class(node: Node) -> bool:
    """ "Các sở, ngành chủ trì các dự án thuộc Chương trình": units told by what they do, in a heading without a stop."""
    low = level(node.body)
    return low.startswith("các ") and low[-1].isalnum() and not low.endswith(("sau", "đây", "cụ thể"))


def label(node: Node) -> str | None:
    """The name before the colon of "3. Chủ vật nuôi: Chấp hành ...", None when no unknown unit is asked so."""
    name, colon, order = node.body.partition(":")
    if not colon or not node.paragraph.mark or node.children or len(name) > _LABEL:
        return None
    if orders.subject(node.body) is not None or orders.inside(node.body) is not None:
        return None
    asks = begins(level(order).strip(), "opener", "verbs") or begins(level(order).strip(), "units", "stops")
    if asks is None or labels.parse(node.body).values or is_closing(node.paragraph):
        return None
    return orders.without_prefix(name.strip()) if _may_name(name.strip()) else None


def _may_name(name: str) -> bool:
    """Whether words can be a name: no order, no topic, nothing that a section is called."""
    low = level(name)
    if not name[:1].isupper() or begins(low, "opener", "verbs") or begins(low, "units", "stops"):
        return False
    if begins(low, "sections", "not_units") or begins(low, "sections", "content") or is_funding(name):
        return False
    return kind_of(make(name), Section.CONTENT) is Section.CONTENT
