"""One connection while a revision's function runs: looked at before a transaction's first statement and after each one."""
import re

from migrate_check_driver.look import ALL_QUERY, FLUSH, Look, look_query, pending_query
from migrate_check_driver.settings import COMMENTS, SessionSettings
from migrate_check_driver.traces import Comparison, difference, timeouts
from migrate_check_driver.wire import FAILED, IDLE, UNKNOWN, wire_of

_KEY = "migrate_check"
# Must be the first of its transaction: before a look, and before the next of its kind.
_SETS_TRANSACTION = re.compile(COMMENTS + r"set\s+(?:local\s+)?transaction\b", re.I | re.S)
_ROLLS_BACK = re.compile(r"\brollback\s+(?:work\s+|transaction\s+)?to\b", re.I)
_MOVES_SCHEMA = re.compile(r"\balter\s+schema\b", re.I)


def watched(connection, relations):
    """Who watches a SQLAlchemy connection; None where nobody can."""
    try:
        info = connection.info
        found = info.get(_KEY)
        if found is None:
            wire = wire_of(connection)
            version = connection.dialect.server_version_info or (0,)
            found = info[_KEY] = Watched(wire, relations, version >= (15,)) if wire else None
        return found
    except Exception:
        # Closed or invalidated: the statement itself will say so.
        return None


def seen_on(record):
    """Who watches the connection of a record of a pool; None where nobody does."""
    return record.info.get(_KEY)


class Watched(object):
    """
    `handed_out`: whether project code has the driver's own connection, whose statements nobody sees. `flushes`: whether
    the server reports what was counted when it is told to.
    """

    def __init__(self, wire, relations, flushes):
        self.wire = wire
        self.flushes = flushes
        self.handed_out = False
        self.settings = SessionSettings(wire)
        self._query = look_query(flushes)
        self._relations = relations
        self._last = None
        self._created = set()
        self._pending = {}
        # Whether all that was counted before this transaction has been reported.
        self._flushed = False

    def begin(self):
        """A move begins."""
        self.handed_out = False
        self.settings.begin()

    def commits_alone(self):
        """Whether the next statement is a transaction of its own."""
        try:
            return self.wire.commits_alone()
        except Exception:
            return False

    def before(self, sql):
        """What is there before a statement is known after the last one, or asked now."""
        status = self._status()
        if status == IDLE:
            self.start()
        if self.handed_out:
            self._relations.forget()
        if status == FAILED:
            # After ROLLBACK TO it is as it was before the statement that failed.
            return
        if status == UNKNOWN or self.wire.busy() or _SETS_TRANSACTION.match(sql):
            self._last = None
        elif self._last is None or not self._relations.known():
            self._last = self._begun() if status == IDLE else self._base()

    def after(self, sql):
        """
        The fields of a `Trace` that a look inside the transaction gives, and what stands for that transaction;
        None where there was none to look from.
        """
        last, self._last = self._last, None
        if last is None or self.wire.busy() or self._status() in (IDLE, FAILED, UNKNOWN):
            self._relations.forget()
            return None
        look = self._look()
        if look is None:
            self._relations.forget()
            return None
        went_back = bool(_ROLLS_BACK.search(sql))
        fields = self._compare(last, look, went_back)
        if went_back or _MOVES_SCHEMA.search(sql):
            self._read_relations()
        else:
            self._relations.learn(look.relations)
        # What holds no lock yet was counted before, too.
        look.counters = {**last.counters, **look.counters}
        self._last = look
        self.settings.compare(last.settings, look.settings)
        return fields, (id(self), look.transaction)

    def start(self):
        """The next statement begins a transaction."""
        self._last, self._created = None, set()
        if self.flushes:
            self._pending = {}

    def lose(self):
        """What is known holds no longer: a build that fails leaves an index behind."""
        self._last = None
        self._relations.forget()

    def failed(self):
        """What is known from before the statement still holds, if the transaction does."""

    def all_relations(self, rows=None):
        """All entries by oid, as `rows` of `ALL_QUERY` say or as asked now, outside any transaction."""
        self._relations.read(self.wire.ask_alone("relations", ALL_QUERY) if rows is None else rows)
        return self._relations.entries()

    def remember(self, counters):
        """What was counted outside any transaction, and is no work of the next one."""
        self._pending.update(counters)

    def flush(self):
        """Reports what was counted so far, outside any transaction."""
        if self.flushes:
            self.wire.run("SELECT %s IS NULL" % FLUSH)

    def _compare(self, last, look, went_back):
        compared = Comparison(self._relations.entries(), look.relations, self._created)
        counted = difference(last.counters, look.counters)
        gone = [oid for oid, _ in look.locks if oid not in look.relations]
        fields = {
            "autocommit": False,
            "seen": "inside",
            "locks": compared.locks(look.locks - last.locks),
            "released": compared.locks(last.locks - look.locks),
            # ROLLBACK TO brings old files back.
            "rewritten": [] if went_back else compared.rewritten(gone),
            "scanned": compared.scanned(counted),
            "written": compared.written(counted),
            "unseen": [],
        }
        fields.update(timeouts(last.settings))
        return fields

    def passed(self, sql):
        """A statement of env.py or of Alembic itself is about to be sent."""
        if self._status() == IDLE:
            self._flushed = False
        self.settings.passed(sql)

    def _begun(self):
        """What is there when a transaction begins: asked only where that is not known anyway."""
        settings = self.settings.steady()
        if settings is None or not self._flushed or self.handed_out or not self._relations.known():
            return self._base()
        look = Look(())
        look.settings = settings
        self.settings.found(settings)
        return look

    def _base(self):
        if not self._relations.known() and not self._read_relations():
            return None
        look = self._look()
        if look is None:
            return None
        self._relations.learn(look.relations)
        self._created.update(oid for oid, _ in look.locks if oid not in self._relations.entries())
        look.counters = {**self._counted(), **look.counters}
        self.settings.found(look.settings)
        return look

    def _counted(self):
        """What this session counted in transactions before and has not reported: the server may do so between any two."""
        if self.handed_out:
            self._pending = dict.fromkeys(self._relations.entries())
        if not self._pending:
            return {}
        rows = self._safely("pending", pending_query(self._pending)) or []
        self._pending = {row[0]: tuple(row[1:]) for row in rows if any(row[1:])}
        return self._pending

    def _read_relations(self):
        rows = self._safely("relations", ALL_QUERY)
        if rows is None:
            self._relations.forget()
            return False
        self._relations.read(rows)
        return True

    def _look(self):
        rows = self._safely("look", self._query)
        if rows is None:
            return None
        look = Look(rows)
        self._flushed = self.flushes
        self._pending.update(look.counters)
        return look

    def _safely(self, name, query):
        """The answer to a question that must not spoil the transaction it is asked in; None where there is none."""
        try:
            # A transaction that only begins with the question can be begun again.
            return self.wire.try_first(name, query) if self._status() == IDLE else self.wire.try_within(name, query)
        except Exception:
            # No transaction to be asked in, or no connection any more: the next statement will say so.
            return None

    def _status(self):
        try:
            return self.wire.status()
        except Exception:
            return UNKNOWN
