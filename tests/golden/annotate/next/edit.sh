case $1 in
*G1-02*) echo x >>tries; [ "$(wc -l <tries)" -gt 2 ] || { sed -i '0,/^\[ \]/ s/^\[ \]/[x]/' "$1"; exit; } ;;
esac
sed -i 's/^\[ \] read/[x] read/' "$1"
