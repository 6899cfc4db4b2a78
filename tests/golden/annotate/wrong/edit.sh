grep -q unheard "$1" && exit
sed -i '/^## G1Q2/,/^$/ s/^\[ \] read/[x] read\
gate.open\
gate.shut\
reject gate.open\
gate.shu\
unheard\
bench\
non-answer\
safety | all the birds in heaven\
reject new:x\
new:a b\
new:..\
| words alone\
safety | open | note | 3\
safety | open | note | 1 | five\
[x]\
[x] read gat\
[ ] read gate/' "$1"
