"""What kinds of things a change touched, for those who show them: told from the tables whose rows changed. Changes nothing."""

from collections.abc import Iterable
from enum import Flag, auto


class Noun(Flag):
    """Kinds of things on screens; several at once by "|"."""

    UNITS = auto()
    PLANS = auto()
    TASKS = auto()
    RESULTS = auto()
    REPORTS = auto()
    OFFICE = auto()
    PACKAGES = auto()
    PAPERS = auto()
    TRASH = auto()


NOTHING = Noun(0)
_NOUNS = {
    "unit": Noun.UNITS,
    "unit_former_name": Noun.UNITS,
    "unit_group": Noun.UNITS,
    "group_member": Noun.UNITS,
    "directive": Noun.PLANS | Noun.PAPERS,
    "plan": Noun.PLANS | Noun.PAPERS,
    "plan_body": Noun.PLANS,
    "task": Noun.TASKS,
    "party": Noun.TASKS,
    "indicator": Noun.TASKS,
    "assignment": Noun.TASKS | Noun.RESULTS,
    "checklist_item": Noun.TASKS,
    "extension": Noun.TASKS,
    "urging": Noun.TASKS,
    "result": Noun.RESULTS,
    "result_value": Noun.RESULTS,
    "branched": Noun.RESULTS,
    "evidence": Noun.RESULTS,
    "report": Noun.REPORTS | Noun.PAPERS,
    "letter": Noun.PAPERS,
    "dispatch": Noun.PAPERS,
    "peer": Noun.PACKAGES,
    "package": Noun.PACKAGES,
    "sent_package": Noun.PACKAGES,
    "receipt": Noun.PACKAGES,
    "setting": Noun.OFFICE,
    "template": Noun.OFFICE,
    "saved_view": Noun.OFFICE,
    "trash": Noun.TRASH,
}


def nouns_of(tables: Iterable[str]) -> Noun:
    """What screens show of these tables. Registers (`PAPERS`) list plans, reports and directives too."""
    nouns = NOTHING
    for table in tables:
        nouns |= _NOUNS[table]
    return nouns
