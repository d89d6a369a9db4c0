"""`office`: what the papers say of the office; shown, or told anew where options are given."""

import argparse

from desktop.cli.output import print_json
from desktop.domain.office import Office, Signer
from desktop.services import offices
from desktop.services.workspace import Workspace

_TOLD = ("name", "place", "superior", "reports_to", "collector", "drafting")


def office(arguments: argparse.Namespace) -> None:
    """Tell what was given, then show all."""
    told = {key: getattr(arguments, key) for key in _TOLD if getattr(arguments, key) is not None}
    with Workspace.open(arguments.home) as work:
        if told:
            offices.tell(work, **told)
        if arguments.signer or arguments.capacity:
            lines = tuple(arguments.capacity or ())
            offices.tell_signers(work, [Signer(lines, name) for name in arguments.signer or [""]])
        now = work.office
    if arguments.json:
        print_json(_json(now))
    else:
        _print(now)


def _print(now: Office) -> None:
    for label, value in (
        ("Tên cơ quan", now.name),
        ("In trên văn bản", " / ".join(now.issuer)),
        ("Cơ quan chủ quản", " / ".join(now.superior)),
        ("Địa danh", now.place),
        ("Báo cáo lên", now.reports_to),
        ("Đầu mối tổng hợp", now.collector),
        ("Ký hiệu đơn vị soạn", now.drafting),
        ("Người ký", "; ".join(" / ".join((*s.lines, s.name)) for s in now.signers)),
    ):
        print(f"{label + ':':<21} {value or '(chưa khai)'}")


def _json(now: Office) -> dict[str, object]:
    return {
        "name": now.name,
        "short_name": now.short_name,
        "issuer": list(now.issuer),
        "superior": list(now.superior),
        "place": now.place,
        "reports_to": now.reports_to,
        "collector": now.collector,
        "drafting": now.drafting,
        "signers": [{"lines": list(s.lines), "name": s.name} for s in now.signers],
    }
