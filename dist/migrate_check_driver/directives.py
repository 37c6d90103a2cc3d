"""The comments for migrate-check in a revision's file, and what each of them is about."""
import ast
import io
import re
import tokenize

_DIRECTIVE = re.compile(r"#\s*migrate-check:\s*([\w-]+)[ \t]*(.*)$")
_NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


def directives(source, tree, file):
    """The `Directive`s of a file, in the order of their lines."""
    if "migrate-check" not in source:
        return []
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        return []
    layout = _Layout(tokens, tree, file)
    matches = [(token.start[0], _DIRECTIVE.match(token.string)) for token in tokens if token.type == tokenize.COMMENT]
    return [_directive(match, line, layout, file) for line, match in matches if match]


def _directive(match, line, layout, file):
    found = {"keyword": match.group(1), "text": match.group(2).strip(), "place": {"file": file, "line": line}}
    covers = layout.covered_by(line)
    return dict(found, covers=covers) if covers else found


class _Layout(object):
    """What stands on which line of a file."""

    def __init__(self, tokens, tree, file):
        self._file = file
        self._comments = {token.start[0] for token in tokens if token.type == tokenize.COMMENT}
        self._code = {line for token in tokens if token.type not in _NO_CODE for line in range(token.start[0], token.end[0] + 1)}
        self._statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
        body = tree.body[1:] if tree.body and _is_docstring(tree.body[0]) else tree.body
        self._first = _first_line(body[0]) if body else float("inf")

    def covered_by(self, line):
        """What a comment on this line is about: a statement, a function or the file; None when it stands alone."""
        if line not in self._code:
            if line < self._first:
                return {"what": "file", "place": {"file": self._file}}
            around = self._innermost(line)
            if around is None or hasattr(around, "body"):
                line = self._below(line)
        node = line and self._innermost(line)
        if not node:
            return None
        what = "function" if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else "statement"
        return {"what": what, "place": {"file": self._file, "line": _first_line(node), "endLine": node.end_lineno}}

    def _below(self, line):
        """The line of code that follows with nothing but comments between; None after a blank line."""
        while line in self._comments and line not in self._code:
            line += 1
        return line if line in self._code else None

    def _innermost(self, line):
        """The smallest statement that a line belongs to; a block when it is the head of one, or between its parts."""
        # ast.walk gives what is deeper later.
        found = [node for node in self._statements if _first_line(node) <= line <= node.end_lineno]
        return found[-1] if found else None


def _first_line(node):
    return min([node.lineno] + [decorator.lineno for decorator in getattr(node, "decorator_list", ())])


def _is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
