"""Where pages break between boxes."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.form import legal_form
from desktop.writers.fonts import family
from desktop.writers.line_breaking import break_text
from desktop.writers.pdf_layout import BlockBox, Box, Frame, Gap, keep_at_end, paginate
from desktop.writers.pdf_page import MM

BOXES = st.lists(
    st.builds(
        lambda height, before, breaks, gap: Gap(height) if gap else BlockBox(height, before, breaks),
        st.floats(1, 60),
        st.floats(0, 10),
        st.booleans(),
        st.booleans(),
    ),
    max_size=60,
)


def shapes(pages: list[list[tuple[float, Box]]]) -> list[list[float]]:
    return [[box.height for _, box in page] for page in pages]


def test_room_over_a_box_is_not_kept_at_the_top_of_a_page() -> None:
    pages = paginate([BlockBox(60, 10, breaks=True), BlockBox(60, 10, breaks=True)], 100)
    assert [[y for y, _ in page] for page in pages] == [[0.0], [0.0]]


def test_a_page_ends_at_the_last_box_that_allows_it() -> None:
    boxes = [BlockBox(40, breaks=True), BlockBox(20), BlockBox(50, breaks=True)]
    assert shapes(paginate(boxes, 100)) == [[40], [20, 50]]


def test_a_chain_longer_than_a_page_is_cut_where_it_is_full() -> None:
    assert shapes(paginate([BlockBox(40), BlockBox(40), BlockBox(40)], 100)) == [[40, 40], [40]]


def test_a_box_taller_than_a_page_stands_alone() -> None:
    assert shapes(paginate([BlockBox(150, breaks=True), BlockBox(10)], 100)) == [[150], [10]]


def test_a_gap_makes_no_page_of_its_own() -> None:
    assert shapes(paginate([BlockBox(100, breaks=True), Gap(6)], 100)) == [[100]]
    assert shapes(paginate([BlockBox(100, breaks=True), Gap(6), BlockBox(5)], 100)) == [[100], [5]]
    assert paginate([Gap(6)], 100) == []


def test_a_gap_parts_boxes_on_a_page() -> None:
    ((page),) = paginate([BlockBox(10, breaks=True), Gap(6), BlockBox(5)], 100)
    assert [y for y, _ in page] == [0.0, 16.0]


def test_the_head_of_a_table_stands_over_its_rows_on_each_page() -> None:
    head = BlockBox(20)
    rows = [BlockBox(30, breaks=True, repeats=head) for _ in range(5)]
    assert shapes(paginate([head, *rows], 100)) == [[20, 30, 30], [20, 30, 30], [20, 30]]


def test_no_boxes_are_no_pages() -> None:
    assert paginate([], 100) == []


def test_the_last_lines_stay_with_what_follows() -> None:
    boxes: list[Box] = [
        BlockBox(10, breaks=True),
        BlockBox(11, breaks=True),
        Gap(6),
        BlockBox(12, breaks=True),
    ]
    keep_at_end(boxes, 2, -1)
    assert [box.breaks for box in boxes] == [True, True, False, False]
    keep_at_end(boxes, 9, -1)
    assert not any(box.breaks for box in boxes)


@given(BOXES)
def test_every_box_is_printed_once_in_order_and_pages_are_not_over_full(boxes: list[Box]) -> None:
    pages = paginate(boxes, 100)
    printed = [box for page in pages for _, box in page]
    assert [id(box) for box in printed] == [id(box) for box in boxes if not isinstance(box, Gap)]
    assert all(page for page in pages)
    assert all(y + box.height <= 100.1 for page in pages for y, box in page)


def test_the_longest_usual_recipient_stays_on_one_line_and_the_signer_keeps_the_right_half() -> None:
    frame = Frame(legal_form(), family())
    form = frame.form.signature
    name = "- Đoàn Thanh niên Cộng sản Hồ Chí Minh xã;"
    room = form.left * MM
    assert len(break_text(name, frame.face(), frame.setting(form.item_size), room, room)) == 1
    assert form.right >= form.left
