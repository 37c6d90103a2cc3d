"""The PostgreSQL drivers of the project's Python."""
import importlib
import re

_SYNC = ("psycopg2", "psycopg", "pg8000")
_ASYNC = ("asyncpg", "psycopg")


def installed():
    """Versions of the drivers that can be imported, by name."""
    found = {}
    for name in ("psycopg2", "psycopg", "asyncpg", "pg8000"):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        found[name] = str(getattr(module, "__version__", "?")).split(" ")[0]
    return found


def placeholder_url(names, env):
    """A URL for projects that leave theirs to somebody else; where it points does not matter. None without a driver."""
    with open(env, encoding="utf-8", errors="replace") as file:
        wanted = _ASYNC if re.search(r"async_engine_from_config|create_async_engine", file.read()) else _SYNC
    for driver in wanted:
        if driver in names and not (driver == "psycopg" and _before_2()):
            return "postgresql+%s://migrate_check@127.0.0.1/disposable" % driver
    return None


def _before_2():
    import sqlalchemy

    return sqlalchemy.__version__.startswith("1.")
