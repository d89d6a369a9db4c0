"""Paragraphs that close a document and ask for nothing of their own. Looks at one paragraph at a time."""

import functools
import re

from desktop.readers.directive.marks import Depth
from desktop.readers.directive.orders import heading_units, inside, subject
from desktop.readers.directive.paragraphs import Paragraph
from desktop.readers.directive.words import begins, either, level, listed, pattern

_SHORT = 220


def is_closing(paragraph: Paragraph) -> bool:
    """ "Trên đây là ...", "Trong quá trình thực hiện, nếu có khó khăn ...", "Đề nghị các đơn vị nghiêm túc thực hiện"."""
    low = level(paragraph.body)
    if paragraph.depth is not Depth.PLAIN:
        return paragraph.depth < Depth.LETTER and _on_trouble().match(low) is not None
    if begins(low, "closing", "starts") is not None or _notified().search(low):
        return True
    return is_generic(paragraph.body)


@functools.cache
def _on_trouble() -> re.Pattern[str]:
    """ "3. Trong quá trình thực hiện, nếu phát sinh khó khăn, ...": also where it carries a number."""
    case, trouble = either(listed("closing", "cases")), either(listed("closing", "troubles"))
    return re.compile(rf"{case}[^.;]{{0,120}}?{trouble}")


@functools.cache
def _notified() -> re.Pattern[str]:
    """ "... thông báo để các cơ quan biết, thực hiện." """
    told, done = either(listed("closing", "notified")), either([*listed("closing", "carry"), "triển khai"])
    return re.compile(rf"{told}[^.;]{{0,80}}(?<!\w)biết(?!\w)[^.;]{{0,40}}{done}?\s*[./]*$")


@functools.cache
def _generic() -> re.Pattern[str]:
    eager, run, carry = (either(listed("closing", name)) for name in ("eager", "run", "carry"))
    return re.compile(
        rf"(?:[\w\s,]{{0,80}}?(?:{eager}|căn cứ[^,;.]{{0,80}},)[\s,]*)*(?:{run}[\s,]*(?:và\s+)?){{0,2}}{carry}"
    )


def is_generic(body: str) -> bool:
    """Whether the order says no more than "do it well" (perhaps with an order to report)."""
    if heading_units(body) is not None:
        return False
    asked = subject(body) or inside(body)
    if asked is None or not asked.by_verb:
        return False
    rest = level(body)[asked.end :].lstrip(" ,")
    found = _generic().match(rest)
    if found is None:
        return False
    behind = rest[found.end() :].strip(" ./")
    return not behind or behind[0] in ";,." or pattern("closing", "well").match(behind) is not None


def is_quota(body: str) -> bool:
    """How many may be put forward and no task: "Ban Chỉ đạo của tỉnh: Không quá 05 cá nhân"."""
    found = _quota().match(level(body)) if len(body) < _SHORT else None
    return found is not None and bool(found["limit"] or (found["each"] and found["pick"]))


@functools.cache
def _quota() -> re.Pattern[str]:
    limit, pick, counted = (either(listed("closing", name)) for name in ("limits", "picks", "counted"))
    return re.compile(
        r"(?:đối với(?!\w)[^.]{0,160}?|[^.;:]{3,120}:\s*)(?P<each>mỗi[^.;:]{0,30}?\s)?"
        rf"(?P<pick>{pick}\s+)?(?P<limit>{limit}\s+)?\d+\s+{counted}"
    )


def is_executed(body: str) -> bool:
    """The clause of a decision that names who executes it ("... chịu trách nhiệm thi hành Quyết định này")."""
    return pattern("closing", "executed").search(level(body)) is not None
