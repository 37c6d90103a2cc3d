"""Reads a revision's file without running it: its functions, its directives, the line of its id."""
import ast

from migrate_check_driver.directives import directives
from migrate_check_driver.reliances import reliances


class Outline(object):
    def __init__(self, source, file):
        self._file = file
        self._tree = ast.parse(source)
        self.directives = directives(source, self._tree, file)

    def function(self, name):
        """The fields of a `FunctionOutline`. The last definition counts, as it does for Python."""
        found = [node for node in self._tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name]
        if not found:
            # Assigned or imported: it is there, and nobody can see what it does.
            shape = "acts" if _assigns(self._tree, name) else "absent"
            return {"shape": shape}
        node = found[-1]
        body = [part for part in node.body if not _says_nothing(part)]
        outline = {"shape": "acts", "place": {"file": self._file, "line": node.lineno, "endLine": node.end_lineno}}
        if not body:
            outline["shape"] = "empty"
        elif isinstance(body[0], ast.Raise):
            outline.update(shape="raises", exception=_raised(body[0]))
        return outline

    def reliances(self, places):
        """The `Reliance`s of the file."""
        return reliances(self._tree, self._file, places)

    def line_of(self, name):
        """The line that assigns a module variable, 1 when none does."""
        for node in self._tree.body:
            if name in _targets(node):
                return node.lineno
        return 1


def _says_nothing(node):
    if isinstance(node, ast.Pass):
        return True
    if isinstance(node, ast.Return):
        return node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _raised(node):
    target = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    if isinstance(target, ast.Attribute):
        return target.attr
    return target.id if isinstance(target, ast.Name) else "Exception"


def _targets(node):
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    return []


def _assigns(tree, name):
    for node in tree.body:
        if name in _targets(node):
            return True
        if isinstance(node, (ast.ImportFrom, ast.Import)) and any((alias.asname or alias.name) == name for alias in node.names):
            return True
    return False
