"""
What the models rely on, the database has not, and autogenerate does not look for: CHECK constraints by name, labels
of enums, and whether a column has a default. What the database has beyond the models hurts nobody who uses them.
"""
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import CheckConstraint, DefaultClause, Enum, text

_CHECKS = text("""
    SELECT n.nspname, c.relname, k.conname
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE k.contype = 'c'""")
_COLUMNS = text("""
    SELECT n.nspname, c.relname, a.attname, a.atthasdef OR a.attidentity <> '',
           ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = a.atttypid ORDER BY e.enumsortorder)
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')""")


def reliances(context, metadata, tables, known):
    """Fields of `ModelDifference`s. `known`: schema, table and column of what is reported already."""
    filters = AutogenContext(context, metadata=metadata)
    checks = {tuple(row) for row in context.connection.execute(_CHECKS)}
    columns = {tuple(row[:3]): (row[3], list(row[4])) for row in context.connection.execute(_COLUMNS)}
    found = []
    for key, table in tables.models.items():
        if tables.is_there(key) and filters.run_object_filters(table, table.name, "table", False, None):
            found += _missing_checks(key, table, checks, context.dialect)
            for column in table.columns:
                state = columns.get(key + (column.name,))
                if state and key + (column.name,) not in known and filters.run_object_filters(column, column.name, "column", False, None):
                    found += _missing_of_column(key, column, *state)
    return found


def _missing_checks(key, table, checks, dialect):
    for constraint in sorted(table.constraints, key=lambda one: str(one.name)):
        if not _is_named_check(constraint):
            continue
        # As conventions and the longest name that the server takes make of it.
        name = dialect.identifier_preparer.format_constraint(constraint, _alembic_quote=False)
        if key + (name,) not in checks:
            yield _missing(key, "check", "check constraint %s is in the models and not in the database" % name)


def _is_named_check(constraint):
    """A type brings its own, and DDL can be conditional: whether those are wanted here is not in their name."""
    conditional = getattr(constraint, "_create_rule", None) or getattr(constraint, "_ddl_if", None) or getattr(constraint, "_type_bound", False)
    return isinstance(constraint, CheckConstraint) and isinstance(constraint.name, str) and not conditional


def _missing_of_column(key, column, has_default, labels):
    kind = column.type
    if isinstance(kind, Enum) and kind.native_enum and labels:
        missing = [label for label in kind.enums if label not in labels]
        if missing:
            yield _missing(key, "labels", "column %s: the enum of the database has no label %s" % (column.name, ", ".join(missing)), column.name)
    # Others than DefaultClause say that something of the server fills the column, such as a trigger.
    if isinstance(column.server_default, DefaultClause) and not has_default:
        yield _missing(key, "default", "column %s has a server_default in the models and no default in the database" % column.name, column.name)


def _missing(key, kind, words, column=None):
    schema, table = key
    return dict({"kind": kind, "schema": schema, "table": table, "words": words}, **({"column": column} if column else {}))
