"""The text of a web page: of a legal portal, or saved by Word as HTML. Opens no link, runs no script.

What is plainly not the paper (scripts, menus, hidden parts) is dropped; when the paper can be found between Quốc
hiệu and "Nơi nhận", only the part of the page that holds both is read.
"""

import codecs
import re
from pathlib import Path
from typing import Any

from lxml import etree, html

from desktop.domain.draft import Problem
from desktop.domain.legacy_text import Encoding, decode_bytes, detect, to_unicode
from desktop.errors import NothingInside
from desktop.readers.blocks import Block
from desktop.readers.text import cues
from desktop.readers.text.columns import part_columns
from desktop.readers.text.html_page import PARAGRAPHS, page_blocks, settings_of

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_NAMES = (
    "script style noscript template head title nav form select button input textarea iframe object svg canvas "
    "audio video map dialog del s strike aside footer menu"
)
_DROPPED = frozenset(_NAMES.split())


def read_html(path: Path) -> tuple[list[Block], list[Problem]]:
    """(blocks with raw text, problems). Raises NothingInside, FileHostile (nested too deeply)."""
    text, encoding = _decoded(path.read_bytes())
    # lxml refuses a declaration of an encoding in text that is decoded already.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", ""))
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NothingInside(path, str(error)) from error
    _drop_what_is_hidden(root)
    blocks = part_columns(page_blocks(path, _paper(root)))
    known = encoding in {Encoding.UNICODE, Encoding.CP1258}
    return blocks, [] if known else [Problem(0, None, "legacy_font", encoding.value)]


def _decoded(data: bytes) -> tuple[str, Encoding]:
    """The page in Unicode: by its byte order mark, by what it declares, else by its letters."""
    declared = _CHARSET.search(data[:4096])
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or declared is None:
        return decode_bytes(data)
    name = declared[1].decode("ascii").lower()
    try:
        text = data.decode("utf-8" if name == "unicode" else name)
    except (LookupError, UnicodeDecodeError):
        return decode_bytes(data)
    encoding = detect(re.sub(r"<[^>]*>", " ", text).split("\n"))
    return to_unicode(text, encoding), encoding


def _drop_what_is_hidden(root: Any) -> None:
    for element in list(root.iter("*")):
        settings = settings_of(element)
        hidden = (
            settings.get("display") == "none"
            or settings.get("visibility") == "hidden"
            or settings.get("mso-hide") == "all"
        )
        if element is not root and (element.tag in _DROPPED or hidden or element.get("hidden") is not None):
            element.drop_tree()


def _paper(root: Any) -> Any:
    """The smallest part of the page with Quốc hiệu and the last "Nơi nhận", or the whole body."""
    body = root.find("body") if root.find("body") is not None else root
    texts = [
        (element, part)
        for element in body.iter()
        for part in (element.text, element.tail)
        if part and part.strip()
    ]
    first = next((element for element, part in texts if cues.is_motto(part)), None)
    last = next((element for element, part in reversed(texts) if cues.is_recipients(part)), None)
    if first is None or last is None:
        return body
    above = [last, *last.iterancestors()]
    shared = next((element for element in [first, *first.iterancestors()] if element in above), body)
    while shared.tag in {"td", "th", "tr", "tbody", "thead", "table"} or shared.tag not in PARAGRAPHS:
        if shared is body or shared.getparent() is None:
            return body
        shared = shared.getparent()
    return shared
