"""What the migrations print, whoever prints it: Python, C code, a child process."""
import os
import sys

LIMIT = 32 * 1024


class Capture(object):
    """
    Descriptors 1 and 2 lead to a file that the caller has opened for reading, writing and appending. It is read and
    emptied after each move, so that nothing ever waits for a reader; when we are killed the caller reads it.
    """

    def __init__(self):
        # Migrations may close the other two.
        self._file = os.dup(1)

    def take(self):
        """The text since the last time, its middle left out when it is long."""
        _flush()
        self._put_back()
        size = os.fstat(self._file).st_size
        if size == 0:
            return {"text": "", "omitted": 0}
        omitted = max(0, size - 2 * LIMIT)
        text = os.pread(self._file, min(size, LIMIT), 0)
        if size > LIMIT:
            text += b"\n[...]\n" if omitted else b""
            text += os.pread(self._file, min(size - LIMIT, LIMIT), LIMIT + omitted)
        os.ftruncate(self._file, 0)
        return {"text": text.decode("utf-8", "replace"), "omitted": omitted}

    def _put_back(self):
        """Where a migration has closed a descriptor, the next file or connection to be opened would get its number."""
        for descriptor in (1, 2):
            try:
                os.fstat(descriptor)
            except OSError:
                os.dup2(self._file, descriptor)


def _flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            # A migration has closed it or put something else there.
            continue
