"""The two descriptors on which the caller is spoken to."""
import json
import os
import threading


class Channel(object):
    """Commands in, one answer out for each. A command can be put back, for whoever asks next."""

    def __init__(self):
        # The migrations find nothing on standard input, and cannot write into our answers.
        self._commands = os.fdopen(os.dup(0), "r", encoding="utf-8")
        # The first line is no command: it is what the caller knows our answers by.
        self._mark = self._commands.readline().strip()
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        self._answers = os.fdopen(os.dup(3), "w", encoding="utf-8")
        os.close(3)
        self._returned = None
        self._lock = threading.Lock()

    def next(self):
        """The next command as a dict; None when the caller is gone."""
        if self._returned is not None:
            command, self._returned = self._returned, None
            return command
        line = self._commands.readline()
        return json.loads(line) if line else None

    def put_back(self, command):
        """Leaves a command to whoever asks next."""
        self._returned = command

    def answer(self, **fields):
        line = self._mark + json.dumps(fields, default=str) + "\n"
        with self._lock:
            self._answers.write(line)
            self._answers.flush()

    def ask(self, **fields):
        """Asks the caller something in the middle of a command, and waits for what it says; an empty dict when it is gone."""
        self.answer(asks=fields)
        line = self._commands.readline()
        return json.loads(line) if line else {}
