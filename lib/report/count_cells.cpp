#include "report/count_cells.hpp"

namespace etic {

Cell count_cell(const Count& count, Unit unit, std::int64_t percent_of) {
  switch (count.state) {
    case Count::State::blank:
      return BlankCell{};
    case Count::State::missing:
      return MissingCell{};
    case Count::State::counted:
      break;
  }
  if (unit == Unit::segments) return PlainCount{count.n};
  return CountCell{count.n, count.base, percent_of};
}

std::string label_beside(std::string_view id, std::string_view label) {
  const bool repeats = id == label || id.ends_with("." + std::string(label));
  return repeats ? "" : std::string(label);
}

}  // namespace etic
