"""The one exception that is not about a migration."""


class SetupProblem(Exception):
    """The project or its environment does not work at all."""

    def __init__(self, code, message, hint, details=(), place=None):
        Exception.__init__(self, message)
        self.fields = {"code": code, "message": message, "hint": hint, "details": list(details)}
        if place:
            self.fields["place"] = place
