#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/ledger.hpp"

namespace etic {

/// A quote that no longer stands in its answer, and the passage to put in its place.
struct Reanchoring {
  std::uint32_t entry = 0;              // index into the ledger's entries
  std::optional<std::string> words;     // as they stand in the answer, with folded white space; none: nothing is like it
  double likeness = 0;                  // share of the old quote's words that need no change
};

/// For every quote that does not stand the passage nearest to it.
[[nodiscard]] std::vector<Reanchoring> find_reanchorings(const Ledger& ledger, const Corpus& corpus);

/// A coder's file with the new words in place of the old ones, and not another byte changed.
[[nodiscard]] std::string reanchored_file(const Ledger& ledger, CoderId coder, const std::vector<Reanchoring>& reanchorings);

}  // namespace etic
