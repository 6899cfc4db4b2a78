#include "coding/ledger_checks.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "coding/exclusive_themes.hpp"

namespace etic {
namespace {

/// What one coder's rows must not say of one answer.
class EntryChecker {
 public:
  EntryChecker(const Ledger& ledger, const Codebooks& books, Sink& sink)
      : ledger_(ledger), books_(books), exclusive_(books), sink_(sink) {}

  /// Entries of one coder and answer, in the file's order. Returns those that repeat an earlier one.
  std::vector<std::uint32_t> check(const std::vector<std::uint32_t>& entries) {
    std::vector<std::uint32_t> repeated;
    for (std::size_t later = 0; later < entries.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (!is_same(entry(entries[earlier]), entry(entries[later]))) continue;
        report(Kind::repeated_coding, entries[later], entries[earlier], "this row says what another says already");
        repeated.push_back(entries[later]);
        break;
      }
    }
    for (std::size_t later = 0; later < entries.size(); ++later) {
      const bool told = std::find(repeated.begin(), repeated.end(), entries[later]) != repeated.end();
      for (std::size_t earlier = 0; earlier < later && !told; ++earlier) check_pair(entries[earlier], entries[later]);
    }
    return repeated;
  }

 private:
  [[nodiscard]] const LedgerEntry& entry(std::uint32_t index) const { return ledger_.entries[index]; }

  static bool is_same(const LedgerEntry& a, const LedgerEntry& b) {
    return std::tie(a.status, a.code, a.proposal, a.book, a.quote, a.passages) ==
           std::tie(b.status, b.code, b.proposal, b.book, b.quote, b.passages);
  }

  void check_pair(std::uint32_t earlier, std::uint32_t later) {
    const LedgerEntry& a = entry(earlier);
    const LedgerEntry& b = entry(later);
    if (!a.code || !b.code) return;
    const bool adds = a.status == LedgerEntry::Status::add && b.status == LedgerEntry::Status::add;
    if (adds && meet(a, b, false)) {
      if (exclusive_.are_rivals(*a.code, *b.code)) {
        report(Kind::exclusive_codes, later, earlier,
               fmt::format("`{}` and `{}` exclude each other", books_.code(*a.code).name, books_.code(*b.code).name));
      } else if (books_.code(*a.code).excludes_all != books_.code(*b.code).excludes_all) {
        report(Kind::exclusive_codes, later, earlier,
               fmt::format("`{}` and `{}` cannot stand in one answer", books_.code(*a.code).name,
                           books_.code(*b.code).name));
      }
    }
    if (a.status != b.status) {
      const LedgerEntry& reject = a.status == LedgerEntry::Status::reject ? a : b;
      const LedgerEntry& add = a.status == LedgerEntry::Status::reject ? b : a;
      const std::vector<CodeId> below = books_.subtree(*reject.code);
      const bool hits = std::find(below.begin(), below.end(), *add.code) != below.end();
      if (hits && meet(a, b, true))
        report(Kind::contradictory_coding, later, earlier,
               fmt::format("`{}` is both added and rejected", books_.code(*add.code).name));
    }
  }

  /// Whether both speak of words of one voice; or of the same words.
  static bool meet(const LedgerEntry& a, const LedgerEntry& b, bool same_words) {
    return std::any_of(a.passages.begin(), a.passages.end(), [&](const Passage& x) {
      return std::any_of(b.passages.begin(), b.passages.end(), [&](const Passage& y) {
        return x.voice == y.voice && (!same_words || x.span.overlaps(y.span));
      });
    });
  }

  void report(Kind kind, std::uint32_t later, std::uint32_t earlier, std::string message) {
    const SourceFile& file = *ledger_.coder(entry(later).coder).file;
    sink_.report(kind, file, entry(later).code_cell,
                 fmt::format("{}; the other row is line {}", message, file.place(entry(earlier).row.begin).line));
  }

  const Ledger& ledger_;
  const Codebooks& books_;
  ExclusiveThemes exclusive_;
  Sink& sink_;
};

}  // namespace

void check_entries(Ledger& ledger, const Codebooks& books, Sink& sink) {
  std::map<std::pair<CoderId, AnswerId>, std::vector<std::uint32_t>> places;
  for (std::uint32_t i = 0; i < ledger.entries.size(); ++i)
    places[{ledger.entries[i].coder, ledger.entries[i].answer}].push_back(i);
  EntryChecker checker(ledger, books, sink);
  std::vector<bool> repeated(ledger.entries.size());
  for (const auto& [place, entries] : places) {
    for (const std::uint32_t index : checker.check(entries)) repeated[index] = true;
  }
  std::vector<LedgerEntry> kept;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    if (!repeated[i]) kept.push_back(std::move(ledger.entries[i]));
  }
  ledger.entries = std::move(kept);
}

}  // namespace etic
