"""Any content of any kind survives the way through a package, open or locked."""

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import packages_made as made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.assignment import Status
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.package import (
    Content,
    PackageKind,
    SentAssignment,
    SentEvidence,
    SentExtension,
    SentIndicator,
    SentPlan,
    SentResult,
    SentTask,
    SentUnit,
)
from desktop.domain.plan import PlanForm
from desktop.domain.unit import UnitKind
from desktop.exchange import package
from desktop.exchange.envelope import Lock

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf")), max_size=40).map(
    lambda text: unicodedata.normalize("NFC", text)
)
NAME = TEXT.filter(lambda text: bool(text.strip()))
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
MAYBE = st.none() | DAYS
NUMBERS = st.decimals(-(10**14), 10**14, allow_nan=False, allow_infinity=False, places=3)
RECURRENCE = st.sampled_from(
    [None, "daily", "weekly", "weekly:7", "monthly:31", "quarterly:15", "half-yearly", "yearly:06-01,11-15"]
)
ENDINGS = {".pdf": made.PDF, ".png": made.PICTURE, ".jpg": b"\xff\xd8\xff...", ".docx": b"PK\3\4..."}


@st.composite
def contents(draw: Callable[..., Any], kind: PackageKind) -> tuple[Content, dict[str, bytes]]:
    """A content of that kind with its files; ids are counted, so that each is there once."""
    counter, files = iter(range(10**6)), dict[str, bytes]()

    def new() -> str:
        return made.uid(next(counter))

    def some(values: st.SearchStrategy[Any], most: int = 3) -> tuple[Any, ...]:
        return tuple(draw(st.lists(values, max_size=most)))

    tasks = tuple(_task(draw, new, some) for _ in range(draw(st.integers(0, 3))))
    units = (made.uid("school"), *(new() for _ in range(draw(st.integers(0, 2)))))
    units = units[:1] if kind is not PackageKind.HANDOVER else units
    pairs = (
        draw(st.lists(st.tuples(st.sampled_from(tasks), st.sampled_from(units)), unique=True, max_size=4))
        if tasks
        else []
    )
    given = tuple(_assignment(draw, new, some, files, task, unit) for task, unit in pairs)
    if kind is PackageKind.REPLY:
        return Content(assignments=given), files
    plan = SentPlan(
        made.uid("plan"), draw(TEXT), draw(TEXT), draw(st.sampled_from(PlanForm)), draw(st.none() | st.integers(1, 9999)),
        draw(TEXT), draw(MAYBE), draw(st.none() | st.integers(1900, 2200)), draw(TEXT), draw(st.sampled_from(["", made.BODY])),
        tasks=tasks,
    )  # fmt: skip
    if draw(st.booleans()):
        files["plans/0.pdf"], plan = made.PDF, replace(plan, pdf="plans/0.pdf")
    return Content((plan,), tuple(_unit(draw, uid) for uid in units), given), files


def _unit(draw: Callable[..., Any], uid: str) -> SentUnit:
    return SentUnit(
        uid, draw(NAME), draw(TEXT), draw(st.sampled_from(UnitKind)), *(draw(TEXT) for _ in range(5))
    )


def _task(draw: Callable[..., Any], new: Callable[[], str], some: Callable[..., Any]) -> SentTask:
    told = Deadline(draw(TEXT), draw(MAYBE), draw(st.sampled_from(Operator)), draw(RECURRENCE), draw(MAYBE))
    return SentTask(
        new(), draw(TEXT), some(TEXT), some(TEXT), draw(st.sampled_from([None, told])), draw(TEXT),
        tuple(SentIndicator(new(), draw(TEXT), draw(TEXT)) for _ in range(draw(st.integers(0, 2)))),
        some(TEXT), draw(st.booleans()), draw(TEXT), draw(TEXT),
    )  # fmt: skip


def _assignment(
    draw: Callable[..., Any],
    new: Callable[[], str],
    some: Callable[..., Any],
    files: dict[str, bytes],
    task: SentTask,
    unit: str,
) -> SentAssignment:
    versions: list[SentResult] = []
    for _ in range(draw(st.integers(0, 3))):
        bases = draw(st.lists(st.sampled_from(versions), unique=True)) if versions else []
        values = tuple((one.uid, draw(NUMBERS)) for one in task.indicators if draw(st.booleans()))
        proofs = tuple(_proof(draw, new, files) for _ in range(draw(st.integers(0, 2))))
        versions.append(
            SentResult(
                new(), draw(DAYS), draw(st.sampled_from(Status)), made.MOMENT, draw(TEXT), tuple(one.uid for one in bases),
                draw(MAYBE), draw(TEXT), draw(TEXT), draw(TEXT), values, proofs,
            )
        )  # fmt: skip
    later = tuple(
        SentExtension(new(), draw(DAYS), draw(MAYBE), draw(MAYBE), draw(MAYBE), draw(TEXT), draw(TEXT))
        for _ in range(draw(st.integers(0, 1)))
    )
    return SentAssignment(
        task.uid, unit, draw(MAYBE), draw(MAYBE), tuple(draw(st.permutations(versions))), later
    )


def _proof(draw: Callable[..., Any], new: Callable[[], str], files: dict[str, bytes]) -> SentEvidence:
    ending = draw(st.sampled_from(sorted(ENDINGS)))
    data = ENDINGS[ending] + draw(st.binary(max_size=12))
    digest = hashlib.sha256(data).hexdigest()
    files[f"evidence/{digest}"] = data
    return SentEvidence(
        new(), f"Minh chứng {draw(st.integers(0, 99))}{ending}", digest, f"evidence/{digest}", draw(DAYS)
    )


@pytest.mark.parametrize("lock", [None, Lock(made.PHRASE, made.SALT)], ids=["open", "locked"])
@pytest.mark.parametrize("kind", [PackageKind.WORK, PackageKind.REPLY, PackageKind.HANDOVER])
@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_content_comes_out_as_it_went_in(
    tmp_path: Path, kind: PackageKind, lock: Lock | None, data: st.DataObject
) -> None:
    content, files = data.draw(contents(kind))
    path = tmp_path / "a.skh"
    path.write_bytes(package.make(made.manifest(kind), content, files, made.KEY, lock))
    opened = package.open_package(path, [made.PHRASE])
    assert opened.content == content
    inside = package.Inside(path, [made.PHRASE])
    assert {name: inside.part(name) for name in files} == files
