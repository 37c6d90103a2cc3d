"""Which frames of a stack belong to the project, and where they stand in its repository."""
import os
import sysconfig


class Places(object):
    def __init__(self, root, project, version_locations):
        self._root = os.path.realpath(root)
        self._project = os.path.realpath(project)
        self._versions = tuple(os.path.realpath(str(path)) + os.sep for path in version_locations)
        paths = sysconfig.get_paths()
        self._foreign = tuple(os.path.realpath(paths[name]) + os.sep for name in ("stdlib", "purelib", "platlib"))
        self._known = {}

    def of_frame(self, frame):
        """(rank, relative file) of a frame: rank 2 in a revision, 1 elsewhere in the project, 0 outside of it."""
        name = frame.f_code.co_filename
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._classify(name)
        return known

    def _classify(self, name):
        if name.startswith("<"):
            return (0, "")
        path = os.path.realpath(name)
        if path.startswith(self._foreign) or (os.sep + "site-packages" + os.sep) in path:
            return (0, "")
        if path.startswith(self._versions):
            return (2, self.relative(path))
        inside = path.startswith(self._project + os.sep) and os.path.basename(path) != "env.py"
        return (1, self.relative(path)) if inside else (0, "")

    def relative(self, path):
        """A path in the words of the repository."""
        return os.path.relpath(os.path.realpath(path), self._root).replace(os.sep, "/")

    def of_stack(self, frame):
        """The place of a running stack: the innermost line in a revision, else the innermost in the project."""
        found = None
        while frame is not None:
            rank, name = self.of_frame(frame)
            if rank == 2:
                return {"file": name, "line": frame.f_lineno}
            if rank == 1 and found is None:
                found = {"file": name, "line": frame.f_lineno}
            frame = frame.f_back
        return found

    def of_traceback(self, traceback):
        """The place of an exception and the other lines of the project that led to it, outermost first."""
        lines = []
        while traceback is not None:
            rank, name = self.of_frame(traceback.tb_frame)
            if rank:
                lines.append((rank, {"file": name, "line": traceback.tb_lineno}))
            traceback = traceback.tb_next
        if not lines:
            return None, []
        in_revisions = [at for at, (rank, _) in enumerate(lines) if rank == 2]
        at = in_revisions[-1] if in_revisions else len(lines) - 1
        return lines[at][1], [line for other, (_, line) in enumerate(lines) if other != at]
