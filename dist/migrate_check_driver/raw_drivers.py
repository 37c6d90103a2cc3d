"""Stands before the drivers themselves: connections that no engine of SQLAlchemy opens, or one with `creator=`."""
import functools

# What a connection string may say besides where to go.
_HARMLESS = ("options", "application_name", "connect_timeout", "client_encoding")


def stand_before_drivers(redirect):
    """Patches each driver that is installed. Before the project is imported, so that it cannot hold the originals."""
    for patch in (_patch_psycopg2, _patch_psycopg, _patch_asyncpg, _patch_pg8000):
        try:
            patch(redirect)
        except ImportError:
            continue


def _patch_psycopg2(redirect):
    import psycopg2
    from psycopg2.extensions import parse_dsn

    original = psycopg2.connect

    @functools.wraps(original)
    def connect(dsn=None, connection_factory=None, cursor_factory=None, **parameters):
        redirect.on_raw("psycopg2.connect")
        parameters = dict(_harmless(parse_dsn, dsn), **parameters)
        redirect.replace(parameters, "dbname")
        return original(connection_factory=connection_factory, cursor_factory=cursor_factory, **parameters)

    psycopg2.connect = connect


def _patch_psycopg(redirect):
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    def stand_before(owner):
        original = owner.connect.__func__

        def connect(cls, conninfo="", **parameters):
            redirect.on_raw("psycopg.connect")
            parameters = dict(_harmless(conninfo_to_dict, conninfo), **parameters)
            redirect.replace(parameters, "dbname")
            return original(cls, **parameters)

        owner.connect = classmethod(functools.wraps(original)(connect))

    stand_before(psycopg.Connection)
    stand_before(psycopg.AsyncConnection)
    psycopg.connect = psycopg.Connection.connect


def _patch_asyncpg(redirect):
    from asyncpg import connect_utils

    original = connect_utils._connect

    @functools.wraps(original)
    def connect(**parameters):
        redirect.on_raw("asyncpg.connect")
        # This function wants every one of its arguments: those that say where to go are emptied, not left out.
        emptied = dict.fromkeys(parameters)
        redirect.replace(parameters, "database")
        return original(**dict(emptied, **parameters))

    connect_utils._connect = connect


def _patch_pg8000(redirect):
    from pg8000 import core

    original = core.CoreConnection.__init__

    @functools.wraps(original)
    def connect(self, user=None, *_where, **parameters):
        redirect.on_raw("pg8000.connect")
        redirect.replace(parameters, "database")
        return original(self, **parameters)

    core.CoreConnection.__init__ = connect


def _harmless(parse, text):
    if not text:
        return {}
    try:
        return {key: value for key, value in parse(text).items() if key in _HARMLESS}
    except Exception:
        # A connection string that the driver itself would refuse: nothing of it is needed.
        return {}
