#!/usr/bin/env python3
"""Counts in how many answers each code of a benchmark's codebook occurs: what `etic tally` does, in a few lines.

usage: count_codes.py BOOK ANSWERS.csv
The book is one that `answers --book` wrote. Of patterns that overlap, the regular expression sees only the first.
"""
import collections
import csv
import re
import sys

groups = []
for line in open(sys.argv[1], encoding="utf-8"):
    if line.startswith("      - "):
        pattern = line.strip()[3:-1]
        groups[-1].append(re.escape(pattern).replace(r"\*", r"\w*").replace(r"\ ", r"\s+"))
    elif line.startswith("  code-"):
        groups.append([])
rules = re.compile(r"\b(?:" + "|".join("(" + "|".join(group) + ")" for group in groups) + r")\b")

csv.field_size_limit(1 << 30)
answers = collections.Counter()
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        answers.update({match.lastindex for match in rules.finditer(row["text"].lower())})
for code in range(1, len(groups) + 1):
    print(f"code-{code},{answers[code]}")
