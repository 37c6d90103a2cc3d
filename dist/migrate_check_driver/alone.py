"""
Statements that commit by themselves: their locks are gone when they return. The caller is asked first, and says what
they are. One that may run in a transaction is given one of its own, which has the same effect, and is seen inside it.
For the others (CREATE INDEX CONCURRENTLY, VACUUM) the caller looks from outside while they run.
"""
import time

from migrate_check_driver.look import ALL_QUERY, SETTINGS, SETTINGS_QUERY, split_settings
from migrate_check_driver.traces import Comparison, timeouts

# https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/utils/activity/pgstat.c: PGSTAT_MIN_INTERVAL, less a
# margin for two clocks. A backend that has just reported its counters keeps what it counts for so long.
_KEPT = 0.8


def handling(watching, entry, channel):
    """Who handles a statement that commits by itself."""
    settings = split_settings(watching.wire.run(SETTINGS_QUERY)[0][0])
    question = dict(timeouts(settings), pid=watching.wire.pid(), sql=entry["sql"], searchPath=settings[SETTINGS.index("search_path")])
    reply = channel.ask(alone=question)
    return Wrapped(watching) if reply.get("way") == "inside" else Outside(watching, channel, settings)


class Wrapped(object):
    """In a transaction of its own, as the server would have run it."""

    def __init__(self, watching):
        self._watching = watching
        self._open = False

    def before(self, sql):
        self._watching.start()
        self._watching.wire.command("BEGIN")
        self._open = True
        self._watching.before(sql)

    def after(self, sql):
        looked = self._watching.after(sql)
        self._open = False
        self._watching.wire.command("COMMIT")
        return (dict(looked[0], autocommit=True), looked[1]) if looked else None

    def failed(self):
        self._watching.lose()
        if self._open:
            self._open = False
            try:
                self._watching.wire.command("ROLLBACK")
            except Exception:
                # The connection is gone, and with it the transaction; the error that is under way says why.
                return


class Outside(object):
    """The caller has begun to look when the statement is sent, and is told when it has ended."""

    def __init__(self, watching, channel, settings):
        self._watching = watching
        self._channel = channel
        self._settings = settings
        self._known = {}
        self._since = 0.0

    def before(self, _sql):
        self._watching.start()
        self._known = self._watching.all_relations()
        self._watching.flush()
        self._since = time.perf_counter()

    def after(self, _sql):
        seen = self._channel.ask(ended=True)
        took = time.perf_counter() - self._since
        rows = self._watching.wire.ask_alone("relations", ALL_QUERY)
        after = self._watching.all_relations(rows)
        counted = {row[0]: tuple(row[6:]) for row in rows if any(row[6:])}
        self._watching.remember(counted)
        counts = self._watching.flushes and took < _KEPT
        self._watching.flush()
        compared = Comparison(self._known, after, set())
        fields = {
            "autocommit": True,
            "seen": "outside",
            "locks": compared.locks({(oid, mode) for oid, mode in seen.get("locks", ())}),
            "released": [],
            "rewritten": compared.rewritten([oid for oid in self._known if oid not in after]),
            "scanned": compared.scanned(counted) if counts else [],
            "written": compared.written(counted) if counts else [],
            "unseen": list(seen.get("unseen", ["locks"])) + ([] if counts else ["scanned", "written"]),
        }
        fields.update(timeouts(self._settings))
        return fields, self

    def failed(self):
        self._watching.lose()
        self._channel.ask(ended=True)
