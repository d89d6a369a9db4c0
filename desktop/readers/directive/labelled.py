"""Tasks whose parts are labelled: "a) Nhiệm vụ: ...", "b) Đơn vị chủ trì: ...", "c) Thời gian: ...". Walks no outline."""

import re
from collections.abc import Iterator, Sequence

from desktop.readers.directive import labels, orders
from desktop.readers.directive.found import Context, Found
from desktop.readers.directive.marks import Depth
from desktop.readers.directive.outline import Node, texts
from desktop.readers.directive.told_units import listed_units
from desktop.readers.directive.units import starts_unit
from desktop.readers.directive.words import level, opens_order

_LEAD_AND_TEAM = re.compile(
    r"(?P<lead>.+?)\s+chủ trì(?:\s*[,;]\s*(?:phối hợp(?:\s+với)?\s+)?(?P<team>.+?)(?:\s+phối hợp)?)?(?:\s+thực hiện)?\s*[.;]?$"
)


def is_task(node: Node) -> bool:
    """Whether the parts of one task stand under the node: who leads, by when."""
    if node.paragraph.depth <= Depth.ROMAN:
        return False
    roles = [_roles(child) for child in node.children]
    return sum("lead" in found for found in roles) == 1


def _roles(node: Node) -> set[str]:
    """Roles of a paragraph that is nothing but labelled values, or a label of those under it."""
    parsed = labels.parse(node.body)
    if (parsed.content and parsed.values) or node.paragraph.depth < Depth.NUMBER:
        return set()
    found = set(parsed.values)
    bare = labels.bare(node.body)
    if bare in {"lead", "group"} and not all(_is_who(child.body) for child in node.children):
        return set()
    if bare is not None:
        found.add(bare)
    if "lead" in found and parsed.values.get("lead") and not _is_who(parsed.values["lead"]):
        return set()
    if "group" in found and _is_who(parsed.values.get("group", ".")):
        found.add("lead")
    if found & {"group", "lead"}:
        under = set().union(*(labels.parse(child.body).values for child in node.children))
        found |= under or ({"lead"} if node.children else set())
    return found


def _is_who(text: str) -> bool:
    """Whether the words behind "Chủ trì:" can be units and not something to do."""
    low = level(text).lstrip(" -+")
    named = labels.parse(text).values or orders.heading_units(text) is not None or starts_unit(text)
    return bool(named) or (len(text) < 90 and text[:1].isalpha() and not opens_order(low))


def tasks(nodes: Sequence[Node], context: Context) -> Iterator[Found]:
    """The one task of labelled parts, or nothing when nobody leads it."""
    task = _task(nodes, context)
    if task is not None:
        yield task


def run_end(nodes: Sequence[Node], index: int, context: Context) -> int:
    """End of a run "content, Chủ trì: ..., Thời gian: ..." of siblings that begins here; `index` when there is none."""
    first = nodes[index]
    if first.paragraph.rows or orders.heading_units(first.body) is not None:
        return index
    parsed = labels.parse(first.body)
    found = set(parsed.values) - {"task"}
    if not (parsed.content or "task" in parsed.values) or (found and "lead" not in found):
        return index
    end = index + 1 if found else _contents_end(nodes, index)
    while end < len(nodes) and not nodes[end].paragraph.rows:
        roles = _roles(nodes[end])
        if not roles or "task" in roles or roles & found:
            break
        found |= roles
        end += 1
    known = "lead" in found or (context.lead and not context.inherited and end > index + 1)
    return end if known else index


def _contents_end(nodes: Sequence[Node], index: int) -> int:
    """End of the dashes that say what is to be done, above the labels that say who does it all."""
    end = index + 1
    if nodes[index].paragraph.depth < Depth.DASH or nodes[index].children:
        return end
    while end < len(nodes) and _is_more(nodes[end], nodes[index]):
        end += 1
    return end if end < len(nodes) and "lead" in _roles(nodes[end]) else index + 1


def _is_more(node: Node, first: Node) -> bool:
    return (
        node.paragraph.depth == first.paragraph.depth
        and node.paragraph.mark == first.paragraph.mark
        and not node.children
        and not node.paragraph.rows
        and not _roles(node)
        and orders.subject(node.body) is None
    )


def _task(nodes: Sequence[Node], context: Context) -> Found | None:
    """One task of labelled parts. Its text is what the task label holds, else the paragraph above the labels."""
    values: dict[str, str] = {}
    contents: list[str] = []
    for node in nodes:
        _collect(node, values, contents)
    lead, team = _shared(values.get("lead") or values.get("group", ""))
    text = values.get("task") or " ".join(contents)
    if not text:
        text = nodes[0].body
    if not (lead or context.lead) or not text:
        return None
    return Found(
        text,
        lead or context.lead,
        listed_units(values.get("coordinating", "")) or team,
        not lead and context.inherited,
        time=values.get("time"),
        product=values.get("product", "").rstrip(" .") or None,
        heading=context.heading,
        passage=" ".join(texts(nodes)),
    )


def _shared(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(lead, coordinating) of "Văn phòng chủ trì; các đơn vị thuộc Cục phối hợp"."""
    found = _LEAD_AND_TEAM.match(level(value))
    if found is None:
        return listed_units(value), ()
    team = (found["team"] is not None and value[found.start("team") : found.end("team")]) or ""
    return listed_units(value[: found.end("lead")]), listed_units(team)


def _collect(node: Node, values: dict[str, str], contents: list[str], *, top: bool = True) -> None:
    """Gather labelled values and plain contents of a node and of those under it."""
    parsed = labels.parse(node.body)
    bare = labels.bare(node.body)
    under = [
        child
        for child in node.children
        if not labels.parse(child.body).values and labels.bare(child.body) is None
    ]
    if bare is not None and under:
        key = "lead" if bare == "group" else bare
        joined = (
            " ".join([under[0].body, *texts(under[1:])])
            if key == "task"
            else "; ".join(child.body.strip(" .;") for child in under)
        )
        values.setdefault(key, " ".join([joined, *texts(under[0].children)]) if key == "task" else joined)
    for role, value in parsed.values.items():
        if value:
            values.setdefault(role, value if role != "task" else " ".join([value, *texts(under)]))
    if parsed.content and bare is None and not (top and node.children and _is_covered(node)):
        contents.append(parsed.content if not contents else f"{node.paragraph.mark} {parsed.content}".strip())
    for child in node.children:
        if child in under and (bare is not None or "task" in parsed.values):
            continue
        _collect(child, values, contents, top=False)


def _is_covered(node: Node) -> bool:
    """Whether the contents of the task stand under the node, so that the node itself is only their heading."""
    return any(
        "task" in labels.parse(child.body).values
        or labels.bare(child.body) == "task"
        or not (labels.parse(child.body).values or labels.bare(child.body) or _is_detail(child))
        for child in node.children
    )


def _is_detail(node: Node) -> bool:
    """ "Các nội dung hỗ trợ bao gồm:": it says more of the heading and is no task of its own."""
    return level(node.body).endswith("gồm:")
