"""Parts of a report: live, edited, stale, live again; and how they become a paper."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.model import Style, paragraph
from desktop.documents.report_part import (
    ReportBody,
    ReportPart,
    as_typed,
    assemble,
    edited,
    from_json,
    shown,
    to_json,
    typed,
)
from desktop.domain.report import Arrangement
from desktop.errors import DataError

RESULTS = paragraph(Style.SECTION, "KẾT QUẢ")
FIELD = paragraph(Style.CLAUSE, "Lĩnh vực y tế")
TASK = ReportPart(
    "task:4",
    "Treo băng rôn",
    (RESULTS,),
    (paragraph(Style.NUMBERED, "Treo băng rôn.", "task:4"), paragraph(Style.DASH, "Đã treo.", "result:5")),
)
WHOLE = ReportPart(
    "overview", "Kết quả chung", (RESULTS,), (paragraph(Style.BODY, "Xong một nửa.", "plan:1"),)
)
UNTOUCHED = ReportBody()


def texts(*parts) -> list[str]:
    return [block.text for block in assemble(parts)]


def test_an_untouched_part_prints_live():
    (one,) = shown([TASK], UNTOUCHED)
    assert (one.words, one.edit, one.is_stale) == (TASK.live, None, False)


def test_an_edited_part_keeps_its_live_words_beside_it():
    words = typed("Treo băng rôn.\n- Đã treo tại 14 thôn.", TASK.live)
    (one,) = shown([TASK], edited(UNTOUCHED, TASK, words))
    assert (one.words, one.part.live, one.is_stale) == (words, TASK.live, False)


def test_an_edited_part_says_when_its_live_words_have_changed():
    body = edited(UNTOUCHED, WHOLE, typed("Khác.", WHOLE.live))
    later = replace(WHOLE, live=(paragraph(Style.BODY, "Xong tất cả."),))
    (one,) = shown([later], body)
    assert one.is_stale
    assert one.edit is not None
    assert one.edit.live == ("Xong một nửa.",)


def test_the_live_words_typed_again_make_a_part_live():
    body = edited(UNTOUCHED, TASK, typed("Khác.", TASK.live))
    assert edited(body, TASK, typed(as_typed(TASK.live), TASK.live)) == UNTOUCHED


def test_an_edit_of_one_part_leaves_the_others():
    body = edited(edited(UNTOUCHED, TASK, typed("A.", ())), WHOLE, typed("B.", ()))
    assert set(edited(body, TASK, typed("C.", ())).edits) == {"task:4", "overview"}


def test_what_is_typed_keeps_the_look_and_the_source_of_what_stayed():
    words = typed("Treo băng rôn.\n\n  - Đã treo.\n+ Ở cổng chào\nThêm một dòng", TASK.live)
    assert words == (
        *TASK.live,
        paragraph(Style.PLUS, "Ở cổng chào"),
        paragraph(Style.BODY, "Thêm một dòng"),
    )
    assert typed("Đổi tên việc.", TASK.live)[0].style is Style.NUMBERED


def test_headings_print_once_and_only_over_words():
    silent = replace(WHOLE, key="comparison", under=(paragraph(Style.SECTION, "KHÁC"),), live=())
    assert texts(*shown([WHOLE, silent, TASK], UNTOUCHED)) == [
        "KẾT QUẢ",
        "Xong một nửa.",
        "Treo băng rôn.",
        "Đã treo.",
    ]


def test_a_part_that_was_emptied_is_left_out():
    assert texts(*shown([TASK], edited(UNTOUCHED, TASK, ()))) == []


def test_under_a_numbered_heading_tasks_stand_a_rank_lower():
    low = replace(TASK, under=(RESULTS, FIELD))
    blocks = assemble(shown([WHOLE, low], UNTOUCHED))
    assert [(block.style, block.text) for block in blocks[2:4]] == [
        (Style.CLAUSE, "Lĩnh vực y tế"),
        (Style.POINT, "Treo băng rôn."),
    ]


def test_a_body_comes_back_as_it_was_kept():
    body = edited(ReportBody(Arrangement.FIELD), TASK, typed("Khác.\n- Nữa.", TASK.live))
    assert from_json(to_json(body)) == body
    assert from_json("") == UNTOUCHED


def test_a_text_that_is_no_body_is_told():
    with pytest.raises(DataError):
        from_json("[1]")


LINES = st.lists(
    st.text("ab -+", min_size=1).map(str.strip).filter(lambda text: text.strip("-+ ")), max_size=5
)


@given(LINES)
def test_typed_words_read_back_as_they_were_typed(lines):
    words = typed("\n".join(lines), ())
    assert typed(as_typed(words), ()) == words
