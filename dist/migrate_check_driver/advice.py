"""What to do about an exception of env.py."""
import configparser
import os
import sys

from migrate_check_driver.redirect import Refused


def advice(error):
    if isinstance(error, configparser.InterpolationError):
        return "In an ini file, % is written as %%"
    if isinstance(error, KeyError):
        return "If it is a variable of the environment that is missing, any value will do: no connection is made to where it points"
    if isinstance(error, Refused):
        return "migrate-check works on PostgreSQL, through SQLAlchemy with psycopg2, psycopg or asyncpg"
    if isinstance(error, ImportError) and error.name:
        return _where_to_get(error.name.split(".")[0])
    return "Run it as Alembic does: python -m alembic current"


def _where_to_get(module):
    # `python -m alembic` looks for modules in the working directory, the command `alembic` does not; neither do we.
    if module not in sys.modules and any(os.path.exists(name) for name in (module, module + ".py")):
        return "%s is in the directory of the project, where Python is not told to look: prepend_sys_path = . in the ini file, or --env PYTHONPATH=." % module
    return "What env.py imports has to be there for %s: install the requirements of the project, or name another one with --python" % sys.executable
