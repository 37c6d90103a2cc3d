"""A project whose configuration does not lead to its migrations."""
import configparser

from alembic.util import CommandError

from migrate_check_driver import failure
from migrate_check_driver.problem import SetupProblem


def unopened(shown, error):
    """What is wrong with the file `shown`, as a `SetupProblem`: where, and a traceback only where the words do not say it."""
    if isinstance(error, (configparser.Error, UnicodeError)):
        line = _line_of(error)
        where = "%s:%d" % (shown, line) if line else shown
        return SetupProblem("bad-project", "%s cannot be opened: %s" % (where, _words(error)), "Correct the file; Alembic cannot read it either")
    details = [] if isinstance(error, (CommandError, ModuleNotFoundError)) else failure.tail(error)
    return SetupProblem("bad-project", "%s cannot be opened: %s" % (shown, _words(error)), "Check script_location in %s" % shown, details)


def _words(error):
    if isinstance(error, configparser.MissingSectionHeaderError):
        return "no section begins before this line: %r" % error.line.strip()
    if isinstance(error, configparser.ParsingError):
        return "this line sets nothing: %s" % error.errors[0][1]
    if isinstance(error, configparser.Error):
        # Before it stand the path, in the spelling of Python, and the line.
        return error.message.split("]: ")[-1]
    # What follows is advice for somebody who begins a project.
    return str(error).split("  Please use the 'init'")[0]


def _line_of(error):
    errors = getattr(error, "errors", None)
    return getattr(error, "lineno", None) or (errors[0][0] if errors else None)
