#include "editing/reanchor.hpp"

#include <algorithm>
#include <utility>

#include "table/writers.hpp"

namespace etic {
std::vector<Reanchoring> find_reanchorings(const Ledger& ledger, const Corpus& corpus) {
  std::vector<Reanchoring> found;
  for (std::uint32_t i = 0; i < ledger.entries.size(); ++i) {
    const LedgerEntry& entry = ledger.entries[i];
    if (!entry.passages.empty()) continue;
    const Answer& answer = corpus.answer(entry.answer);
    Reanchoring reanchoring{i, {}, 0};
    if (const std::optional<LikePassage> near = nearest_passage(corpus, answer, entry.quote)) {
      reanchoring.words = folded_space(corpus.file_of(answer).slice(near->passage.span));
      reanchoring.likeness = near->likeness;
    }
    found.push_back(std::move(reanchoring));
  }
  return found;
}

std::string reanchored_file(const Ledger& ledger, CoderId coder, const std::vector<Reanchoring>& reanchorings) {
  const SourceFile& file = *ledger.coder(coder).file;
  std::vector<std::pair<Span, std::string>> changes;
  for (const Reanchoring& reanchoring : reanchorings) {
    const LedgerEntry& entry = ledger.entries[reanchoring.entry];
    if (entry.coder != coder || !reanchoring.words) continue;
    changes.emplace_back(entry.quote_cell, csv_field(*reanchoring.words));
    if (entry.nth_cell) changes.emplace_back(*entry.nth_cell, "");  // the new words stand once
  }
  std::sort(changes.begin(), changes.end());
  std::string bytes;
  std::uint32_t at = 0;
  for (const auto& [cell, text] : changes) {
    bytes += file.slice({at, cell.begin});
    bytes += text;
    at = cell.end;
  }
  bytes += file.slice({at, static_cast<std::uint32_t>(file.bytes().size())});
  return bytes;
}

}  // namespace etic
