"""Reply packages of many units taken in at once: the preview, keeping it, memory; and writing the packages of work for all.

    python tests/benchmarks/bench_receiving.py [units ...]     default: 100 1000 3321

Each unit has 30 assignments and an own key; packages are encrypted. Every count is measured in a process of its own. The time should grow
with the count and no faster (the last column: milliseconds a package).
"""

import datetime as dt
import json
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.documents.body import Body, to_json  # noqa: E402
from desktop.domain.assignment import Status  # noqa: E402
from desktop.domain.package import Content, Manifest, PackageKind, SentAssignment, SentResult  # noqa: E402
from desktop.domain.plan import Plan, PlanState  # noqa: E402
from desktop.domain.task import Indicator, Party, Task  # noqa: E402
from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName  # noqa: E402
from desktop.exchange import package, seal  # noqa: E402
from desktop.exchange.envelope import Lock  # noqa: E402
from desktop.services import identity, offices, package_receiving, package_sending  # noqa: E402
from desktop.services.workspace import Workspace  # noqa: E402
from desktop.storage import packages, plans, tasks, units  # noqa: E402
from desktop.storage.packages import Filter, Package  # noqa: E402
from desktop.storage.values import new_uid, new_uids  # noqa: E402

TASKS, DAY, TODAY = 30, dt.date(2026, 3, 2), dt.date(2026, 3, 27)
PHRASE = "bon tu cho goi nay"
COUNTS = (100, 1_000, 3_321)


def make(home: Path, count: int) -> int:
    """A home with an issued plan of 30 tasks given to `count` units; gives the id of the plan."""
    with Workspace.open(home, lambda: TODAY) as work:
        offices.tell(work, name="Ủy ban nhân dân tỉnh Đồng Sen", place="Đồng Sen")
        identity.own(work)
        with work.store.bulk():
            keys = [
                units.add(work.store, Unit(0, "", (UnitName(f"Ủy ban nhân dân xã số {at}"),))).id
                for at in range(count)
            ]
            group = units.save_group(
                work.store, UnitGroup(0, "", "UBND các xã, phường", tuple(map(Membership, keys)))
            )
            head = Plan(
                0, "", "Phòng, chống thiên tai", state=PlanState.ISSUED, number=9, symbol="KH-UBND", date=DAY
            )
            plan = plans.add(work.store, head, to_json(Body(())))
            lead = (Party("UBND các xã, phường", group=group.id),)
            wanted = [
                Task(
                    0,
                    "",
                    0,
                    0,
                    f"Rà soát, báo cáo nội dung số {at}",
                    lead,
                    indicators=(Indicator(0, "", "Số hộ", "hộ"),),
                )
                for at in range(TASKS)
            ]
            kept = tasks.add_all(work.store, plan.id, wanted)
            tasks.assign(work.store, plan.id, DAY, {one.id: dt.date(2026, 3, 20) for one in kept})
    return plan.id


def reply(work: Workspace, sent: Package, told: Manifest, wanted: list[Task], folder: Path) -> None:
    """What a unit would answer, under a key of its own."""
    private = seal.new_key()
    uids = new_uids(TASKS)
    results = [
        SentAssignment(
            task.uid,
            told.unit,
            results=(
                SentResult(
                    uid,
                    dt.date(2026, 3, 19),
                    Status.DONE,
                    "2026-03-19T02:00:00+00:00",
                    done_on=dt.date(2026, 3, 18),
                    text=f"Đã rà soát {sent.id % 97} hộ, lập danh sách và niêm yết công khai tại trụ sở",
                    values=((task.indicators[0].uid, Decimal(sent.id % 97)),),
                ),
            ),
        )
        for task, uid in zip(wanted, uids, strict=True)
    ]
    manifest = Manifest(
        new_uid(), PackageKind.REPLY, 1, new_uid(), told.receiver_name, seal.public_key(private),
        "2026-03-19T03:00:00+00:00", receiver=told.sender, receiver_name=told.sender_name, plan=told.plan,
        unit=told.unit, answers=told.uid,
    )  # fmt: skip
    data = package.make(
        manifest, Content(assignments=tuple(results)), {}, private, Lock(PHRASE, bytes.fromhex(sent.salt))
    )
    (folder / f"{sent.id:05}.skh").write_bytes(data)


def prepare(home: Path, count: int, folder: Path) -> None:
    """Send the work, time it, and write all replies."""
    from desktop.domain import as_json

    plan = make(home, count)
    with Workspace.open(home, lambda: TODAY) as work:
        began = time.monotonic()
        package_sending.send(work, plan, folder / "di", passphrase=PHRASE)
        print(f"sending {count:5} packages of work   {time.monotonic() - began:6.1f} s")
        wanted = tasks.of_plan(work.store, plan)
        (folder / "ve").mkdir()
        for sent in packages.history(work.store, Filter(is_ours=True, plan=plan, limit=count)):
            reply(work, sent, as_json.load(Manifest, sent.manifest), wanted, folder / "ve")


def receive(home: Path, folder: Path) -> None:
    """The work that is measured, in a process of its own: prints one line of JSON."""
    paths = sorted(folder.glob("*.skh"))
    with Workspace.open(home, lambda: TODAY) as work:
        began = time.monotonic()
        found = package_receiving.look(work, paths, (PHRASE,))
        looked = time.monotonic()
        kept = package_receiving.keep(work, found, passphrases=(PHRASE,))
        ended = time.monotonic()
        again = package_receiving.look(work, paths, (PHRASE,))
        last = time.monotonic()
    assert kept.packages == len(paths), [one.error for one in found if one.error][:3]
    assert kept.results == TASKS * len(paths)
    assert {one.verdict.value for one in again} == {"same"}
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    told = {"look": looked - began, "keep": ended - looked, "again": last - ended}
    print(json.dumps({**told, "mib": int(status["VmHWM"].split()[0]) / 1024}))


def main() -> None:
    """Print the table."""
    if sys.argv[1:2] == ["--receive"]:
        receive(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    counts = [int(word) for word in sys.argv[1:]] or COUNTS
    lines = []
    for count in counts:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            prepare(folder / "nha", count, folder)
            told = subprocess.run(
                [sys.executable, __file__, "--receive", str(folder / "nha"), str(folder / "ve")],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            lines.append((count, json.loads(told.stdout)))
    print(f"{'packages':>8} {'preview s':>10} {'keeping s':>10} {'again s':>8} {'MiB':>6} {'ms each':>8}")
    for count, one in lines:
        each = 1000 * (one["look"] + one["keep"]) / count
        print(
            f"{count:8} {one['look']:10.1f} {one['keep']:10.1f} {one['again']:8.1f} {one['mib']:6.0f} {each:8.1f}"
        )


if __name__ == "__main__":
    main()
