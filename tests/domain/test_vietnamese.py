"""Folding, cleaning, tone placement and collation."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.vietnamese import (
    clean,
    collation_key,
    fold,
    fold_aligned,
    fold_name,
    fold_names,
    mixed_tone_styles,
    nfc,
    tone_words,
    unify_tones,
)

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
vietnamese = st.text(alphabet=LETTERS + LETTERS.upper() + "  0123456789-,.", max_size=40)


def test_nfc_composes():
    assert nfc(unicodedata.normalize("NFD", "Ủy ban nhân dân")) == "Ủy ban nhân dân"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  Phòng \t Kinh tế\n", "Phòng Kinh tế"),
        ("Ủy\u00a0ban\u200b nhân\u00addân", "Ủy ban nhândân"),
        ("\ufeffXã\u202e A\u0007\u0085B", "Xã A B"),
        ("a\x00b", "ab"),
        ("plain ascii", "plain ascii"),
        ("", ""),
    ],
)
def test_clean_leaves_one_visible_line(raw, expected):
    assert clean(raw) == expected


@given(st.text())
def test_clean_and_fold_are_idempotent(text):
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)


@given(vietnamese)
def test_fold_ignores_case_form_and_tone_placement(text):
    folded = fold(text)
    assert folded.isascii()
    assert fold(text.upper()) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(unify_tones(text)) == fold(unify_tones(text, new_style=True)) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đường", "Ðường"),
        ("Hoà  Bình", "HÒA BÌNH"),
        ("Văn hóa – Xã hội", "văn hoá - xã hội"),
        ("Ủy\u00a0ban", "uỷ ban"),
        ("nhân\u00addân", "nhandan"),
    ],
)
def test_fold_makes_spellings_equal(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_aligned_folding_keeps_every_offset(text):
    assert len(fold_aligned(text)) == len(text)


@given(vietnamese)
def test_aligned_folding_agrees_with_folding(text):
    assert " ".join(fold_aligned(text).split()) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân xã Tân Phước", "UBND  xã Tân Phước"),
        ("Phòng Lao động - Thương binh và Xã hội", "Phòng LĐ-TB&XH"),
        ("Phòng LĐTBXH", "Phòng LĐ-TBXH"),
        ("Văn phòng HĐND và UBND", "VP HĐND&UBND"),
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", "VP HĐND - UBND xã"),
        ("Uỷ ban Mặt trận Tổ quốc Việt Nam xã", "UBMTTQVN xã"),
        ("Phòng Văn hóa – Xã hội", "phòng VH-XH"),
        ("Trung tâm Phục vụ hành chính công", "TT PVHCC"),
        ("Trường Tiểu học Số 1", "Trường TH Số 1"),
        ("Thành phố Vinh", "TP. Vinh"),
        ("PHONG VAN HOA VA XA HOI", "Phòng Văn hóa và Xã hội"),
    ],
)
def test_names_of_one_unit_fold_alike(one, other):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thôn Và", "Thôn"),
        ("UBND xã Tân Phước 3", "UBND xã Tân Phước 1"),
        ("Thôn Và Thượng", "Thôn Vạn Thượng"),
    ],
)
def test_names_of_two_units_stay_apart(one, other):
    assert fold_name(one) != fold_name(other)


@given(st.text())
def test_folded_names_hold_words_and_single_spaces_only(text):
    folded = fold_name(text)
    assert folded == " ".join(folded.split())
    assert not set(folded) & set(".,;&-–()\"'/")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"),
        ("Ủy ban", "Uỷ ban"),
        ("ỦY BAN", "UỶ BAN"),
        ("khỏe, lòe loẹt", "khoẻ, loè loẹt"),
        ("Thúy, tùy, đại úy, lụy", "Thuý, tuỳ, đại uý, luỵ"),
        ("thỏa hiệp xã hội hóa", "thoả hiệp xã hội hoá"),
        ("đe dọa", "đe doạ"),
    ],
)
def test_both_placements_are_converted(old, new):
    assert unify_tones(new) == old
    assert unify_tones(old, new_style=True) == new
    assert not mixed_tone_styles(old) or "loẹt" in old


@pytest.mark.parametrize(
    "text",
    [
        "quý",
        "Quỳ Hợp",
        "quỹ",
        "già",
        "giá",
        "thuở",
        "khuỷu",
        "hoàn",
        "khuyến",
        "thuyền",
        "xoài",
        "Chloé",
        "ngoẹo",
    ],
)
def test_other_syllables_are_never_touched(text):
    assert unify_tones(text) == text == unify_tones(text, new_style=True)


@given(vietnamese)
def test_unifying_tones_is_stable_and_loses_nothing(text):
    old = unify_tones(text)
    assert unify_tones(old) == old
    assert unify_tones(unify_tones(text, new_style=True)) == old
    assert tone_words(old)[1] == ()
    assert len(old) == len(text)


def test_mixed_placement_is_seen():
    assert mixed_tone_styles("Ủy ban nhân dân xã Hoà Bình")
    assert not mixed_tone_styles("Ủy ban nhân dân xã Hòa Bình, quý IV, quỹ")
    assert tone_words("Ủy ban, hoà giải") == (("Ủy",), ("hoà",))


@pytest.mark.parametrize(
    "ordered",
    [
        [*"aăâbcdđeêghiklmnoôơpqrstuưvxy"],
        ["ba", "bà", "bả", "bã", "bá", "bạ"],
        ["an", "An", "AN", "ăn", "ân", "bà"],
        ["Xã 2", "Xã 03", "Xã 10", "Xã A"],
        ["Đan", "Đang", "Ea"],
        ["Dũng", "Đạt", "Em"],
        ["Tần", "Tân An", "Tân Ấp", "Tân Bình", "Tấn Bình"],
        ["", "An", "An Bình", "Anh"],
        ["tôn", "u", "z", "Я", "漢"],
        ["(x)", "1", "2a", "a"],
    ],
)
def test_keys_sort_by_the_vietnamese_alphabet(ordered):
    assert sorted(set(ordered), key=collation_key) == ordered


@given(vietnamese, vietnamese)
def test_keys_ignore_form_and_put_letters_before_tones(one, other):
    assert collation_key(unicodedata.normalize("NFD", one)) == collation_key(one)
    if collation_key(one) == collation_key(other):
        assert fold(one) == fold(other) or any(c.isdigit() for c in one)


@given(st.text())
def test_every_text_has_a_key_without_nul(text):
    key = collation_key(text)
    assert "\x00" not in key.replace(text, "")
    assert collation_key(f" {text} ".strip()) == collation_key(text.strip())


def test_eth_sorts_as_đ_and_invisible_characters_do_not_count():
    assert collation_key("Ðan\u200bg") == collation_key("Đang")


@given(
    st.lists(
        st.sampled_from(["Thôn 1", "Thôn 2", "Tổ5", "12", "Uỷ ban nhân dân xã", "UBND xã 3", "a  7", ""])
    )
)
def test_names_folded_together_are_those_folded_alone(names: list[str]) -> None:
    assert fold_names(names) == [fold_name(name) for name in names]
