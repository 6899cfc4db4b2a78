// Up to two coders' files on a small study, parted by a line of `%%%`: what a ledger promises, whatever stands in them.

#include <algorithm>
#include <string>

#include "codebook/codebook_reader.hpp"
#include "coding/layers.hpp"
#include "coding/ledger.hpp"
#include "corpus/corpus_reader.hpp"
#include "editing/reanchor.hpp"
#include "fuzz/property.hpp"

using namespace etic;

namespace {

const MemoryFiles& whole_study() {
  static const MemoryFiles files(
      {{"transcripts/a.md",
        "---\nrespondent: G1-1\n---\n## G1Q1\nIt is good, it is cheap.\nCafé 公园 café\n## G1Q2\nInterviewer: Why?\n"
        "Respondent: No comment.\n"},
       {"transcripts/b.md", "---\nrespondents: [G3-1, G3-2]\n---\n## G3Q1\nWe agree.\nG3-2: I do not.\n"},
       {"codebooks/a.yaml",
        "codebook: common\ncodes:\n  non-answer: {excludes: all, rules: no comment}\n  price: {rules: cheap}\n"
        "  view: {exclusive: [for, against], questions: [G1Q1, G3Q1], codes: {for: {rules: agree}, against: {rules: 'do not'}}}\n"}});
  return files;
}

void check_entry(const LedgerEntry& entry, const Ledger& ledger, const Corpus& corpus, const Codebooks& books) {
  fuzz::require(entry.coder.index() > rules_index && entry.coder.index() < ledger.coders.size(), "a row has its coder");
  const SourceFile& file = *ledger.coder(entry.coder).file;
  fuzz::check_span(entry.row, file, "a row lies inside the file");
  fuzz::check_span(entry.quote_cell, file, "a quote lies inside the file");
  fuzz::check_span(entry.code_cell, file, "a code lies inside the file");
  fuzz::require(entry.answer.index() < corpus.answers.size(), "a row is about an answer");
  const Answer& answer = corpus.answer(entry.answer);
  if (entry.code) fuzz::require(books.code(*entry.code).scope.contains(answer.question), "a code is in its scope");
  for (const Passage& passage : entry.passages) {
    fuzz::require(passage.voice < answer.voices.size(), "a passage has a voice");
    fuzz::require(passage.span.begin < passage.span.end && answer.body.covers(passage.span), "a passage lies in its answer");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Sink sound;
  const Corpus corpus = read_corpus(whole_study(), ".", fuzz::study(), sound);
  const Codebooks books = read_codebooks(whole_study(), ".", fuzz::study(), sound);
  fuzz::require(sound.error_count() == 0, "the study that is coded is sound");

  const MemoryFiles files(fuzz::cut_into_files(data, size, {"codings/ada.csv", "codings/ben.csv"}));
  Sink sink;
  const Ledger ledger = read_ledger(files, ".", fuzz::study(), corpus, books, sink);
  fuzz::check_diagnostics(sink);
  for (const LedgerEntry& entry : ledger.entries) check_entry(entry, ledger, corpus, books);

  std::vector<CoderId> layers;
  for (std::size_t i = 0; i < ledger.coders.size(); ++i) layers.emplace_back(i);
  const std::vector<CodeId> codes{CodeId(0), CodeId(1), CodeId(2)};
  const CodedCorpus coded = code_by_layers(fuzz::study(), corpus, books, ledger, layers, codes);
  fuzz::require(std::is_sorted(coded.codings.begin(), coded.codings.end(),
                               [](const Coding& a, const Coding& b) { return a.answer < b.answer; }),
                "codings stand in the answers' order");

  // New words in place of lost ones give a file whose quotes stand.
  const std::vector<Reanchoring> reanchorings = find_reanchorings(ledger, corpus);
  std::map<std::string, std::string> mended;
  for (std::size_t i = 1; i < ledger.coders.size(); ++i) {
    mended["codings/" + ledger.coders[i].name + ".csv"] = reanchored_file(ledger, CoderId(i), reanchorings);
  }
  Sink again;
  const Ledger other = read_ledger(MemoryFiles(mended), ".", fuzz::study(), corpus, books, again);
  const auto lost = [](const Ledger& of) {
    return std::count_if(of.entries.begin(), of.entries.end(), [](const LedgerEntry& e) { return e.passages.empty(); });
  };
  const auto left = std::count_if(reanchorings.begin(), reanchorings.end(), [](const Reanchoring& one) { return !one.words; });
  fuzz::require(lost(other) <= left, "what was put in stands");
  return 0;
}
