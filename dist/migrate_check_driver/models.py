"""Compares the models of the project with the migrated database, by Alembic's own autogenerate and the options of env.py."""
import ast

from migrate_check_driver import failure
from migrate_check_driver.graph import source_of_file
from migrate_check_driver.model_differences import differences
from migrate_check_driver.model_reliances import reliances
from migrate_check_driver.model_tables import Tables


class Models(object):
    """One comparison. Whatever goes wrong in it is a reason why there is none, never a failure of the check."""

    def __init__(self, session, env):
        self._session = session
        self._env = env
        self._found = None
        self._why = "env.py ends without running migrations"

    def compare(self):
        """The field `models`, or `why` there are none."""
        try:
            environment = self._session.run_env(self._within, forced=True, dont_mutate=True)
        except BaseException as error:
            return {"why": "the comparison fails: %s" % failure.words(error)}
        if environment.runs > 1:
            return {"why": "env.py runs migrations more than once, and nobody can tell which tables belong to which models"}
        return {"why": self._why} if self._found is None else {"models": self._found}

    def _within(self, heads, context):
        self._found = None
        metadata = context.opts.get("target_metadata")
        if metadata is None:
            self._why = "env.py gives no target_metadata"
            return []
        all_metadata = metadata if isinstance(metadata, (list, tuple)) else [metadata]
        if not any(one.tables for one in all_metadata):
            self._why = "target_metadata holds no table: the project keeps no models, or env.py imports none of them"
            return []
        tables = Tables(context, all_metadata)
        found = differences(context, metadata, heads, tables)
        found += reliances(context, metadata, tables, {(one["schema"], one["table"], one.get("column")) for one in found})
        self._found = {"place": self._place(), "differences": found}
        return []

    def _place(self):
        return {"file": self._session.places.relative(self._env), "line": _line_of_metadata(self._env)}


def _line_of_metadata(path):
    """The last line that assigns target_metadata, else the first that hands it over; 1 where neither is in the file."""
    tree = ast.parse(source_of_file(path))
    assigned, handed = [], []
    for node in ast.walk(tree):
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            assigned += [node.lineno for target in targets if isinstance(target, ast.Name) and target.id == "target_metadata"]
        elif isinstance(node, ast.keyword) and node.arg == "target_metadata":
            handed.append(node.value.lineno)
        elif isinstance(node, ast.Dict):
            handed += [key.lineno for key in node.keys if isinstance(key, ast.Constant) and key.value == "target_metadata"]
    return max(assigned) if assigned else min(handed) if handed else 1
