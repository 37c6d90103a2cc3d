"""What a revision's file takes from outside itself, or asks the database before it acts; read without running it."""
import ast
import importlib.util
import os
import re

# https://docs.sqlalchemy.org/en/20/core/reflection.html: the questions of an Inspector, and those of a dialect.
_QUESTIONS = re.compile(r"has_(?:table|sequence|schema|index|type)$|get_(?:multi_)?(?:table_names|view_names|materialized_view_names|schema_names|sequence_names|columns|indexes|foreign_keys|unique_constraints|check_constraints|pk_constraint|enums)$")
_CATALOG = re.compile(r"\binformation_schema\.|\bpg_(?:tables|views|indexes|class|attribute|constraint|type|enum|namespace|matviews)\b|\bto_reg(?:class|type)\b", re.I)

# What a connection answers, and what cannot be made of the one that `alembic upgrade --sql` has (sqlalchemy.engine.mock).
_ASKS = ("execute", "scalar", "scalars", "exec_driver_sql")
_WANTS = ("inspect", "Session", "sessionmaker")


def reliances(tree, file, places):
    """The `Reliance`s of a file, in the order of their lines."""
    found = list(_imports(tree, places)) + list(_environment(tree)) + list(_guards(tree)) + list(_connection(tree))
    return [dict(fields, place={"file": file, "line": line}) for line, fields in sorted(found, key=lambda one: one[0])]


def _imports(tree, places):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            modules = [(node.module, [alias.name for alias in node.names])]
        elif isinstance(node, ast.Import):
            modules = [(alias.name, []) for alias in node.names]
        else:
            continue
        for module, names in modules:
            path = _path_of(module)
            if path and places.is_application(path):
                yield node.lineno, {"on": "application", "name": module, "parts": names}


def _path_of(module):
    """Where a module is, without importing it: only that of its outermost package is looked up."""
    first, _, rest = module.partition(".")
    try:
        spec = importlib.util.find_spec(first)
    except (ImportError, ValueError):
        return None
    if spec is None:
        return None
    folders = list(spec.submodule_search_locations or ())
    if not folders:
        # What is built into Python, or frozen into it, has no file.
        return spec.origin if spec.has_location else None
    return os.path.join(folders[0], *(rest.split(".") if rest else ["__init__.py"]))


def _environment(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os" and node.attr in ("environ", "getenv"):
            yield node.lineno, {"on": "environment", "name": "os.%s" % node.attr, "parts": []}


def _guards(tree):
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    # A function that asks is a question itself.
    asking = {function.name for function in functions if function.name not in ("upgrade", "downgrade") and _question(function, ())}
    for function in functions:
        if function.name == "downgrade":
            continue
        names = asking | _answers(function, asking)
        for node in ast.walk(function):
            question = _question(node.test, names) if isinstance(node, (ast.If, ast.IfExp, ast.While)) else None
            if question:
                yield node.lineno, {"on": "schema", "name": question, "parts": []}


def _connection(tree):
    # A revision that knows of `alembic upgrade --sql` has thought of it.
    if any(isinstance(node, ast.Attribute) and node.attr in ("is_offline_mode", "as_sql") for node in ast.walk(tree)):
        return
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef) or function.name == "downgrade":
            continue
        yield from ((line, {"on": "connection", "name": name, "parts": []}) for line, name in _asked(function))


def _asked(function):
    """Where an answer of the database is used: what is only sent is written down by `--sql` like everything else."""
    nodes = list(ast.walk(function))
    binds = {target.id for node in nodes if isinstance(node, ast.Assign) and _is_bind(node.value, ()) for target in node.targets if isinstance(target, ast.Name)}
    only_sent = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if not isinstance(node, ast.Call) or id(node) in only_sent:
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
        given = node.args + [keyword.value for keyword in node.keywords]
        if name in _ASKS and isinstance(node.func, ast.Attribute) and _is_bind(node.func.value, binds):
            yield node.lineno, name
        elif name in _WANTS and any(_is_bind(value, binds) for value in given):
            yield node.lineno, name


def _is_bind(node, names):
    if isinstance(node, ast.Name):
        return node.id in names
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get_bind"


def _answers(function, asking):
    """The variables that hold an answer."""
    names = set()
    while True:
        found = {target.id for node in ast.walk(function) if isinstance(node, ast.Assign) and _question(node.value, asking | names)
                 for target in node.targets if isinstance(target, ast.Name)}
        if found <= names:
            return names
        names |= found


def _question(tree, names):
    """What an expression asks the database about its schema; None where it asks nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _QUESTIONS.match(node.attr):
            return node.attr
        if isinstance(node, ast.Name) and node.id in names:
            return node.id
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CATALOG.search(node.value):
            return _CATALOG.search(node.value).group(0).rstrip(".")
    return None
