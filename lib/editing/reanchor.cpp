#include "editing/reanchor.hpp"

#include <algorithm>
#include <string_view>

namespace etic {
namespace {

/// A cell as RFC 4180 has it; quoted only where it must be.
std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + '"';
}

}  // namespace

std::vector<Reanchoring> find_reanchorings(const Ledger& ledger, const Corpus& corpus) {
  std::vector<Reanchoring> found;
  for (std::uint32_t i = 0; i < ledger.entries.size(); ++i) {
    const LedgerEntry& entry = ledger.entries[i];
    if (!entry.passages.empty()) continue;
    const Answer& answer = corpus.answer(entry.answer);
    Reanchoring reanchoring{i, {}, 0};
    if (const std::optional<LikePassage> near = nearest_passage(corpus, answer, entry.quote)) {
      std::string words = folded_space(corpus.file_of(answer).slice(near->passage.span));
      if (find_quote(corpus, answer, words).size() == 1) {
        reanchoring.words = std::move(words);
        reanchoring.likeness = near->likeness;
      }
    }
    found.push_back(std::move(reanchoring));
  }
  return found;
}

std::string reanchored_file(const Ledger& ledger, CoderId coder, const std::vector<Reanchoring>& reanchorings) {
  const SourceFile& file = *ledger.coder(coder).file;
  std::vector<const Reanchoring*> own;
  for (const Reanchoring& reanchoring : reanchorings) {
    if (ledger.entries[reanchoring.entry].coder == coder && reanchoring.words) own.push_back(&reanchoring);
  }
  const auto cell = [&](const Reanchoring* reanchoring) { return ledger.entries[reanchoring->entry].quote_cell; };
  std::sort(own.begin(), own.end(), [&](const Reanchoring* a, const Reanchoring* b) { return cell(a) < cell(b); });
  std::string bytes;
  std::uint32_t at = 0;
  for (const Reanchoring* reanchoring : own) {
    bytes += file.slice({at, cell(reanchoring).begin});
    bytes += csv_cell(*reanchoring->words);
    at = cell(reanchoring).end;
  }
  bytes += file.slice({at, static_cast<std::uint32_t>(file.bytes().size())});
  return bytes;
}

}  // namespace etic
