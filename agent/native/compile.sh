#!/bin/sh
# Compiles the part of the agent that is no TypeScript, from the repository's root: compile.sh HEADERS TARGET.
set -eu
exec "${CC:-cc}" -shared -fPIC -O2 -std=gnu11 -Wall -Wextra -Werror -s -I "$1" -o "$2" agent/native/raw-socket.c
