"""Takes every session of ours out of a database, whoever still holds one."""
import os
import socket
import stat
import weakref


class Engines(object):
    """Knows all engines of SQLAlchemy that were connected."""

    def __init__(self):
        from sqlalchemy import event
        from sqlalchemy.engine import Engine

        self._all = weakref.WeakSet()
        event.listen(Engine, "engine_connect", self._on_connect)

    def _on_connect(self, connection, *_branch):
        self._all.add(connection.engine)

    def let_go(self, target):
        """Empties the pools, then ends what is still connected: sessions that nobody closed, pools of a loop that is over."""
        for engine in list(self._all):
            try:
                _empty(engine)
            except Exception:
                # Whatever it still holds is ended below.
                continue
        if target is not None:
            _end_connections(int(target["port"]))


def _empty(engine):
    if getattr(engine.dialect, "is_async", False):
        # Only its own event loop could close these in good order, and that may be gone.
        engine.dispose(close=False)
    else:
        engine.dispose()


def _end_connections(port):
    for descriptor in _descriptors():
        try:
            if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                continue
            with socket.socket(fileno=os.dup(descriptor)) as connection:
                if _leads_to(connection.getpeername(), port):
                    connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            continue


def _descriptors():
    try:
        return [int(name) for name in os.listdir("/proc/self/fd")]
    except OSError:
        return range(3, 1024)


def _leads_to(peer, port):
    if isinstance(peer, tuple):
        return peer[1] == port
    return isinstance(peer, str) and peer.endswith(".s.PGSQL.%d" % port)
