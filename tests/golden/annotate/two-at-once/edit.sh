EDITOR=cat etic annotate -C study --coder eve G1-02
echo "the second: exit $?"
EDITOR=true etic annotate -C study --coder bob G1-03
sed -i 's/^\[ \] read/[x] read/' "$1"
