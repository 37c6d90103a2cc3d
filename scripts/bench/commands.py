"""The same moves through alembic.command in one process, as pytest plug-ins make them, for at most LIMIT seconds."""
import json
import resource
import sys
import time

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

limit = float(sys.argv[1])
config = Config("alembic.ini")
ids = [script.revision for script in reversed(list(ScriptDirectory.from_config(config).walk_revisions()))]


def moves():
    for at, revision in enumerate(ids):
        below = ids[at - 1] if at else "base"
        yield command.upgrade, revision
        yield command.downgrade, below
        yield command.upgrade, revision
    for at in reversed(range(len(ids))):
        yield command.downgrade, ids[at - 1] if at else "base"
    for revision in ids:
        yield command.upgrade, revision


started = time.monotonic()
done = 0
for make, revision in moves():
    make(config, revision)
    done += 1
    if time.monotonic() - started > limit:
        break
seconds = time.monotonic() - started
print(json.dumps({"seconds": seconds, "moves": done, "kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
