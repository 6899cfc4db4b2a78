grep '^!' "$1" >>seen
sed -i '/^!/b;/^## G1Q2/,/^$/ { s/gate.shutt/gate.shut/; s/gate.shuttt/gate.shutt/; s/^\[ \] read/[x] read\
gate.shuttt | at night/; }' "$1"
