"""Paragraphs that close a document and ask for nothing of their own. Looks at one paragraph at a time."""

import functools
import re

from desktop.readers.directive.marks import Depth
from desktop.readers.directive.orders import heading_units, subject
from desktop.readers.directive.paragraphs import Paragraph
from desktop.readers.directive.words import begins, either, level, listed

_GENERIC = (
    r"(?:(?:[\w\s,]{0,80}?)(?:quan tâm|nghiêm túc|khẩn trương|chủ động|tích cực|kịp thời|tập trung|phối hợp|căn cứ[^,;.]{0,80},)[\s,]*)*"
    r"(?:chỉ đạo|tổ chức|triển khai|phối hợp|quán triệt|nghiên cứu|quan tâm)?[\s,]*(?:(?:và\s+)?(?:tổ chức|triển khai))?[\s,]*(?:thực hiện|thi hành)"
)


_NOTIFIED = re.compile(level(r"(?:thông báo|truyền đạt)[^.;]{0,80}(?:biết|được biết)[^.;]{0,40}(?:thực hiện|triển khai)?\s*[./]*$"))


@functools.cache
def _executed() -> re.Pattern[str]:
    return re.compile(either(listed("closing", "executed")))


@functools.cache
def _generic() -> re.Pattern[str]:
    return re.compile(_GENERIC)


def is_closing(paragraph: Paragraph) -> bool:
    """ "Trên đây là ...", "Trong quá trình thực hiện, nếu có khó khăn ...", "Đề nghị các đơn vị nghiêm túc triển khai thực hiện"."""
    if paragraph.depth is not Depth.PLAIN:
        return False
    low = level(paragraph.body)
    if begins(low, "closing", "starts") is not None or _NOTIFIED.search(low):
        return True
    return is_generic(paragraph.body)


def is_generic(body: str) -> bool:
    """Whether the order says no more than "do it well" (perhaps with an order to report)."""
    if heading_units(body) is not None:
        return False
    low = level(body)
    start = _last_order(body, low)
    if start is None:
        return False
    rest = low[start:].lstrip(" ,")
    found = _generic().match(rest)
    if found is None:
        return False
    behind = rest[found.end() :].strip(" ./")
    return (
        re.match(
            r"(?:$|[;,.]|\s*(?:tốt|nghiêm|đầy đủ|hiệu quả|đúng|có hiệu quả|các nội dung (?:trên|nêu trên|chỉ đạo|của)|những nội dung|nội dung (?:chỉ đạo|kế hoạch|trên|công)|kế hoạch|chỉ thị|công điện|công văn|theo|hiệu quả|nghiêm túc|theo đúng|văn bản này|hướng dẫn này))",
            behind,
        )
        is not None
    )


def _last_order(body: str, low: str) -> int | None:
    """Where what is ordered begins: behind the units of an order verb."""
    from desktop.readers.directive.orders import inside

    asked = subject(body) or inside(body)
    if asked is None or not asked.by_verb:
        return None
    del low
    return asked.end


def is_executed(body: str) -> bool:
    """The clause of a decision that names who executes it ("... chịu trách nhiệm thi hành Quyết định này")."""
    return _executed().search(level(body)) is not None
