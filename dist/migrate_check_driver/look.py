"""One look at a backend from inside its transaction: what it holds, what it has counted, how it is set."""
import functools

# What a migration may change for whoever comes after it in the session.
SETTINGS = ("lock_timeout", "statement_timeout", "search_path", "role", "session_authorization",
            "idle_in_transaction_session_timeout", "default_transaction_isolation", "default_transaction_read_only",
            "default_transaction_deferrable", "TimeZone", "DateStyle", "session_replication_role", "row_security",
            "check_function_bodies", "default_tablespace", "default_table_access_method", "temp_tablespaces", "work_mem",
            "maintenance_work_mem", "client_min_messages", "synchronous_commit", "standard_conforming_strings",
            "bytea_output", "xmloption", "constraint_exclusion", "enable_seqscan", "jit")

# PostgreSQL shows no control character in any of them unless somebody put it there.
_BETWEEN = "\x1f"
_SETTINGS_TEXT = "pg_catalog.concat_ws(pg_catalog.chr(31), %s)" % ", ".join("pg_catalog.current_setting('%s')" % name for name in SETTINGS)
SETTINGS_QUERY = "SELECT " + _SETTINGS_TEXT

# https://www.postgresql.org/docs/current/monitoring-stats.html: what this backend has counted and not yet reported.
_COUNTERS = ", ".join("pg_catalog.pg_stat_get_xact_%s(c.oid)::pg_catalog.int8 AS %s" % (name, name)
                      for name in ("numscans", "tuples_returned", "tuples_inserted", "tuples_updated", "tuples_deleted"))

# TOAST tables and their indexes live in schemas of this name.
_COLUMNS = """c.oid::pg_catalog.int8 AS relation, s.nspname::pg_catalog.text AS schema, c.relname::pg_catalog.text AS name,
  c.relkind::pg_catalog.text AS kind, i.indrelid::pg_catalog.int8 AS owner, c.relfilenode::pg_catalog.int8 AS file, """ + _COUNTERS

_JOINS = """LEFT JOIN pg_catalog.pg_namespace s ON s.oid OPERATOR(pg_catalog.=) c.relnamespace
  LEFT JOIN pg_catalog.pg_index i ON i.indexrelid OPERATOR(pg_catalog.=) c.oid"""

# Oids below are the system's own (FirstNormalObjectId).
_FIRST = 16384

# Every backend holds the lock on its own virtual transaction: that row carries what belongs to no relation.
_LOOK = """SELECT l.relation::pg_catalog.int8 AS locked, l.mode AS mode, l.virtualtransaction AS transaction,
  CASE WHEN l.locktype OPERATOR(pg_catalog.=) 'virtualxid' THEN %s END AS settings, %s
FROM pg_catalog.pg_lock_status() l LEFT JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) l.relation %s
WHERE l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid() AND l.granted
  AND (l.locktype OPERATOR(pg_catalog.=) 'virtualxid' OR l.locktype OPERATOR(pg_catalog.=) 'relation' AND l.relation OPERATOR(pg_catalog.>=) %d)
"""

FLUSH = "pg_catalog.pg_stat_force_next_flush()"


def look_query(flushes):
    """The question of a look. Where the server can, it also reports what was counted when the transaction ends, so that the next one begins at zero."""
    settings = "pg_catalog.concat_ws('', %s, %s::pg_catalog.text)" % (_SETTINGS_TEXT, FLUSH) if flushes else _SETTINGS_TEXT
    return _LOOK % (settings, _COLUMNS, _JOINS, _FIRST)


ALL_QUERY = """SELECT %s FROM pg_catalog.pg_class c %s
WHERE c.oid OPERATOR(pg_catalog.>=) %d AND c.relkind OPERATOR(pg_catalog.<>) 't'""" % (_COLUMNS, _JOINS, _FIRST)


def pending_query(oids):
    """What was counted for these relations."""
    return "SELECT c.oid::pg_catalog.int8 AS relation, %s FROM pg_catalog.unnest('{%s}'::pg_catalog.oid[]) c (oid)" % (
        _COUNTERS, ",".join(str(oid) for oid in sorted(oids)))


@functools.lru_cache(maxsize=8)
def split_settings(text):
    return tuple(text.split(_BETWEEN))


class Look(object):
    """The rows of `look_query`. Locks are pairs of oid and mode; a relation that is gone has a lock and no row."""

    def __init__(self, rows):
        self.transaction = None
        self.settings = ()
        self.locks = set()
        self.relations = {}
        self.counters = {}
        for locked, mode, transaction, settings, *relation in rows:
            if settings is not None:
                self.transaction, self.settings = transaction, split_settings(settings)
            elif locked is not None:
                self.locks.add((locked, mode))
                self._add(relation)

    def _add(self, relation):
        oid, counters = relation[0], tuple(relation[6:])
        if oid is not None and oid not in self.relations:
            self.relations[oid] = tuple(relation[1:6])
            if any(counters):
                self.counters[oid] = counters
