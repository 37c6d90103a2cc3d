"""The revisions of a project as a graph, its faults beside it instead of exceptions."""
import io
import os
import tokenize

from alembic.script import Script
from alembic.script.revision import RevisionMap

from migrate_check_driver import project, texts
from migrate_check_driver.outline import Outline


def load(directory, places):
    """Loads each file once, whatever is wrong with the others. Returns the healthy scripts and the faults."""
    faults = []
    scripts = _read(directory, places, faults)
    scripts = _without_twins(scripts, places, faults)
    scripts = _with_parents(scripts, places, faults)
    scripts = _without_cycles(scripts, places, faults)
    directory.revision_map = RevisionMap(lambda: iter(scripts))
    return scripts, faults


def _read(directory, places, faults):
    # Where there are both, as in Alembic 1.8, this is the one that all loading goes through.
    name = "_from_filename" if hasattr(Script, "_from_filename") else "_from_path"
    original = getattr(Script, name)

    def tolerant(_class, owner, *where):
        try:
            return original(owner, *where)
        except BaseException as error:
            faults.append(_unloadable(error, os.path.join(*(str(part) for part in where)), places))
            return None

    setattr(Script, name, classmethod(tolerant))
    try:
        return sorted(list(directory._load_revisions()) + _unwritten(directory, name), key=lambda script: str(script.path))
    except FileNotFoundError:
        return []
    finally:
        setattr(Script, name, original)


def _unwritten(directory, name):
    """The scripts that are only there as texts."""
    load = getattr(Script, name)
    paths = texts.without_file(project.version_locations(directory))
    scripts = [load(directory, *(os.path.split(path) if name == "_from_filename" else (path,))) for path in paths]
    return [script for script in scripts if script]


def _unloadable(error, path, places):
    file = places.relative(path)
    line = 1
    if isinstance(error, SyntaxError) and error.filename and os.path.realpath(error.filename) == os.path.realpath(path):
        line = error.lineno or 1
    else:
        place, _ = places.of_error(error)
        if place and place["file"] == file:
            line = place["line"]
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return {"kind": "unloadable", "place": {"file": file, "line": line}, "error": type(error).__name__, "message": message or type(error).__name__}


def _place(script, places, variable="revision"):
    try:
        outline = Outline(source_of(script), places.relative(script.path))
        line = outline.line_of(variable)
    except SyntaxError:
        line = 1
    return {"file": places.relative(script.path), "line": line}


def source_of(script):
    return source_of_file(script.path)


def source_of_file(path):
    """The text in the coding that the file declares; Python takes comments in another one too."""
    with texts.opened(path) as file:
        try:
            encoding, _ = tokenize.detect_encoding(file.readline)
        except SyntaxError:
            encoding = "utf-8"
        file.seek(0)
        text = file.read().decode(encoding, "replace")
    return io.StringIO(text, newline=None).getvalue()


def _without_twins(scripts, places, faults):
    by_id = {}
    for script in scripts:
        by_id.setdefault(script.revision, []).append(script)
    for revision, twins in by_id.items():
        if len(twins) > 1:
            faults.append({"kind": "duplicate-id", "id": revision, "places": [_place(twin, places) for twin in twins], "sources": [source_of(twin) for twin in twins]})
    return [twins[0] for twins in by_id.values() if len(twins) == 1]


def _with_parents(scripts, places, faults):
    """Leaves out what has no parent, and then what is left without one."""
    twins = {fault["id"] for fault in faults if fault["kind"] == "duplicate-id"}
    everything = list(scripts)
    while True:
        known = _Known(scripts)
        kept = [script for script in scripts if not known.missing(script)]
        if len(kept) == len(scripts):
            break
        scripts = kept
    known = _Known(everything)
    for script in everything:
        for parent in known.missing(script):
            if parent not in twins:
                place = _place(script, places, "down_revision" if parent in _parents(script) else "depends_on")
                faults.append({"kind": "missing-parent", "child": script.revision, "parent": parent, "place": place})
    return scripts


def _parents(script):
    return _tuple(script.down_revision)


def _tuple(value):
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


class _Known(object):
    """The ids and labels of some scripts."""

    def __init__(self, scripts):
        self._ids = {script.revision for script in scripts}
        self._labels = {label for script in scripts for label in _tuple(getattr(script.module, "branch_labels", None))}

    def missing(self, script):
        """What a script needs and is not among them."""
        parents = [parent for parent in _parents(script) if parent not in self._ids]
        return parents + [need for need in _tuple(script.dependencies) if not self._has(need.split("@")[0])]

    def _has(self, name):
        return name in self._labels or any(revision.startswith(name) for revision in self._ids)


def _without_cycles(scripts, places, faults):
    """What cannot be put in an order is in a cycle, or needs one that is."""
    order = topological(scripts, lambda script: [parent for parent in _parents(script)])
    ordered = {script.revision for script in order}
    caught = [script for script in scripts if script.revision not in ordered]
    if caught:
        members = [script for script in caught if _reaches_itself(script, caught)]
        faults.append({"kind": "cycle", "members": [script.revision for script in members], "places": [_place(script, places, "down_revision") for script in members]})
    return [script for script in scripts if script.revision in ordered]


def _reaches_itself(script, scripts):
    by_id = {other.revision: other for other in scripts}
    seen, todo = set(), list(_parents(script))
    while todo:
        revision = todo.pop()
        if revision == script.revision:
            return True
        if revision in by_id and revision not in seen:
            seen.add(revision)
            todo.extend(_parents(by_id[revision]))
    return False


def topological(scripts, needs):
    """Parents before children; what could come next comes in the order of the files. Leaves out cycles."""
    by_id = {script.revision: script for script in scripts}
    waiting = {script.revision: {need for need in needs(script) if need in by_id} for script in scripts}
    children = {}
    for revision, needed in waiting.items():
        for need in needed:
            children.setdefault(need, []).append(revision)
    rank = {script.revision: at for at, script in enumerate(scripts)}
    ready = sorted((revision for revision, needed in waiting.items() if not needed), key=rank.__getitem__, reverse=True)
    order = []
    while ready:
        revision = ready.pop()
        order.append(by_id[revision])
        free = []
        for child in children.get(revision, ()):
            waiting[child].discard(revision)
            if not waiting[child]:
                free.append(child)
        ready.extend(sorted(free, key=rank.__getitem__, reverse=True))
    return order


def describe(scripts, directory, faults, places):
    """The fields of a `RevisionGraph`. The first use of the map is where Alembic resolves labels and dependencies."""
    heads, bases = list(directory.revision_map.heads), list(directory.revision_map.bases)
    order = topological(scripts, lambda script: _parents(script) + _resolved(script))
    return {"revisions": [_revision(script, places) for script in order], "bases": bases, "heads": heads, "faults": faults}


def _resolved(script):
    return tuple(getattr(script, "_resolved_dependencies", None) or ())


def _revision(script, places):
    source = source_of(script)
    file = places.relative(script.path)
    outline = Outline(source, file)
    return {
        "id": script.revision,
        "parents": list(_parents(script)),
        "dependsOn": list(_resolved(script)),
        "labels": sorted(_tuple(getattr(script.module, "branch_labels", None))),
        "title": (script.doc or "").strip().split("\n")[0],
        "place": {"file": file, "line": outline.line_of("revision")},
        "upgrade": outline.function("upgrade"),
        "downgrade": outline.function("downgrade"),
        "directives": outline.directives,
        "reliances": outline.reliances(places),
        "source": source,
    }
