sed -i '/^## G1Q1/,/^$/ s/^\[ \] read/[x] read\
growth.water | water | | 1/' "$1"
