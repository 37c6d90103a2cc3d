"""The command loop."""
import os
import signal
import threading

from migrate_check_driver.capture import Capture
from migrate_check_driver.channel import Channel
from migrate_check_driver.problem import SetupProblem


def serve():
    """Answers commands until the caller is gone. The first one opens the project."""
    _die_with_caller()
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


def _die_with_caller():
    """Descriptor 4 is held by the caller and never written to: its end is the caller's, and then that of our whole process group."""
    life = os.dup(4)
    os.close(4)

    def wait():
        while os.read(life, 1):
            pass
        os.killpg(0, signal.SIGKILL)

    threading.Thread(target=wait, name="migrate-check-life", daemon=True).start()
