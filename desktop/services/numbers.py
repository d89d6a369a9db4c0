"""Numbers of the year that the office has given: whether one is free, which comes next. Gives none: văn thư does (product rule 5)."""

from desktop.documents import incoming_register, outgoing_register
from desktop.domain import numbering
from desktop.domain.numbering import Numbered
from desktop.errors import NotAllowed
from desktop.services.workspace import Workspace
from desktop.storage import directives, outgoing


def given(work: Workspace, year: int) -> list[Numbered]:
    """Every number given in `year`: to plans, sent reports and letters."""
    papers = outgoing.of_year(work.store, year)
    return [
        Numbered(paper.number, paper.symbol, paper.date, outgoing_register.named(paper)) for paper in papers
    ]


def check(work: Workspace, number: int, symbol: str, year: int) -> None:
    """Raise `NotAllowed` "number_not_positive", or "number_taken" where a paper of that series and year has the number."""
    numbering.check_free(given(work, year), number, symbol, year)


def following(work: Workspace, symbol: str, year: int) -> int:
    """The number that comes next in the series of `symbol`: a proposal."""
    return numbering.next_number(given(work, year), symbol, year)


def following_arrival(work: Workspace, year: int) -> int:
    """The số đến that comes next in `year` as far as the program knows: papers that are no directives stand in the office's book."""
    return max((one.arrival.number or 0 for one in directives.arrived_in(work.store, year)), default=0) + 1


def check_arrival(work: Workspace, number: int, year: int, key: int) -> None:
    """Raise `NotAllowed` "arrival_taken" where another directive than `key` came in during `year` under that number."""
    for one in directives.arrived_in(work.store, year):
        if one.arrival.number == number and one.id != key:
            raise NotAllowed(
                "arrival_taken",
                number=numbering.number_text(number),
                year=year,
                holder=incoming_register.named(one),
                following=numbering.number_text(following_arrival(work, year)),
            )
