"""What a statement did, from what was known before it and what is there after it: the fields of a `Trace`."""
import functools
import re
from collections import ChainMap

from migrate_check_driver.look import SETTINGS
from migrate_check_driver.relations import STORED, TABLES, counts, describe

_UNITS = {"": 1, "ms": 1, "s": 1000, "min": 60000, "h": 3600000, "d": 86400000, "us": 0.001}


@functools.lru_cache(maxsize=None)
def milliseconds(shown):
    """A timeout as PostgreSQL shows it, such as 5s, in milliseconds."""
    number, unit = re.match(r"(\d+)\s*(\w*)", shown).groups()
    return int(int(number) * _UNITS[unit])


def timeouts(settings):
    return {"lockTimeoutMs": milliseconds(settings[SETTINGS.index("lock_timeout")]),
            "statementTimeoutMs": milliseconds(settings[SETTINGS.index("statement_timeout")])}


class Comparison(object):
    """
    `before` and `after`: entries of relations by oid, `after` only of those that may have changed. `created`: oids that
    came into being in this transaction, to which those that do now are added.
    """

    def __init__(self, before, after, created):
        self._before = before
        self._after = {oid: entry for oid, entry in after.items() if counts(entry)}
        # Names of new indexes' tables: those of the tables after the statement.
        self._now = ChainMap(self._after, before)
        self._created = created
        created.update(oid for oid in self._after if oid not in before)

    def locks(self, pairs):
        found = ((self._relation(oid), _mode(mode)) for oid, mode in sorted(pairs))
        return [{"relation": relation, "mode": mode} for relation, mode in found if relation]

    def rewritten(self, gone):
        """Whose file is another one. An index that ALTER TABLE drops and makes again under its name, when its file is new."""
        again = {self._before[oid][:2]: oid for oid in gone if oid in self._before and self._before[oid][2] == "i"}
        found = []
        for oid, entry in sorted(self._after.items()):
            was = oid if oid in self._before else again.get(entry[:2])
            if was is not None and entry[2] in STORED and entry[4] != self._before[was][4]:
                found.append(describe(self._before[was], self._before, was not in self._created))
        return found

    def scanned(self, counted):
        """`counted`: differences of the five counters by oid."""
        return [{"relation": relation, "scans": scans, "tuples": tuples}
                for relation, (scans, tuples, _, _, _) in self._tables(counted) if scans or tuples]

    def written(self, counted):
        return [{"relation": relation, "inserted": inserted, "updated": updated, "deleted": deleted}
                for relation, (_, _, inserted, updated, deleted) in self._tables(counted) if inserted or updated or deleted]

    def _tables(self, counted):
        for oid, counters in sorted(counted.items()):
            entry = self._before.get(oid) or self._after.get(oid)
            if entry and entry[2] in TABLES:
                yield self._relation(oid), counters

    def _relation(self, oid):
        old = self._before.get(oid)
        if old:
            return describe(old, self._before, oid not in self._created)
        new = self._after.get(oid)
        # What came and went within the statement has no name any more, and was never anybody else's.
        return describe(new, self._now, False) if new else None


def difference(before, after):
    """What each relation counted more. TRUNCATE takes back what was counted, which is no negative work."""
    return {oid: tuple(max(0, new - old) for new, old in zip(counters, before.get(oid, (0,) * 5)))
            for oid, counters in after.items()}


@functools.lru_cache(maxsize=None)
def _mode(name):
    """AccessExclusiveLock as the manual writes it: ACCESS EXCLUSIVE."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name[:-len("Lock")]).upper()
