"""Leads every connection to the disposable database, whatever the project's settings say."""
import os
import sys

_WHERE = ("dsn", "host", "hostaddr", "port", "user", "username", "password", "passfile", "dbname", "database", "service",
          "sslmode", "ssl", "sslcert", "sslkey", "sslrootcert", "sslcrl", "direct_tls", "unix_sock", "conninfo",
          "target_session_attrs", "channel_binding", "krbsrvname", "gssencmode", "gsslib", "require_auth")


class Refused(Exception):
    """A connection that cannot be led to the disposable database."""


class Redirect(object):
    def __init__(self, remarks):
        self.target = None
        self._remarks = remarks

    def install(self):
        """Listens to all engines of SQLAlchemy, made or yet to be made, and stands before the drivers themselves."""
        from sqlalchemy import event
        from sqlalchemy.engine import Engine

        event.listen(Engine, "do_connect", self._on_connect)
        event.listen(Engine, "connect", self._on_connected)
        for patch in (self._patch_psycopg2, self._patch_psycopg, self._patch_asyncpg):
            try:
                patch()
            except ImportError:
                pass

    def aim(self, target):
        self.target = target
        os.environ.update(PGHOST=target["host"], PGPORT=str(target["port"]), PGUSER=target["user"],
                          PGPASSWORD=target["password"], PGDATABASE=target["database"])

    def _on_connect(self, dialect, _record, arguments, parameters):
        if dialect.name != "postgresql":
            raise Refused("an engine for %s was opened; only PostgreSQL can be led to the disposable database" % dialect.name)
        del arguments[:]
        name = "dbname" if dialect.driver in ("psycopg2", "psycopg", "psycopg2cffi") else "database"
        self._replace(parameters, name)

    def _on_connected(self, connection, _record):
        cursor = connection.cursor()
        try:
            cursor.execute("SELECT current_database()")
            found = cursor.fetchone()[0]
        finally:
            cursor.close()
        if found != self.target["database"]:
            raise Refused("a connection was opened to the database %s, which is not the disposable one" % found)
        # The question must not leave a transaction open behind it.
        connection.rollback()

    def _replace(self, parameters, name):
        for key in _WHERE:
            parameters.pop(key, None)
        target = self.target
        if target is None:
            raise Refused("a connection was opened before there is a database to lead it to")
        parameters.update(host=target["host"], port=target["port"], user=target["user"], password=target["password"])
        parameters[name] = target["database"]

    def _wrap(self, connect, name):
        def redirected(*arguments, **parameters):
            self._replace(parameters, name)
            return connect(**parameters)

        redirected.__name__ = getattr(connect, "__name__", "connect")
        redirected.__doc__ = connect.__doc__
        return redirected

    def _patch_psycopg2(self):
        import psycopg2

        psycopg2.connect = self._wrap(psycopg2.connect, "dbname")

    def _patch_psycopg(self):
        import psycopg

        for owner in (psycopg.Connection, psycopg.AsyncConnection):
            owner.connect = self._wrap(owner.connect, "dbname")
        psycopg.connect = psycopg.Connection.connect

    def _patch_asyncpg(self):
        import asyncpg
        from asyncpg import connect_utils

        original = connect_utils._connect

        def redirected(**parameters):
            keep = {key: value for key, value in parameters.items() if key not in ("host", "port", "user", "password", "database")}
            for key in ("dsn", "passfile", "service", "servicefile", "ssl", "direct_tls"):
                if key in keep:
                    keep[key] = None
            target = self.target
            if target is None:
                raise Refused("a connection was opened before there is a database to lead it to")
            keep.update(host=target["host"], port=target["port"], user=target["user"], password=target["password"],
                        database=target["database"])
            return original(**keep)

        connect_utils._connect = redirected
        assert asyncpg.__version__


def drivers():
    """Installed drivers and their versions, the one we would choose first."""
    found = {}
    for name in ("psycopg2", "psycopg", "asyncpg", "pg8000"):
        try:
            module = __import__(name)
        except ImportError:
            continue
        found[name] = str(getattr(module, "__version__", "?")).split(" ")[0]
    return found


def placeholder_url(names):
    """A URL for projects that leave theirs to somebody else; where it points does not matter."""
    for driver in ("psycopg2", "psycopg", "asyncpg", "pg8000"):
        if driver in names:
            return "postgresql+%s://migrate_check@127.0.0.1/disposable" % driver
    return None


assert sys.version_info >= (3, 8)
