"""Step 1: the whole model. Days are ISO texts, moments ISO texts in UTC, numbers of results decimal texts, lists JSON."""

from typing import Protocol


class Executes(Protocol):
    """What this step needs of a connection."""

    def execute(self, sql: str, /) -> object:
        """Run one or more statements."""
        ...


_UNITS = """
CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE unit(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL, name TEXT NOT NULL, abbreviation TEXT NOT NULL DEFAULT '',
  name_start TEXT, name_end TEXT, kind TEXT NOT NULL DEFAULT 'other',
  parent INTEGER REFERENCES unit ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL DEFAULT '', person TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', started TEXT, ended TEXT,
  successor INTEGER REFERENCES unit ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED) STRICT;
CREATE TABLE unit_former_name(
  id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE, name TEXT NOT NULL,
  abbreviation TEXT NOT NULL DEFAULT '', start TEXT, "end" TEXT) STRICT;
CREATE INDEX unit_former_name_unit ON unit_former_name(unit);

CREATE TABLE unit_group(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE group_member(
  id INTEGER PRIMARY KEY, unit_group INTEGER NOT NULL REFERENCES unit_group ON DELETE CASCADE,
  unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE, start TEXT, "end" TEXT) STRICT;
CREATE INDEX group_member_group ON group_member(unit_group, unit);
CREATE INDEX group_member_unit ON group_member(unit);
"""

_PLANS = """
CREATE TABLE kept_file(
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, content BLOB NOT NULL) STRICT;

CREATE TABLE directive(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, number TEXT, symbol TEXT, kind TEXT, issuer TEXT, subject TEXT, date TEXT,
  received_on TEXT, file_name TEXT NOT NULL DEFAULT '', file INTEGER REFERENCES kept_file, made_at TEXT NOT NULL,
  words TEXT NOT NULL, reading TEXT NOT NULL) STRICT;

CREATE TABLE plan(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, subject TEXT NOT NULL,
  form TEXT NOT NULL DEFAULT 'plan', state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued', 'closed')),
  year INTEGER, number INTEGER, symbol TEXT NOT NULL DEFAULT '', date TEXT,
  directive INTEGER REFERENCES directive ON DELETE SET NULL, replaces INTEGER REFERENCES plan, theme TEXT NOT NULL DEFAULT '',
  cloned_from INTEGER REFERENCES plan ON DELETE SET NULL, pdf INTEGER REFERENCES kept_file,
  made_at TEXT NOT NULL, changed_at TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE INDEX plan_number ON plan(symbol, number) WHERE number IS NOT NULL;
CREATE INDEX plan_directive ON plan(directive);
CREATE TABLE plan_body(plan INTEGER PRIMARY KEY REFERENCES plan ON DELETE CASCADE, body TEXT NOT NULL) STRICT;

CREATE TABLE task(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, plan INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE,
  position INTEGER NOT NULL, text TEXT NOT NULL,
  deadline_text TEXT, deadline_date TEXT, deadline_operator TEXT, deadline_recurrence TEXT, deadline_start TEXT,
  deliverable TEXT NOT NULL DEFAULT '', checklist TEXT NOT NULL DEFAULT '[]', is_report INTEGER NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX task_plan ON task(plan, position);
CREATE TABLE party(
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task ON DELETE CASCADE, is_lead INTEGER NOT NULL,
  written TEXT NOT NULL, unit INTEGER REFERENCES unit, unit_group INTEGER REFERENCES unit_group,
  CHECK (unit IS NULL OR unit_group IS NULL)) STRICT;
CREATE INDEX party_task ON party(task);
CREATE INDEX party_unit ON party(unit) WHERE unit IS NOT NULL;
CREATE INDEX party_group ON party(unit_group) WHERE unit_group IS NOT NULL;
CREATE TABLE indicator(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, task INTEGER NOT NULL REFERENCES task ON DELETE CASCADE,
  position INTEGER NOT NULL, name TEXT NOT NULL, unit_of_measure TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX indicator_task ON indicator(task);
"""

_WORK = """
CREATE TABLE assignment(
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task ON DELETE CASCADE, unit INTEGER NOT NULL REFERENCES unit,
  status TEXT NOT NULL DEFAULT 'not_started' CHECK (status IN ('not_started', 'in_progress', 'done', 'not_applicable')),
  due TEXT, first_due TEXT, done_on TEXT, reported_on TEXT, taken_from INTEGER REFERENCES unit,
  result INTEGER REFERENCES result ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (task, unit)) STRICT;
CREATE INDEX assignment_unit ON assignment(unit, status, due);
CREATE INDEX assignment_open ON assignment(due) WHERE status IN ('not_started', 'in_progress');
CREATE TABLE checklist_item(
  id INTEGER PRIMARY KEY, assignment INTEGER NOT NULL REFERENCES assignment ON DELETE CASCADE,
  position INTEGER NOT NULL, text TEXT NOT NULL, done_on TEXT) STRICT;
CREATE INDEX checklist_item_assignment ON checklist_item(assignment);
CREATE TABLE extension(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, assignment INTEGER NOT NULL REFERENCES assignment ON DELETE CASCADE,
  asked_on TEXT, agreed_on TEXT, agreed_by TEXT NOT NULL DEFAULT '', old_due TEXT, new_due TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX extension_assignment ON extension(assignment);
CREATE TABLE urging(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, assignment INTEGER NOT NULL REFERENCES assignment ON DELETE CASCADE,
  urged_on TEXT NOT NULL, channel TEXT NOT NULL, person TEXT NOT NULL DEFAULT '', promised_on TEXT,
  note TEXT NOT NULL DEFAULT '', letter INTEGER REFERENCES kept_file) STRICT;
CREATE INDEX urging_assignment ON urging(assignment);

CREATE TABLE result(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, assignment INTEGER NOT NULL REFERENCES assignment ON DELETE CASCADE,
  reported_on TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('not_started', 'in_progress', 'done', 'not_applicable')), done_on TEXT,
  text TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT 'hand',
  made_at TEXT NOT NULL) STRICT;
CREATE INDEX result_assignment ON result(assignment, reported_on);
CREATE TABLE result_value(
  result INTEGER NOT NULL REFERENCES result ON DELETE CASCADE, indicator INTEGER NOT NULL REFERENCES indicator ON DELETE CASCADE,
  value TEXT NOT NULL, PRIMARY KEY (result, indicator)) STRICT, WITHOUT ROWID;
CREATE INDEX result_value_indicator ON result_value(indicator);
CREATE TABLE evidence(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, result INTEGER NOT NULL REFERENCES result ON DELETE CASCADE,
  name TEXT NOT NULL, file INTEGER NOT NULL REFERENCES kept_file, added_on TEXT NOT NULL) STRICT;
CREATE INDEX evidence_result ON evidence(result);

CREATE TABLE report(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, plan INTEGER REFERENCES plan, title TEXT NOT NULL,
  period TEXT NOT NULL DEFAULT '', cut_off TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent')),
  number INTEGER, symbol TEXT NOT NULL DEFAULT '', date TEXT, body TEXT NOT NULL DEFAULT '', snapshot TEXT,
  pdf INTEGER REFERENCES kept_file, made_at TEXT NOT NULL, sent_at TEXT) STRICT;
CREATE INDEX report_plan ON report(plan);
"""

_OFFICE_WORK = """
CREATE TABLE peer(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, key TEXT NOT NULL DEFAULT '',
  first_seen TEXT NOT NULL, trusted INTEGER NOT NULL DEFAULT 0, unit INTEGER REFERENCES unit ON DELETE SET NULL) STRICT;
CREATE TABLE package(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, is_ours INTEGER NOT NULL, sequence INTEGER NOT NULL,
  peer INTEGER REFERENCES peer, unit INTEGER REFERENCES unit, plan INTEGER REFERENCES plan, file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL, manifest TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX package_plan ON package(plan);
CREATE TABLE receipt(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, package INTEGER NOT NULL REFERENCES package ON DELETE CASCADE,
  received_at TEXT NOT NULL, person TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX receipt_package ON receipt(package);

CREATE TABLE template(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE saved_view(
  id INTEGER PRIMARY KEY, page TEXT NOT NULL, name TEXT NOT NULL, filter TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
CREATE TABLE audit(
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, action TEXT NOT NULL, noun TEXT NOT NULL, key INTEGER,
  detail TEXT NOT NULL DEFAULT '{}') STRICT;
CREATE INDEX audit_noun ON audit(noun, key);
CREATE TABLE trash(
  id INTEGER PRIMARY KEY, noun TEXT NOT NULL, title TEXT NOT NULL, removed_at TEXT NOT NULL, changes BLOB NOT NULL) STRICT;
CREATE TABLE undo_step(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL, is_undone INTEGER NOT NULL DEFAULT 0, changes BLOB NOT NULL) STRICT;

CREATE VIRTUAL TABLE search USING fts5(
  words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE search_todo(id INTEGER PRIMARY KEY) STRICT;
"""

# The place of a thing in `search` is its id x 8 + the number of its kind. Triggers note which places are to be written anew, since
# writing the index row by row from triggers takes six times as long as all at once; whoever searches writes what is noted first.
_SEARCHED = (
    (1, "directive", "words"),
    (2, "plan", "subject, number, symbol, theme"),
    (3, "task", "text, deliverable"),
    (4, "unit", "name, abbreviation, code, person, phone"),
    (5, "result", "text, reason"),
    (6, "report", "title, number, symbol"),
)


def _note(kind: int, table: str, columns: str) -> str:
    note = f"BEGIN INSERT OR IGNORE INTO search_todo VALUES ({{0}} * 8 + {kind}); END"
    return f"""
CREATE TRIGGER {table}_added AFTER INSERT ON {table} {note.format("new.id")};
CREATE TRIGGER {table}_changed AFTER UPDATE OF {columns} ON {table} {note.format("new.id")};
CREATE TRIGGER {table}_removed AFTER DELETE ON {table} {note.format("old.id")};
"""


_FORMER_NAMES = "".join(
    f"CREATE TRIGGER unit_former_name_{what} AFTER {event} ON unit_former_name BEGIN "
    f"INSERT OR IGNORE INTO search_todo VALUES ({row}.unit * 8 + 4); END;\n"
    for what, event, row in (
        ("added", "INSERT", "new"),
        ("changed", "UPDATE", "new"),
        ("removed", "DELETE", "old"),
    )
)


def up(db: Executes) -> None:
    """Make all tables of an empty database."""
    for part in (_UNITS, _PLANS, _WORK, _OFFICE_WORK):
        db.execute(part)
    for searched in _SEARCHED:
        db.execute(_note(*searched))
    db.execute(_FORMER_NAMES)
