grep -q new:a "$2" || sed -i "9s/\$/\nnew:a | | x${1}y/" "$2"
