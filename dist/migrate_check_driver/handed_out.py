"""The driver's own connection in the hands of project code: what is sent on it goes past SQLAlchemy, and past us."""
import sys

# Whoever asks in these packages is SQLAlchemy itself, or works through it.
_OWN = ("sqlalchemy", "alembic", "migrate_check_driver")


def watch_handing_out(on_handed_out):
    """Calls `on_handed_out(connection or None, frame)` when somebody takes the connection from a SQLAlchemy one or from an engine."""
    from sqlalchemy.engine import Connection, Engine

    original = Connection.connection
    raw_connection = Engine.raw_connection

    def connection(self):
        frame = sys._getframe(1)
        if not _is_own(frame):
            on_handed_out(self, frame)
        return original.__get__(self)

    def from_engine(self, *arguments, **options):
        frame = sys._getframe(1)
        if not _is_own(frame):
            on_handed_out(None, frame)
        return raw_connection(self, *arguments, **options)

    Connection.connection = property(connection, doc=original.__doc__)
    Engine.raw_connection = from_engine


def _is_own(frame):
    return str(frame.f_globals.get("__name__", "")).split(".")[0] in _OWN
