"""The application context that the env.py of Flask-Migrate asks for."""
import re

from migrate_check_driver.problem import SetupProblem

_entered = []


def enter_app_context(env):
    """Enters the context of the project's Flask application, found as `flask db` finds it, where env.py uses `current_app`."""
    with open(env, encoding="utf-8", errors="replace") as file:
        if _entered or not re.search(r"^\s*from flask import .*\bcurrent_app\b", file.read(), re.M):
            return
    try:
        from flask import cli

        cli.load_dotenv()
        context = cli.ScriptInfo().load_app().app_context()
    except Exception as error:
        raise SetupProblem("env-failed", "%s needs a Flask application, and it cannot be loaded: %s: %s" % (env, type(error).__name__, error), "Say where it is, as for `flask db upgrade`: FLASK_APP=package:create_app")
    context.push()
    _entered.append(context)
