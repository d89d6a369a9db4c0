"""The tables as peewee sees them, for edits of single rows. `migrations` alone makes them; a test compares the two. No queries."""

from typing import Any

from peewee import BlobField, IntegerField, Model, TextField


def _table_name(model: type) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in model.__name__).lstrip("_")


class Table(Model):
    """Common to all: names in the singular; a reference is the plain id, and the schema itself enforces it."""

    class Meta:
        """Where peewee looks for the rule of names."""

        table_function = _table_name
        legacy_table_names = False

    @classmethod
    def id_column(cls) -> Any:
        """The column of the id, for conditions."""
        return cls._meta.primary_key

    @classmethod
    def called(cls) -> str:
        """The table's name."""
        return str(cls._meta.table_name)


class Unit(Table):
    """A unit with its newest name."""

    uid, name, abbreviation, kind, code, note = (TextField() for _ in range(6))
    name_start, name_end, started, ended = (TextField(null=True) for _ in range(4))
    person, position, phone, email, address = (TextField() for _ in range(5))
    parent, successor = IntegerField(null=True), IntegerField(null=True)


class UnitFormerName(Table):
    """A name that a unit bore before its newest one."""

    unit = IntegerField()
    name, abbreviation = TextField(), TextField()
    start, end = TextField(null=True), TextField(null=True)


class UnitGroup(Table):
    """A named set of units."""

    uid, name = TextField(), TextField()
    position = IntegerField()


class Directive(Table):
    """A document from above: its head in columns, its whole reading as JSON, its words for the search."""

    uid, file_name, made_at, words, reading = (TextField() for _ in range(5))
    number, symbol, kind, issuer, subject, date, received_on = (TextField(null=True) for _ in range(7))
    file, arrival = IntegerField(null=True), IntegerField(null=True)
    passed_to, arrival_note = TextField(), TextField()
    passed_on = TextField(null=True)


class Plan(Table):
    """A plan without its body."""

    uid, subject, form, state, symbol, theme, made_at, changed_at = (TextField() for _ in range(8))
    year, number, directive, replaces, cloned_from, pdf, origin = (IntegerField(null=True) for _ in range(7))
    date = TextField(null=True)
    revision = IntegerField()


class Task(Table):
    """A task without its parties and indicators; the checklist is a JSON list."""

    uid, text, deliverable, checklist, source, field = (TextField() for _ in range(6))
    plan, position, is_report = IntegerField(), IntegerField(), IntegerField()
    deadline_text, deadline_date, deadline_operator = (TextField(null=True) for _ in range(3))
    deadline_recurrence, deadline_start = TextField(null=True), TextField(null=True)


class Extension(Table):
    """A later day agreed for one assignment."""

    uid, agreed_by, reason, new_due = (TextField() for _ in range(4))
    assignment = IntegerField()
    asked_on, agreed_on, old_due = (TextField(null=True) for _ in range(3))


class Urging(Table):
    """One reminder of one assignment."""

    uid, urged_on, channel, person, note = (TextField() for _ in range(5))
    assignment = IntegerField()
    promised_on = TextField(null=True)
    letter = IntegerField(null=True)


class Report(Table):
    """A summary report."""

    uid, title, period, cut_off, state, symbol, body, made_at = (TextField() for _ in range(8))
    plan, number, pdf = (IntegerField(null=True) for _ in range(3))
    date, snapshot, sent_at = (TextField(null=True) for _ in range(3))


class Letter(Table):
    """A numbered paper that is neither a plan nor a report."""

    uid, kind, subject, symbol, date, made_at = (TextField() for _ in range(6))
    number = IntegerField()
    plan = IntegerField(null=True)


class Dispatch(Table):
    """How one numbered paper went out; recipients is a JSON list."""

    signer, recipients, keeper, note = (TextField() for _ in range(4))
    plan, report, letter, copies = (IntegerField(null=True) for _ in range(4))
    sent_on = TextField(null=True)


class Peer(Table):
    """A copy of the program that packages came from."""

    uid, name, key, first_seen = (TextField() for _ in range(4))
    trusted = IntegerField()
    unit = IntegerField(null=True)


class Template(Table):
    """A template of the office; what its body means only services know."""

    uid, kind, name, body = (TextField() for _ in range(4))


class Audit(Table):
    """One line of the record of changes."""

    at, person, action, noun, detail = (TextField() for _ in range(5))
    key = IntegerField(null=True)


class Trash(Table):
    """One removed thing: its row and all that went with it, as packed changes."""

    noun, title, removed_at = (TextField() for _ in range(3))
    changes = BlobField()


class KeptFile(Table):
    """Bytes kept as they are, once for each content."""

    sha256 = TextField()
    size = IntegerField()
    content = BlobField()


ALL: tuple[type[Table], ...] = (
    Unit,
    UnitFormerName,
    UnitGroup,
    Directive,
    Plan,
    Task,
    Extension,
    Urging,
    Report,
    Letter,
    Dispatch,
    Peer,
    Template,
    Audit,
    Trash,
    KeptFile,
)
