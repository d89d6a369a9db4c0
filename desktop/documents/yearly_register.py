"""What the registers of papers in and out share: a sheet on its side with the office's head, one table, who keeps it. No columns."""

import datetime as dt

from desktop.documents.model import Document, DocumentKind, Signature, Style, Table, paragraph
from desktop.documents.office_parts import head
from desktop.documents.phrases import sentence, short_date
from desktop.domain.office import Office


def build_register(
    title: str, summary: str, table: Table, office: Office, year: int, today: dt.date
) -> Document:
    """A register of `year` as it stands on `today`, under one sentence that sums it up."""
    return Document(
        kind=DocumentKind.INTERNAL,
        head=head(office, "", today.year, date=today),
        title=title,
        subject=f"Năm {year}",
        blocks=(paragraph(Style.BODY, sentence(summary, ".")), table),
        recipients=(),
        signature=Signature(("NGƯỜI LẬP SỔ",)),
        landscape=True,
    )


def span(first: dt.date | None, last: dt.date | None) -> str:
    """ ", từ ngày 03/3/2026 đến ngày 26/3/2026", ", ngày 03/3/2026" where it is one day; "" without days."""
    if first is None or last is None:
        return ""
    if first == last:
        return f", ngày {short_date(first)}"
    return f", từ ngày {short_date(first)} đến ngày {short_date(last)}"
