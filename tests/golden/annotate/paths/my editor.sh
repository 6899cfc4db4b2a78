#!/bin/sh
printf '%s\n' "$@"
for last; do :; done
sed -i 's/^\[ \] read/[x] read/' "$last"
