#include "codebook/literal_finder.hpp"

#include <algorithm>
#include <utility>

namespace etic {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

std::uint32_t LiteralFinder::key_of(std::string_view three) {
  return next_key(next_key(next_key(0, three[0]), three[1]), three[2]);
}

/// Each is looked for by those three of its bytes that the fewest others have.
LiteralFinder::LiteralFinder(std::vector<std::string> literals) : literals_(std::move(literals)) {
  std::vector<std::uint32_t> uses(keys);
  for (std::uint32_t i = 0; i < literals_.size(); ++i) {
    const std::string_view literal = literals_[i];
    Trace trace{key_of(literal), i, 0};
    for (std::size_t offset = 1; offset + shortest <= literal.size(); ++offset) {
      const std::uint32_t key = key_of(literal.substr(offset));
      if (uses[key] < uses[trace.key]) trace = {key, i, offset};
    }
    ++uses[trace.key];
    is_trace_[trace.key] = true;
    traces_.push_back(trace);
  }
  std::stable_sort(traces_.begin(), traces_.end(), [](const Trace& a, const Trace& b) { return a.key < b.key; });
}

bool LiteralFinder::stands_at(const Trace& trace, std::string_view text, std::size_t three) const {
  const std::string_view literal = literals_[trace.literal];
  if (three < trace.offset || text.size() - (three - trace.offset) < literal.size()) return false;
  return std::equal(literal.begin(), literal.end(), text.begin() + static_cast<std::ptrdiff_t>(three - trace.offset),
                    [](char wanted, char c) { return wanted == small(c); });
}

void LiteralFinder::find(std::string_view text, std::vector<std::uint32_t>& found) const {
  found.clear();
  if (traces_.empty()) return;
  std::uint32_t key = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    key = next_key(key, text[i]);
    if (!is_trace_[key] || i + 1 < shortest) continue;
    auto trace = std::lower_bound(traces_.begin(), traces_.end(), key,
                                  [](const Trace& known, std::uint32_t wanted) { return known.key < wanted; });
    for (; trace != traces_.end() && trace->key == key; ++trace) {
      if (stands_at(*trace, text, i + 1 - shortest)) found.push_back(trace->literal);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace etic
