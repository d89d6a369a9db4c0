"""A directive as it was understood: every value quotes the document, what is not there is empty. Reads nothing itself."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.deadline import Deadline


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in the text that a person should look at. code: short name; quote: the words it is about."""

    code: str
    severity: Severity
    quote: str = ""


@dataclass(frozen=True, slots=True)
class AskedTask:
    """One thing that the document asks for.

    lead, coordinating: one entry per unit, as written; text: the whole paragraph without its bullet;
    lead_inherited: the units are named above the paragraph for all, not in it or in its own heading;
    sentence: the passage of the document it was read from, for showing; product: the deliverable of a table row.
    """

    text: str
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    lead_inherited: bool = False
    deadline: Deadline | None = None
    is_report: bool = False
    product: str | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """The closing order to report: to whom, through whom (collector), by whom, by when."""

    to: str | None = None
    via: str | None = None
    by: tuple[str, ...] = ()
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole directive or plan as read. Field by field the object of the command `read --json`."""

    kind: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    superior: str | None = None
    place: str | None = None
    date: dt.date | None = None
    date_partial: str | None = None
    subject: str | None = None
    theme: str | None = None
    legal_bases: tuple[str, ...] = ()
    recipients_to: tuple[str, ...] = ()
    tasks: tuple[AskedTask, ...] = ()
    report: ReportOrder = ReportOrder()
    recipients: tuple[str, ...] = ()
    signer_authority: str | None = None
    signer_title: str | None = None
    signer_name: str | None = None
    remarks: tuple[Remark, ...] = ()
    paragraphs: tuple[str, ...] = ()
