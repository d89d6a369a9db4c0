"""`packages …`: send work, reply, hand over, receive packages and filled forms after a look, receipts, history."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from getpass import getpass
from pathlib import Path
from typing import Any

from desktop.cli.output import StderrProgress, print_json, print_table
from desktop.errors import NotAllowed, SomeRefused
from desktop.package_words import KINDS, VERDICTS, change, field_of, kind_of, shown, side_value
from desktop.problem_words import problem_sentence
from desktop.sentences import sentence
from desktop.services import (
    exchange_history,
    handover,
    package_receiving,
    package_sending,
    passphrases,
    unit_merging,
)
from desktop.services.arrivals import Arrival, Clash, Verdict
from desktop.services.package_receiving import Kept
from desktop.services.workspace import Workspace


def packages_send(arguments: argparse.Namespace) -> None:
    """One package a unit; the files are printed."""
    phrase = _new_phrase(arguments.passphrase_file)
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        chosen = unit_merging.named(work, arguments.unit, work.today()) if arguments.unit else None
        made = package_sending.send(work, arguments.plan, arguments.to, chosen, phrase, progress)
    _print_files(made)


def packages_reply(arguments: argparse.Namespace) -> None:
    """What was done of a plan that another office gave; the files are printed."""
    phrase = _new_phrase(arguments.passphrase_file)
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        made = package_sending.reply(work, arguments.plan, arguments.to, phrase, progress)
    _print_files(made)


def packages_handover(arguments: argparse.Namespace) -> None:
    """All open work, of one person or of all, and the list to sign; the files are printed."""
    phrase = _new_phrase(arguments.passphrase_file)
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        made = handover.hand_over(work, arguments.person, arguments.to, phrase, progress)
    _print_files(made)


def packages_receipts(arguments: argparse.Namespace) -> None:
    """Receipts for what was taken in and not told yet."""
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        made = package_sending.receipts(work, arguments.to, progress)
    if made:
        _print_files(made)
    else:
        print("Không có gói nào đang chờ biên nhận.")


def packages_receive(arguments: argparse.Namespace) -> None:
    """Preview, keep unless --dry-run, tell what came of each file. Raises `SomeRefused` when a file could not be used."""
    phrases = [passphrases.read(arguments.passphrase_file)] if arguments.passphrase_file else []
    files = package_receiving.files_in(arguments.files)
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        found = package_receiving.look(work, files, phrases, progress)
        kept = Kept()
        if not arguments.dry_run:
            kept = package_receiving.keep(work, found, passphrases=phrases, progress=progress)
    if arguments.json:
        print_json(_json(found, kept, arguments.dry_run))
    else:
        for one in found:
            _print(one, is_dry=arguments.dry_run)
    refused = [one for one in found if one.error]
    for one in refused:
        assert one.error is not None
        print(sentence(one.error), file=sys.stderr)
    if refused:
        raise SomeRefused(len(refused), len(found))


def packages_history(arguments: argparse.Namespace) -> None:
    """All that went and came, the newest first."""
    with Workspace.open(arguments.home) as work:
        rows = exchange_history.listed(work)
    if arguments.json:
        print_json(
            [
                {
                    "at": one.at,
                    "is_ours": one.is_ours,
                    "kind": one.kind.value,
                    "with": one.other,
                    "plan": one.plan or None,
                    "file": one.file_name,
                    "delivered_at": one.delivered_at or None,
                }
                for one in rows
            ]
        )
        return
    print_table(
        ("Lúc", "Chiều", "Loại", "Với", "Kế hoạch", "Biên nhận"),
        [
            (
                one.at[:16].replace("T", " "),
                "Gửi" if one.is_ours else "Nhận",
                KINDS[one.kind],
                one.other,
                one.plan,
                ("đã có" if one.delivered_at else "chưa có") if one.is_ours else "",
            )
            for one in rows
        ],
    )


def _new_phrase(file: Path | None) -> str | None:
    """The passphrase for packages to be written: from the file, typed twice at a terminal, or none, which is said."""
    if file is not None:
        return passphrases.read(file)
    if sys.stdin.isatty():
        phrase = getpass("Cụm từ khóa của gói (để trống thì không mã hóa): ", sys.stderr)
        if phrase:
            if getpass("Gõ lại cụm từ khóa: ", sys.stderr) != phrase:
                raise NotAllowed("passphrase_differs")
            return passphrases.checked(phrase)
    print(
        "Lưu ý: gói không mã hóa, ai có tệp cũng đọc được. Thêm --passphrase-file TỆP để mã hóa.",
        file=sys.stderr,
    )
    return None


def _print_files(made: Sequence[Path]) -> None:
    for path in made:
        print(path)


def _print(one: Arrival, *, is_dry: bool) -> None:
    if one.error:
        return
    about = " · ".join(words for words in (one.unit or one.sender, one.plan) if words)
    counts = f"{one.new} mới, {one.changed} thay đổi, {one.same} không đổi"
    files = f", {len(one.proofs)} tệp minh chứng" if one.proofs else ""
    verb = "" if one.verdict is not Verdict.NEWS else "sẽ nhận: " if is_dry else "đã nhận: "
    said = f"{verb}{counts}{files}" if one.verdict is Verdict.NEWS else VERDICTS[one.verdict].lower()
    print(f"{one.path.name}: {kind_of(one)}, {about}: {said}.")
    if one.key:
        print(f"  Gặp “{one.sender}” lần đầu; dấu vân tay của khóa: {one.key}")
    for item in one.changes:
        print(f"  {item.about}: {change(item)}")
    for clash in one.clashes:
        sides = "; ".join(f"{shown(side_value(clash, s))} ({s.author or 'không rõ ai'})" for s in clash.sides)
        print(
            f"  Xung đột, lấy giá trị đầu: {clash.about}: {field_of(clash.field, clash.indicator_name)}: {sides}"
        )
    for problem in one.problems:
        print(f"  {problem_sentence(problem)}")


def _json(found: Sequence[Arrival], kept: Kept, is_dry: bool) -> dict[str, Any]:  # noqa: FBT001
    counted = Counter(one.verdict for one in found)
    return {
        "files": [_file_json(one) for one in found],
        "counts": {verdict.value: counted[verdict] for verdict in Verdict},
        "kept": {
            "packages": kept.packages,
            "plans": kept.plans,
            "results": kept.results,
            "files": kept.files,
        },
        "dry_run": is_dry,
    }


def _file_json(one: Arrival) -> dict[str, Any]:
    return {
        "file": str(one.path),
        "kind": one.kind.value if one.kind else "form" if one.form else None,
        "verdict": one.verdict.value,
        "sender": one.sender or None,
        "unit": one.unit or None,
        "plan": one.plan or None,
        "sequence": one.manifest.sequence if one.manifest else None,
        "new": one.new,
        "changed": one.changed,
        "same": one.same,
        "evidence": len(one.proofs),
        "changes": [
            {
                "about": c.about,
                "field": field_of(c.field, c.indicator),
                "old": shown(c.old),
                "new": shown(c.new),
            }
            for c in one.changes
        ],
        "conflicts": [_clash_json(c) for c in one.clashes],
        "problems": [problem_sentence(p) for p in one.problems],
        "first_seen_key": one.key or None,
        "error": sentence(one.error) if one.error else None,
    }


def _clash_json(clash: Clash) -> dict[str, Any]:
    return {
        "about": clash.about,
        "field": field_of(clash.field, clash.indicator_name),
        "sides": [
            {"value": shown(side_value(clash, s)), "author": s.author or None, "at": s.made_at or None}
            for s in clash.sides
        ],
    }
