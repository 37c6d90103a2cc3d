"""The same moves as the check, in one process and one run_env, observing nothing."""
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationStep
from alembic.script import ScriptDirectory

config = Config("alembic.ini")
directory = ScriptDirectory.from_config(config)
scripts = list(reversed(list(directory.walk_revisions())))


def moves():
    for script in scripts:
        yield "up", script
        yield "down", script
        yield "up", script
    for script in reversed(scripts):
        yield "down", script
    for script in scripts:
        yield "up", script


def steps(_revision, _context):
    for direction, script in moves():
        make = MigrationStep.upgrade_from_script if direction == "up" else MigrationStep.downgrade_from_script
        yield make(directory.revision_map, script)


environment = EnvironmentContext(config, directory, fn=steps)
configure = environment.configure
environment.configure = lambda *arguments, **options: configure(*arguments, **dict(options, transaction_per_migration=True))
with environment:
    directory.run_env()
