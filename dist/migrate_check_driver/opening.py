"""Opens a project: its versions, its graph, and whoever makes its moves."""
import os
import sys
import traceback

from migrate_check_driver.problem import SetupProblem

OLDEST = {"alembic": (1, 8), "sqlalchemy": (1, 4)}


def open_session(command, channel, capture):
    """The session and the answer to `open`."""
    versions = _versions()
    from migrate_check_driver import drivers, graph, project, texts
    from migrate_check_driver.moves import Session
    from migrate_check_driver.places import Places
    from migrate_check_driver.raw_drivers import stand_before_drivers
    from migrate_check_driver.redirect import Redirect
    from migrate_check_driver.trace import Trace

    found = drivers.installed()
    if not found:
        raise SetupProblem("no-driver", "No PostgreSQL driver is installed for %s" % sys.executable, "pip install psycopg2-binary, psycopg or asyncpg, whichever the project uses")
    redirect = Redirect()
    redirect.install()
    stand_before_drivers(redirect)
    texts.put(command["root"], command.get("texts") or {})
    config, directory, env = _open_directory(command)
    project.lend_url(config, found, env)
    places = Places(command["root"], command["directory"], project.version_locations(directory))
    scripts, faults = graph.load(directory, places)
    trace = Trace(places, channel)
    trace.install()
    parts = {"channel": channel, "capture": capture, "config": config, "directory": directory, "places": places, "trace": trace,
             "redirect": redirect, "scripts": {script.revision: script for script in scripts}, "env": env}
    versions.update(found)
    sources = [command["config"], os.path.dirname(env)] + project.version_locations(directory)
    answer = {"versions": versions, "graph": graph.describe(scripts, directory, faults, places), "sources": sources}
    capture.take()
    return Session(parts), answer


def _open_directory(command):
    from migrate_check_driver import project
    from migrate_check_driver.unopened import unopened

    shown = command["shown"]
    try:
        config = project.configure(command)
        directory = project.open_directory(config)
    except SetupProblem:
        raise
    except Exception as error:
        raise unopened(shown, error) from error
    env = os.path.realpath(os.path.join(str(directory.dir), "env.py"))
    if not os.path.exists(env):
        raise SetupProblem("bad-project", "There is no env.py in %s" % directory.dir, "Check script_location in %s" % shown)
    return config, directory, env


def _versions():
    versions = {"python": "%d.%d.%d" % sys.version_info[:3]}
    for name in ("alembic", "sqlalchemy"):
        try:
            module = __import__(name)
        except ImportError:
            details = traceback.format_exc().rstrip().split("\n")[-4:]
            raise SetupProblem("no-alembic", "%s cannot import %s" % (sys.executable, name), "Name the Python of the project: --python path/to/python", details)
        versions[name] = module.__version__
        oldest = OLDEST[name]
        if tuple(int(part) for part in module.__version__.split(".")[:2]) < oldest:
            raise SetupProblem("wrong-version", "%s %s is older than %s, the oldest that is understood" % (name, module.__version__, "%d.%d" % oldest), "pip install -U %s" % name)
    return versions
