"""Reports: drafts are changed, sent ones keep their figures."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.report import Report, ReportState, send
from desktop.errors import NotAllowed, NotFound
from desktop.storage import reports
from desktop.storage.store import Store

DAY = dt.date(2026, 3, 2)


@pytest.fixture
def draft(store: Store, work) -> Report:
    return reports.add(store, Report(0, "", "Kết quả ngày hội", DAY, work.plan.id, "2026-Q1"), "phần một")


def test_a_report_comes_back_as_it_was_given(store: Store, draft: Report) -> None:
    assert reports.get(store, draft.id) == draft
    assert (
        reports.body(store, draft.id),
        reports.snapshot(store, draft.id),
        reports.pdf(store, draft.id),
    ) == ("phần một", None, None)


def test_a_draft_is_changed(store: Store, draft: Report) -> None:
    changed = replace(draft, title="Khác")
    reports.save(store, changed)
    assert (reports.get(store, draft.id), reports.body(store, draft.id)) == (changed, "phần một")
    reports.save(store, changed, "phần hai")
    assert reports.body(store, draft.id) == "phần hai"


def test_a_sent_report_keeps_its_figures(store: Store, draft: Report) -> None:
    sent = send(draft, 12, DAY)
    reports.freeze(store, sent, '{"total": 4}', b"%PDF")
    assert reports.get(store, draft.id) == sent
    assert (reports.snapshot(store, draft.id), reports.pdf(store, draft.id)) == ('{"total": 4}', b"%PDF")
    for ask in (
        lambda: reports.save(store, sent),
        lambda: reports.freeze(store, sent, "{}"),
        lambda: reports.remove(store, sent.id),
    ):
        with pytest.raises(NotAllowed, match="report_is_sent"):
            ask()


def test_freezing_makes_it_sent_whatever_it_was_called(store: Store, draft: Report) -> None:
    reports.freeze(store, draft, "{}")
    assert reports.get(store, draft.id).state is ReportState.SENT


def test_a_draft_can_be_removed(store: Store, draft: Report) -> None:
    reports.remove(store, draft.id)
    with pytest.raises(NotFound):
        reports.get(store, draft.id)


def test_reports_are_listed_by_cut_off(store: Store, draft: Report) -> None:
    later = reports.add(store, Report(0, "", "Quý II", DAY + dt.timedelta(90)))
    assert reports.list_reports(store) == [later, draft]
    assert reports.list_reports(store, draft.plan) == [draft]


def test_a_report_needs_a_number_from_one(draft: Report) -> None:
    with pytest.raises(NotAllowed, match="number_not_positive"):
        send(draft, 0, DAY)
