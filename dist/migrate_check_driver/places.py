"""Which frames of a stack belong to the project, and where they stand in its repository."""
import os
import sysconfig

_NOT_OURS = (os.sep + "site-packages" + os.sep, os.sep + "dist-packages" + os.sep, os.sep + "node_modules" + os.sep)

OUTSIDE, PROJECT, REVISION = 0, 1, 2

# A recursion would fill a report.
MOST_OUTER = 20


class Places(object):
    """`root`: what files are named relative to. `project`: where the project's code is."""

    def __init__(self, root, project, version_locations):
        self._root = os.path.realpath(root)
        self._project = os.path.join(os.path.realpath(project), "")
        self._versions = tuple(os.path.join(os.path.realpath(path), "") for path in version_locations)
        # Helpers of the migrations stand beside their versions.
        self._migrations = tuple(os.path.join(os.path.dirname(path.rstrip(os.sep)), "") for path in self._versions)
        paths = sysconfig.get_paths()
        self._foreign = tuple(os.path.join(os.path.realpath(paths[name]), "") for name in ("stdlib", "purelib", "platlib"))
        self._known = {}

    def relative(self, path):
        """A path in the words of the repository. A byte that is no text is U+FFFD in it, as where git names the file."""
        relative = os.path.relpath(os.path.realpath(path), self._root).replace(os.sep, "/")
        return os.fsencode(relative).decode("utf-8", "replace")

    def is_application(self, path):
        """Whether a file is the project's own and no part of its migrations."""
        path = os.path.realpath(path)
        rank, _ = self._classify(path)
        return rank == PROJECT and not path.startswith(self._migrations)

    def of_stack(self, frame):
        """
        The fields `place`, `function` and `calledFrom` of a running stack: the innermost line in a revision, else the
        innermost in the project, and the lines of the project that led to it, outermost first.
        """
        frames, at = [], None
        known = self._known
        while frame is not None:
            name = frame.f_code.co_filename
            rank, file = known.get(name) or self._classify(name)
            if rank:
                if rank == REVISION and at is None:
                    at = len(frames)
                frames.append((file, frame.f_lineno, frame.f_code.co_name))
            frame = frame.f_back
        if not frames:
            return {}
        at = at or 0
        file, line, function = frames[at]
        fields = {"place": {"file": file, "line": line}, "function": function}
        outer = [{"file": outer_file, "line": outer_line} for outer_file, outer_line, _ in reversed(frames[at + 1:])]
        if outer:
            fields["calledFrom"] = outer[-MOST_OUTER:]
        return fields

    def of_error(self, error, innermost=False):
        """
        The place of an exception, and the outer lines of the project that led to it, outermost first. The
        place is the innermost line in a revision, else (or when `innermost`) the innermost in the project.
        """
        lines = list(self._lines(error.__traceback__))
        if isinstance(error, SyntaxError) and error.filename and error.lineno:
            rank, file = self._classify(error.filename)
            if rank:
                lines.append((rank, {"file": file, "line": error.lineno}))
        if not lines:
            return None, []
        in_revisions = [at for at, (rank, _) in enumerate(lines) if rank == REVISION]
        at = in_revisions[-1] if in_revisions and not innermost else len(lines) - 1
        return lines[at][1], [line for _, line in lines[:at]]

    def _lines(self, traceback):
        while traceback is not None:
            rank, file = self._classify(traceback.tb_frame.f_code.co_filename)
            if rank:
                yield rank, {"file": file, "line": traceback.tb_lineno}
            traceback = traceback.tb_next

    def _classify(self, name):
        """(rank, relative file) of a file."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._look(name)
        return known

    def _look(self, name):
        if name.startswith("<"):
            return OUTSIDE, ""
        path = os.path.realpath(name)
        if path.startswith(self._versions):
            return REVISION, self.relative(path)
        inside = path.startswith(self._project) and os.path.basename(path) != "env.py"
        if not inside or path.startswith(self._foreign) or any(part in path for part in _NOT_OURS):
            return OUTSIDE, ""
        return PROJECT, self.relative(path)
