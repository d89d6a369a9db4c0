"""The worker's task "text": a document as blocks. Runs in the worker only."""

from collections.abc import Iterator

from desktop.readers import text_extract, wire


def messages(request: wire.Request) -> Iterator[wire.Message]:
    """The blocks and problems of the document. Raises what `text_extract.extract` raises."""
    yield from wire.text_messages(text_extract.extract(request.path, request.kind))
