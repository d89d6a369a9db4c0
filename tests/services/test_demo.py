"""The main job from end to end: on the bundled samples, and on those beside the project."""

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from story import DONE, Clock, fill, forms

from desktop.domain.vietnamese import fold_name
from desktop.errors import NotAllowed
from desktop.services import (
    collecting,
    offices,
    plan_export,
    planning,
    report_files,
    reporting,
    safety,
    slips,
    unit_lists,
)
from desktop.services.demo import Demo
from desktop.services.papers import Formats
from desktop.services.plan_export import Parts
from desktop.services.workspace import Workspace
from desktop.storage import units

COLLECTED, CUT_OFF = dt.date(2024, 12, 27), dt.date(2024, 12, 28)


def has_the_form(shared: Path, path: Path, kind: str) -> None:
    """The checker of the legal form finds nothing wrong with a PDF."""
    command = [sys.executable, str(shared / "tools" / "check_form.py"), str(path), "--kind", kind]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """(what it told, the files it made)"""
    told: dict[str, dict] = {}
    to = tmp_path_factory.mktemp("demo") / "thu"
    made = Demo(to, lambda step, values: told.update({step: values})).run()
    yield told, made, to
    shutil.rmtree(to)


def test_the_demo_makes_every_paper_and_loses_nothing(demo):
    told, made, _ = demo
    assert list(told) == [
        *(
            "units",
            "drafted",
            "issued",
            "exchanged",
            "collected",
            "reported",
            "kept",
            "later",
            "quarter",
            "checked",
        ),
    ]
    assert all(path.stat().st_size for path in made)
    kinds = {path.suffix for path in made}
    assert kinds == {".pdf", ".docx", ".xlsx", ".skh", ".db"}
    assert (told["exchanged"]["results"] > 0, told["exchanged"]["again"]) == (True, 0)
    assert told["collected"]["again"] == 0
    assert told["checked"]["faults"] == 0


def test_the_figures_of_the_demo_add_up(demo):
    figures = demo[0]["reported"]
    assert figures["done"] + figures["missing"] <= figures["assigned"]
    assert figures["late"] > 0
    by_package = demo[0]["exchanged"]["results"]
    assert demo[0]["collected"]["added"] + by_package == figures["assigned"] - figures["missing"]


def test_the_demo_is_not_run_over_another(demo):
    with pytest.raises(NotAllowed) as refused:
        Demo(demo[2], lambda *_: None)
    assert refused.value.rule == "demo_there"


def test_the_papers_of_the_demo_have_the_legal_form(demo, shared):
    kinds = {
        "ke-hoach": "plan",
        "cong-van": "letter",
        "bao-cao": "report",
        "don-doc": "letter",
        "giay-moi": "plan",
    }
    papers = [path for path in demo[1] if path.suffix == ".pdf" and path.name[:8].rstrip("-") in kinds]
    assert len(papers) == 6
    for path in papers:
        has_the_form(shared, path, kinds[path.name[:8].rstrip("-")])


@pytest.mark.parametrize("name", ["Phòng Văn hóa - Xã hội", "Trường Mầm non Hoa Sen", "Thôn Bàu Sen"])
def test_the_slip_of_a_unit_has_the_legal_form(demo, shared, tmp_path, name):
    with Workspace.open(demo[2] / "du-lieu", Clock(CUT_OFF)) as work:
        unit = units.name_index(work.store)[fold_name(name)]
        (slip,) = slips.write(work, 1, tmp_path, unit, Formats(pdf=True))
    has_the_form(shared, slip, "plan")


@pytest.mark.parametrize("seed", ["seed1", "seed2"])
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_main_job_is_done_on_the_samples_beside_the_project(shared, home, tmp_path, seed, kind):
    with Workspace.open(home, Clock(dt.date(2024, 12, 19))) as work:
        listed = shared / "samples" / "units" / "don-vi-co-tieu-de.xlsx"
        assert unit_lists.commit(work, unit_lists.preview(work, listed)).added == 45
        offices.tell(
            work, name="Ủy ban nhân dân huyện Sơn Tây", place="Sơn Tây", reports_to="Sở Y tế", drafting="VHXH"
        )
        new = planning.new_from_file(work, shared / "samples" / "directives" / kind / f"{seed}.{kind}")
        assert len(new.tasks) >= 4
        planning.issue(work, new.plan.id, 12, dt.date(2024, 12, 20))
        papers = plan_export.export(work, new.plan.id, tmp_path, Parts(pdf=True))
        work.today.day = COLLECTED
        filled = [fill(path, {**DONE, "E8": COLLECTED}) for path in forms(work, new.plan, tmp_path).values()]
        added, _ = collecting.commit(work, collecting.preview(work, filled))
        assert added == len(filled) > 20
        work.today.day = CUT_OFF
        (report,) = report_files.of_plan(work, new.plan.id, tmp_path, Formats(pdf=True))
        assert reporting.figures(work, new.plan.id).total.reported == added
        assert safety.check(work) == []
    for path, form in zip((*papers, report), ("plan", "letter", "report"), strict=True):
        has_the_form(shared, path, form)
