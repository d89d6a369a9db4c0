"""The tasks of a document: walks the outline and asks of every paragraph who shall do it. Reads no dates itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.domain.vietnamese import fold_name
from desktop.readers.directive import followed, labelled, labels, likeness, orders, table, unknown
from desktop.readers.directive.closings import is_closing, is_executed, is_generic, is_quota
from desktop.readers.directive.details import are_details, asks_to_tell, details_end
from desktop.readers.directive.found import Context, Found
from desktop.readers.directive.marks import Depth
from desktop.readers.directive.outline import Node, texts
from desktop.readers.directive.sections import Section, is_funding, is_heading, kind_of
from desktop.readers.directive.words import begins, level, opens_order


def find(nodes: Sequence[Node], context: Context) -> list[Found]:
    """The tasks of these nodes in order of the text."""
    return list(_level(nodes, context))


def _level(nodes: Sequence[Node], context: Context) -> Iterator[Found]:
    """One list of siblings. A sentence that addresses units and ends with a colon holds for those behind it."""
    index = _narrative_end(nodes, context)
    nodes = followed.together(nodes, context)
    named = unknown.are_named(nodes, context)
    while index < len(nodes):
        group = labelled.run_end(nodes, index, context)
        if group > index:
            yield from labelled.tasks(nodes[index:group], context)
            index = group
            continue
        node = nodes[index]
        addressed = _addressed(node, context)
        last = details_end(nodes, index)
        if addressed is not None and last > index + 1:
            yield from _with_details(node, nodes[index + 1 : last], context)
            index = last
            continue
        if addressed is not None:
            context = addressed
            yield from _level(node.children, context)
        elif named and unknown.is_heading_of(node, context):
            yield from _under_unit(node, (orders.without_prefix(node.body.strip(" .:;")),), context)
        elif named and (name := unknown.label(node)):
            yield Found(node.body, (name,), heading=context.heading)
        else:
            yield from _one(node, context)
        index += 1


def _narrative_end(nodes: Sequence[Node], context: Context) -> int:
    """Index of the first sibling behind the story that a letter tells before it comes to its numbered orders."""
    if context.section is not Section.ORDER or context.lead:
        return 0
    for index, node in enumerate(nodes):
        if node.paragraph.rows or (node.paragraph.mark and node.paragraph.depth < Depth.DASH):
            return index
        if _addressed(node, context) is not None or _orders_by_verb(node):
            return index
    return 0


def _orders_by_verb(node: Node) -> bool:
    """ "Đề nghị các sở ...": an order, also where it stands above numbered ones."""
    asked = orders.subject(node.body)
    return asked is not None and asked.by_verb


def _addressed(node: Node, context: Context) -> Context | None:
    """The context behind "... yêu cầu các đơn vị thực hiện các nội dung sau:", when the paragraph is such a sentence."""
    body = node.body
    if node.paragraph.rows or node.paragraph.depth is not Depth.PLAIN or not body.endswith(":"):
        return None
    if context.section is Section.SILENT or context.section is Section.CONTENT:
        return None
    if orders.heading_units(body) is not None:
        return None
    said = orders.last_sentence(body)
    asked = orders.inside(said) or orders.subject(said)
    if asked is None and context.called and orders.is_order(body):
        return replace(context, lead=context.called, coordinating=(), inherited=True, heading=body)
    if asked is None or not (asked.by_verb or asked.early):
        return None
    return replace(context, lead=asked.names, coordinating=(), inherited=True, heading=body)


def _one(node: Node, context: Context) -> Iterator[Found]:
    """The tasks of one node and of those under it."""
    paragraph = node.paragraph
    if paragraph.rows:
        yield from table.tasks(paragraph.rows)
        return
    if labelled.is_task(node):
        found = list(labelled.tasks([node], context))
        if found:
            yield from found
            return
    if is_closing(paragraph) or is_executed(node.body) or (is_quota(node.body) and not node.children):
        return
    if _announces(node):
        yield from _level(node.children, context)
        return
    own = orders.heading_units(node.body) if not node.body.endswith((";", ".")) or node.children else None
    if own is not None and context.section is not Section.SILENT:
        yield from _under_unit(node, own.names, context)
        return
    heading = is_heading(paragraph)
    section = _section(node, context, heading=heading)
    if section is Section.SILENT:
        yield from _labelled_only(node, context)
        return
    context = replace(context, section=section)
    yield from _text(node, context, heading=heading)


def _announces(node: Node) -> bool:
    """A sentence without mark that only leads to what follows: "UBND xã ban hành Kế hoạch ... như sau:"."""
    paragraph = node.paragraph
    return paragraph.depth is Depth.PLAIN and node.body.endswith((":", "như sau.", "sau đây."))


def _section(node: Node, context: Context, *, heading: bool) -> Section:
    if is_funding(node.body) and (context.lead == () or context.inherited or heading):
        return Section.SILENT
    if not heading or (context.lead and not context.inherited):
        return context.section
    if context.section is Section.ORDER and node.paragraph.depth > Depth.NUMBER and not node.children:
        return Section.ORDER
    return kind_of(node.paragraph, context.section)


def _under_unit(node: Node, names: tuple[str, ...], context: Context) -> Iterator[Found]:
    """What stands under a heading that names units."""
    if context.lead and not context.inherited and likeness.overlap(names, context.lead) > 0.5:
        names = context.lead
    section = context.section if context.section is Section.ORDER else Section.ASSIGNMENT
    yield from _level(
        node.children, Context(section, names, (), False, node.body, context.called, context.issuer)
    )


def _text(node: Node, context: Context, *, heading: bool) -> Iterator[Found]:
    """A paragraph that says something: a task of its own, the beginning of a list, or both."""
    asked = _asked(node.body, context)
    if asks_to_tell(node.body) and are_details(node.children):
        yield from _with_details(node, node.children, context)
        return
    opens = bool(node.children) and (node.body.endswith(":") or heading)
    if opens and not _all_plus(node):
        yield from _level(node.children, _below(node, asked, context))
        return
    yield from _own(node, asked, context, heading=heading)
    if not _all_plus(node):
        yield from _level(node.children, replace(_below(node, asked, context), under_task=True))


def _with_details(node: Node, parts: Sequence[Node], context: Context) -> Iterator[Found]:
    """An order to tell what is named below it, and what stands without mark under one of these."""
    asked = _asked(node.body, context)
    yield from _own(node, asked, context, heading=False)
    for part in parts:
        yield from _level(part.children, _below(node, asked, context))


def _below(node: Node, asked: orders.Asked | None, context: Context) -> Context:
    """The context of the list that a paragraph opens."""
    if asked is None:
        return context
    team = orders.coordinating(node.body[: asked.end] + node.body[asked.end :])
    inherited = context.inherited and asked.names == context.lead
    return replace(context, lead=asked.names, coordinating=team, inherited=inherited, heading=node.body)


def _asked(body: str, context: Context) -> orders.Asked | None:
    """Who is asked in the paragraph itself; units of the heading stay when the paragraph only repeats them."""
    asked = orders.subject(body)
    if asked is None and (not context.lead or context.inherited):
        asked = orders.inside(body)
        if (
            asked is not None
            and context.section is Section.CONTENT
            and not asked.by_verb
            and not asked.early
            and not _leads(body, asked)
        ):
            asked = None
    asked = asked or orders.behind_topic(body)
    if asked is None:
        return None
    if (
        context.lead
        and not context.inherited
        and (likeness.repeats(asked.names, context.lead) or not asked.early)
    ):
        return replace(asked, names=context.lead)
    return asked


def _leads(body: str, asked: orders.Asked) -> bool:
    """Whether a content says plainly that it is for these units: "... chủ trì", "Căn cứ Kế hoạch này, các xã ..."."""
    return asked.end == 0 or any(
        begins(level(text), "order", "plainly") for text in (body[asked.end :], body)
    )


def _own(node: Node, asked: orders.Asked | None, context: Context, *, heading: bool) -> Iterator[Found]:
    """The paragraph as a task, cut when it orders several units one after another."""
    if asked is None and (not context.lead or _says_nothing(node, context, heading=heading)):
        return
    if asked is not None and _is_own_story(node, asked, context):
        return
    if orders.heading_units(node.body) is not None:  # nothing but names, as in a list of members
        return
    pieces = [node.body] if node.children else orders.sentences(node.body)
    for position, piece in enumerate(pieces):
        if position and is_generic(piece):
            continue
        one = asked if position == 0 else _asked(piece, context)
        names = one.names if one else context.lead
        text = piece if not _all_plus(node) else " ".join([piece, *texts(node.children)])
        team = orders.coordinating(followed.first(piece)) or (context.coordinating if one is None else ())
        yield Found(
            text,
            names,
            tuple(n for n in team if n not in names),
            one is None and context.inherited,
            heading=context.heading,
        )


def _is_own_story(node: Node, asked: orders.Asked, context: Context) -> bool:
    """A letter telling what its own office does."""
    if context.section is not Section.ORDER or node.paragraph.mark or asked.by_verb or not context.issuer:
        return False
    return fold_name(context.issuer).startswith(fold_name(asked.names[0]))


def _says_nothing(node: Node, context: Context, *, heading: bool) -> bool:
    """A topic with nothing under it, or a remark without mark, is no task of those addressed above; nor is what stands
    under a task and does not begin like an order."""
    opens = opens_order(level(node.body))
    depth = node.paragraph.depth
    if context.under_task and depth >= Depth.PLAIN:
        return not opens
    if not context.inherited:
        return False
    parsed = labels.parse(node.body)
    if parsed.values and not parsed.content and "lead" not in parsed.values:
        return True
    if heading and not node.children and len(node.body) < 40:
        return True
    return depth is Depth.PLAIN and not opens


def _all_plus(node: Node) -> bool:
    """Whether only "+" points stand under a dash: parts of one task."""
    return (
        bool(node.children)
        and node.paragraph.depth in {Depth.DASH, Depth.PLAIN}
        and all(child.paragraph.depth is Depth.PLUS and not child.children for child in node.children)
        and not labelled.is_task(node)
    )


def _labelled_only(node: Node, context: Context) -> Iterator[Found]:
    """In a silent section only labelled tasks and tables with a column of units count."""
    for child in node.children:
        if child.paragraph.rows:
            yield from table.tasks(child.paragraph.rows)
        elif labelled.is_task(child):
            yield from labelled.tasks([child], context)
        else:
            yield from _labelled_only(child, context)
