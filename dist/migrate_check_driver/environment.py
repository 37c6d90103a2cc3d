"""An env.py that is watched while it runs."""
import os
import sys

from alembic.runtime.environment import EnvironmentContext
from sqlalchemy import event
from sqlalchemy.engine import Engine

from migrate_check_driver.several import SeveralDatabases
from migrate_check_driver.wire import IDLE, wire_of


class Environment(object):
    """An `EnvironmentContext` that remembers what env.py does with it, and can force a transaction for each migration."""

    def __init__(self, config, directory, forced, **options):
        self.contexts = []
        self.runs = 0
        self._forced = forced
        self._env = os.path.realpath(os.path.join(str(directory.dir), "env.py"))
        self._odd = None
        self._begun = None
        self._schema = None
        self._several = SeveralDatabases()
        # Alembic's module `context` is bound to the attributes of this very object, so it is watched, not subclassed.
        self._real = EnvironmentContext(config, directory, **options)
        self._configure, self._run = self._real.configure, self._real.run_migrations
        self._real.configure, self._real.run_migrations = self._on_configure, self._on_run

    def __enter__(self):
        event.listen(Engine, "begin", self._on_begin)
        return self._real.__enter__()

    def __exit__(self, *error):
        event.remove(Engine, "begin", self._on_begin)
        return self._real.__exit__(*error)

    def why_alone(self):
        """Why the moves cannot share one run of this env.py, as kind, sentence and line; None when they can."""
        return self._odd

    def version_table(self):
        """Schema and name of the table of versions; where env.py names no schema it is the first of the search path."""
        context = self.contexts[-1]
        return context.version_table_schema or self._schema, context.version_table

    def _on_begin(self, _connection):
        if self.runs == 0:
            self._begun = self._line()

    def _on_configure(self, *arguments, **options):
        if self._forced:
            options["transaction_per_migration"] = True
        self._configure(*arguments, **options)
        context = self._real.get_context()
        self.contexts.append(context)
        if getattr(context, "_in_external_transaction", False):
            self._note("own-transaction", "it begins a transaction of its own before Alembic does", self._begun)

    def _on_run(self, **options):
        self.runs += 1
        connection = self._real.get_context().connection
        if connection is not None:
            self._several.add(connection, options, "env.py:%s" % self._line())
        if self.runs > 1:
            self._note("several-runs", "it runs migrations more than once")
        elif self._forced and connection is not None and connection.in_transaction():
            self._note("begun-before", "it sends statements in the transaction of the migrations before they run", self._begun)
        if connection is not None:
            self._schema = _current_schema(connection)
        self._run(**options)

    def _note(self, kind, sentence, line=None):
        if self._odd is None:
            self._odd = kind, sentence, line or self._line()

    def _line(self):
        """The line of env.py that is running."""
        frame = sys._getframe(1)
        while frame is not None and os.path.realpath(frame.f_code.co_filename) != self._env:
            frame = frame.f_back
        return frame and frame.f_lineno


def _current_schema(connection):
    """Asked of the driver itself: no transaction has begun, for SQLAlchemy or for the server."""
    wire = wire_of(connection)
    begun = wire is None or wire.status() != IDLE
    cursor = connection.connection.cursor()
    try:
        cursor.execute("SELECT current_schema()")
        return cursor.fetchone()[0]
    finally:
        cursor.close()
        if not begun:
            wire.end()
