"""TCVN3, VNI and cp1258 are recognised and converted; real Unicode never is."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import legacy_tables
from desktop.domain.legacy_text import Encoding, decode_bytes, detect, name_to_unicode, to_unicode

SENTENCES = (
    "ủy ban nhân dân xã yêu cầu các đơn vị nghiêm túc triển khai thực hiện kế hoạch này",
    "phòng văn hóa - xã hội chủ trì, phối hợp với các trường học tổ chức tuyên truyền",
    "trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời",
    "kỹ năng sống cho trẻ em; quỹ vì người nghèo; chữ thập đỏ; bảo trợ xã hội ở cộng đồng",
    "nguyễn thị thủy, phạm ngọc tuấn, đỗ hữu nghĩa, vũ xuân hằng, bùi khắc quyền, lưu mỹ duyên",
)
OTHER = (
    "Le café du théâtre est fermé à Noël; être ou ne pas être, là où ça coûte très cher, après l'été",
    "The naïve résumé of a café façade — “quoted” text, 20 °C, 5 m², ©, ®, ½ and § 12, N·m",
    "Die Straße über die Brücke führt nach München, schöne Grüße für die Mädchen",
    "El niño comió piña mañana; ¿dónde está el baño? ¡Qué día, señor!",
    "Plain ASCII text, nothing but that: 12/3/2025.",
    "Email: a@b.vn; tel. 0912 345 678; Ban Chi huy Quan su xa",
)


def tcvn3(text):
    table = {letter: chr(code) for code, letter in legacy_tables.tcvn3().items() if code >= 0xA1}
    return "".join(table.get(c, c) for c in text)


def vni(text):
    table = {}
    for read, letter in legacy_tables.vni().items():
        table.setdefault(letter, read)
    return "".join(table.get(c, c) for c in text)


def cp1258(text):
    out = ""
    for char in text:
        marks = unicodedata.normalize("NFD", char)
        tones = "".join(mark for mark in marks if mark in "\u0300\u0309\u0303\u0301\u0323")
        out += unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones)) + tones
    return out.encode("cp1258")


OLD = {Encoding.TCVN3: tcvn3, Encoding.VNI: vni, Encoding.CP1258: lambda text: cp1258(text).decode("cp1252")}
pieces = st.lists(st.sampled_from(" ".join(SENTENCES).split()), min_size=6, max_size=60).map(" ".join)


@pytest.mark.parametrize("encoding", OLD)
@given(text=pieces)
def test_old_text_is_recognised_and_comes_back(encoding, text):
    old = OLD[encoding](text)
    if sum(not word.isascii() for word in set(text.split())) >= 4:
        assert detect([old]) is encoding
    assert to_unicode(old, encoding) == text


@given(pieces, st.sampled_from(["NFC", "NFD"]))
def test_unicode_text_stays(text, form):
    raw = unicodedata.normalize(form, text)
    assert detect([raw]) is Encoding.UNICODE
    assert to_unicode(raw, Encoding.UNICODE) == text


@pytest.mark.parametrize("text", OTHER)
def test_other_languages_are_not_taken_for_old_vietnamese(text):
    assert detect([text]) is Encoding.UNICODE
    assert detect(text.split()) is Encoding.UNICODE
    assert all(detect([word]) is Encoding.UNICODE for word in text.split())


@given(st.lists(st.sampled_from(" ".join(OTHER).split()), max_size=30))
def test_mixtures_of_other_languages_stay(words):
    assert detect(words) is Encoding.UNICODE


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_stays(text):
    assert detect([text]) is Encoding.UNICODE
    assert decode_bytes(text.encode())[0] == text or "\x00" in text


@pytest.mark.parametrize(
    ("old", "encoding", "expected"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", Encoding.TCVN3, "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("Coäng hoøa xaõ hoäi chuû nghóa", Encoding.VNI, "Cộng hòa xã hội chủ nghĩa"),
        ("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", Encoding.VNI, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        ("Tr­êng THCS Lª Hång Phong", Encoding.TCVN3, "Trường THCS Lê Hồng Phong"),
        ("C«ng an", Encoding.TCVN3, "Công an"),
        ("PHßNG KINH TÕ X· H§ND", Encoding.TCVN3, "PHÒNG KINH TẾ XÃ HĐND"),
        ("\x93Héi n«ng d©n\x94 \x96 x·", Encoding.TCVN3, "“Hội nông dân” – xã"),
        ("“Hoäi noâng daân” – xaõ\x85", Encoding.VNI, "“Hội nông dân” – xã…"),
    ],
)
def test_known_papers_are_read(old, encoding, expected):
    assert detect([old]) is encoding
    assert to_unicode(old, encoding) == expected


def test_a_capital_font_makes_capitals():
    assert to_unicode("céng hoµ", Encoding.TCVN3, upper=True) == "CỘNG HOÀ"


def test_a_column_is_judged_as_a_whole():
    assert detect(["Phßng Kinh tÕ", "UBND", "V¨n phßng H§ND", "Héi"]) is Encoding.TCVN3
    assert detect(["Phòng Kinh tế", "Hội đồng", "Văn phòng", "Cán bộ", "Héi"]) is Encoding.UNICODE


def test_words_already_in_unicode_are_left_in_an_old_column():
    assert to_unicode("Trạm Y tế – là", Encoding.TCVN3) == "Trạm Y tế – là"


def test_reading_stops_when_enough_words_were_seen():
    def endless():
        n = 0
        while True:
            n += 1
            yield f"C«ng{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} x· héi"

    assert detect(endless()) in set(Encoding)


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        ("ñy ban MÆt trËn Tæ quèc", "Ủy ban Mặt trận Tổ quốc"),
        ("§ç Quèc Èn", "Đỗ Quốc Ẩn"),
        ("UBND x· ¸i Quèc", "UBND xã Ái Quốc"),
        ("Phßng häp ë Hµ Néi", "Phòng họp ở Hà Nội"),
        ("C«ng an x·", "Công an xã"),
        ("v¨n phßng ñy", "văn phòng ủy"),
        ("Phßng UBND ý", "Phòng UBND ý"),
    ],
)
def test_capitals_that_tcvn3_cannot_write_come_back_in_names(old, expected):
    assert name_to_unicode(old, Encoding.TCVN3) == expected


def test_names_of_other_encodings_are_only_converted():
    assert name_to_unicode("uûy ban", Encoding.VNI) == "ủy ban"
    assert name_to_unicode("UBND", Encoding.TCVN3) == "UBND"


TABLE = "STT,Tên đơn vị\r\n1,Ủy ban nhân dân xã\r\n2,Trạm Y tế\r\n"


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        codecs.BOM_UTF8 + TABLE.encode(),
        codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("utf-16-be"),
        unicodedata.normalize("NFD", TABLE).encode(),
    ],
)
def test_unicode_files_are_decoded(data):
    assert decode_bytes(data) == (TABLE, Encoding.UNICODE)


def test_old_files_are_decoded():
    table = TABLE.replace("Ủ", "u")
    assert decode_bytes(cp1258(table)) == (table, Encoding.CP1258)
    assert decode_bytes(tcvn3(table).encode("latin-1")) == (table, Encoding.TCVN3)
    assert decode_bytes(vni(table).encode("latin-1")) == (table, Encoding.VNI)
    assert decode_bytes(tcvn3(table).encode()) == (table, Encoding.TCVN3)


def test_western_files_and_damaged_files_are_decoded():
    assert decode_bytes("l'été; coût – 5 €".encode("cp1252")) == ("l'été; coût – 5 €", Encoding.UNICODE)
    damaged = TABLE.encode() * 3 + b"\xe1\xba,x\r\n"
    assert decode_bytes(damaged) == (TABLE * 3 + "\ufffd,x\r\n", Encoding.UNICODE)
    assert decode_bytes(b"") == ("", Encoding.UNICODE)


def test_the_sample_list_in_tcvn3_is_read_exactly(shared):
    import json

    import python_calamine

    folder = shared / "samples" / "units"
    rows = (
        python_calamine.CalamineWorkbook.from_path(folder / "don-vi-tcvn3.xls")
        .get_sheet_by_index(0)
        .to_python()
    )
    expected = json.loads((folder / "don-vi-tcvn3.json").read_text(encoding="utf-8"))["rows"]
    encoding = detect(str(cell) for row in rows for cell in row)
    read = [(name_to_unicode(r[1], encoding), name_to_unicode(r[2], encoding)) for r in rows[1:]]
    assert read == [(row["name"], row["contact"]) for row in expected]
