"""Makes the moves: all of them in one `run_env` where the project's env.py lets us, else one `run_env` for each."""
import functools
import time

from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationStep

from migrate_check_driver import failure
from migrate_check_driver.problem import SetupProblem
from migrate_check_driver.redirect import Refused
from migrate_check_driver.slow import SlowMoves


class Environment(object):
    """An `EnvironmentContext` that remembers what env.py does with it, and can force a transaction for each migration."""

    def __init__(self, config, script, forced, **options):
        self.contexts = []
        self.runs = 0
        self._forced = forced
        # Alembic's module `context` is bound to the attributes of this very class, so it is watched, not subclassed.
        self._real = EnvironmentContext(config, script, **options)
        self._configure, self._run = self._real.configure, self._real.run_migrations
        self._real.configure, self._real.run_migrations = self._on_configure, self._on_run

    def __enter__(self):
        return self._real.__enter__()

    def __exit__(self, *error):
        return self._real.__exit__(*error)

    def _on_configure(self, *arguments, **options):
        if self._forced:
            options["transaction_per_migration"] = True
        self._configure(*arguments, **options)
        self.contexts.append(self._real.get_context())

    def _on_run(self, **options):
        self.runs += 1
        self._run(**options)


class Session(object):
    def __init__(self, parts):
        self.__dict__.update(parts)
        self._shared = None
        self._version_table = {"schema": None, "name": "alembic_version", "column": "version_num"}
        self.slow = SlowMoves(self.channel, self.trace)

    def handle(self, command):
        kind = command["command"]
        if kind == "release":
            self.channel.answer(released=True)
            return
        self.redirect.aim(command["database"])
        if self._shared is None:
            self._probe()
        if kind == "stamp":
            self._stamp(command["revisions"])
        elif kind == "heads":
            self._to_heads()
        elif self._shared:
            self._share(command)
        else:
            self._alone(command)

    def facts(self):
        """What is known of the environment, sent with each answer."""
        return {"versionTable": self._version_table, "remarks": self.remarks}

    def run_env(self, function, forced=False, **options):
        environment = Environment(self.config, self.directory, forced, fn=function, **options)
        with environment:
            self.directory.run_env()
        return environment

    def _probe(self):
        """Runs env.py once without a step, to see how it goes about its transactions."""
        try:
            environment = self.run_env(lambda _heads, _context: [], forced=True, dont_mutate=True)
        except BaseException as error:
            raise self._env_problem(error)
        if environment.runs == 0:
            raise SetupProblem("env-failed", "%s ends without running migrations" % self._shown_env(), "It may loop over something that an empty database does not have; it has to call context.run_migrations()")
        context = environment.contexts[-1]
        self._version_table = {"schema": context.version_table_schema, "name": context.version_table, "column": "version_num"}
        why = self._why_alone(environment)
        self._shared = why is None
        if why:
            self.remarks.append("env.py is run once for each move: %s" % why)

    def _why_alone(self, environment):
        if environment.runs > 1:
            return "it runs migrations %d times" % environment.runs
        if any(getattr(context, "_in_external_transaction", False) for context in environment.contexts):
            return "it begins a transaction of its own before Alembic does"
        return None

    def _share(self, command):
        """Goes on with the moves that follow, as long as they are for the same database."""
        self.channel.put_back(command)
        run = Run(self)
        try:
            self.run_env(functools.partial(run.steps, command["database"]), forced=True)
        except BaseException as error:
            run.fail(error)
        else:
            run.end()

    def _alone(self, command):
        run = Run(self)
        run.begin(command)
        try:
            self.run_env(run.only)
        except BaseException as error:
            run.fail(error)
        else:
            run.done()

    def _to_heads(self):
        run = Run(self)
        run.begin({"revision": None})
        try:
            self.run_env(run.to_heads, destination_rev="heads", starting_rev=None, as_sql=False, tag=None)
        except BaseException as error:
            run.fail(error)
        else:
            run.done()

    def _stamp(self, revisions):
        try:
            self.run_env(lambda heads, _context: self.directory._stamp_revs(tuple(revisions), heads))
        except BaseException as error:
            raise self._env_problem(error)
        self.channel.answer(stamped=True, **self.facts())

    def _shown_env(self):
        return self.places.relative(self.env)

    def _env_problem(self, error):
        if isinstance(error, SetupProblem):
            return error
        line = _line_in(error.__traceback__, self.env)
        where = "%s:%d" % (self._shown_env(), line) if line else self._shown_env()
        details = [] if isinstance(error, Refused) else failure.tail(error)
        hint = "Any value will do for a URL that is missing: no connection is made there" if isinstance(error, KeyError) else "Run it as Alembic does: python -m alembic current"
        return SetupProblem("env-failed", "%s fails: %s: %s" % (where, type(error).__name__, error), hint, details)


def _line_in(traceback, path):
    line = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == path:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


class Run(object):
    """One `run_env` and the move that is being made in it."""

    def __init__(self, session):
        self._session = session
        self._command = None
        self._error = None
        self._moves = 0
        self._started = 0.0

    def steps(self, database, _heads, _context):
        """Waits for the next move between two steps: the caller looks at the database meanwhile."""
        channel = self._session.channel
        while True:
            command = channel.next()
            if command is None:
                return
            if command["command"] != "move" or command["database"] != database:
                channel.put_back(command)
                return
            self.begin(command)
            yield self._step(command)
            self.done()

    def only(self, heads, _context):
        """The one step, unless this context already is where the step leads to."""
        command = self._command
        applied = self._applied(heads)
        if (command["revision"] in applied) != (command["direction"] == "upgrade"):
            yield self._step(command)

    def to_heads(self, heads, _context):
        for step in self._session.directory._upgrade_revs("heads", heads):
            yield self._guard(step)

    def begin(self, command):
        self._command = command
        self._error = None
        self._started = time.perf_counter()
        self._session.trace.begin()
        self._session.slow.begin()

    def done(self):
        self._answer()

    def end(self):
        """env.py has ended by itself: a move that is still open was swallowed by it."""
        if self._command is not None:
            self._answer(self._error or RuntimeError("env.py caught the error of the migration and went on"))

    def fail(self, error):
        if self._command is None:
            # Between two moves: env.py cannot end properly. Nothing of a move is lost, and the next one says more.
            self._session.remarks.append("env.py failed while it ended: %s: %s" % (type(error).__name__, error))
            return
        if self._error is None and isinstance(error, (Refused, ImportError)):
            raise self._session._env_problem(error)
        self._answer(self._error or error)

    def _step(self, command):
        script = self._session.scripts[command["revision"]]
        make = MigrationStep.upgrade_from_script if command["direction"] == "upgrade" else MigrationStep.downgrade_from_script
        return self._guard(make(self._session.directory.revision_map, script))

    def _guard(self, step):
        original = step.migration_fn

        @functools.wraps(original)
        def guarded(*arguments, **options):
            try:
                result = original(*arguments, **options)
                self._moves += 1
                return result
            except BaseException as error:
                # What env.py makes of it is its own affair; this is what happened.
                self._error = error
                raise

        step.migration_fn = guarded
        return step

    def _applied(self, heads):
        if not heads:
            return set()
        return {script.revision for script in self._session.directory.revision_map.iterate_revisions(heads, "base", inclusive=True, implicit_base=True)}

    def _answer(self, error=None):
        session = self._session
        session.slow.end()
        statements, skipped = session.trace.take()
        own = session.facts()["versionTable"]["name"]
        answer = {
            "milliseconds": round((time.perf_counter() - self._started) * 1000, 3),
            "statements": [statement for statement in statements if "place" in statement or own not in statement["sql"]],
            "skipped": skipped,
            "moves": self._moves,
            "output": session.capture.take(),
        }
        if error is not None:
            answer["failure"] = failure.describe(error, session.places)
        self._command = None
        answer.update(session.facts())
        session.channel.answer(**answer)
