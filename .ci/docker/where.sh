# Where the engine of our own lives. Sourced by the scripts beside this one.
# A short path: that of a Unix socket may have no more than 107 characters.
state=/tmp/migrate-check-docker
socket=$state/docker.sock
bridge=migratecheck0
export DOCKER_HOST=unix://$socket
