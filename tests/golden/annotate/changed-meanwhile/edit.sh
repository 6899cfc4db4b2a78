sed -i 's/^\[ \] read/[x] read/' "$2"
[ "$1" = ada ] && echo "G2-01,G2Q2,gate.open,Keep it open,by hand,add," >>study/codings/ada.csv
[ "$1" = eve ] && printf 'respondent,question,code,quote\nG2-01,G2Q2,gate.open,Keep it open\n' >study/codings/eve.csv
true
