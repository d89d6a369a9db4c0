"""Settings of the office and the record of changes."""

import datetime as dt
import re
from dataclasses import replace

from desktop.domain.office import Office, Signer
from desktop.domain.working_days import DeadlineRules
from desktop.storage import audit, settings
from desktop.storage.store import Store
from desktop.storage.values import new_uid, new_uids

DAY = dt.date(2026, 3, 2)
OFFICE = Office(
    uid="u",
    name="Ủy ban nhân dân xã Đông",
    issuer=("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG"),
    signers=(Signer(("CHỦ TỊCH",), "Lê Bình"),),
    rules=DeadlineRules(before_is_strict=False, holidays=frozenset({DAY, DAY + dt.timedelta(1)})),
)


def test_an_office_that_told_nothing_is_empty(store: Store) -> None:
    assert settings.office(store) == Office()


def test_the_office_comes_back_as_it_was_given(store: Store) -> None:
    for office in (Office(), OFFICE, replace(OFFICE, name="")):
        settings.save_office(store, office)
        assert settings.office(store) == office


def test_other_settings_are_json_values(store: Store) -> None:
    settings.put(store, "columns", {"name": "B"})
    settings.put(store, "columns", {"name": "C"})
    assert settings.get(store, "columns") == {"name": "C"}
    assert settings.get(store, "none", 5) == 5


def test_who_changed_what_is_noted_in_order_of_writing(store: Store) -> None:
    store.person = "an"
    audit.note(store, "issued", "plan", 1, number=5)
    audit.note(store, "imported", "unit", file="ds.xlsx")
    first, second = audit.entries(store)[::-1]
    assert (first.at, first.person, first.action, first.noun, first.key, first.detail) == (
        "2026-03-02T08:30:00+00:00",
        "an",
        "issued",
        "plan",
        1,
        {"number": 5},
    )
    assert second.key is None
    assert audit.entries(store, "plan", 1) == [first]
    assert audit.entries(store, limit=1) == [second]


def test_stable_ids_are_random_uuids_of_version_4() -> None:
    drawn = [new_uid(), *new_uids(200)]
    assert len(set(drawn)) == 201
    assert all(re.fullmatch("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}", uid) for uid in drawn)
