"""A connection of the project's driver: what it says of itself, and questions asked on it past SQLAlchemy."""

# As libpq numbers them: https://www.postgresql.org/docs/current/libpq-status.html
IDLE, ACTIVE, IN_TRANSACTION, FAILED, UNKNOWN = range(5)

_SAVE, _BACK, _RELEASE = "SAVEPOINT migrate_check", "ROLLBACK TO SAVEPOINT migrate_check", "RELEASE SAVEPOINT migrate_check"
_REPEATED = ("look", "relations")
# Begins all that is asked here, so that whoever reads the log of the server knows it.
OWN = "/* migrate_check */ "


def wire_of(connection):
    """The wire under a SQLAlchemy connection; None under one that cannot be asked."""
    make = _WIRES.get(connection.dialect.driver)
    fairy = connection.connection
    # SQLAlchemy before 1.4.24 has only the other name.
    dbapi = getattr(fairy, "dbapi_connection", None) or fairy.connection
    return make(dbapi) if make and dbapi is not None else None


class Wire(object):
    """What all drivers have in common. SQLAlchemy's own events do not see what is asked here."""

    def __init__(self, dbapi):
        self._dbapi = dbapi
        self._prepared = 0
        self._known = set()

    def run(self, sql):
        """The rows of one statement without parameters, as tuples."""
        cursor = self._cursor()
        try:
            cursor.execute(OWN + sql)
            return [_plain(row) for row in cursor.fetchall()] if cursor.description else []
        finally:
            cursor.close()

    def command(self, sql):
        """A statement without rows that has to work whatever became of prepared ones."""
        self.run(sql)

    def ask(self, name, query):
        """The rows of a question that is asked again and again: it is prepared once, as to plan it costs twice what it costs."""
        return self.run(self._prepare(name, query))

    def ask_alone(self, name, query):
        """The rows of a question outside any transaction, whatever became of what was prepared: psycopg deallocates all after a DROP or a ROLLBACK."""
        try:
            return self.ask(name, query)
        except Exception:
            self.forget()
            return self.ask(name, query)

    def try_first(self, name, query):
        """The rows of the first question of a transaction; None where it fails, and then nothing has begun."""
        for _ in range(2):
            try:
                return self.ask(name, query)
            except Exception:
                self.end()
                self.forget()
        return None

    def try_within(self, name, query):
        """The rows of a question in the middle of a transaction; None where it fails, which the transaction survives."""
        for _ in range(2):
            rows = None
            try:
                rows = self._ask_saved(name, query)
            except Exception:
                self.command(_BACK)
                self.forget()
            self.command(_RELEASE)
            if rows is not None:
                return rows
        return None

    def end(self):
        """Ends the transaction that a question has begun by itself."""
        if not self._dbapi.autocommit:
            self._dbapi.rollback()

    def forget(self):
        """What was prepared may be there no more: DISCARD ALL, or a driver that tidies up."""
        self._prepared += 1

    def commits_alone(self):
        """Whether the next statement is a transaction of its own."""
        return self.status() == IDLE and bool(self._dbapi.autocommit)

    def busy(self):
        """Whether a question would get in the way of what the driver is doing."""
        return False

    def _ask_saved(self, name, query):
        """Asks behind a savepoint, which is left standing."""
        self.command(_SAVE)
        return self.ask(name, query)

    def _prepare(self, name, query):
        """The text that asks a question, prepared if it can be."""
        if name not in _REPEATED:
            return query
        if not self._is_prepared(name):
            self.run("PREPARE %s AS %s" % (self._statement(name), query))
            self._known.add(self._statement(name))
        return "EXECUTE %s" % self._statement(name)

    def _is_prepared(self, name):
        return name not in _REPEATED or self._statement(name) in self._known

    def _statement(self, name):
        return "migrate_check_%s_%d" % (name, self._prepared)

    def _cursor(self):
        return self._dbapi.cursor()


class Psycopg2Wire(Wire):
    def status(self):
        return self._dbapi.get_transaction_status()

    def pid(self):
        return self._dbapi.get_backend_pid()

    def _ask_saved(self, name, query):
        # Two in one message: of several results this driver shows the last one. What is not prepared yet may fail at that.
        if not self._is_prepared(name):
            return Wire._ask_saved(self, name, query)
        return self.run("%s; %s" % (_SAVE, self._prepare(name, query)))

    def _cursor(self):
        from psycopg2.extensions import cursor

        # The project may have made another kind the usual one.
        return self._dbapi.cursor(cursor_factory=cursor)


class PsycopgWire(Wire):
    def status(self):
        return int(self._dbapi.info.transaction_status)

    def pid(self):
        return self._dbapi.info.backend_pid

    def busy(self):
        real = getattr(self._dbapi, "_connection", self._dbapi)
        return getattr(real, "_pipeline", None) is not None


class AsyncpgWire(Wire):
    def command(self, sql):
        # The adapter would prepare it and keep it, and DEALLOCATE ALL is no affair of the adapter's.
        from sqlalchemy.util import await_only

        if self.status() == IDLE and not self._begun():
            await_only(self._dbapi._start_transaction())
        await_only(self._dbapi._connection.execute(OWN + sql))

    def _prepare(self, name, query):
        # SQLAlchemy's adapter prepares every text that it is given, and keeps it.
        return "/* migrate_check_%s_%d */ %s" % (name, self._prepared, query)

    def status(self):
        real = self._dbapi._connection
        if real.is_closed():
            return UNKNOWN
        # An aborted transaction is one, too: there a question fails and spoils nothing.
        return IN_TRANSACTION if real.is_in_transaction() else IDLE

    def pid(self):
        return self._dbapi._connection.get_server_pid()

    def commits_alone(self):
        # After COMMIT as a statement the adapter still believes in its transaction, and begins no other.
        return self.status() == IDLE and (self._begun() or self._dbapi.isolation_level == "autocommit")

    def _begun(self):
        """Whether the adapter believes in a transaction."""
        return getattr(self._dbapi, "_started", False) or getattr(self._dbapi, "_transaction", None) is not None


_WIRES = {"psycopg2": Psycopg2Wire, "psycopg": PsycopgWire, "psycopg_async": PsycopgWire, "asyncpg": AsyncpgWire}


def _plain(row):
    """Drivers can be told to make dicts of rows."""
    return tuple(row.values()) if isinstance(row, dict) else tuple(row)
