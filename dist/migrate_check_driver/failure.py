"""Turns an exception into what the caller is told about a failed move: the fields of a `Failure`."""
import re
import traceback

LONGEST = 20000

_gone = ("57P01", "57P02", "57P03", "08000", "08003", "08006")
_gone_words = re.compile(
    r"server closed the connection|connection (was |is |has been |already |unexpectedly )*(closed|lost)|connection not open"
    r"|terminating connection|connection is lost|cursor already closed|connection reset|broken pipe", re.I)
_irreversible_words = re.compile(r"irreversible|(can ?not|can't|must not) (be )?(downgrade|reverse|undone|undo|revert|roll(ed)? ?back)|(downgrade|rollback)s? (is|are) not (supported|possible|implemented|allowed)", re.I)


def describe(error, places, direction):
    """What went wrong, in the words of the server where it has spoken, else of Python."""
    source = _driver_error(getattr(error, "orig", None) or error)
    reason = _reason(error, source, direction)
    place, called_from = places.of_error(error, innermost=reason != "sql")
    fields = {"reason": reason, "error": _name(source), "message": _message(source), "calledFrom": called_from}
    statement = getattr(error, "statement", None)
    optional = {
        "place": place,
        "sql": statement[:LONGEST] if isinstance(statement, str) else None,
        "sqlstate": _sqlstate(source),
        "detail": _field(source, "message_detail", "detail"),
        "hint": _field(source, "message_hint", "hint"),
    }
    fields.update((name, value) for name, value in optional.items() if value)
    return fields


def swallowed():
    """env.py went on although a migration did not end."""
    return _plain("python", "Swallowed", "env.py ended in the middle of the migration, without an error")


def not_made(command):
    """env.py ran, and Alembic asked for no step."""
    state = "already applied" if command["direction"] == "upgrade" else "not applied"
    return _plain("not-applied", "NotApplied", "the revision is %s where env.py looks" % state)


def words(error):
    """An exception in one line."""
    source = _driver_error(getattr(error, "orig", None) or error)
    return "%s: %s" % (_name(source), _message(source).split("\n")[0])


def tail(error):
    """Last lines of a traceback, for a set-up that does not work."""
    lines = "".join(traceback.format_exception(type(error), error, error.__traceback__)).rstrip().split("\n")
    return lines[-12:]


def _plain(reason, name, message):
    return {"reason": reason, "error": name, "message": message, "calledFrom": []}


def _driver_error(original):
    """SQLAlchemy wraps asyncpg's exceptions; the one that knows the details is the cause."""
    cause = getattr(original, "__cause__", None)
    return cause if getattr(cause, "sqlstate", None) else original


def _name(source):
    """The class, in the spelling of psycopg: UniqueViolation, not UniqueViolationError."""
    name = type(source).__name__
    if type(source).__module__.startswith("asyncpg") and name.endswith("Error") and _sqlstate(source):
        return name[:-len("Error")]
    return name


def _sqlstate(source):
    state = getattr(source, "sqlstate", None) or getattr(source, "pgcode", None)
    return state if isinstance(state, str) else None


def _field(source, diagnostic, attribute):
    value = getattr(getattr(source, "diag", None), diagnostic, None) or getattr(source, attribute, None)
    return value if isinstance(value, str) else None


def _message(source):
    primary = getattr(getattr(source, "diag", None), "message_primary", None)
    if not primary and _sqlstate(source):
        primary = getattr(source, "message", None)
    return primary or str(source).strip() or type(source).__name__


def _reason(error, source, direction):
    state = _sqlstate(source)
    if isinstance(error, SystemExit):
        return "exited"
    if state in _gone or getattr(error, "connection_invalidated", False):
        return "disconnected"
    if state is not None:
        return "sql"
    if _from_database(error) and _gone_words.search(str(source)):
        return "disconnected"
    if isinstance(error, NotImplementedError) or (direction == "downgrade" and _says_irreversible(error)):
        return "irreversible"
    return "python"


def _from_database(error):
    return any(base.__module__.split(".")[0] in ("sqlalchemy", "psycopg2", "psycopg", "asyncpg", "pg8000") for base in type(error).__mro__)


def _says_irreversible(error):
    return "NotImplemented" in type(error).__name__ or "Irreversible" in type(error).__name__ or bool(_irreversible_words.search(str(error)))
