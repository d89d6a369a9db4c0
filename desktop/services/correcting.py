"""What stands in for an issued plan that was wrong: a plan in its place, or a letter that corrects its form. Never an edit (product
rule 6; NĐ 30 Điều 18.3: content by a document of equal form, form by công văn)."""

from dataclasses import replace

from desktop.documents.body import Body, from_json, to_json
from desktop.documents.model import Style, paragraph
from desktop.documents.office_parts import file_copy, short_name
from desktop.documents.phrases import BLANK, named_plan, sentence
from desktop.domain.numbering import letter_symbol
from desktop.domain.plan import Plan, PlanForm, PlanState, check_ours
from desktop.domain.task import Indicator
from desktop.errors import NotAllowed
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans, tasks


def replacement(work: Workspace, key: int) -> Plan:
    """A draft with all that the issued plan says, which takes its place once it is issued. Raises `NotFound`, `NotAllowed`
    "plan_not_issued"."""
    old = _issued(work, key)
    body = from_json(plans.body(work.store, key))
    instead = paragraph(Style.BODY, f"Kế hoạch này thay thế {named_plan(old)}.")
    body = replace(body, blocks=(*body.blocks[:-1], instead, *body.blocks[-1:]))
    draft = replace(old, id=0, uid="", state=PlanState.DRAFT, number=None, date=None, replaces=key)
    with work.store.transaction():
        made = plans.add(work.store, draft, to_json(body))
        again = [
            replace(
                task,
                id=0,
                uid="",
                plan=made.id,
                indicators=tuple(Indicator(0, "", i.name, i.unit_of_measure) for i in task.indicators),
            )
            for task in tasks.of_plan(work.store, key)
        ]
        tasks.add_all(work.store, made.id, again)
        audit.note(work.store, "plan_replaced", "plan", made.id, replaces=key)
    return made


def correction(work: Workspace, key: int) -> Plan:
    """A draft of a công văn that corrects the form of an issued plan, with blanks for what was printed and what it should be. Raises
    `NotFound`, `NotAllowed` "plan_not_issued"."""
    old, office = _issued(work, key), work.office
    us = short_name(office)
    blocks = (
        paragraph(Style.BODY, sentence(f"{us} ban hành {named_plan(old)}", ".")),
        paragraph(Style.BODY, f"Do sơ suất trong kỹ thuật trình bày, {us} đính chính như sau:"),
        paragraph(Style.DASH, f"Tại {BLANK}, đã in: “{BLANK}”;"),
        paragraph(Style.DASH, f"Nay sửa lại là: “{BLANK}”."),
        paragraph(Style.BODY, f"{us} thông báo để các cơ quan, đơn vị biết, thực hiện./."),
    )
    signer = from_json(plans.body(work.store, key)).signer
    body = Body(blocks, ("Như trên", file_copy(office)), ("Các cơ quan, đơn vị liên quan",), signer)
    draft = Plan(
        0,
        "",
        sentence(f"đính chính {named_plan(old)}", ""),
        form=PlanForm.LETTER,
        year=old.year,
        symbol=letter_symbol(office.symbol, office.drafting),
        replaces=key,
    )
    with work.store.transaction():
        made = plans.add(work.store, draft, to_json(body))
        audit.note(work.store, "plan_corrected", "plan", made.id, corrects=key)
    return made


def _issued(work: Workspace, key: int) -> Plan:
    plan = plans.get(work.store, key)
    check_ours(plan)
    if plan.state is PlanState.DRAFT:
        raise NotAllowed("plan_not_issued", plan=key)
    return plan
