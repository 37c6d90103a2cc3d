"""A project as Alembic's own command line would open it."""
import argparse
import configparser
import inspect
import os

import alembic
from alembic.config import Config
from alembic.script import ScriptDirectory

from migrate_check_driver.drivers import placeholder_url
from migrate_check_driver.problem import SetupProblem


def configure(command):
    """The `Config` of the project, with the section and the `-x` arguments of the command."""
    parameters = {"ini_section": command.get("name") or "alembic"}
    config_file = command["config"]
    knows_toml = "toml_file" in inspect.signature(Config.__init__).parameters
    if config_file.endswith(".toml") and not knows_toml:
        raise SetupProblem("wrong-version", "%s holds the settings of Alembic, and Alembic %s does not read them there" % (command["shown"], alembic.__version__), "Use Alembic 1.16 or newer, or an alembic.ini")
    if config_file.endswith(".toml"):
        parameters["toml_file"] = config_file
    else:
        parameters["file_"] = config_file
        toml = os.path.join(os.path.dirname(config_file), "pyproject.toml")
        if knows_toml and os.path.exists(toml):
            parameters["toml_file"] = toml
    parameters["cmd_opts"] = argparse.Namespace(config=config_file, name=parameters["ini_section"], x=command.get("x") or [], raiseerr=True)
    config = Config(**parameters)
    if command.get("scriptLocation"):
        config.set_main_option("script_location", command["scriptLocation"].replace("%", "%%"))
    return config


def lend_url(config, drivers, env):
    """Gives a URL to a project that has none of its own; every connection is led elsewhere anyway."""
    try:
        url = config.get_main_option("sqlalchemy.url")
    except configparser.InterpolationError:
        # env.py reads it too, and then its line is where that is said.
        return
    if url is None or url.startswith("driver:"):
        lent = placeholder_url(drivers, env)
        if lent:
            config.set_main_option("sqlalchemy.url", lent)


def open_directory(config):
    return ScriptDirectory.from_config(config)


def version_locations(directory):
    return [str(path) for path in directory._version_locations]
