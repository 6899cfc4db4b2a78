#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/corpus.hpp"
#include "study/study.hpp"

namespace etic {

/// The values of a study's attributes: numbers for texts while a corpus is read, in the declared or natural order at
/// the end.
class AttributeTables {
 public:
  explicit AttributeTables(const Study& study);

  /// The number, for now, of a value.
  [[nodiscard]] std::uint32_t number(std::size_t attribute, std::string_view value);
  /// Whether the study names the value.
  [[nodiscard]] bool is_declared(std::size_t attribute, std::string_view value) const {
    const auto known = tables_[attribute].numbers.find(value);
    return known != tables_[attribute].numbers.end() && known->second < tables_[attribute].declared;
  }
  [[nodiscard]] const std::string& text(std::size_t attribute, std::uint32_t number) const {
    return tables_[attribute].texts[number];
  }

  /// Derives what the study derives, puts all values in order, and the tables into the corpus.
  void finish(Corpus& corpus);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Table {
    std::vector<std::string> texts;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers;
    std::size_t declared = 0;  // of these, the first
  };

  void derive(Corpus& corpus);
  [[nodiscard]] static std::vector<std::uint32_t> sort(Table& table);

  const Study& study_;
  std::vector<Table> tables_;
};

}  // namespace etic
