grep -q stray "$1" && exit
sed -i '1 s/^/stray\n/; s/^## G1Q1.*/## G1Q9 Which one?/; s/^## G1Q2/## the second, G1Q2/; s/^\[ \] read/[x] read/' "$1"
