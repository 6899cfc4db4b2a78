sed -i '0,/^\[ \] read/ s/^\[ \] read/[x] read\
growth.shade/' "$1"
