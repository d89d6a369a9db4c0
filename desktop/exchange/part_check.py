"""Files inside a package: that they are of the kind that their names say, and that the paper of a plan is one. Opens no file."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from desktop.domain.package import Content
from desktop.exchange import strict_json
from desktop.exchange.value_check import BadContent, need

_HEAD = 1024
_WIDEST = 10_000
_ZIP = b"PK\x03\x04"
_MACRO = b"vbaProject.bin"
_STARTS = {
    ".docx": _ZIP,
    ".xlsx": _ZIP,
    ".png": b"\x89PNG\r\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
}
_PDF, _PDF_START = ".pdf", b"%PDF-"


def endings(content: Content) -> dict[str, set[str]]:
    """The entry of every file that the content names, with the endings of the names under which it is told."""
    out = {plan.pdf: {_PDF} for plan in content.plans if plan.pdf}
    for given in content.assignments:
        for result in given.results:
            for proof in result.evidence:
                out.setdefault(proof.part, set()).add(PurePosixPath(proof.name).suffix.lower())
    return out


def check(name: str, told: Iterable[str], data: bytes) -> None:
    """Raises `BadContent` where `data` is not of the kind of each ending of `told`, or that kind is none that packages carry."""
    for ending in told:
        if ending == _PDF:
            need(_PDF_START in data[:_HEAD], f"{name}: no PDF")
        else:
            need(ending in _STARTS and data.startswith(_STARTS[ending]), f"{name}: not {ending[:10]!r}")
            need(_STARTS[ending] != _ZIP or _MACRO not in data, f"{name}: macros")


def with_clean_bodies(plain: Any) -> Any:
    """The content as JSON holds it, with the paper of each plan, a JSON text in itself, read as strictly as the rest.

    Raises `strict_json.Refused`. What is in the wrong place is left for the types to refuse.
    """
    plans = plain.get("plans") if isinstance(plain, dict) else None
    for plan in plans if isinstance(plans, list) else ():
        body = plan.get("body") if isinstance(plan, dict) else None
        if isinstance(body, str) and body:
            read = strict_json.load(body.encode("utf-8"), floats=True)
            plan["body"] = strict_json.dump(read) if strict_json.needs_cleaning(body) else body
    return plain


def check_bodies(content: Content) -> None:
    """Raises `BadContent` or `DataError` where the paper of a plan could not be shown."""
    from desktop.documents.body import from_json

    for text in [plan.body for plan in content.plans if plan.body]:
        try:
            body = from_json(text)
        except (AttributeError, RecursionError) as error:
            raise BadContent(f"body: {error}") from error
        need(all(isinstance(text, str) for text in _texts(body)), "words of a body")
        need(all(map(_is_sound, body.blocks)), "table of a body")


def _is_sound(block: Any) -> bool:
    """Whether a table has all its cells, and widths that can be drawn."""
    columns = getattr(block, "columns", ())
    widths = (isinstance(column.width, int | float) and 0 < column.width < _WIDEST for column in columns)
    return all(widths) and all(len(row) == len(columns) for row in getattr(block, "rows", ()))


def _texts(body: Any) -> Iterator[Any]:
    """Every word of a body."""
    yield from (*body.recipients, *body.addressees, *body.signer.lines, body.signer.name)
    for block in body.blocks:
        for run in getattr(block, "runs", ()):
            yield run.text
        for row in getattr(block, "rows", ()):
            yield from row
        for column in getattr(block, "columns", ()):
            yield from column.titles
        yield getattr(block, "caption", "")
        yield getattr(block, "source", "") or ""
