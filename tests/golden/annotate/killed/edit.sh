while [ ! -s pid ]; do sleep 0.01; done
sed -i 's/^\[ \] read/[x] read/' "$1"
kill -9 "$(cat pid)"
