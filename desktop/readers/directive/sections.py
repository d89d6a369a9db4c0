"""What kind of section a heading opens: orders, contents, or words that ask for nothing. Reads headings only."""

from enum import Enum

from desktop.readers.directive.marks import Depth
from desktop.readers.directive.paragraphs import HEADING_LENGTH, Paragraph
from desktop.readers.directive.words import begins, level, listed, pattern


class Section(Enum):
    """SILENT asks for nothing (purposes, requirements, funding, times); CONTENT asks only where it names units;
    ASSIGNMENT names units heading by heading; ORDER gives numbered orders to those named above."""

    SILENT = "silent"
    CONTENT = "content"
    ASSIGNMENT = "assignment"
    ORDER = "order"


def is_heading(paragraph: Paragraph) -> bool:
    """A short paragraph that ends like no sentence, or with a colon."""
    text = paragraph.body
    if text.endswith(":"):
        return True
    return len(text) < HEADING_LENGTH and not text.endswith((".", ";", "./.", ","))


def kind_of(paragraph: Paragraph, above: Section) -> Section:
    """The kind of section that a heading opens inside another kind."""
    low = level(paragraph.body).strip(" .:-–")
    if begins(low, "sections", "funding"):
        return Section.SILENT
    if pattern("sections", "assignment").match(low) or _holds_assignment(low, paragraph):
        return (
            Section.ORDER
            if above is Section.ORDER and paragraph.depth > Depth.ARTICLE
            else Section.ASSIGNMENT
        )
    if begins(low, "sections", "silent") and not (
        above is Section.ORDER and low in listed("sections", "general")
    ):
        return Section.SILENT
    if above is Section.SILENT:
        return Section.CONTENT if paragraph.depth <= Depth.ROMAN else Section.SILENT
    return above if above is not Section.ASSIGNMENT or paragraph.depth > Depth.ROMAN else Section.CONTENT


def _holds_assignment(low: str, paragraph: Paragraph) -> bool:
    """ "NHIỆM VỤ VÀ PHÂN CÔNG TRÁCH NHIỆM", "NỘI DUNG VÀ TỔ CHỨC THỰC HIỆN"."""
    return (
        paragraph.depth <= Depth.NUMBER
        and len(low) < HEADING_LENGTH
        and any(
            word in low
            for word in (
                "phân công",
                "tổ chức thực hiện",
                "trách nhiệm của",
                "nhiệm vụ của các",
                "trách nhiệm các",
            )
        )
    )


def is_funding(body: str) -> bool:
    """Whether the paragraph itself is a funding clause."""
    return begins(level(body), "sections", "funding") is not None
