"""Takes the line icons of the window out of the npm package `lucide-static` (ISC) into resources/icons, named by use.

Run by hand when an icon is wanted: `npm pack lucide-static`, then this with the .tgz as argument. A line of 1.8 on the
24 grid is 1.5 px at the 20 px that the window draws. Icons of our own (`app`, `standing-*`) are left as they are.
"""

import re
import sys
import tarfile
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
    'stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">'
)
# Our name and Lucide's where they differ; the names that follow are the same in both.
RENAMED = """
alarm=alarm-clock appearance=contrast backup=hard-drive book=book-open by-unit=landmark clear=circle-x
date=calendar-clock demo=flask-conical done=circle-check drag=grip-vertical edit=pencil error=circle-alert
excel=file-spreadsheet export=file-up filter=funnel folder=folder-open grid=grid-3x3 help=circle-question-mark import=file-down
link-off=unlink more=ellipsis new-file=file-plus note=message-square-text number=hash numbered-list=list-ordered
off=circle-slash-2 open-outside=external-link password=key-round paste=clipboard-paste pdf=file-type plans=file-text
preview=scan-text print=printer proofread=spell-check redo=redo-2 refresh=refresh-cw reports=chart-column
restore=archive-restore rules=scale saved-view=bookmark settings=settings shortcuts=keyboard signer=pen-line
sort=arrow-up-down tasks=list-checks theme-contrast=contrast theme-dark=moon theme-light=sun today=house trash=trash-2
undo=undo-2 unit-kind=tags units=building-2 urge=megaphone warning=triangle-alert word=file-type-2 check-items=list-todo
columns=columns-3 table-rows=table-rows-split text-size=a-large-small package=package match=arrow-left-right
column-resize=move-horizontal outdent=indent-decrease indent=indent-increase paragraph=pilcrow quote=text-quote
align-left=text-align-start align-center=text-align-center align-both=text-align-justify table-add=table-properties
panel=panel-right rail=panel-left fix=wand-sparkles holiday=calendar-off send-out=send place=map-pin form=ruler
"""
SAME = """
archive arrow-down arrow-left arrow-right arrow-up bell bold calendar check chevron-down chevron-left chevron-right
chevron-up chevrons-up-down circle circle-dot clock close copy eye eye-off file heading history image inbox info italic
layers link list lock mail maximize merge minimize minus paperclip phone play plus save scissors search shield-check
split square-check star table underline unlock upload usb user user-plus users zoom-in zoom-out
"""
LUCIDE = {"close": "x", "unlock": "lock-open"}


def names() -> dict[str, str]:
    """Our name of each icon → Lucide's."""
    pairs = dict(pair.split("=") for pair in RENAMED.split())
    return pairs | {name: LUCIDE.get(name, name) for name in SAME.split()}


def plain(svg: str) -> str:
    """Lucide's file without its comment, class and white space, its line as thick as ours."""
    inner = re.sub(r"\s+", " ", svg.partition("<svg")[2].partition(">")[2].partition("</svg>")[0])
    return f"{HEAD}{inner.replace('> <', '><').strip()}</svg>\n"


def main(package: str) -> None:
    """Writes every icon and the licence from the package at that path."""
    with tarfile.open(package) as archive:
        texts = {
            member.name: archive.extractfile(member).read().decode("utf-8")
            for member in archive
            if member.name.startswith("package/icons/") or member.name == "package/LICENSE"
        }
    for ours, theirs in names().items():
        (ICONS / f"{ours}.svg").write_text(plain(texts[f"package/icons/{theirs}.svg"]), encoding="utf-8")
    (ICONS / "LICENSE-Lucide.txt").write_text(texts["package/LICENSE"], encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
