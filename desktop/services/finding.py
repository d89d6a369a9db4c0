"""Search over everything, without dấu. Changes nothing."""

from desktop.services.workspace import Workspace
from desktop.storage import search
from desktop.storage.search import Hit


def find(work: Workspace, words: str, limit: int = 50) -> list[Hit]:
    """What holds all of `words`, the last one as a beginning; exact dấu first. Empty for words without a letter or digit."""
    return search.find(work.store, words, limit)
