sed -i '/^reject/d; s/the old well/& | which?/' "$1"
