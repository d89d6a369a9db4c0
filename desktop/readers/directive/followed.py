"""Dashes among contents that name nobody, joined to the one above them that does. Walks one list; reads no tasks."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.readers.directive import labels, orders
from desktop.readers.directive.closings import is_closing
from desktop.readers.directive.found import Context
from desktop.readers.directive.marks import Depth
from desktop.readers.directive.outline import Node
from desktop.readers.directive.sections import Section, is_funding

_JOINT = ". - "


def together(nodes: Sequence[Node], context: Context) -> Sequence[Node]:
    """The siblings; among contents without units of their own "- Sở Y tế giám sát ... .", "- Báo cáo ngay ..." are one.

    A dash that names nobody goes on with what the unit named just above it shall do; it is no task of somebody else.
    """
    if context.section is not Section.CONTENT or context.lead:
        return nodes
    done: list[Node] = []
    held = False
    for node in nodes:
        if held and _goes_on(node):
            last = done[-1].paragraph
            text = f"{last.text} {node.paragraph.text}"
            done[-1] = Node(replace(last, text=text, body=f"{last.body} {node.paragraph.text}"))
            continue
        held = _names(node)
        done.append(node)
    return done


def first(text: str) -> str:
    """The dash that names the unit, without those joined to it: whom it works with is said there."""
    return text.partition(_JOINT)[0]


def _is_plain_dash(node: Node) -> bool:
    return (
        node.paragraph.depth is Depth.DASH
        and not node.children
        and not labels.parse(node.body).values
        and labels.bare(node.body) is None
    )


def _names(node: Node) -> bool:
    """Whether the dash begins with who shall do it."""
    return _is_plain_dash(node) and node.body.endswith(".") and orders.subject(node.body) is not None


def _goes_on(node: Node) -> bool:
    return (
        _is_plain_dash(node)
        and orders.subject(node.body) is None
        and orders.inside(node.body) is None
        and orders.heading_units(node.body) is None
        and not is_closing(node.paragraph)
        and not is_funding(node.body)
    )
