"""The parts of a .docx that its text is read with: the body, styles and numbering, parsed safely.

Opens nothing that the file points to outside itself, expands no entity, unpacks no more than the limit.
"""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from desktop.errors import FileDamaged, FileEncrypted, FileHostile
from desktop.readers.text.numbering import Numbering, read_numbering
from desktop.workers import limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of letters and paragraphs, its own and inherited; None: nothing."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    centred: bool | None = None
    number: str | None = None
    level: int | None = None
    ruled: bool | None = None
    font: str | None = None
    size: float | None = None


@dataclass(slots=True)
class Parts:
    """body: the element w:body; styles by id; default_style: of paragraphs that name none; defaults: of the whole document."""

    body: Any
    numbering: Numbering
    styles: dict[str, Style] = field(default_factory=dict)
    default_style: str = ""
    defaults: Style = Style()


def open_parts(path: Path) -> Parts:
    """The parsed parts of the document at `path`. Raises FileDamaged, FileEncrypted, FileHostile."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _parts(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError) as error:
        raise FileDamaged(path, str(error)) from error
    except RuntimeError as error:  # zipfile says so of an entry under a password
        raise FileEncrypted(path, str(error)) from error


def _parts(path: Path, archive: zipfile.ZipFile) -> Parts:
    main = _targets(_parse(path, archive, "_rels/.rels"), "", "/officeDocument").get("/officeDocument")
    if main is None:
        raise FileDamaged(path, "no main document")
    body = _parse(path, archive, main).find(f"{W}body")
    if body is None:
        raise FileDamaged(path, "no body")
    folder, name = posixpath.split(main)
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    names = set(archive.namelist())
    targets: dict[str, str] = {}
    if relations in names:
        targets = _targets(_parse(path, archive, relations), folder, "/styles", "/numbering")
    styles, numbering = (
        _parse(path, archive, targets[kind]) if targets.get(kind) in names else None
        for kind in ("/styles", "/numbering")
    )
    found, default = _styles(styles)
    return Parts(body, read_numbering(numbering), found, default, _defaults(styles))


def _parse(path: Path, archive: zipfile.ZipFile, name: str) -> Any:
    with archive.open(name) as file:
        data = file.read(limits.USUAL.inflated + 1)
    if len(data) > limits.USUAL.inflated:
        raise FileHostile(path, f"{name} is larger than {limits.USUAL.inflated}")
    if _STRICT in data[:4096]:
        data = data.replace(_STRICT, _USUAL)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        hostile = b"<!ENTITY" in data[:65_536] or "Excessive depth" in str(error)
        raise (FileHostile if hostile else FileDamaged)(path, f"{name}: {error}") from error
    if root.getroottree().docinfo.doctype:
        raise FileHostile(path, f"{name} declares entities")
    return root


def _targets(root: Any, folder: str, *kinds: str) -> dict[str, str]:
    """Kind -> name of the part inside the file, for relations that do not point outside."""
    found: dict[str, str] = {}
    for relation in root.iter(_RELATIONS):
        if relation.get("TargetMode") == "External":
            continue
        kind = next((kind for kind in kinds if relation.get("Type", "").endswith(kind)), None)
        if kind is not None:
            target = relation.get("Target", "")
            name = target if target.startswith("/") else posixpath.join(folder, target)
            found.setdefault(kind, posixpath.normpath(name).lstrip("/"))
    return found


def _styles(root: Any | None) -> tuple[dict[str, Style], str]:
    """(styles by id with what they inherit, id of the default paragraph style)."""
    if root is None:
        return {}, ""
    elements = {element.get(f"{W}styleId", ""): element for element in root.iterfind(f"{W}style")}
    found: dict[str, Style] = {}
    for name in elements:
        _resolve(name, elements, found, 0)
    default = next(
        (
            name
            for name, element in elements.items()
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true"}
        ),
        "",
    )
    return found, default


def _defaults(root: Any | None) -> Style:
    """Font and size that hold where nothing else is said."""
    run = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    return Style(font=font_of(run), size=size_of(run))


def _resolve(name: str, elements: dict[str, Any], found: dict[str, Style], depth: int) -> Style:
    """The style with what it inherits; a chain that is a ring or deeper than 20 ends there."""
    element = elements.get(name)
    if name in found or element is None or depth > 20:
        return found.get(name, Style())
    base = _resolve(value(element, "basedOn") or "", elements, found, depth + 1)
    run, block = element.find(f"{W}rPr"), element.find(f"{W}pPr")
    number, level = number_of(block)
    own = Style(
        bold=switch(run, "b"),
        italic=switch(run, "i"),
        caps=switch(run, "caps"),
        centred=centring(block),
        number=number,
        level=level,
        ruled=_borders(element.find(f"{W}tblPr")),
        font=font_of(run),
        size=size_of(run),
    )
    pairs = ((name, getattr(own, name), getattr(base, name)) for name in Style.__slots__)
    found[name] = Style(**{name: inherited if mine is None else mine for name, mine, inherited in pairs})
    return found[name]


def value(element: Any | None, name: str) -> str | None:
    """The attribute w:val of the child w:`name`, or None."""
    child = None if element is None else element.find(f"{W}{name}")
    found = None if child is None else child.get(f"{W}val")
    return None if found is None else str(found)


def switch(element: Any | None, name: str) -> bool | None:
    """Whether the property w:`name` is on, off, or not there (None)."""
    child = None if element is None else element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val", "1") not in _OFF


def centring(block: Any | None) -> bool | None:
    """Whether paragraph properties centre it; None: they do not say."""
    found = value(block, "jc")
    return None if found is None else found == "center"


def number_of(block: Any | None) -> tuple[str | None, int | None]:
    """(list, level) of paragraph properties; list "0" means that an inherited number is taken away."""
    number = None if block is None else block.find(f"{W}numPr")
    if number is None:
        return None, None
    level = value(number, "ilvl")
    return value(number, "numId"), int(level) if level is not None and level.isdecimal() else None


def font_of(run: Any | None) -> str | None:
    """The font for Latin letters that run properties name, or None."""
    fonts = None if run is None else run.find(f"{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")


def size_of(run: Any | None) -> float | None:
    """The size in points that run properties name, or None."""
    half = value(run, "sz")
    return int(half[:4]) / 2 if half is not None and half.isdecimal() else None


def _borders(properties: Any | None) -> bool | None:
    """Whether lines are drawn between the cells of a table; None: nothing is said."""
    borders = None if properties is None else properties.find(f"{W}tblBorders")
    if borders is None:
        return None
    inside = [value(borders, side) for side in ("insideH", "insideV")]
    return any(side is not None and side not in {"nil", "none"} for side in inside)


def is_ruled(table: Any, styles: dict[str, Style]) -> bool:
    """Whether a w:tbl shows lines between its cells: its own borders, those of most cells, or its style's."""
    properties = table.find(f"{W}tblPr")
    own = _borders(properties)
    if own is None:
        own = styles.get(value(properties, "tblStyle") or "", Style()).ruled
    if own:
        return True
    cells = table.findall(f"{W}tr/{W}tc")
    drawn = sum(_cell_ruled(cell) for cell in cells)
    return drawn * 2 > len(cells)


def _cell_ruled(cell: Any) -> bool:
    borders = cell.find(f"{W}tcPr/{W}tcBorders")
    if borders is None:
        return False
    sides = [value(borders, side) for side in ("top", "left", "start", "bottom", "right", "end")]
    return sum(side is not None and side not in {"nil", "none"} for side in sides) >= 3
