"""The relations of the database by oid, as they were before a statement: names outlive DROP, RENAME and SET SCHEMA."""

_KINDS = {"r": "table", "p": "partitioned table", "i": "index", "I": "partitioned index", "v": "view",
          "m": "materialized view", "S": "sequence", "f": "foreign table", "c": "composite type"}
TABLES = "rmp"
# Sequences have a file, too, but no rows worth the word rewritten.
STORED = "rmi"


class Relations(object):
    """Known once `read`; kept up to date by `learn`. An entry is schema, name, kind, oid of the table of an index, file."""

    def __init__(self):
        self._known = None

    def known(self):
        return self._known is not None

    def forget(self):
        """They may be others now: read them anew before the next statement."""
        self._known = None

    def read(self, rows):
        """Rows of `ALL_QUERY`."""
        self._known = {row[0]: tuple(row[1:6]) for row in rows if counts(row[1:])}

    def learn(self, relations):
        """Entries by oid that were seen just now."""
        self._known.update((oid, entry) for oid, entry in relations.items() if counts(entry))

    def entries(self):
        """All of them by oid. `read` leaves these as they are, `learn` does not."""
        return self._known


def counts(entry):
    """Whether it is one of the user's: TOAST and what else a table keeps for itself is not."""
    schema, _, kind = entry[:3]
    return kind in _KINDS and schema is not None and not schema.startswith("pg_toast")


def describe(entry, relations, existed):
    """The fields of a `Relation`; `relations` is where the table of an index is looked up."""
    schema, name, kind, owner, _ = entry
    fields = {"schema": schema, "name": name, "kind": _KINDS[kind], "existed": existed}
    table = relations.get(owner)
    if table:
        # SET SCHEMA moves the indexes of a table without locking them.
        fields["schema"], fields["of"] = table[0], table[1]
    return fields
