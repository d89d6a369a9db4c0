"""`register …`: what văn thư writes down of papers that come in and go out."""

import argparse
from typing import Any

from desktop.cli.output import print_json, print_table
from desktop.domain.correspondence import Arrival, Dispatch, Incoming, Outgoing
from desktop.domain.numbering import kind_of, letter_symbol, number_text, plan_symbol, report_symbol
from desktop.services import incoming, numbers, outgoing
from desktop.services.workspace import Workspace


def register_list(arguments: argparse.Namespace) -> None:
    """Both books of a year, and the numbers that follow."""
    with Workspace.open(arguments.home) as work:
        year = arguments.year or work.today().year
        came, went, office = incoming.of_year(work, year), outgoing.of_year(work, year), work.office
        symbols = (
            plan_symbol(office.symbol),
            report_symbol(office.symbol),
            letter_symbol(office.symbol, office.drafting),
        )
        following = {symbol: numbers.following(work, symbol, year) for symbol in symbols}
        arrival = numbers.following_arrival(work, year)
    if arguments.json:
        print_json({"incoming": list(map(_in_json, came)), "outgoing": list(map(_out_json, went)),
                    "next_arrival": arrival, "next_numbers": following})  # fmt: skip
        return
    print(f"Văn bản chỉ đạo đến năm {year}:")
    print_table(
        ("Mã", "Số đến", "Ngày đến", "Số, ký hiệu", "Trích yếu", "Nơi nhận"),
        [
            (str(one.id), number_text(one.arrival.number), _day(one.arrival.on), _symbol(one), one.subject or "",
             one.arrival.passed_to)
            for one in came
        ],
    )  # fmt: skip
    print(f"\nVăn bản đi năm {year}:")
    print_table(
        ("Số, ký hiệu", "Ngày", "Loại", "Trích yếu", "Số bản"),
        [
            (f"{number_text(one.number)}/{one.symbol}", _day(one.date), one.kind, one.subject, number_text(one.dispatch.copies))
            for one in went
        ],
    )  # fmt: skip
    shown = ", ".join(f"{number_text(number)}/{symbol}" for symbol, number in following.items())
    print(f"\nSố tiếp theo: số đến {number_text(arrival)}; số đi {shown}.")


def register_in(arguments: argparse.Namespace) -> None:
    """How a directive came in."""
    told = Arrival(
        arguments.number, arguments.date, arguments.to or "", arguments.passed_on, arguments.note or ""
    )
    with Workspace.open(arguments.home) as work:
        kept = incoming.register(work, arguments.directive, told)
    number = f"số đến {number_text(kept.arrival.number)}" if kept.arrival.number else "chưa có số đến"
    print(
        f"Đã ghi văn bản {_symbol(kept) or kept.id}: {number}, ngày đến {_day(kept.arrival.on) or 'chưa ghi'}."
    )


def register_out(arguments: argparse.Namespace) -> None:
    """A number for a new letter where its subject is given, else more about a paper that has its number."""
    number, symbol = arguments.symbol
    sent = Dispatch(
        arguments.signer or "",
        tuple(arguments.to or ()),
        arguments.keeper or "",
        arguments.copies,
        arguments.sent_on,
        arguments.note or "",
    )
    with Workspace.open(arguments.home) as work:
        date = arguments.date or work.today()
        if arguments.subject is None:
            paper = outgoing.tell(work, number, symbol, date.year, sent)
        else:
            letter = Outgoing(
                kind_of(symbol), number, symbol, date, arguments.subject, arguments.plan, dispatch=sent
            )
            paper = outgoing.register(work, letter)
    verb = "Đã ghi thêm về" if arguments.subject is None else "Đã cấp số cho"
    print(f"{verb} {paper.kind.lower()} {number_text(paper.number)}/{paper.symbol} ngày {_day(paper.date)}.")


def _symbol(one: Incoming) -> str:
    return "/".join(filter(None, (one.number, one.symbol)))


def _day(day: Any) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _in_json(one: Incoming) -> dict[str, Any]:
    came = one.arrival
    return {
        "id": one.id,
        "number": one.number,
        "symbol": one.symbol,
        "kind": one.kind,
        "issuer": one.issuer,
        "date": _iso(one.date),
        "subject": one.subject,
        "arrival": came.number,
        "received_on": _iso(came.on),
        "passed_to": came.passed_to or None,
        "passed_on": _iso(came.passed_on),
        "note": came.note or None,
    }


def _out_json(one: Outgoing) -> dict[str, Any]:
    sent = one.dispatch
    return {
        "kind": one.kind,
        "number": one.number,
        "symbol": one.symbol,
        "date": _iso(one.date),
        "subject": one.subject,
        "plan": one.plan,
        "signer": sent.signer or None,
        "recipients": list(sent.recipients),
        "keeper": sent.keeper or None,
        "copies": sent.copies,
        "sent_on": _iso(sent.sent_on),
        "note": sent.note or None,
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
