sed -i '/^## G1Q1/,/^$/ s/^\[ \] read/[x] read garden\
growth\
growth.water | water || 2\
growth.shade|We want shade|for whom?\
reject growth.water | we want water | "more" is not, too\
new:thirst.long | want\twater, we | |/
s/want\twater, we/want water,  we/
/^## G1Q3/,/^$/ s/^\[ \] read/[X] read\
  growth.water |  | of the whole answer  /' "$1"
