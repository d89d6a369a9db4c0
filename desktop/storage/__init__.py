"""The workspace in SQLite, through peewee and APSW; nobody else imports them."""
