"""Packages with a right seal whose content is not as this program makes it: each is refused before anything of it is kept."""

import json
from collections.abc import Callable
from pathlib import Path

import forged_packages as forged
import packages_made as made
import pytest
from forged_packages import Plain

from desktop import errors
from desktop.domain.package import PackageKind
from desktop.exchange import package


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "goi.skh"


def refused(path: Path, data: bytes) -> errors.FileProblem:
    """Why that package is refused."""
    path.write_bytes(data)
    with pytest.raises(errors.FileProblem) as caught:
        package.open_package(path, [made.PHRASE])
    return caught.value


def task(data: Plain, **values: object) -> None:
    data["plans"][0]["tasks"][0].update(values)


def given(data: Plain, **values: object) -> None:
    data["assignments"][0].update(values)


def result(data: Plain, at: int = 1, **values: object) -> None:
    data["assignments"][0]["results"][at].update(values)


def proof(data: Plain, **values: object) -> None:
    data["assignments"][0]["results"][1]["evidence"][0].update(values)


def plan(data: Plain, **values: object) -> None:
    data["plans"][0].update(values)


def body(data: Plain, **values: object) -> None:
    plan(data, body=json.dumps(json.loads(made.BODY) | values))


DEEP = json.loads("[" * 900 + "]" * 900)
TABLE = {
    "type": "table",
    "columns": [{"titles": ["a"], "width": 1, "align": "left"}],
    "groups": [],
    "total": False,
    "caption": "",
}

CONTENT: dict[str, Callable[[Plain], object]] = {
    "plans as text": lambda data: data.update(plans="abc"),
    "plans as number": lambda data: data.update(plans=10**9),
    "plans in plans": lambda data: data.update(plans=[[data["plans"][0]]]),
    "nesting": lambda data: data.update(plans=DEEP),
    "no plan": lambda data: data.pop("plans"),
    "two plans": lambda data: data["plans"].append(data["plans"][0] | {"uid": made.uid("p"), "tasks": []}),
    "another plan": lambda data: plan(data, uid=made.uid("another")),
    "origin": lambda data: plan(data, origin={"uid": made.uid("x"), "name": "x", "key": "0" * 64}),
    "carried": lambda data: plan(data, carried=[]) or plan(data, carried=[carried()]),
    "no unit": lambda data: data.pop("units"),
    "unit without a name": lambda data: data["units"][0].update(name=" "),
    "unit of unknown kind": lambda data: data["units"][0].update(kind="king"),
    "unit twice": lambda data: data["units"].append(data["units"][0]),
    "subject as truth": lambda data: plan(data, subject=True),
    "subject without end": lambda data: plan(data, subject="A" * 300_000),
    "number below one": lambda data: plan(data, number=0),
    "year far off": lambda data: plan(data, year=99_999),
    "day that is none": lambda data: plan(data, date="2026-02-30"),
    "day far off": lambda data: plan(data, date="9999-12-31"),
    "day as number": lambda data: plan(data, date=20260325),
    "printed form that is data": lambda data: plan(data, pdf="data.json"),
    "printed form outside": lambda data: plan(data, pdf="../../plans/0.pdf"),
    "printed form missing": lambda data: plan(data, pdf="plans/1.pdf"),
    "printed form left over": lambda data: plan(data, pdf=""),
    "printed form that is a picture": lambda data: plan(data, pdf=proof_of(data)["part"]),
    "body of no paper": lambda data: plan(data, body="{}"),
    "body that is no text": lambda data: plan(data, body="\x00"),
    "body of a newer program": lambda data: body(data, version=2),
    "body of numbers": lambda data: body(data, recipients=[5]),
    "body of words for parts": lambda data: body(data, blocks=["abc"], signer=[]),
    "body in which nothing has a name": lambda data: body(data, blocks=[None]),
    "body of one text": lambda data: body(data, blocks="abc"),
    "body nested": lambda data: plan(data, body="[" * 100_000),
    "body with a doubled key": lambda data: plan(data, body=made.BODY.replace('{"version"', '{"version": 1, "version"')),
    "table of rubbish": lambda data: body(data, blocks=[TABLE | {"rows": [["a", "b"]]}]),
    "table of numbers": lambda data: body(data, blocks=[TABLE | {"rows": [[5]]}]),
    "table without end": lambda data: body(data, blocks=[TABLE | {"rows": [], "columns": [{"titles": [], "width": 1e9, "align": "left"}]}]),
    "task twice": lambda data: plan(data, tasks=data["plans"][0]["tasks"] * 2),
    "tasks without end": lambda data: plan(data, tasks=[{"uid": made.uid(n), "text": ""} for n in range(2_001)]),
    "leads as text": lambda data: task(data, leads="Trường"),
    "leads without end": lambda data: task(data, leads=["a"] * 5_001),
    "report as text": lambda data: task(data, is_report="yes"),
    "rule of return without sense": lambda data: task(data, deadline={"text": "", "recurrence": "weekly:99"}),
    "rule of return that is code": lambda data: task(data, deadline={"text": "", "recurrence": "__import__('os')"}),
    "operator unknown": lambda data: task(data, deadline={"text": "", "operator": "never"}),
    "indicator twice": lambda data: task(data, indicators=data["plans"][0]["tasks"][0]["indicators"] * 2),
    "work of a unit that is not there": lambda data: given(data, unit=made.uid("x")),
    "work on a task that is not there": lambda data: given(data, task=made.uid("x")),
    "work twice": lambda data: data.update(assignments=data["assignments"] * 2),
    "result of unknown state": lambda data: result(data, status="perfect"),
    "result that is worked out": lambda data: result(data, uid="0" * 12 + "8" + "0" * 3 + "8" + "0" * 15),
    "result twice": lambda data: result(data, uid=made.uid("first")),
    "result before itself": lambda data: result(data, bases=[made.uid("second")]),
    "results in a ring": lambda data: result(data, 0, bases=[made.uid("second")]),
    "result at no time": lambda data: result(data, made_at="yesterday"),
    "results without end": lambda data: given(data, results=[result_of(data) | {"uid": made.uid(n)} for n in range(1_001)]),
    "value that is no number": lambda data: result(data, values=[[made.uid("talks"), "NaN"]]),
    "value without end": lambda data: result(data, values=[[made.uid("talks"), "Infinity"]]),
    "value that signals": lambda data: result(data, values=[[made.uid("talks"), "sNaN"]]),
    "value of a thousand digits": lambda data: result(data, values=[[made.uid("talks"), "9" * 1_000]]),
    "value of a billion digits": lambda data: result(data, values=[[made.uid("talks"), "1e1000000000"]]),
    "value as number": lambda data: result(data, values=[[made.uid("talks"), 5]]),
    "value of another task": lambda data: result(data, values=[[made.uid("x"), "5"]]),
    "value twice": lambda data: result(data, values=[[made.uid("talks"), "5"]] * 2),
    "value in three": lambda data: result(data, values=[[made.uid("talks"), "5", "6"]]),
    "proof of another content": lambda data: proof(data, sha256="0" * 64),
    "proof that is missing": lambda data: proof(data, sha256="0" * 64, part="evidence/" + "0" * 64),
    "proof that is the plan": lambda data: proof(data, part="plans/0.pdf"),
    "proof left over": lambda data: result(data, evidence=[]),
    "proof of another kind": lambda data: proof(data, name="anh.pdf"),
    "proof that runs": lambda data: proof(data, name="anh.png.exe"),
    "proof in a folder": lambda data: proof(data, name="../anh.png"),
    "proof on a server": lambda data: proof(data, name="\\\\server\\anh.png"),
    "proof in a stream": lambda data: proof(data, name="anh.pdf:x.png"),
    "proof that is a device": lambda data: proof(data, name="CON.png"),
    "proof without a name": lambda data: proof(data, name=""),
    "proof with a long name": lambda data: proof(data, name="a" * 300 + ".png"),
    "proof in two lines": lambda data: proof(data, name="a\nb.png"),
    "extension of rubbish": lambda data: data["assignments"][0]["extensions"][0].update(uid="x"),
    "NUL": lambda data: result(data, text="a\x00b"),
    "escape": lambda data: result(data, text="\x1b[2J"),
    "lone surrogate": lambda data: result(data, text="\ud800"),
}  # fmt: skip


def carried() -> Plain:
    told = {"uid": made.uid("w"), "sequence": 1, "unit": "", "salt": "", "at": made.MOMENT, "file_name": "a"}
    return told | {"manifest": ""}


def proof_of(data: Plain) -> Plain:
    found: Plain = data["assignments"][0]["results"][1]["evidence"][0]
    return found


def result_of(data: Plain) -> Plain:
    found: Plain = data["assignments"][0]["results"][0]
    return found


@pytest.mark.parametrize("name", CONTENT)
def test_content_that_is_not_right_is_refused(path: Path, name: str) -> None:
    error = refused(path, forged.package(lambda _, data: CONTENT[name](data)))
    assert isinstance(error, errors.WrongPackage)
    assert error.reason == "bad_content"


def test_an_indicator_of_two_tasks_is_refused(path: Path) -> None:
    def doubled(_: Plain, data: Plain) -> None:
        first, second = data["plans"][0]["tasks"][:2]
        second["indicators"] = first["indicators"]

    assert isinstance(refused(path, forged.package(doubled)), errors.WrongPackage)


def test_nothing_that_is_handed_over_answers_anything(path: Path) -> None:
    data = forged.package(lambda head, _: head.update(answers=made.uid("x")), PackageKind.HANDOVER)
    assert isinstance(refused(path, data), errors.WrongPackage)


HANDED: dict[str, Callable[[Plain], object]] = {
    "key of the origin": lambda data: data["plans"][0]["origin"].update(key="x"),
    "salt": lambda data: data["plans"][0]["carried"][0].update(salt="x"),
    "moment": lambda data: data["plans"][0]["carried"][0].update(at="x"),
    "manifest of another package": lambda data: data["plans"][0]["carried"][0].update(uid=made.uid("x")),
    "unit that is not there": lambda data: data["plans"][0]["carried"][0].update(unit=made.uid("x")),
    "no unit": lambda data: data["plans"][0]["carried"][0].update(unit=""),
    "no manifest": lambda data: data["plans"][0]["carried"][0].update(manifest=""),
    "manifest that is none": lambda data: data["plans"][0]["carried"][0].update(manifest="[]"),
    "manifest with hidden signs": lambda data: data["plans"][0]["carried"][0].update(
        manifest=data["plans"][0]["carried"][0]["manifest"].replace("Đồng", "\\u202eĐồng")
    ),
}


@pytest.mark.parametrize("name", HANDED)
def test_a_hand_over_that_is_not_right_is_refused(path: Path, name: str) -> None:
    error = refused(path, forged.package(lambda _, data: HANDED[name](data), PackageKind.HANDOVER))
    assert isinstance(error, errors.WrongPackage)


def test_a_reply_and_a_receipt_bring_nothing_that_they_should_not(path: Path) -> None:
    work = forged.plain()[1]
    for kind in (PackageKind.REPLY, PackageKind.RECEIPT):
        error = refused(path, forged.package(lambda _, data: data.update(work), kind, made.files()))
        assert isinstance(error, errors.WrongPackage)
    other = made.uid("another unit")
    error = refused(path, forged.package(lambda _, data: given(data, unit=other), PackageKind.REPLY))
    assert isinstance(error, errors.WrongPackage)


def test_fields_that_are_not_known_are_passed_over(path: Path) -> None:
    def more(head: Plain, data: Plain) -> None:
        head["mood"] = plan(data, __class__="os.system", colour=[1, {"a": None}])

    path.write_bytes(forged.package(more))
    assert package.open_package(path).content == made.content()


def test_signs_that_nobody_sees_are_dropped_and_text_is_never_more_than_text(path: Path) -> None:
    words = "<img src=file:///etc/passwd> '; DROP TABLE unit; -- =HYPERLINK(1)"
    path.write_bytes(forged.package(lambda _, data: result(data, text=f"\u202e{words}\u200b\ufeff")))
    assert package.open_package(path).content.assignments[0].results[1].text == words
