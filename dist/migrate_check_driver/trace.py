"""Every statement that a migration sends through SQLAlchemy, with the line that sent it."""
import sys
import time

MOST = 5000
LONGEST = 20000
LONGEST_TOGETHER = 8000000
CUT = " /* cut off here: %d characters in all */"


class Trace(object):
    """Listens while `on`: while the function of a revision runs, and not while Alembic keeps its version table."""

    def __init__(self, places):
        self.on = False
        self._places = places
        self._statements = None
        self._skipped = 0
        self._characters = 0

    def install(self):
        from sqlalchemy import event
        from sqlalchemy.engine import Engine

        event.listen(Engine, "before_cursor_execute", self._before)
        event.listen(Engine, "after_cursor_execute", self._after)

    def begin(self):
        self._statements = []
        self._skipped = 0
        self._characters = 0

    def take(self):
        """The statements since `begin`, and how many more there were."""
        statements, self._statements = self._statements or [], None
        return statements, self._skipped

    def pending(self):
        """The statement that was sent last, while a move is running."""
        statements = self._statements
        return statements[-1] if statements else None

    def _before(self, _connection, _cursor, statement, _parameters, context, _many):
        statements = self._statements
        if not self.on or statements is None:
            return
        if len(statements) >= MOST or self._characters > LONGEST_TOGETHER:
            self._skipped += 1
            return
        sql = statement if len(statement) <= LONGEST else statement[:LONGEST] + CUT % len(statement)
        self._characters += len(sql)
        entry = {"sql": sql, "milliseconds": 0}
        place = self._places.of_stack(sys._getframe(1))
        if place:
            entry["place"] = place
        statements.append(entry)
        if context is not None:
            context._migrate_check = (entry, time.perf_counter())

    def _after(self, _connection, cursor, _statement, _parameters, context, _many):
        seen = getattr(context, "_migrate_check", None)
        if seen is None:
            return
        entry, started = seen
        entry["milliseconds"] = round((time.perf_counter() - started) * 1000, 3)
        rows = getattr(cursor, "rowcount", -1)
        if isinstance(rows, int) and rows >= 0:
            entry["rows"] = rows
