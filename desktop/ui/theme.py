"""The look: tokens of resources/theme as one frozen Theme, and what Qt wants of it: palette, fonts, style sheet.

A page takes colours, heights and spaces from the Theme and nothing from its own head. Anything Qt can style by itself is
in resources/theme/style.qss, whose head lists the names that pages give their widgets.
"""

import dataclasses
import re
import tomllib
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.domain.assignment import Standing
from desktop.paths import resource_file
from desktop.ui import icons

SYSTEM = "system"
STYLED = "isFusion"
"""Property of an application that was started with Fusion as its style: setting it again costs a tenth of a bare window's start, since
`QStyle` comes back with its hundreds of names."""
NAMES = ("light", "dark", "contrast")
TEXT_SCALES = (90, 100, 110, 125, 150)
"""Text sizes to choose from, per cent."""

FAMILY = "Be Vietnam Pro"
FIGURES = "Be Vietnam Pro Figures"
_FACES = ("Pro-Regular", "Pro-Medium", "Pro-SemiBold", "ProFigures-Regular", "ProFigures-SemiBold")
# Where figures stand in columns; Qt gives a font to a class and all that derive from it.
_TABULAR = ("QAbstractItemView", "QAbstractSpinBox")
_PLACEHOLDER = re.compile(r"@icon\((\S+) (\w+)\)|@(\w+)")


@dataclasses.dataclass(frozen=True, slots=True)
class Colours:
    """Colours as "#RRGGBB" ("#AARRGGBB" where one shines through). The comment says what stands on it, or what it stands on."""

    surface: str  # rail, status bar, foot of a dialog
    raised: str  # page, table, dialog, card
    sunken: str  # ground behind paper, track of a progress bar
    field: str  # inside of line edits, lists to choose from
    popup: str  # menus
    line: str  # between rows and regions; only ornament, says nothing
    edge: str  # of buttons and chips, whose words already name them; ornament
    line_strong: str  # edge of a field, a box to tick: 3:1 on everything it stands on
    text: str  # on surface, raised, sunken, field, popup, hover, pressed, selection, accent_soft
    text_muted: str  # the same
    text_disabled: str
    accent: str  # the one primary button, checked boxes, bars
    accent_hover: str
    accent_pressed: str
    accent_text: str  # links, what is chosen in rail and tabs; on surface, raised, hover, accent_soft
    accent_soft: str  # what is chosen in rail and filters; notes to the person
    on_accent: str  # on accent, accent_hover, accent_pressed
    hover: str
    pressed: str
    selection: str  # rows and words selected; text stays text
    selection_idle: str  # the same while the table has not the focus
    focus: str  # ring of 2 px around what the keys go to: 3:1 on everything but paper
    tip: str  # tooltips and toasts
    on_tip: str
    tip_action: str  # "Hoàn tác" in a toast
    problem: str  # what is wrong in a form, doubtful in a reading. Never red: red means late
    problem_soft: str
    scroll: str
    scroll_hover: str
    paper: str  # the page of the editor; ground of rendered PDF pages
    ink: str  # on paper, mark, mark_now
    paper_edge: str
    paper_shadow: str
    mark: str  # words of a document that something stands on
    mark_now: str  # of these, the one that is looked at


@dataclasses.dataclass(frozen=True, slots=True)
class Sizes:
    """Px, at the text size chosen. Spaces xs 4, s 8, m 12, l 16, xl 24, xxl 32; radius of boxes and of things inside them."""

    row: int
    row_dense: int
    control: int
    control_small: int
    chip: int
    pill: int
    tick: int
    head: int
    page_head: int
    tab: int
    rail_item: int
    status: int
    icon: int
    icon_small: int
    rail: int
    rail_narrow: int
    panel: int
    xs: int
    s: int
    m: int
    l: int  # noqa: E741 - one row of six names
    xl: int
    xxl: int
    box: int
    item: int


@dataclasses.dataclass(frozen=True, slots=True)
class Theme:
    """Everything of the look. scale: text size, 1.0 for 100 %; points: small, base, large, title, display, scaled;
    standings: text and ground of each standing; follows_system: was chosen by the system, and may be again."""

    name: str
    dark: bool
    scale: float
    colours: Colours
    standings: dict[Standing, tuple[str, str]]
    sizes: Sizes
    points: dict[str, float]
    follows_system: bool = False

    def palette(self) -> QPalette:
        """The palette: what style sheets do not reach (delegates, Fusion's own drawing) takes its colours here."""
        role, colours, palette = QPalette.ColorRole, self.colours, QPalette()
        for roles, colour in _ROLES.items():
            for one in roles.split():
                palette.setColor(role[one], QColor(getattr(colours, colour)))
        for one in ("WindowText", "Text", "ButtonText", "PlaceholderText"):
            palette.setColor(QPalette.ColorGroup.Disabled, role[one], QColor(colours.text_disabled))
        palette.setColor(QPalette.ColorGroup.Inactive, role.Highlight, QColor(colours.selection_idle))
        return palette

    def font(self, size: str = "base", weight: int = 400, *, tabular: bool = False) -> QFont:
        """A font of the screen; size: a key of points; weight: 400, 500, 600; tabular: all figures on one width."""
        font = QFont([FIGURES, FAMILY] if tabular else [FAMILY])
        font.setPointSizeF(self.points[size])
        font.setWeight(QFont.Weight(weight))
        return font

    def icon(self, name: str, colour: str = "text", on: str = "accent_text") -> QIcon:
        """An icon of resources/icons in a colour of Colours, another one while checked, greyed while disabled."""
        value = self.colours
        return icons.icon(name, getattr(value, colour), getattr(value, on), value.text_disabled)

    def mark(self, standing: Standing, ratio: float = 1.0) -> QPixmap:
        """The mark of a standing in its colour, sizes.icon_small wide. The font of the screen has no such letters."""
        name, colour = f"standing_{standing.name.lower()}", self.standings[standing][0]
        return icons.pixmap(name, colour, self.sizes.icon_small, ratio)

    def drawing(self, name: str, width: int = 160, ratio: float = 1.0) -> QPixmap:
        """A drawing of resources/drawings for an empty page, `width` px wide and three quarters of that high."""
        colours = self.colours
        return icons.drawing(name, colours.line_strong, colours.accent_text, colours.surface, width, ratio)

    def style_sheet(self) -> str:
        """resources/theme/style.qss with every @token in place. KeyError: a token that is not there."""
        tokens = self.tokens()

        def value(found: re.Match[str]) -> str:
            name, colour, token = found.groups()
            return tokens[token] if token else f'url("{icons.resource(name, tokens[colour])}")'

        return _PLACEHOLDER.sub(value, _text("style.qss"))

    def tokens(self) -> dict[str, str]:
        """What may stand behind @ in the style sheet: colours, standing_<name> and standing_<name>_soft, px, pt_<size>."""
        tokens: dict[str, str] = dataclasses.asdict(self.colours)
        for standing, (text, soft) in self.standings.items():
            tokens[f"standing_{standing.name.lower()}"] = text
            tokens[f"standing_{standing.name.lower()}_soft"] = soft
        tokens |= {name: f"{px}px" for name, px in dataclasses.asdict(self.sizes).items()}
        # A radius of more than half the height makes Qt draw square corners.
        for name, height in (
            ("chip", self.sizes.chip + 2),
            ("pill", self.sizes.pill),
            ("tick", self.sizes.tick + 2),
        ):
            tokens[f"{name}_round"] = f"{height // 2}px"
        return tokens | {f"pt_{name}": f"{points:g}pt" for name, points in self.points.items()}

    def apply(self, app: QApplication) -> None:
        """Makes this the look of the whole program. Widgets made before take it too; icons they hold do not."""
        _load_fonts()
        scheme = Qt.ColorScheme.Dark if self.dark else Qt.ColorScheme.Light
        app.styleHints().setColorScheme(Qt.ColorScheme.Unknown if self.follows_system else scheme)
        if app.property(STYLED) is None:
            app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(self.style_sheet())
        # The first style sheet takes the fonts of classes away, therefore after it.
        for owner in _TABULAR:
            app.setFont(self.font(tabular=True), owner)  # type: ignore[arg-type]  # the stub says bytes, which fail


_ROLES = {
    "Window Button Light Midlight": "raised",
    "Base": "field",
    "AlternateBase": "surface",
    "Mid Dark": "line_strong",
    "Shadow": "line",
    "WindowText Text ButtonText BrightText HighlightedText": "text",
    "PlaceholderText": "text_muted",
    "Highlight": "selection",
    "Accent": "accent",
    "Link LinkVisited": "accent_text",
    "ToolTipBase": "tip",
    "ToolTipText": "on_tip",
}


def load(name: str, text_scale: int = 100) -> Theme:
    """The theme of that name of NAMES, or the one that suits the system for SYSTEM; text_scale: 90-150 per cent."""
    chosen = _of_system() if name == SYSTEM else name
    table, sizes = (tomllib.loads(_text(f"{one}.toml")) for one in (chosen, "sizes"))
    scale = text_scale / 100
    return Theme(
        name=chosen,
        dark=table["dark"],
        scale=scale,
        colours=Colours(**table["colours"]),
        standings={Standing[key.upper()]: (text, soft) for key, (text, soft) in table["standings"].items()},
        sizes=Sizes(
            **{key: round(px * scale) for key, px in sizes["heights"].items()},
            **{key: round(px * (1 + (scale - 1) / 2)) for key, px in sizes["widths"].items()},
            **sizes["space"],
            **sizes["radius"],
        ),
        points={key: round(points * scale, 2) for key, points in sizes["points"].items()},
        follows_system=name == SYSTEM,
    )


def suited(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> str:
    """The theme of NAMES for what the system says of itself."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def _of_system() -> str:
    hints = QGuiApplication.styleHints()
    return suited(hints.colorScheme(), hints.accessibility().contrastPreference())


@cache
def _text(name: str) -> str:
    return resource_file(f"theme/{name}").read_text("utf-8")


@cache
def _load_fonts() -> None:
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resource_file(f"fonts/BeVietnam{face}.ttf")))
