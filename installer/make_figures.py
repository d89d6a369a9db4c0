"""Makes the tabular figures of resources/fonts out of Be Vietnam Pro, which has none: its ten digits, each on one width.

Run by hand with `fonttools` installed (the program does not need it). The result holds nothing but the digits; the window
names it before Be Vietnam Pro, which gives all other letters. SIL OFL 1.1, no reserved font name: as the original.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FAMILY = "Be Vietnam Pro Figures"
STYLES = {"Regular": "Regular", "SemiBold": "SemiBold"}
# Thousandths of the type size. Only the 4 is wider than its share and made narrower, by a twenty-fifth.
WIDTH, WIDEST = 625, 566
NAME_IDS = {1: FAMILY, 16: FAMILY, 3: f"{FAMILY} 1.002", 4: FAMILY, 6: FAMILY.replace(" ", "")}


def _centre(font: TTFont, name: str) -> None:
    glyph, metrics = font["glyf"][name], font["hmtx"].metrics
    glyph.coordinates.scale((min(1, WIDEST / (glyph.xMax - glyph.xMin)), 1))
    glyph.coordinates.toInt()
    glyph.recalcBounds(font["glyf"])
    bearing = (WIDTH - (glyph.xMax - glyph.xMin)) // 2
    glyph.coordinates.translate((bearing - glyph.xMin, 0))
    glyph.recalcBounds(font["glyf"])
    metrics[name] = (WIDTH, bearing)


def make(style: str) -> Path:
    """Writes the digits of one style and gives the path of the new file."""
    font = TTFont(FONTS / f"BeVietnamPro-{style}.ttf")
    options = Options(layout_features=[], name_IDs=["*"], notdef_outline=True)
    digits = Subsetter(options)
    digits.populate(text="0123456789")
    digits.subset(font)
    for code in range(ord("0"), ord("9") + 1):
        _centre(font, font.getBestCmap()[code])
    for record in font["name"].names:
        suffix = f" {style}" if record.nameID in {3, 4} or (record.nameID == 1 and style != "Regular") else ""
        if record.nameID in NAME_IDS:
            record.string = NAME_IDS[record.nameID] + suffix + (f"-{style}" if record.nameID == 6 else "")
    target = FONTS / f"BeVietnamProFigures-{style}.ttf"
    font.save(target)
    return target


if __name__ == "__main__":
    for each in STYLES:
        print(make(each), make(each).stat().st_size)
