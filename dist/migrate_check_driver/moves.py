"""Makes the moves: all of them in one `run_env` where the project's env.py lets us, else one `run_env` for each."""
import os

from migrate_check_driver import failure
from migrate_check_driver.advice import advice
from migrate_check_driver.children import Children
from migrate_check_driver.engines import Engines
from migrate_check_driver.environment import Environment
from migrate_check_driver.flask_app import enter_app_context
from migrate_check_driver.models import Models
from migrate_check_driver.problem import SetupProblem
from migrate_check_driver.redirect import Refused
from migrate_check_driver.run import Run
from migrate_check_driver.slow import SlowMoves

VERSION_COLUMN = "version_num"


class Session(object):
    """A project that is open. `parts` is what `opening` has put together."""

    def __init__(self, parts):
        self.channel = parts["channel"]
        self.capture = parts["capture"]
        self.directory = parts["directory"]
        self.places = parts["places"]
        self.trace = parts["trace"]
        self.scripts = parts["scripts"]
        self.slow = SlowMoves(self.channel, self.trace)
        self._config = parts["config"]
        self._redirect = parts["redirect"]
        self._redirect.while_running(lambda: self.trace.on)
        self._remarks = []
        self._env = parts["env"]
        self._engines = Engines()
        self._children = Children(self.trace)
        self._children.install()
        self._shared = None
        self._home = os.getcwd()
        self._version_table = {"schema": None, "name": "alembic_version", "column": VERSION_COLUMN}

    def handle(self, command):
        """Answers one command, and in a shared run those that follow it."""
        kind = command["command"]
        if kind == "release":
            self._engines.let_go(self._redirect.target)
            self.channel.answer(released=True)
            return
        self._aim(command["database"])
        if self._shared is None:
            self._probe()
        if kind == "stamp":
            self._stamp(command["revisions"])
        elif kind == "models":
            compared = Models(self, self._env).compare()
            # What is printed meanwhile belongs to no move.
            self.capture.take()
            self.channel.answer(**compared, **self.facts())
        elif kind == "heads":
            Run(self, command).heads()
        elif self._shared:
            Run(self, command).share()
        else:
            Run(self, command).alone()

    def facts(self):
        """What is known of the environment, sent with each answer."""
        ways = []
        for remark, is_of_revision in self._passed():
            self.trace.relations.forget()
            self._add(remark)
            if is_of_revision and remark not in ways:
                ways.append(remark)
        return {"versionTable": self._version_table, "remarks": self._remarks, "ways": ways, "around": self.trace.take_around()}

    def _passed(self):
        """How statements went past us since the last time, as fields of a `Remark`, and whether a revision is who sent them."""
        for what, is_of_revision in self._redirect.take_raw():
            yield {"kind": "raw-connection", "text": "%s was called past SQLAlchemy: the connection was led to the disposable database, and what was sent on it is not listed" % what}, is_of_revision
        for place in self.trace.take_handed_out():
            where = "%s:%d" % (place["file"], place["line"]) if place else "a library"
            yield {"kind": "raw-cursor", "text": "%s takes the connection of the driver out of SQLAlchemy: what is sent on it is not listed" % where, **({"place": place} if place else {})}, True
        if self._children.take():
            yield {"kind": "child-process", "text": "a revision starts a program of its own: what that does in the database is not listed"}, True

    def remark(self, kind, text, line=None):
        """Adds the fields of a `Remark`, once. `line` is one of env.py."""
        remark = {"kind": kind, "text": text}
        if line:
            remark["place"] = {"file": self._shown_env(), "line": line}
        self._add(remark)

    def _add(self, remark):
        if remark not in self._remarks:
            self._remarks.append(remark)

    def run_env(self, function, forced=False, **options):
        """Runs env.py once; `function` says which steps are made. Returns what env.py did."""
        # A revision may have gone elsewhere, and most of what env.py names is relative.
        os.chdir(self._home)
        environment = Environment(self._config, self.directory, forced, fn=function, **options)
        with environment:
            self.directory.run_env()
        return environment

    def env_problem(self, error):
        """An exception of env.py itself, as what is wrong with the set-up."""
        if isinstance(error, SetupProblem):
            return error
        line = _line_in(error, self._env)
        place = {"file": self._shown_env(), "line": line} if line else {"file": self._shown_env()}
        where = "%s:%d" % (self._shown_env(), line) if line else self._shown_env()
        details = [] if isinstance(error, Refused) else failure.tail(error)
        return SetupProblem("env-failed", "%s fails: %s: %s" % (where, type(error).__name__, error), advice(error), details, place)

    def never_ran(self):
        return SetupProblem("env-failed", "%s ends without running migrations" % self._shown_env(), "It has to call context.run_migrations(); it may loop over something that an empty database does not have, which --base-sql can bring", place={"file": self._shown_env()})

    def _aim(self, target):
        before = self._redirect.target
        if before is not None and before != target:
            # A pool that outlives env.py still holds connections to the database before.
            self._engines.let_go(before)
            self.trace.relations.forget()
        self._redirect.aim(target)

    def _probe(self):
        """Runs env.py once without a step, to see how it goes about its transactions."""
        try:
            enter_app_context(self._env)
            environment = self.run_env(lambda _heads, _context: [], forced=True, dont_mutate=True)
        except BaseException as error:
            raise self.env_problem(error)
        if environment.runs == 0:
            raise self.never_ran()
        schema, name = environment.version_table()
        self._version_table = {"schema": schema, "name": name, "column": VERSION_COLUMN}
        why = environment.why_alone()
        self._shared = why is None
        if why:
            kind, sentence, line = why
            self.remark(kind, "env.py is run once for each move: %s" % sentence, line)

    def _stamp(self, revisions):
        try:
            environment = self.run_env(lambda heads, _context: self.directory._stamp_revs(tuple(revisions), heads))
        except BaseException as error:
            raise self.env_problem(error)
        if environment.runs == 0:
            raise self.never_ran()
        self.channel.answer(stamped=True, **self.facts())

    def _shown_env(self):
        return self.places.relative(self._env)


def _line_in(error, path):
    if isinstance(error, SyntaxError) and error.filename and os.path.realpath(error.filename) == path:
        return error.lineno
    line, traceback = None, error.__traceback__
    while traceback is not None:
        if os.path.realpath(traceback.tb_frame.f_code.co_filename) == path:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
