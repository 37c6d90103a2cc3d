"""A statement as PostgreSQL gets to see it, from what SQLAlchemy hands to the driver."""
import re

MOST_PARAMETERS = 50
LONGEST_PARAMETER = 200

# %s and %(name)s; psycopg also knows %b, %t and %(name)b.
_PLACEHOLDER = re.compile(r"%(?:(%)|\((\w[^)]*)\)[sbt]|[sbt])")


def as_sent(statement, parameters, context, many, driver):
    """The fields `sql`, `parameters` and `sets` of a `Statement`."""
    first, sets = parameters, 1
    if many and isinstance(parameters, (list, tuple)):
        first, sets = (parameters[0] if parameters else ()), len(parameters)
    sql, values = _numbered(statement, first, context, driver)
    fields = {"sql": sql}
    if values:
        fields["parameters"] = [_shown(value) for value in values[:MOST_PARAMETERS]]
    if sets > 1:
        fields["sets"] = sets
    return fields


def _numbered(statement, parameters, context, driver):
    if not _is_formatted(parameters, context, driver):
        return statement, list(parameters) if isinstance(parameters, (list, tuple)) else []
    names, values = {}, []

    def number(match):
        percent, name = match.groups()
        if percent:
            return "%"
        if name is None:
            values.append(parameters[len(values)] if len(parameters) > len(values) else None)
            return "$%d" % len(values)
        if name not in names:
            values.append(parameters[name] if name in parameters else None)
            names[name] = len(values)
        return "$%d" % names[name]

    return _PLACEHOLDER.sub(number, statement), values


def _is_formatted(parameters, context, driver):
    """Whether the driver looks for percent signs: it is handed parameters, if only none."""
    if parameters is None or not isinstance(parameters, (dict, list, tuple)):
        return False
    if driver == "asyncpg":
        # SQLAlchemy 2 writes $1 itself; before, its adapter for asyncpg formats.
        return getattr(getattr(context, "dialect", None), "paramstyle", None) == "format"
    no_parameters = getattr(context, "execution_options", {}).get("no_parameters", False)
    return not (no_parameters and not parameters)


def _shown(value):
    # A value may be as large as a file.
    text = repr(value[:LONGEST_PARAMETER] if isinstance(value, (str, bytes)) else value)
    return text if len(text) <= LONGEST_PARAMETER else text[:LONGEST_PARAMETER] + "..."
