"""The command loop."""
import ctypes
import signal
import sys

from migrate_check_driver.capture import Capture
from migrate_check_driver.channel import Channel
from migrate_check_driver.problem import SetupProblem


def serve():
    """Answers commands until the caller is gone. The first one opens the project."""
    _die_with_parent()
    channel = Channel()
    capture = Capture()
    session = None
    while True:
        command = channel.next()
        if command is None:
            return
        try:
            if command["command"] == "open":
                from migrate_check_driver.opening import open_session

                session, answer = open_session(command, channel, capture)
                channel.answer(**answer)
            else:
                session.handle(command)
        except SetupProblem as problem:
            channel.answer(setup=problem.fields, output=capture.take())


def _die_with_parent():
    """On Linux the kernel ends us with whoever started us; elsewhere the end of standard input does."""
    if sys.platform.startswith("linux"):
        try:
            ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)
        except (OSError, AttributeError):
            return
