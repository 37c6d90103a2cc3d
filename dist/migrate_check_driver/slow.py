"""Tells the caller which statement a slow move is waiting for, so that it can say so when it cuts the move off."""
import threading
import time

SLOW = 1.0


class SlowMoves(object):
    def __init__(self, channel, trace):
        self._channel = channel
        self._trace = trace
        self._since = None
        self._thread = None

    def begin(self):
        self._since = time.perf_counter()
        if self._thread is None:
            self._thread = threading.Thread(target=self._watch, name="migrate-check", daemon=True)
            self._thread.start()

    def end(self):
        self._since = None

    def _watch(self):
        told = None
        while True:
            time.sleep(SLOW / 2)
            since = self._since
            pending = self._trace.pending()
            if since is not None and time.perf_counter() - since > SLOW and pending is not None and pending is not told:
                told = pending
                self._channel.answer(pending=pending)
