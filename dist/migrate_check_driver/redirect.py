"""Leads every connection to the disposable database, whatever the project's settings say."""
import os
import threading

from migrate_check_driver.wire import OWN

_WHERE = ("dsn", "host", "hostaddr", "port", "user", "username", "password", "passfile", "dbname", "database", "service",
          "servicefile", "sslmode", "sslnegotiation", "ssl", "sslcert", "sslkey", "sslpassword", "sslrootcert", "sslcrl",
          "sslcrldir", "ssl_context", "direct_tls", "unix_sock", "conninfo", "target_session_attrs", "load_balance_hosts",
          "channel_binding", "krbsrvname", "gssencmode", "gsslib", "require_auth", "replication")
_VARIABLES = ("PGHOSTADDR", "PGSERVICE", "PGSERVICEFILE", "PGSSLMODE", "PGSSLNEGOTIATION", "PGSSLCERT", "PGSSLKEY",
              "PGSSLROOTCERT", "PGSSLCRL", "PGTARGETSESSIONATTRS", "PGLOADBALANCEHOSTS", "PGREQUIREAUTH", "PGCHANNELBINDING",
              "PGGSSENCMODE", "PGREQUIRESSL", "PGPASSFILE")


class Refused(Exception):
    """A connection that cannot be led to the disposable database."""


class Redirect(object):
    """Knows where connections are to go; `target` is None until the first move says it."""

    def __init__(self):
        self.target = None
        # What drivers were asked for, until an engine turns out to be who asked, and whether a revision was running.
        self._raw = []
        self._is_running = lambda: False
        self._expected = threading.local()

    def while_running(self, is_running):
        """Is told how to ask whether the function of a revision is running."""
        self._is_running = is_running

    def install(self):
        """Listens to all engines of SQLAlchemy, made or yet to be made."""
        from sqlalchemy import event
        from sqlalchemy.engine import Engine

        event.listen(Engine, "do_connect", self._on_connect)
        event.listen(Engine, "connect", self._on_connected)

    def aim(self, target):
        """From now on connections go there, those of child processes included."""
        self.target = target
        self._set_variables()

    def replace(self, parameters, name):
        """Puts the disposable database in the place of whatever a driver was told; `name` is its word for database."""
        target = self._known_target()
        self._set_variables()
        for key in _WHERE:
            parameters.pop(key, None)
        parameters.update(host=target["host"], port=target["port"], user=target["user"], password=target["password"])
        parameters[name] = target["database"]

    def on_raw(self, what):
        """A driver was asked for a connection. Says so, unless SQLAlchemy is who asked."""
        if getattr(self._expected, "by_engine", False):
            return
        self._raw.append((what, self._is_running()))

    def take_raw(self):
        """The functions of drivers that were called past SQLAlchemy since the last time, each with whether a revision was running."""
        raw, self._raw = self._raw, []
        return raw

    def _on_connect(self, dialect, _record, arguments, parameters):
        if dialect.name != "postgresql":
            raise Refused("an engine for %s was opened; only PostgreSQL can be led to the disposable database" % dialect.name)
        del arguments[:]
        self.replace(parameters, "dbname" if dialect.driver.startswith("psycopg") else "database")
        self._expected.by_engine = True

    def _on_connected(self, connection, _record):
        if not getattr(self._expected, "by_engine", False) and self._raw:
            # An engine with a `creator` of its own: its statements are seen like any other's.
            self._raw.pop()
        self._expected.by_engine = False
        cursor = connection.cursor()
        try:
            cursor.execute(OWN + "SELECT current_database()")
            found = cursor.fetchone()[0]
        finally:
            cursor.close()
        if found != self._known_target()["database"]:
            raise Refused("a connection was opened to the database %s, which is not the disposable one" % found)
        # The question must not leave a transaction open behind it.
        connection.rollback()

    def _known_target(self):
        if self.target is None:
            raise Refused("a connection was opened before there is a database to lead it to")
        return self.target

    def _set_variables(self):
        # Before each connection, as the project may have loaded a file of settings meanwhile.
        for name in _VARIABLES:
            os.environ.pop(name, None)
        target = self.target
        os.environ.update(PGHOST=target["host"], PGPORT=str(target["port"]), PGUSER=target["user"],
                          PGPASSWORD=target["password"], PGDATABASE=target["database"])
