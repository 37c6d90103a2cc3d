"""Every statement that a migration sends through SQLAlchemy, the line that sent it, and what the server did for it."""
import os
import sys
import time

from migrate_check_driver.alone import handling
from migrate_check_driver.handed_out import watch_handing_out
from migrate_check_driver.relations import Relations
from migrate_check_driver.statement import as_sent
from migrate_check_driver.watched import seen_on, watched

MOST = 5000
LONGEST = 20000
LONGEST_TOGETHER = 8000000
# For the bench: what do the looks cost?
_OFF = os.environ.get("MIGRATE_CHECK_TRACE") == "off"
CUT = " /* cut off here: %d characters in all */"


class Trace(object):
    """Listens while `on`: while the function of a revision runs, and not while Alembic keeps its version table."""

    def __init__(self, places, channel):
        self.on = False
        self.relations = Relations()
        self._places = places
        self._channel = channel
        self._looks = True
        self._statements = None
        self._skipped = 0
        self._characters = 0
        self._transactions = {}
        self._watched_now = []
        self._left = []
        self._handed_out = []
        self._around = []
        self._characters_around = 0

    def install(self):
        from sqlalchemy import event
        from sqlalchemy.engine import Engine

        event.listen(Engine, "before_cursor_execute", self._before)
        event.listen(Engine, "after_cursor_execute", self._after)
        event.listen(Engine, "rollback", self._on_rollback)
        event.listen(Engine, "handle_error", self._on_error)
        event.listen(Engine, "checkin", self._on_checkin)
        watch_handing_out(self._on_handed_out)

    def begin(self, looks):
        """A move begins. Where nobody asks what the server did for its statements, nobody `looks`."""
        self._looks = looks and not _OFF
        self._statements = []
        self._skipped = 0
        self._characters = 0
        self._transactions = {}
        self._watched_now = []
        self._left = []

    def take_handed_out(self):
        """Lines that took the driver's own connection since the last time, as fields of `Place`."""
        places, self._handed_out = self._handed_out, []
        return places

    def take_around(self):
        """What was sent since the last time while nobody listened, by env.py and by Alembic itself; None where that is too much to keep."""
        around, self._around = self._around, []
        kept = self._characters_around <= LONGEST_TOGETHER
        self._characters_around = 0
        return around if kept else None

    def left(self):
        """Fields of the settings that the move has left other than it found them, once its transactions are over."""
        return self._left + [setting for watching in self._watched_now for setting in watching.settings.left()]

    def take(self):
        """The statements since `begin`, and how many more there were."""
        statements, self._statements = self._statements or [], None
        return statements, self._skipped

    def pending(self):
        """The statement that was sent last, while a move is running."""
        statements = self._statements
        return statements[-1] if statements else None

    def _on_rollback(self, _connection):
        # Names and files may be the old ones again.
        self.relations.forget()

    def _before(self, connection, _cursor, statement, parameters, context, many):
        statements = self._statements
        if statements is None or not self.on:
            self._on_passing(connection, statement, parameters, context, many)
            return
        if len(statements) >= MOST or self._characters > LONGEST_TOGETHER:
            self._skipped += 1
            return
        entry = self._entry(statement, parameters, context, many, connection.dialect.driver)
        statements.append(entry)
        if context is None:
            return
        handler = self._handler(connection, entry, context) if self._looks else None
        if handler:
            handler.before(statement)
        context._migrate_check = (entry, handler, time.perf_counter())

    def _handler(self, connection, entry, context):
        """Who looks at what the server does for a statement; None where nobody can."""
        watching = self._watched(connection)
        if watching:
            watching.settings.remember()
        if watching is None or not watching.commits_alone():
            return watching
        if getattr(context, "_is_server_side", False):
            # Its rows are fetched later, in whatever transaction.
            return None
        return handling(watching, entry, self._channel)

    def _watched(self, connection):
        found = watched(connection, self.relations)
        if found and found not in self._watched_now:
            self._watched_now.append(found)
            found.begin()
        return found

    def _on_passing(self, connection, statement, parameters, context, many):
        self._characters_around += len(statement)
        if self._characters_around <= LONGEST_TOGETHER:
            entry = as_sent(statement, parameters, context, many, connection.dialect.driver)
            # What it was sent with is nobody's business.
            entry.pop("parameters", None)
            self._around.append(entry)
        watching = watched(connection, self.relations) if self._looks else None
        if watching:
            watching.passed(statement)

    def _on_checkin(self, _dbapi, record):
        watching = seen_on(record)
        if watching in self._watched_now:
            self._left.extend(watching.settings.left())

    def _on_handed_out(self, connection, frame):
        if not self.on:
            return
        self._handed_out.append(self._places.of_stack(frame).get("place"))
        watching = self._watched(connection) if connection is not None else None
        if watching:
            watching.handed_out = True

    def _on_error(self, error):
        seen = getattr(error.execution_context, "_migrate_check", None)
        if seen is None:
            return
        error.execution_context._migrate_check = None
        if seen[1]:
            seen[1].failed()

    def _entry(self, statement, parameters, context, many, driver):
        entry = as_sent(statement, parameters, context, many, driver)
        sql = entry["sql"]
        if len(sql) > LONGEST:
            entry["sql"] = sql[:LONGEST] + CUT % len(sql)
        self._characters += len(entry["sql"]) + sum(map(len, entry.get("parameters", ())))
        entry["milliseconds"] = 0
        entry.update(self._places.of_stack(sys._getframe(2)))
        return entry

    def _after(self, _connection, cursor, statement, _parameters, context, _many):
        seen = getattr(context, "_migrate_check", None)
        if seen is None:
            return
        entry, handler, started = seen
        entry["milliseconds"] = round((time.perf_counter() - started) * 1000, 3)
        rows = getattr(cursor, "rowcount", -1)
        if isinstance(rows, int) and rows >= 0:
            entry["rows"] = rows
        looked = handler.after(statement) if handler else None
        context._migrate_check = None
        if looked:
            fields, transaction = looked
            entry["trace"] = dict(fields, transaction=self._transactions.setdefault(transaction, len(self._transactions) + 1))
