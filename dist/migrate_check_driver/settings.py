"""How a session is set, and what a move leaves set otherwise than it found it."""
import re

from migrate_check_driver.look import SETTINGS, SETTINGS_QUERY, split_settings
from migrate_check_driver.wire import IDLE

COMMENTS = r"(?:\s|--[^\n]*\n|/\*.*?\*/)*"
_SETS = re.compile(r"\A" + COMMENTS + r"(?:set|reset|discard)\b|\bset_config\b", re.I | re.S)


class SessionSettings(object):
    """
    Of one connection. `_outside` is how it is set outside any transaction, as SET LOCAL says nothing of that: asked
    once, and again only after something was changed.
    """

    def __init__(self, wire):
        self._wire = wire
        self._outside = None
        self._stale = False
        self._first = None
        self._changed = set()

    def begin(self):
        """A move begins."""
        self._first = None
        self._changed = set()

    def remember(self):
        """To be called before each statement: one of them is the first of its transaction."""
        if (self._outside is None or self._stale) and self._is_idle():
            self._outside, self._stale = self._ask(), False

    def passed(self, sql):
        """A statement of env.py or of Alembic itself is about to be sent."""
        self.remember()
        if _SETS.search(sql):
            self._stale = True

    def steady(self):
        """How the next transaction begins, where nothing was changed since that was asked; None where that is not sure."""
        return None if self._stale or self._changed else self._outside

    def found(self, settings):
        """As they were in the transaction when the revision's function began."""
        self._first = self._first or settings

    def compare(self, before, after):
        """As they were around one statement."""
        self._changed.update(name for name, old, new in zip(SETTINGS, before, after) if old != new)

    def left(self):
        """Fields of `LeftSetting`, once the transaction has ended; nothing is asked where nothing was changed."""
        if not self._changed or not self._is_idle():
            return []
        before, first, after = self._outside, self._first, self._ask()
        changed, self._changed = self._changed, set()
        self._outside = after
        if before is None or after is None:
            return []
        return [{"name": name, "before": before[at], "after": after[at]} for at, name in enumerate(SETTINGS)
                # What env.py has set for the session in the same transaction is no work of the revision's.
                if name in changed and after[at] != before[at] and (first is None or after[at] != first[at])]

    def _is_idle(self):
        try:
            return self._wire.status() == IDLE
        except Exception:
            return False

    def _ask(self):
        try:
            settings = split_settings(self._wire.run(SETTINGS_QUERY)[0][0])
            self._wire.end()
            return settings
        except Exception:
            # The connection is gone; the next statement will say so.
            return None
