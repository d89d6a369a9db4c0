"""What a person should look at in a directive that was read: only what is certain. Finds; does not correct."""

from collections.abc import Iterator

from desktop.domain.directive import Reading, Remark, Severity


def of(reading: Reading) -> tuple[Remark, ...]:
    """The remarks on a reading, in order of the document."""
    return tuple(_all(reading))


def _all(reading: Reading) -> Iterator[Remark]:
    if reading.signer_name and reading.date and not reading.number and reading.symbol:
        yield Remark("signed_but_no_number", Severity.INFO, reading.symbol)
    if not reading.tasks:
        yield Remark("no_tasks", Severity.WARNING)
    for task in reading.tasks:
        due = task.deadline
        if due is None:
            continue
        if due.date and reading.date and due.date < reading.date:
            yield Remark("deadline_before_document", Severity.WARNING, due.text)
        if due.date is None and due.recurrence is None and due.operator is not None:
            yield Remark("deadline_without_day", Severity.INFO, due.text)
    due = reading.report.deadline
    if due and due.date and reading.date and due.date < reading.date:
        yield Remark("report_before_document", Severity.WARNING, due.text)
