#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace etic {

/// n of base. In a wide table it reads `3/11`; with a percentage, `3/11 ~27%` (`~` where it is
/// of fewer than 20).
struct CountCell {
  std::int64_t n = 0;
  std::int64_t base = 0;
  /// n as a percentage of this number where percentages are asked for; 0 means none is shown.
  std::int64_t percent_of = 0;
  friend bool operator==(const CountCell&, const CountCell&) = default;
};

/// A count that has no base (segments): reads `3`.
struct PlainCount {
  std::int64_t n = 0;
  friend bool operator==(const PlainCount&, const PlainCount&) = default;
};

/// Blank: by design nothing could stand here. Reads as nothing, in JSON as null.
struct BlankCell {
  friend bool operator==(const BlankCell&, const BlankCell&) = default;
};

/// Nothing on record though something could be: reads `–`, in JSON as null with base 0.
struct MissingCell {
  friend bool operator==(const MissingCell&, const MissingCell&) = default;
};

/// A figure with so many decimals, rounded half away from zero: `0.734`.
struct Decimal {
  double value = 0;
  int digits = 3;
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// A share drawn as a bar that is full where n is all of `of`. Of 0 nothing is drawn. Not for long tables.
struct Bar {
  std::int64_t n = 0;
  std::int64_t of = 0;
  friend bool operator==(const Bar&, const Bar&) = default;
};

/// Several names: an array in JSON, joined by spaces in CSV and TSV, by commas for people.
using NameList = std::vector<std::string>;

using Cell =
    std::variant<BlankCell, std::string, std::int64_t, CountCell, PlainCount, MissingCell, NameList, Decimal, Bar>;

}  // namespace etic
