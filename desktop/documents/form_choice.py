"""The legal form as an office chose it: the choice laid over the form of the decree, every part kept on one width of text."""

import functools
from dataclasses import replace

from desktop.documents.form import Form, legal_form
from desktop.domain.paper_choice import PaperChoice

_NATION = {12.0: 95.0, 13.0: 98.0}
"""Mm that the right column of the head takes at least: Quốc hiệu stands on one line in it (88,3 and 95,7 mm wide)."""


@functools.cache
def chosen_form(choice: PaperChoice) -> Form:
    """The form of `choice`; the form of the decree as it is for a choice of nothing."""
    form = legal_form()
    if choice == PaperChoice(times=choice.times):
        return form
    page = replace(form.page, top=choice.top, bottom=choice.bottom, left=choice.left, right=choice.right)
    width = page.width - page.left - page.right
    nation = _NATION[choice.head]
    head = replace(
        form.head,
        left=width - nation,
        right=nation,
        nation_size=choice.head,
        motto_size=choice.head + 1,
    )
    return replace(
        form,
        page=page,
        head=head,
        body=replace(
            form.body, size=choice.size, indent=choice.indent, spacing=choice.spacing, before=choice.before
        ),
        title=replace(form.title, size=choice.size),
        addressees=replace(form.addressees, size=choice.size),
        signature=replace(form.signature, left=width - form.signature.right, size=choice.size),
    )
