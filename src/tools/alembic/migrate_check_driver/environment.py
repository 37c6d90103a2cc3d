"""An env.py that is watched while it runs."""
from alembic.runtime.environment import EnvironmentContext


class Environment(object):
    """An `EnvironmentContext` that remembers what env.py does with it, and can force a transaction for each migration."""

    def __init__(self, config, directory, forced, **options):
        self.contexts = []
        self.runs = 0
        self.begun_before = False
        self._forced = forced
        # Alembic's module `context` is bound to the attributes of this very object, so it is watched, not subclassed.
        self._real = EnvironmentContext(config, directory, **options)
        self._configure, self._run = self._real.configure, self._real.run_migrations
        self._real.configure, self._real.run_migrations = self._on_configure, self._on_run

    def __enter__(self):
        return self._real.__enter__()

    def __exit__(self, *error):
        return self._real.__exit__(*error)

    def why_alone(self):
        """Why the moves cannot share one run of this env.py; None when they can."""
        if self.runs > 1:
            return "it runs migrations %d times" % self.runs
        if any(getattr(context, "_in_external_transaction", False) for context in self.contexts):
            return "it begins a transaction of its own before Alembic does"
        if self.begun_before:
            return "it sends statements in the transaction of the migrations before they run"
        return None

    def _on_configure(self, *arguments, **options):
        if self._forced:
            options["transaction_per_migration"] = True
        self._configure(*arguments, **options)
        self.contexts.append(self._real.get_context())

    def _on_run(self, **options):
        self.runs += 1
        connection = self._real.get_context().connection
        if self._forced and connection is not None and connection.in_transaction():
            self.begun_before = True
        self._run(**options)
