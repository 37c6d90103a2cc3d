"""Programs that a revision starts: what they do in the database is seen by nobody here."""
import sys

_STARTS = ("subprocess.Popen", "os.system", "os.posix_spawn", "os.exec", "os.fork", "pty.spawn")


class Children(object):
    """Notes what was started while a revision's own function runs."""

    def __init__(self, trace):
        self._trace = trace
        self._started = False

    def install(self):
        # https://docs.python.org/3/library/audit_events.html
        sys.addaudithook(self._on_event)

    def take(self):
        """Whether a program was started since the last time."""
        started, self._started = self._started, False
        return started

    def _on_event(self, event, _arguments):
        if event in _STARTS and self._trace.on:
            self._started = True
