"""The office and its signers: shown and told anew. Keeps nothing that was not given."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.office import Office, Signer, issuer_lines, short_name
from desktop.domain.vietnamese import clean, unify_tones
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
    office = office if office.uid else replace(office, uid=new_uid())
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


def tell_signers(work: Workspace, signers: Sequence[Signer]) -> Office:
    """Keep who signs; the first one is proposed."""
    office = work.office
    office = office if office.uid else replace(office, uid=new_uid())
    return _keep(work, replace(office, signers=tuple(signers)))


def _told(value: str | None, before: str) -> str:
    return before if value is None else clean(value)


def _keep(work: Workspace, office: Office) -> Office:
    with work.store.transaction():
        settings.save_office(work.store, office)
        audit.note(work.store, "told", "office")
    return office
