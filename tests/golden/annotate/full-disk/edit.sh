sed -i 's/^\[ \] read/[x] read/' "$1"
