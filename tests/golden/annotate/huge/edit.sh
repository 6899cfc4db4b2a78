[ "$(wc -l <"$2")" -gt 1000 ] || { sed -n 1,9p "$2"; seq 100000 | sed "s/^/$1/"; sed 1,9d "$2"; } | sed 's/^\[ \] read/[x] read/' >new && [ ! -s new ] || mv new "$2"
