"""The paper of a plan by itself."""

import pytest
from docx import Document
from story import draft, issued, settle

from desktop.documents.signing import KeyFile, Mark
from desktop.errors import NotFound
from desktop.services import plan_papers
from desktop.storage import plans


def test_an_issued_plan_gives_the_pdf_that_was_printed(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    kept = plans.pdf(workspace.store, plan.id)
    assert plan_papers.pdf(workspace, plan.id) == kept
    assert plan_papers.save(workspace, plan.id, tmp_path / "a.pdf").read_bytes() == kept


def test_a_draft_is_set_as_it_stands(workspace):
    settle(workspace)
    assert plan_papers.pdf(workspace, draft(workspace).id).startswith(b"%PDF")


def test_word_is_written_where_the_name_asks_for_it(workspace, tmp_path):
    settle(workspace)
    path = plan_papers.save(workspace, draft(workspace).id, tmp_path / "a.docx")
    assert any("KẾ HOẠCH" in paragraph.text for paragraph in Document(path).paragraphs)


def test_its_title_is_the_number_or_the_subject_of_a_draft(workspace):
    settle(workspace)
    plan = draft(workspace)
    assert plan_papers.title(plan) == f"Dự thảo kế hoạch {plan.subject}"[:90].strip()
    assert plan_papers.title(issued(workspace)).startswith("Kế hoạch số ")


def test_what_is_not_there_is_said(workspace):
    with pytest.raises(NotFound):
        plan_papers.pdf(workspace, 99)


def test_an_issued_plan_is_signed_beside_the_pdf_that_was_printed(workspace, tmp_path):
    papers = pytest.importorskip(
        "signing_papers", reason="the extra for signing is not installed", exc_type=ImportError
    )
    settle(workspace)
    plan = issued(workspace)
    kept = plans.pdf(workspace.store, plan.id)
    key = KeyFile(papers.p12(tmp_path / "ky.p12", papers.chair()), papers.PASSPHRASE)
    told = plan_papers.sign(workspace, plan.id, tmp_path / "da-ky.pdf", key, Mark())
    is_signed = papers.statuses(tmp_path / "da-ky.pdf", papers.chair())[0].bottom_line
    assert (told.name, told.page, is_signed) == ("Nguyễn Thị Hồng Vân", None, True)
    assert plans.pdf(workspace.store, plan.id) == kept
