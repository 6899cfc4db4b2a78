sed -i 's/^? \(gate.shut | shut at night\)/\1/; s/^? \(non-answer\)/\1/; s/^\[ \] read/[x] read/' "$1"
