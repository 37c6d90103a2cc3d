"""Turns an exception into what the caller is told about a failed move."""
import traceback

_gone = ("57P01", "57P02", "57P03", "08000", "08003", "08006")
_gone_words = ("server closed the connection", "connection already closed", "connection is closed", "the connection is closed",
               "terminating connection", "connection was closed", "connection not open", "SSL connection has been closed")


def describe(error, places):
    """The fields of a `Failure`."""
    original = getattr(error, "orig", None) or error
    source = _driver_error(original)
    place, called_from = places.of_traceback(error.__traceback__)
    fields = {
        "error": type(source).__name__,
        "message": _message(source),
        "calledFrom": called_from,
        "reason": _reason(error, source),
    }
    optional = {
        "place": place,
        "sql": getattr(error, "statement", None),
        "sqlstate": _sqlstate(source),
        "detail": _field(source, "message_detail", "detail"),
        "hint": _field(source, "message_hint", "hint"),
    }
    fields.update((name, value) for name, value in optional.items() if value)
    return fields


def _driver_error(original):
    """SQLAlchemy wraps asyncpg's exceptions; the one that knows the details is the cause."""
    cause = getattr(original, "__cause__", None)
    return cause if getattr(cause, "sqlstate", None) else original


def _sqlstate(source):
    state = getattr(source, "sqlstate", None) or getattr(source, "pgcode", None)
    return state if isinstance(state, str) else None


def _field(source, diagnostic, attribute):
    value = getattr(getattr(source, "diag", None), diagnostic, None) or getattr(source, attribute, None)
    return value if isinstance(value, str) else None


def _message(source):
    primary = getattr(getattr(source, "diag", None), "message_primary", None)
    return primary or str(source).strip() or type(source).__name__


def _reason(error, source):
    state = _sqlstate(source)
    message = str(source)
    if isinstance(error, SystemExit):
        return "exited"
    if state in _gone or (state is None and any(words in message for words in _gone_words)):
        return "disconnected"
    if state is not None:
        return "sql"
    if isinstance(error, NotImplementedError):
        return "irreversible"
    return "python"


def tail(error, places=None):
    """Last lines of a traceback, for a set-up that does not work."""
    lines = "".join(traceback.format_exception(type(error), error, error.__traceback__)).rstrip().split("\n")
    return lines[-12:]
