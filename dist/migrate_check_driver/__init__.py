"""Runs a project's own Alembic on a disposable database, one command at a time.

Standard library and the project's Alembic and SQLAlchemy only. Python 3.8 to current, Alembic 1.8 to current,
SQLAlchemy 1.4 and 2. Commands come as JSON lines on standard input, answers go out on descriptor 3; standard
output and error belong to the migrations.
"""
