"""Office, holidays, names of files, search, safety, home: what is small."""

import datetime as dt
import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from story import DIVISION, add_unit, issued, settle

from desktop.domain.assignment import Status
from desktop.domain.office import Signer
from desktop.domain.result import Result
from desktop.domain.working_days import DeadlineRules, is_working
from desktop.errors import DiskFull, NotAFolder, NotAllowed, ReadOnlyPlace
from desktop.services import finding, homes, offices, public_holidays, safety
from desktop.services.directives import read_pasted
from desktop.services.file_names import file_name, prepare
from desktop.services.public_holidays import with_holidays
from desktop.services.workspace import Workspace
from desktop.storage import results, units


def test_an_office_keeps_what_it_is_told_and_nothing_else_changes(workspace):
    offices.tell(workspace, name="Uỷ ban nhân dân xã Đồng Sen", place=" Đồng  Sen ")
    told = offices.tell(
        workspace, superior="UBND tỉnh Sơn Giang", reports_to="Sở Y tế", collector="A", drafting="VHXH"
    )
    assert told == workspace.office
    assert (told.name, told.short_name) == ("Ủy ban nhân dân xã Đồng Sen", "UBND xã Đồng Sen")
    assert told.issuer == ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SEN")
    assert (told.place, told.superior) == ("Đồng Sen", ("UBND TỈNH SƠN GIANG",))
    assert (told.reports_to, told.collector, told.drafting) == ("Sở Y tế", "A", "VHXH")
    assert offices.tell(workspace, superior="").superior == ()


def test_an_office_gets_its_uid_once_and_signers_are_kept(workspace):
    first = offices.tell_signers(workspace, [Signer(("CHỦ TỊCH",), "Trần Văn Bình")])
    second = offices.tell_signers(workspace, [Signer(("CHỦ TỊCH",), "Lê Thị Lan")])
    assert first.uid
    assert first.uid == second.uid
    assert workspace.office.signers == (Signer(("CHỦ TỊCH",), "Lê Thị Lan"),)


def test_public_holidays_are_days_off_and_the_offices_own_days_win():
    tet, swapped = dt.date(2026, 2, 17), dt.date(2026, 8, 22)
    rules = with_holidays(DeadlineRules(), [2026])
    assert not is_working(tet, rules)
    assert is_working(swapped, rules)
    own = with_holidays(DeadlineRules(holidays=frozenset({swapped}), working_days=frozenset({tet})), [2026])
    assert is_working(tet, own)
    assert not is_working(swapped, own)


def test_the_class_of_vietnam_alone_knows_what_the_package_knows():
    import holidays

    years = range(2024, 2030)
    assert dict(public_holidays._vietnam()(years=years)) == dict(holidays.country_holidays("VN", years=years))
    assert public_holidays.names_of([2026])[dt.date(2026, 9, 2)] == "Quốc khánh"


def test_rules_know_the_holidays_of_the_years_round_a_deadline(workspace):
    rules = workspace.rules([dt.date(2026, 1, 5), None])
    assert {day.year for day in rules.holidays} == {2025, 2026, 2027}
    assert workspace.rules([None]).holidays == frozenset()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trường Tiểu học Số 1", "truong-tieu-hoc-so-1"),
        ("Phòng Văn hóa - Xã hội", "phong-van-hoa-xa-hoi"),
        ("../..", "tep"),
        ("CON", "con-"),
        ("a" * 200, "a" * 80),
    ],
)
def test_a_file_is_named_in_ascii_as_windows_allows(words, name):
    assert file_name(words, set()) == name


@given(st.lists(st.text(max_size=30), max_size=8))
def test_no_two_files_of_a_folder_have_one_name(names):
    taken: set[str] = set()
    made = [file_name(words, taken) for words in names]
    assert len(set(made)) == len(made)
    assert all(name.isascii() and not set(name) & set('/\\:*?"<>| ') for name in made)


def test_a_folder_is_made_with_those_above_it(tmp_path):
    prepare(tmp_path / "a" / "b")
    prepare(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (FileExistsError(errno.EEXIST, "there"), NotAFolder),
        (PermissionError(errno.EACCES, "no"), ReadOnlyPlace),
        (OSError(errno.ENOSPC, "full"), DiskFull),
        (OSError(errno.EROFS, "read-only"), ReadOnlyPlace),
    ],
)
def test_a_folder_that_cannot_be_made_is_told(monkeypatch, error, kind):
    def refuse(*_args, **_values):
        raise error

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(kind):
        prepare(Path("ra"))


def test_everything_is_found_without_dau(workspace):
    settle(workspace)
    issued(workspace)
    assert {hit.noun for hit in finding.find(workspace, "toa dam")} >= {"task"}
    assert [hit.title for hit in finding.find(workspace, "van hoa") if hit.noun == "unit"] == [DIVISION]
    assert finding.find(workspace, "...") == []


def test_a_backup_brings_back_what_was_there(home, tmp_path):
    with Workspace.open(home) as work:
        add_unit(work, "Thôn Đông")
        copy = safety.backup(work, tmp_path / "ban-sao.db")
        add_unit(work, "Thôn Đoài")
    aside = safety.restore(copy, home)
    assert aside is not None
    assert aside.exists()
    with Workspace.open(home) as work:
        assert [unit.name for unit in units.list_units(work.store)] == ["Thôn Đông"]


def test_a_backup_never_overwrites_another_file(workspace, tmp_path):
    copy = safety.backup(workspace, tmp_path / "ban-sao.db")
    with pytest.raises(NotAllowed) as refused:
        safety.backup(workspace, copy)
    assert refused.value.rule == "file_exists"


def test_a_sound_workspace_has_no_findings_and_a_faulty_one_is_mended_after_a_backup(workspace):
    settle(workspace)
    issued(workspace)
    assert safety.check(workspace) == []
    assert safety.check(workspace, repair=True) == []
    results.add_all(workspace.store, [Result(1, workspace.today(), Status.IN_PROGRESS)])
    workspace.store.run("UPDATE assignment SET status = 'done' WHERE id = 1")
    (found,) = safety.check(workspace)
    assert (found.code, found.repaired) == ("status_differs", False)
    assert [some.repaired for some in safety.check(workspace, repair=True)] == [True]
    assert any("before-repair" in path.name for path in (workspace.home / "backups").iterdir())
    assert safety.check(workspace) == []


def test_the_usual_home_is_under_the_persons_data():
    assert homes.default_home().name == "SoKeHoach"


def test_pasted_text_is_read_as_a_document_is():
    assert read_pasted("CÔNG VĂN\nV/v tổ chức Tết Trung thu").tasks == ()
