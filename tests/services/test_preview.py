"""Papers to look at."""

import pytest
from story import draft, settle

from desktop.errors import FileDamaged
from desktop.services import planning, preview
from desktop.services.workspace import Workspace


def test_the_paper_shown_is_the_paper_printed(workspace: Workspace) -> None:
    settle(workspace)
    document = planning.document(workspace, draft(workspace).id)
    paper = preview.of_document(document)
    assert preview.of_file(paper.content).sizes == paper.sizes
    assert [round(side) for side in paper.sizes[0]] == [595, 842]
    assert len(paper.spots) == len(document.blocks)
    assert all(spot.top < spot.bottom < 842 for some in paper.spots for spot in some)


def test_pages_are_drawn_at_the_scale_asked_for(workspace: Workspace) -> None:
    settle(workspace)
    paper = preview.of_document(planning.document(workspace, draft(workspace).id))
    assert paper.draw(0, 0.5).width == 298


def test_a_file_that_is_no_paper_is_told() -> None:
    with pytest.raises(FileDamaged):
        preview.of_file(b"")
