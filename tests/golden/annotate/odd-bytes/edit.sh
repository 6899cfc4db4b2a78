sed -i 's/^\[ \] read/[x] read/; s/^? non-answer.*/non-answer | Nothing to say | it is so/' "$2"
case $1 in
crlf) sed -i 's/$/\r/' "$2" ;;
cut) sed -i '/^#$/d; /^# /d; /^?/d; ${/^$/d}' "$2" && printf '%s' "$(cat "$2")" >new && mv new "$2" && tail -c 6 "$2" && echo ;;
tabs) sed -i 's/ | /\t|\t/g; s/^\[/\t[/; s/^non/ \tnon/' "$2" ;;
heading) sed -i 's/^## \(G1Q.\).*/##\1/' "$2" ;;
esac
