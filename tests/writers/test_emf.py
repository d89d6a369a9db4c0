"""Drawings as enhanced metafiles: the records are whole, the text is that of the drawing, every letter has its width."""

import struct
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.drawing import Drawing, Label, Shape, Stroke, box
from desktop.writers.emf import emf

RED, WHITE = (179, 38, 30), (255, 255, 255)
DRAWING = Drawing(
    200,
    100,
    (
        Shape(box(10, 20, 30, 40), RED),
        Stroke(((1, 2), (3.5, 4), (5, 6)), RED, 0.5),
        Label(12, 34, "Đúng hạn", 10, 40),
        Label(12, 54, "85,7%", 9, 20, bold=True, colour=WHITE),
        Label(12, 74, "Thôn", 10, 20),
    ),
)


def letter(one: str, bold: bool) -> float:
    return 0.333 + bold / 10


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, what follows the size) of each record."""
    at = 0
    while at < len(data):
        kind, size = struct.unpack_from("<2I", data, at)
        assert size % 4 == 0
        yield kind, data[at + 8 : at + size]
        at += size


def told(data: bytes) -> list[tuple[str, tuple[int, ...]]]:
    """Text and widths of its letters of each record of text."""
    out = []
    for kind, body in records(data):
        if kind == 84:
            count, start = struct.unpack_from("<2I", body, 36)
            widths = struct.unpack_from("<I", body, 64)[0]
            text = body[start - 8 : start - 8 + 2 * count].decode("utf-16-le")
            out.append((text, struct.unpack_from(f"<{count}I", body, widths - 8)))
    return out


def of(kind: int, data: bytes) -> list[bytes]:
    return [body for one, body in records(data) if one == kind]


def test_the_header_counts_bytes_records_and_objects():
    data = emf(DRAWING, letter)
    _, header = next(records(data))
    signature, version, size, count, handles = struct.unpack_from("<4s3IH", header, 32)
    assert (signature, version) == (b" EMF", 0x10000)
    assert (size, count) == (len(data), len(list(records(data))))
    made = sum(len(of(kind, data)) for kind in (39, 82, 95))
    assert handles == made + 1


def test_the_frame_is_the_drawing_in_hundredths_of_a_millimetre():
    _, header = next(records(emf(DRAWING, letter)))
    assert struct.unpack_from("<4i", header, 16) == (0, 0, 7056, 3528)
    pixels, millimetres = struct.unpack_from("<2i", header, 64), struct.unpack_from("<2i", header, 72)
    assert round(pixels[0] / millimetres[0] * 25.4) == round(pixels[1] / millimetres[1] * 25.4) == 1440


def test_it_ends_with_the_record_of_the_end():
    kind, body = list(records(emf(DRAWING, letter)))[-1]
    assert (kind, struct.unpack("<3I", body)) == (14, (0, 16, 20))


def test_shapes_and_lines_stand_where_they_are_in_twentieths_of_a_point():
    data = emf(DRAWING, letter)
    (polygon,), (line,) = of(86, data), of(87, data)
    assert struct.unpack_from("<I8h", polygon, 16) == (4, 200, 400, 800, 400, 800, 1200, 200, 1200)
    assert struct.unpack_from("<I6h", line, 16) == (3, 20, 40, 70, 80, 100, 120)


def test_colours_are_those_of_the_marks():
    data = emf(DRAWING, letter)
    (brush,), (pen,) = of(39, data), of(95, data)
    assert struct.unpack_from("<3I", brush, 4)[1] == 0x1E26B3
    assert struct.unpack_from("<4I", pen, 20)[1::2] == (10, 0x1E26B3)
    assert [struct.unpack("<I", body)[0] for body in of(24, data)] == [0, 0xFFFFFF, 0]


def test_text_is_set_in_times_new_roman_of_its_size():
    faces = [
        (*struct.unpack_from("<i12xi", body, 4), body[32:96].decode("utf-16-le").strip("\0"))
        for body in of(82, emf(DRAWING, letter))
    ]
    assert faces == [(-200, 400, "Times New Roman"), (-180, 700, "Times New Roman")]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), st.booleans())
def test_text_is_whole_and_its_letters_are_as_wide_as_measured(text, bold):
    drawing = Drawing(100, 20, (Label(0, 10, text, 10, 1, bold),))
    ((shown, widths),) = told(emf(drawing, letter))
    assert abs(sum(widths) - len(shown) * letter("", bold) * 200) <= 1
    assert not [one for one in shown if one < " " or one == "\x7f"]


def test_letters_are_composed_and_those_of_two_units_move_the_pen_once():
    drawing = Drawing(100, 20, (Label(0, 10, "\u0110u\u0301ng \x0b𝄞", 10, 1),))
    ((text, widths),) = told(emf(drawing, letter))
    assert text == "Đúng 𝄞"
    assert widths[-1] == 0
    assert len(widths) == 7


def test_the_same_pen_brush_and_font_are_made_once():
    twice = Drawing(200, 100, DRAWING.marks + DRAWING.marks)
    once, again = emf(DRAWING, letter), emf(twice, letter)
    assert [len(of(kind, once)) for kind in (39, 82, 95)] == [len(of(kind, again)) for kind in (39, 82, 95)]
