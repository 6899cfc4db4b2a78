sed -i 's/^\[ \] read/[x] read/; s/^? \(use.company | For company\)/\1/; s/^? \(hindrance.hours | we close\)/\1/
/^## G2Q2/,/^$/ s/^\[x\] read/&\
hindrance.noise | The noise\
hindrance.hours | the hours | hers alone/' "$1"
