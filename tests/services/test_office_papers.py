"""Papers that belong to no single plan, chosen by name and time."""

import datetime as dt

import pytest
from story import issued, settle

from desktop.services import office_papers
from desktop.services.office_papers import SPANS, OfficePaper, Span, Wanted
from desktop.services.papers import Formats

PERIODS = {Span.NOW: "", Span.YEAR: "2026", Span.PERIOD: "2026-Q1"}


@pytest.fixture
def work(workspace):
    settle(workspace)
    issued(workspace)
    return workspace


def wanted(kind: OfficePaper) -> Wanted:
    return Wanted(kind, PERIODS[SPANS[kind]])


@pytest.mark.parametrize("kind", OfficePaper)
def test_every_paper_is_written_into_the_folder(work, kind, tmp_path):
    made = office_papers.write(work, wanted(kind), tmp_path / "so", Formats(pdf=True))
    assert made
    assert all(path.parent == tmp_path / "so" and path.read_bytes().startswith(b"%PDF") for path in made)


@pytest.mark.parametrize("kind", OfficePaper)
def test_every_paper_prints_from_memory(work, kind):
    assert office_papers.pdf(work, wanted(kind)).startswith(b"%PDF")


def test_without_a_choice_all_formats_are_written(work, tmp_path):
    made = office_papers.write(work, wanted(OfficePaper.FOLLOW_UP), tmp_path)
    assert {path.suffix for path in made} == {".pdf", ".docx", ".xlsx"}


def test_periods_run_back_from_this_month(work):
    assert office_papers.periods(dt.date(2026, 5, 4)) == (
        *("2026-05", "2026-04"),
        *("2026-Q2", "2026-Q1"),
        *("2026", "2025"),
    )


def test_in_january_the_month_before_is_of_last_year():
    assert office_papers.periods(dt.date(2026, 1, 31))[:3] == ("2026-01", "2025-12", "2026-Q1")
