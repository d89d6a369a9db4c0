"""The look as numbers: contrast of all colours that meet (WCAG 2.2 AA), no red but for what is late, fonts, sizes, style sheet."""

import ast
import colorsys
import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView

import desktop.ui
from desktop.domain.assignment import Standing
from desktop.paths import resource_file
from desktop.ui import theme as themes
from desktop.ui.theme import Theme

UI = Path(desktop.ui.__file__).parent
SHEET = resource_file("theme/style.qss").read_text("utf-8")
RULES = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)
GROUNDS = "surface raised field popup hover selection selection_idle accent_soft"
# What stands on what: words first, then lines and shapes.
WORDS = {
    "text": f"{GROUNDS} sunken pressed problem_soft",
    "text_muted": f"{GROUNDS} sunken",
    "accent_text": f"{GROUNDS} problem_soft",
    "on_accent": "accent accent_hover accent_pressed",
    "on_tip": "tip",
    "tip_action": "tip",
    "problem": "surface raised field problem_soft hover selection",
    "ink": "paper mark mark_now",
}
SHAPES = {
    "line_strong": "surface raised field popup",
    "accent": "surface raised field sunken paper",
    "focus": f"{GROUNDS} sunken pressed",
    "scroll": "surface raised field popup",
    "problem": "problem_soft raised",
}
STANDING_GROUNDS = "surface raised field hover selection selection_idle"
LETTERS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]


@pytest.fixture(params=themes.NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each theme at 100 %."""
    return themes.load(request.param)


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, applied; taken off again afterwards."""
    before = qapp.font()
    look = themes.load("light")
    look.apply(qapp)
    yield look
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(before)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_weak(theme: Theme, pairs: dict[str, str], least: float) -> list[str]:
    """Pairs of colours whose contrast is below `least`, with what it is."""
    value = dataclasses.asdict(theme.colours)
    met = [(front, ground) for front, grounds in pairs.items() for ground in grounds.split()]
    found = [(front, ground, contrast(value[front], value[ground])) for front, ground in met]
    return [f"{front} on {ground}: {ratio:.2f}" for front, ground, ratio in found if ratio < least]


def is_red(colour: str) -> bool:
    """Whether a person would call it red."""
    digits = colour[-6:]
    hue, light, depth = colorsys.rgb_to_hls(*(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    return (hue < 18 / 360 or hue > 340 / 360) and depth > 0.3 and 0.1 < light < 0.95


def roles_in_code() -> Iterator[str]:
    """Roles that the window's code gives its widgets, as far as they are written out."""
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            values = [keyword.value for keyword in node.keywords if keyword.arg == "role"]
            if len(node.args) == 2 and ast.unparse(node.args[0]) == "'role'":
                values.append(node.args[1])
            constants = (one for value in values for one in ast.walk(value) if isinstance(one, ast.Constant))
            yield from (one.value for one in constants if isinstance(one.value, str) and one.value)


def test_white_on_black_has_the_contrast_that_wcag_gives() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_words_stand_out_from_everything_they_stand_on(theme: Theme) -> None:
    assert too_weak(theme, WORDS, 7 if theme.name == "contrast" else 4.5) == []


def test_edges_marks_and_the_focus_stand_out_from_everything_they_stand_on(theme: Theme) -> None:
    assert too_weak(theme, SHAPES, 3) == []


@pytest.mark.parametrize("standing", Standing)
def test_a_standing_stands_out_from_its_own_ground_and_from_those_of_tables(
    theme: Theme, standing: Standing
) -> None:
    text, soft = theme.standings[standing]
    value = dataclasses.asdict(theme.colours)
    ratios = {ground: contrast(text, value[ground]) for ground in STANDING_GROUNDS.split()}
    ratios["its own"] = contrast(text, soft)
    assert {ground: ratio for ground, ratio in ratios.items() if ratio < 4.5} == {}


def test_red_means_late_and_nothing_else(theme: Theme) -> None:
    assert [name for name, value in dataclasses.asdict(theme.colours).items() if is_red(value)] == []
    assert [standing for standing, (text, _) in theme.standings.items() if is_red(text)] == [Standing.OVERDUE]


def test_every_colour_is_written_in_six_or_eight_digits(theme: Theme) -> None:
    values = [
        *dataclasses.asdict(theme.colours).values(),
        *(c for pair in theme.standings.values() for c in pair),
    ]
    assert [value for value in values if not re.fullmatch(r"#([0-9A-F]{2})?[0-9A-F]{6}", value)] == []


def test_the_style_sheet_has_every_token_it_names(qapp: QApplication, theme: Theme) -> None:
    assert "@" not in theme.style_sheet()


def test_the_style_sheet_takes_every_colour_from_the_theme() -> None:
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b(?![^{]*\{)", RULES) == []


def test_qt_understands_the_style_sheet(styled: Theme, qapp: QApplication) -> None:
    """Qt says "Could not parse" as a warning, and a warning fails a test."""
    button = QPushButton("Tạo kế hoạch")
    button.setProperty("role", "primary")
    button.ensurePolished()
    assert button.palette().buttonText().color() == QColor(styled.colours.on_accent)


def test_every_role_of_the_style_sheet_is_told_in_its_head() -> None:
    told = set(re.findall(r"\w+", SHEET.partition("*/")[0]))
    assert set(re.findall(r'\[role="(\w+)"\]', RULES)) <= told


def test_every_role_that_code_gives_is_in_the_style_sheet() -> None:
    given = set(roles_in_code())
    assert "primary" in given
    assert given - set(re.findall(r'\[role="(\w+)"\]', RULES)) == set()


def test_the_palette_says_what_the_style_sheet_says(qapp: QApplication, theme: Theme) -> None:
    role, palette = QPalette.ColorRole, theme.palette()
    assert palette.color(role.Window) == QColor(theme.colours.raised)
    assert palette.color(role.WindowText) == QColor(theme.colours.text)
    assert palette.color(role.Highlight) == QColor(theme.colours.selection)
    assert palette.color(QPalette.ColorGroup.Disabled, role.Text) == QColor(theme.colours.text_disabled)


@pytest.mark.parametrize("scale", themes.TEXT_SCALES)
def test_type_and_rows_grow_with_the_text_size_and_spaces_do_not(scale: int) -> None:
    small, chosen = themes.load("light"), themes.load("light", scale)
    assert chosen.points["base"] == pytest.approx(10.5 * scale / 100, abs=0.01)
    assert chosen.sizes.row == round(30 * scale / 100)
    assert (chosen.sizes.l, chosen.sizes.box) == (small.sizes.l, small.sizes.box)


@pytest.mark.parametrize("scale", themes.TEXT_SCALES)
def test_no_round_edge_is_wider_than_half_of_what_it_rounds(scale: int) -> None:
    """Qt would draw square corners. A chip and a box to tick have a line of 1 px around."""
    px = {
        name: int(value[:-2])
        for name, value in themes.load("light", scale).tokens().items()
        if value.endswith("px")
    }
    assert px["chip_round"] <= (px["chip"] + 2) / 2
    assert px["pill_round"] <= px["pill"] / 2
    assert px["tick_round"] <= (px["tick"] + 2) / 2


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_the_screen_has_be_vietnam_pro_in_the_weight_asked_for(styled: Theme, weight: int) -> None:
    shown = QFontInfo(styled.font(weight=weight))
    assert (shown.family(), shown.weight()) == (themes.FAMILY, weight)


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_every_vietnamese_letter_is_in_the_face_itself(styled: Theme, weight: int) -> None:
    small = "đ" + "".join(unicodedata.normalize("NFC", letter + tone) for letter in LETTERS for tone in TONES)
    face = QRawFont.fromFont(styled.font(weight=weight))
    assert [letter for letter in small + small.upper() if not face.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("weight", [400, 600])
def test_figures_of_tables_have_one_width(styled: Theme, weight: int) -> None:
    metrics = QFontMetricsF(styled.font(weight=weight, tabular=True))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_figures_of_tables_leave_the_height_of_a_line_alone(styled: Theme) -> None:
    plain, tabular = (QFontMetricsF(styled.font(tabular=tabular)) for tabular in (False, True))
    assert (tabular.ascent(), tabular.descent()) == (plain.ascent(), plain.descent())


def test_tables_take_tabular_figures_by_themselves_and_labels_do_not(styled: Theme) -> None:
    table, label = QTableView(), QLabel("1")
    for widget in (table, label):
        widget.ensurePolished()
    assert table.font().families() == [themes.FIGURES, themes.FAMILY]
    assert label.font().families() == [themes.FAMILY]


def test_an_icon_of_the_theme_knows_its_colours(styled: Theme, qapp: QApplication) -> None:
    picture = styled.icon("print", "accent_text").pixmap(48, 48).toImage()
    middle = [picture.pixelColor(x, 24) for x in range(48)]
    assert QColor(styled.colours.accent_text) in middle


@pytest.mark.parametrize("standing", Standing)
def test_the_mark_of_a_standing_has_its_colour(qapp: QApplication, theme: Theme, standing: Standing) -> None:
    picture = theme.mark(standing, 3.0).toImage()
    shown = [picture.pixelColor(x, y) for x in range(48) for y in range(48)]
    assert QColor(theme.standings[standing][0]) in shown


def test_a_drawing_of_the_theme_is_as_wide_as_asked(qapp: QApplication, theme: Theme) -> None:
    picture = theme.drawing("plans", 200, 1.25)
    assert (picture.width(), picture.height()) == (250, 188)
    assert picture.toImage().pixelColor(125, 100).alpha() == 255


def test_a_system_that_says_nothing_gets_the_light_theme(qapp: QApplication) -> None:
    look = themes.load(themes.SYSTEM)
    assert (look.name, look.follows_system) == ("light", True)


@pytest.mark.parametrize(
    ("scheme", "preference", "name"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast"),
    ],
)
def test_the_theme_follows_what_the_system_says(
    scheme: Qt.ColorScheme, preference: Qt.ContrastPreference, name: str
) -> None:
    assert themes.suited(scheme, preference) == name


def test_a_theme_can_be_put_on_again_over_another(styled: Theme, qapp: QApplication) -> None:
    for name in (*themes.NAMES, "light"):
        themes.load(name, 125).apply(qapp)
    assert qapp.font().pointSizeF() == pytest.approx(13.12, abs=0.01)
    assert qapp.font().weight() == QFont.Weight.Normal
