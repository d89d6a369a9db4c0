"""A task of a plan: what, who leads, who coordinates, by when, what comes of it, what is counted."""

from dataclasses import dataclass

from desktop.domain.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Party:
    """A unit or group as the task names it. Exactly one of `unit`, `group` is an id once it is bound; both None: not bound yet,
    and then the words are kept and listed, never dropped."""

    written: str
    unit: int | None = None
    group: int | None = None

    @property
    def is_bound(self) -> bool:
        """Whether it is known who is meant."""
        return self.unit is not None or self.group is not None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number that units report on a task. unit_of_measure: "buổi", "lượt người", "đồng"."""

    id: int
    uid: str
    name: str
    unit_of_measure: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do. leads: every lead unit gets its own assignment (product rule 1, domain.md §2); position: order in the plan
    from 0; checklist: steps given to every assignment; is_report: the task of sending a report; source: sentence of the directive;
    field: lĩnh vực, "" where nobody has said it."""

    id: int
    uid: str
    plan: int
    position: int
    text: str
    leads: tuple[Party, ...] = ()
    coordinating: tuple[Party, ...] = ()
    deadline: Deadline | None = None
    deliverable: str = ""
    indicators: tuple[Indicator, ...] = ()
    checklist: tuple[str, ...] = ()
    is_report: bool = False
    source: str = ""
    field: str = ""

    @property
    def unbound(self) -> tuple[Party, ...]:
        """Leads and coordinating units whose words could not be bound."""
        return tuple(party for party in (*self.leads, *self.coordinating) if not party.is_bound)
