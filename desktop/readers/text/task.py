"""The worker's task "text": a document as blocks. Runs in the worker only."""

from collections.abc import Iterator

from desktop.readers import wire
from desktop.readers.text import extract


def messages(request: wire.Request) -> Iterator[wire.Message]:
    """The blocks and problems of the document. Raises what `extract.extract` raises."""
    yield from wire.text_messages(extract.extract(request.path, request.kind))
