#include <iostream>
#include <map>

#include "analysis/bearing.hpp"
#include "analysis/matrix.hpp"
#include "codebook/codebook_reader.hpp"
#include "coding/coded_corpus.hpp"
#include "corpus/corpus_reader.hpp"
#include "study/study_reader.hpp"

/// Reads a study from memory, codes it and prints one count: 1/2.
int main() {
  const etic::MemoryFiles files({
      {"s/study.yaml", "title: t\ngroups: {G1: One}\nquestions:\n  G1Q1: Why?\n"},
      {"s/transcripts/a.md", "---\nrespondent: G1-01\n---\n## G1Q1\nThe bus is fast.\n"},
      {"s/transcripts/b.md", "---\nrespondent: G1-02\n---\n## G1Q1\nThe bus is late.\n"},
      {"s/codebooks/b.yaml", "codebook: b\ncodes: {speed: {definition: Speed., rules: [fast*]}}\n"},
  });
  etic::Sink sink;
  const auto study = etic::read_study(files, "s", sink);
  const etic::Corpus corpus = etic::read_corpus(files, "s", *study, sink);
  const etic::Codebooks books = etic::read_codebooks(files, "s", *study, sink);
  const etic::CodedCorpus coded = etic::code_by_rules(*study, corpus, books);
  const etic::Matrix tally = etic::count_codes(coded, etic::Bearing(coded), etic::select(*study, corpus, {}), {etic::Axis::Kind::code, {}},
                                               {*books.find_code("speed")}, std::nullopt, {});
  std::cout << tally.row_totals.front().n << '/' << tally.row_totals.front().base << '\n';
  return sink.error_count() == 0 ? 0 : 1;
}
