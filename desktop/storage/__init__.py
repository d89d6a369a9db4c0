"""Everything that is kept: SQLite through peewee and APSW. Nobody else imports them; no row leaves this package, only domain values.

All functions take the open `store` first. What belongs together is one call, what a service combines it wraps in
`with store.transaction():` (nested ones are free).

    store          Store.open(home) -> Store · transaction() · bulk() · close()
    units          list_units, by_ids, get, count, ids_by_uid, name_index, add, save, groups, save_group
    unit_import    import_rows(store, rows: UnitRow, day, progress) -> ImportCounts · kept_rows · former_names · members_on
    plans          list_plans, get, by_uid, add, save, remove, body, set_body, revision, keep_pdf, pdf
    tasks          add_all, save, remove, reorder, of_plan, get, assign, assignments_of_plan, assignments_of_unit,
                   open_assignments, plans_of_assignments, move_open
    results        add_all -> (added, same), latest_of_plan(until=None), values_of_plan, history
    versions       of_assignments, take_in(results of other offices), choose (in a conflict); what stands is `domain.merging`
    evidence       add, remove, of_assignments, sent_of, unknown, take_in (files of other offices)
    peers          add, save, get, by_uid, of_unit, list_peers (other copies of the program; they outlive undo)
    packages       add_all, by_uids, newest_sequences, next_sequence, of_plan, history, deliver, waiting_receipts, tell_receipts
    directives     list_directives, get, add(reading, received_on, file_name, content) -> id, reading, save_reading, file,
                   arrived_in(year), incoming, set_arrival
    received_files of_plan -> files in which units sent results
    outgoing       of_year, of_plan (all numbered papers), add_letter, set_dispatch, remove_letter
    unit_changes   rename, merge -> moved, split -> moved, dissolve
    follow_ups     checklist, tick, set_checklist, extend, extensions_of_plan, first_dues_of_plan, add_urgings, urgings_of_plan
    reports        list_reports, get, add, save, freeze, remove, body, snapshot, pdf
    undo           recording(name, joins=False) -> Recorded, seal (cannot be taken back), undo, redo, steps, next_undo, next_redo
    trash          discard(noun, title, remove) -> id, listed, restore(id), purge(before)
    search         find(words, limit) -> list[Hit], catch_up (after an import: writes the index ahead of the next search)
    settings       office, save_office, get(key), put(key, JSON value)
    audit          note(action, noun, key, **detail), entries
    backup         make(reason, to) -> Path, restore(path, home), verify, newest_sound, list_backups, thin
    checking       check(repair) -> list[Finding]
    kept_files     keep(bytes) -> id, content(id), unused, drop_unused

A migration may add columns of the office's work at the end only, and a new table has `id INTEGER PRIMARY KEY AUTOINCREMENT`: steps and the
trash keep rows by the places of their columns, and bring them back under their ids.
"""
