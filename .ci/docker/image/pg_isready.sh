#!/bin/sh
# The embedded binaries have no pg_isready. Line 8 of postmaster.pid is the state that pg_ctl waits for.
state=$(sed -n '8s/ *$//p' "$PGDATA/postmaster.pid" 2>/dev/null)
[ "$state" = ready ]
