"""The tables of the models, and what the database has under their names."""
from sqlalchemy import text

_RELATIONS = text("""
    SELECT n.nspname, c.relname,
           c.relispartition
           OR EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)
           OR EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')""")


class Tables(object):
    """Keys are schema and name; a table whose model names no schema is in the one that the session creates in."""

    def __init__(self, context, all_metadata):
        self.home = context.connection.execute(text("SELECT current_schema()")).scalar()
        rows = [tuple(row) for row in context.connection.execute(_RELATIONS)]
        self._there = {(schema, name) for schema, name, _ in rows}
        self._not_modelled = {(schema, name) for schema, name, belongs in rows if belongs}
        self.models = {self.key(table.schema, table.name): table for metadata in all_metadata for table in metadata.tables.values()}

    def key(self, schema, name):
        return schema or self.home, name

    def is_there(self, key):
        """Under that name in the database, as a table or as a view."""
        return key in self._there

    def needs_no_model(self, key):
        """A partition, or a table of an extension."""
        return key in self._not_modelled
