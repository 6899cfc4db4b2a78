# Counts in how many answers each code of a benchmark's codebook occurs, with quanteda: what `etic tally` does.
# usage: Rscript count_codes.R BOOK ANSWERS.csv
# The book is one that `answers --book` wrote.
suppressPackageStartupMessages(library(quanteda))
quanteda_options(threads = 1)
paths <- commandArgs(trailingOnly = TRUE)

lines <- readLines(paths[1], encoding = "UTF-8")
codes <- cumsum(startsWith(lines, "  code-"))
is_pattern <- startsWith(lines, "      - ")
patterns <- split(gsub("^ +- '|'$", "", lines[is_pattern]), codes[is_pattern])
names(patterns) <- paste0("code-", names(patterns))

answers <- read.csv(paths[2], encoding = "UTF-8", colClasses = "character")
found <- tokens_lookup(tokens(answers$text), dictionary(patterns), valuetype = "glob")
counts <- colSums(dfm(found, tolower = FALSE) > 0)
writeLines(paste(names(counts), counts, sep = ","))
