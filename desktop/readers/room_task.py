"""The worker's task "room": where the signing block of a PDF leaves room. Runs in the worker only; refuses secret papers."""

from collections.abc import Iterator

from desktop.errors import SecretDocument
from desktop.readers.signing_room import first_room
from desktop.readers.text.pdf import blocks_of, boxed_pages
from desktop.readers.text.secrecy import secret_mark
from desktop.workers import wire


def messages(request: wire.Request) -> Iterator[wire.Message]:
    """["room", [page, middle, top, bottom]] where there is one. Raises what `text.pdf.boxed_pages` raises, SecretDocument."""
    found = boxed_pages(request.path)
    mark = secret_mark(blocks_of([page for page, _ in found]))
    if mark is not None:
        raise SecretDocument(request.path, mark)
    room = first_room(found)
    if room is not None:
        yield ["room", [room.page, room.middle, room.top, room.bottom]]
