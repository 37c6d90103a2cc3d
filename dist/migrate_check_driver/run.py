"""One `run_env`, and the move that is being made in it."""
import functools
import time

from alembic.runtime.migration import MigrationStep

from migrate_check_driver import failure
from migrate_check_driver.redirect import Refused


class Run(object):
    def __init__(self, session, command):
        self._session = session
        self._command = command
        self._open = False
        self._failure = None
        self._moves = 0
        self._started = 0.0

    def steps(self, _heads, context):
        """Waits for the next move between two steps: the caller looks at the database meanwhile."""
        channel = self._session.channel
        first, command = self._command, self._command
        while True:
            if command is None:
                return
            if command["command"] != "move" or command["database"] != first["database"]:
                channel.put_back(command)
                return
            self._begin(command)
            # Which types this context has made is remembered here, and a process of its own would not know.
            context.impl.memo.clear()
            yield self._step(command)
            # Alembic comes back when the transaction of the step is committed.
            self._answer()
            command = channel.next()

    def only(self, heads, _context):
        """The one step, unless this context already is where the step leads to."""
        command = self._command
        applied = self._applied(heads)
        if (command["revision"] in applied) != (command["direction"] == "upgrade"):
            yield self._step(command)

    def to_heads(self, heads, _context):
        for step in self._session.directory._upgrade_revs("heads", heads):
            yield self._guard(step)

    def share(self):
        """Makes this move and those that follow, as long as they are for the same database."""
        try:
            environment = self._session.run_env(self.steps, forced=True)
        except BaseException as error:
            self._fail(error)
            return
        if self._open:
            self._answer(self._failure or failure.swallowed())
        elif environment.runs == 0:
            raise self._session.never_ran()

    def alone(self):
        """Makes this one move in a run of its own."""
        self._whole(self.only, failure.not_made)

    def heads(self):
        """Makes all moves up to the heads as the project itself would."""
        self._whole(self.to_heads, None, destination_rev="heads", starting_rev=None, as_sql=False, tag=None)

    def _whole(self, function, nothing_made, **options):
        self._begin(self._command)
        try:
            environment = self._session.run_env(function, **options)
        except BaseException as error:
            self._fail(error)
            return
        if environment.runs == 0:
            raise self._session.never_ran()
        if self._failure is None and self._moves == 0 and nothing_made:
            self._failure = nothing_made(self._command)
        self._answer(self._failure)

    def _begin(self, command):
        self._command = command
        self._open = True
        self._failure = None
        self._started = time.perf_counter()
        self._session.trace.begin(command["traced"])
        self._session.slow.begin()

    def _fail(self, error):
        if not self._open:
            if self._moves == 0:
                raise self._session.env_problem(error)
            # Between two moves: nothing of a move is lost, and the next one says more.
            self._session.remark("ended-badly", "env.py failed while it ended: %s: %s" % (type(error).__name__, error))
            return
        if self._failure is None and isinstance(error, (Refused, ImportError)):
            raise self._session.env_problem(error)
        self._answer(self._failure or self._describe(error))

    def _step(self, command):
        script = self._session.scripts[command["revision"]]
        make = MigrationStep.upgrade_from_script if command["direction"] == "upgrade" else MigrationStep.downgrade_from_script
        return self._guard(make(self._session.directory.revision_map, script))

    def _guard(self, step):
        """The step, listened to while the function of the revision runs and not while Alembic keeps its own books."""
        original, trace = step.migration_fn, self._session.trace

        @functools.wraps(original)
        def guarded(*arguments, **options):
            trace.on = True
            try:
                result = original(*arguments, **options)
                self._moves += 1
                return result
            except BaseException as error:
                # What env.py makes of it is its own affair; this is what happened.
                self._failure = self._describe(error)
                raise
            finally:
                trace.on = False

        step.migration_fn = guarded
        return step

    def _describe(self, error):
        return failure.describe(error, self._session.places, self._command.get("direction"))

    def _applied(self, heads):
        if not heads:
            return set()
        return {script.revision for script in self._session.directory.revision_map.iterate_revisions(heads, "base", inclusive=True, implicit_base=True)}

    def _answer(self, failed=None):
        session = self._session
        session.slow.end()
        statements, skipped = session.trace.take()
        left = session.trace.left()
        if failed is not None:
            session.trace.relations.forget()
        answer = {
            "milliseconds": round((time.perf_counter() - self._started) * 1000, 3),
            "statements": statements,
            "skipped": skipped,
            "moves": self._moves,
            "output": session.capture.take(),
        }
        if failed is not None:
            answer["failure"] = failed
        elif left:
            answer["left"] = left
        self._open = False
        answer.update(session.facts())
        session.channel.answer(**answer)
