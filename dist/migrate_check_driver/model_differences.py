"""What autogenerate would write into the next revision, as plain differences."""
from alembic.autogenerate import produce_migrations

_ONLY = {"add": "models", "remove": "database"}
_MODIFIED = {"modify_type": "type", "modify_nullable": "nullable", "modify_default": "default", "modify_comment": "comment"}


def differences(context, metadata, heads, tables):
    """Fields of `ModelDifference`s. The hook of env.py has its say, as it has when `alembic check` looks."""
    directives = [produce_migrations(context, metadata)]
    hook = context.opts.get("process_revision_directives")
    if hook:
        hook(context, heads, directives)
    diffs = [diff for script in directives for upgrade in script.upgrade_ops_list for diff in _diffs(upgrade)]
    found = [one for one in (_plain(diff, tables, context.dialect) for diff in diffs) if one]
    whole = {(one["schema"], one["table"]) for one in found if one["kind"] == "table"}
    return [one for one in found if _counts(one, whole, tables)]


def _diffs(container):
    """The tuples of all operations; plug-ins have some that cannot say what they are."""
    for operation in container.ops:
        if hasattr(operation, "ops"):
            for diff in _diffs(operation):
                yield diff
        elif hasattr(operation, "to_diff_tuple"):
            diff = operation.to_diff_tuple()
            for one in diff if isinstance(diff, list) else [diff]:
                yield one


def _counts(one, whole, tables):
    """With a table all its parts come and go; one that Alembic did not look for is no difference at all."""
    key = one["schema"], one["table"]
    if key not in whole:
        return True
    if one["kind"] != "table":
        return False
    return not tables.is_there(key) if one["only"] == "models" else not (tables.needs_no_model(key) or key in tables.models)


def _plain(diff, tables, dialect):
    kind = diff[0]
    if kind in _MODIFIED:
        return _modified(diff, tables, dialect)
    verb, _, noun = kind.partition("_")
    if verb not in _ONLY or noun not in _PARTS:
        return None
    (schema, table), fields = _PARTS[noun](diff)
    return _difference(tables.key(schema, table), only=_ONLY[verb], **fields)


def _modified(diff, tables, dialect):
    kind, schema, table, column, _, old, new = diff
    what = _MODIFIED[kind]
    if what == "type":
        shown = "%s in the database and %s in the models" % (_type(old, dialect), _type(new, dialect))
    elif what == "nullable":
        shown = "nullable in the database and not in the models" if old else "nullable in the models and not in the database"
    else:
        shown = "of another %s in the database than in the models" % what
    return _difference(tables.key(schema, table), kind=what, column=column, words="column %s is %s" % (column, shown))


def _difference(key, kind, words, column=None, only=None):
    schema, table = key
    if only:
        words = "%s is in the %s and not in the %s" % (words, only, "database" if only == "models" else "models")
    found = {"kind": kind, "schema": schema, "table": table, "column": column, "only": only, "words": words}
    return {name: value for name, value in found.items() if value is not None}


def _type(value, dialect):
    try:
        return value.compile(dialect=dialect)
    except Exception:
        return str(value)


def _owner(table):
    return table.schema, table.name


def _column(diff):
    _, schema, table, column = diff
    return (schema, table), {"kind": "column", "column": column.name, "words": "column %s" % column.name}


def _part(kind, word):
    def read(diff):
        part = diff[1]
        columns = ", ".join(column.name for column in part.columns)
        return _owner(part.table), {"kind": kind, "words": "%s %s(%s)" % (word, "%s " % part.name if part.name else "", columns)}

    return read


_PARTS = {
    "table": lambda diff: (_owner(diff[1]), {"kind": "table", "words": "table %s" % diff[1].name}),
    "column": _column,
    "index": _part("index", "index"),
    "constraint": _part("unique", "unique constraint"),
    "fk": _part("foreign-key", "foreign key"),
    "table_comment": lambda diff: (_owner(diff[1]), {"kind": "comment", "words": "comment"}),
}
