"""Texts that stand in the place of files: what an edit would do is seen without writing anything where the project is."""
import base64
import importlib.util
import io
import os
import re
from importlib.machinery import SourceFileLoader

import alembic.util

_texts = {}


def put(root, texts):
    """From now on the files, named relative to `root`, are these bytes of base64, whatever is on the disk."""
    _texts.update({os.path.realpath(os.path.join(root, file)): base64.b64decode(text) for file, text in texts.items()})
    if _texts:
        _stand_before_loading()


def opened(path):
    """A file as bytes, or the text in its place."""
    text = _texts.get(os.path.realpath(path)) if _texts else None
    return open(path, "rb") if text is None else io.BytesIO(text)


def without_file(directories):
    """The paths of texts in these directories that no file is there for."""
    folders = {os.path.realpath(directory) for directory in directories}
    return sorted(path for path in _texts if os.path.dirname(path) in folders and not os.path.exists(path))


class _Loader(SourceFileLoader):
    """Compiles a text under the name of its file, past anything that was compiled before."""

    def get_code(self, fullname):
        with opened(self.path) as text:
            return self.source_to_code(text.read(), self.path)


def _stand_before_loading():
    original = alembic.util.load_python_file

    def load(directory, name):
        path = os.path.join(str(directory), os.path.basename(str(name)))
        if os.path.realpath(path) not in _texts:
            return original(directory, name)
        # As Alembic calls its modules.
        module_name = re.sub(r"\W", "_", os.path.basename(path))
        spec = importlib.util.spec_from_file_location(module_name, path, loader=_Loader(module_name, path))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    alembic.util.load_python_file = load
