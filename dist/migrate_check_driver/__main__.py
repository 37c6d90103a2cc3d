"""`python path/to/migrate_check_driver`"""
import os
import sys

_home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The project's imports must not find our modules, and ours must not find the project's.
sys.path[0] = _home
from migrate_check_driver.session import serve  # noqa: E402

sys.path.pop(0)
serve()
