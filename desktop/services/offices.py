"""The office and its signers: shown and told anew. Keeps nothing that was not given."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.office import Office, Signer, issuer_lines, short_name
from desktop.domain.paper_choice import PaperChoice, outside
from desktop.domain.vietnamese import clean, unify_tones
from desktop.domain.working_days import DeadlineRules
from desktop.errors import BadValue
from desktop.services.workspace import Workspace
from desktop.storage import audit, settings
from desktop.storage.values import new_uid


def tell(
    work: Workspace,
    *,
    name: str | None = None,
    place: str | None = None,
    superior: str | None = None,
    reports_to: str | None = None,
    collector: str | None = None,
    drafting: str | None = None,
    symbol: str | None = None,
) -> Office:
    """Keep what is given, leave the rest; the printed lines and the short name follow from the full name."""
    office = work.office
    if name is not None:
        full = unify_tones(clean(name))
        office = replace(office, name=full, short_name=short_name(full), issuer=issuer_lines(full))
    if superior is not None:
        office = replace(office, superior=(short_name(clean(superior)).upper(),) if superior else ())
    office = replace(
        office,
        place=_told(place, office.place),
        reports_to=_told(reports_to, office.reports_to),
        collector=_told(collector, office.collector),
        drafting=_told(drafting, office.drafting),
        symbol=_told(symbol, office.symbol),
    )
    return _keep(work, office)


def tell_printed(
    work: Workspace,
    *,
    short_name: str | None = None,
    issuer: Sequence[str] | None = None,
    superior: Sequence[str] | None = None,
) -> Office:
    """Correct what otherwise follows from the full name: the name in running text, the printed lines of the letterhead [NĐ 30, 2a, 2b].

    Lines are kept in capitals; no lines of the issuer means those that follow from the name.
    """
    office = work.office
    if short_name is not None:
        office = replace(office, short_name=clean(short_name))
    if issuer is not None:
        office = replace(office, issuer=_printed(issuer) or issuer_lines(office.name))
    if superior is not None:
        office = replace(office, superior=_printed(superior))
    return _keep(work, office)


def tell_rules(work: Workspace, rules: DeadlineRules) -> Office:
    """Keep how the office counts deadlines. What was issued keeps the days it was given with; drafts and later issues follow."""
    return _keep(work, replace(work.office, rules=rules))


def tell_paper(work: Workspace, choice: PaperChoice) -> Office:
    """Keep how the papers of the office are set. Issued papers stay as they were printed. Raises `BadValue` "paper" with the names of
    what the decree does not allow."""
    wrong = outside(choice)
    if wrong:
        raise BadValue("paper", ", ".join(wrong))
    return _keep(work, replace(work.office, paper=choice))


def tell_signers(work: Workspace, signers: Sequence[Signer]) -> Office:
    """Keep who signs; the first one is proposed."""
    return _keep(work, replace(work.office, signers=tuple(signers)))


def _printed(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for told in lines if (line := clean(told).upper()))


def _told(value: str | None, before: str) -> str:
    return before if value is None else clean(value)


def _keep(work: Workspace, office: Office) -> Office:
    office = office if office.uid else replace(office, uid=new_uid())
    with work.store.transaction():
        settings.save_office(work.store, office)
        audit.note(work.store, "told", "office")
    return office
