"""Paragraphs as a tree by the depth of their marks. Knows which headings are names of units; decides nothing about tasks."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.readers.directive import labels
from desktop.readers.directive.marks import Depth
from desktop.readers.directive.orders import heading_units
from desktop.readers.directive.paragraphs import HEADING_LENGTH, Paragraph
from desktop.readers.directive.sections import is_heading
from desktop.readers.directive.words import begins, level

_LABEL = 400


@dataclass(slots=True)
class Node:
    """A paragraph and those that stand under it."""

    paragraph: Paragraph
    children: "list[Node]" = field(default_factory=list)

    @property
    def body(self) -> str:
        """The text behind the mark."""
        return self.paragraph.body


def build(paragraphs: Sequence[Paragraph]) -> list[Node]:
    """The top nodes. A name of a unit alone on its line holds what follows it, also without a mark."""
    top: list[Node] = []
    stack: list[tuple[int, Node]] = []
    last = _last_marked(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if _closes(paragraphs, index, last):
            stack.clear()
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        depth = _depth(paragraph, following)
        if depth == Depth.PLAIN and stack and stack[-1][0] >= Depth.DASH and _is_label(paragraph):
            depth = stack[-1][0]
        node = Node(paragraph if depth == paragraph.depth else replace(paragraph, depth=Depth(depth)))
        while stack and stack[-1][0] >= depth:
            stack.pop()
        (stack[-1][1].children if stack else top).append(node)
        stack.append((depth, node))
    return top


def _is_label(paragraph: Paragraph) -> bool:
    """ "Đơn vị chủ trì: ..." without a mark under a dash: it stands beside the dash, not above the next one."""
    parsed = labels.parse(paragraph.body)
    return bool(parsed.values) and not parsed.content and len(paragraph.body) < _LABEL


def _closes(paragraphs: Sequence[Paragraph], index: int, last: int) -> bool:
    """Whether a plain paragraph behind the last mark leaves its section: behind a whole sentence, or as the last word of
    the document behind another plain one."""
    if index <= last:
        return False
    first = index == last + 1
    return (first and not is_heading(paragraphs[last])) or (
        not first and paragraphs[index].text.endswith("./.")
    )


def _last_marked(paragraphs: Sequence[Paragraph]) -> int:
    """Index of the last paragraph with a mark: plain ones behind it close the document, they belong to no number."""
    return max((i for i, p in enumerate(paragraphs) if p.mark or p.rows), default=len(paragraphs))


def _depth(paragraph: Paragraph, following: Paragraph | None) -> int:
    if paragraph.rows or paragraph.depth is not Depth.PLAIN:
        return paragraph.depth
    if following is None or following.rows or len(paragraph.text) > HEADING_LENGTH:
        return Depth.PLAIN
    if heading_units(paragraph.text) is None or paragraph.text.endswith((".", ";", ",")):
        return Depth.PLAIN
    sure = paragraph.text.endswith(":") or paragraph.bold is True
    opens = begins(level(following.body), "opener", "verbs") is not None
    return Depth.NUMBER_4 if sure or opens else Depth.PLAIN


def texts(nodes: Sequence[Node]) -> list[str]:
    """The paragraphs of the nodes and of all under them, marks included, in order."""
    return [text for node in nodes for text in (node.paragraph.text, *texts(node.children))]
