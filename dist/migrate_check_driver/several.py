"""An env.py that migrates several databases, where there is only one disposable database."""
from migrate_check_driver.problem import SetupProblem

_HINT = ("Check one after the other: let env.py take the names of the databases from the ini file, give that a section "
         "for each with the one name in it, and say which: migrate-check --name SECTION")


class SeveralDatabases(object):
    """
    Remembers the runs of one env.py. Led to one database, those for several would share its table of versions: the
    first would make a move and the others find it made, or wait forever for the transaction of the first.
    """

    def __init__(self):
        self._runs = []

    def add(self, connection, options, where):
        """
        One call of run_migrations, at this place of env.py. Raises SetupProblem where the same is not done in each
        database, or one transaction is open while the next begins.
        """
        url = connection.engine.url
        for first, done, earlier in self._runs:
            apart = (first.host, first.port, first.database) != (url.host, url.port, url.database)
            if apart and (done != options or earlier.in_transaction()):
                names = "%s and %s" % (first.database, url.database)
                raise SetupProblem("env-failed", "%s migrates several databases, %s, and a check has one" % (where, names), _HINT)
        self._runs.append((url, options, connection))
