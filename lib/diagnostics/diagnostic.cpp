#include "diagnostics/diagnostic.hpp"

#include <tuple>

#include "text/natural_order.hpp"

namespace etic {

bool precedes(const Diagnostic& a, const Diagnostic& b) {
  if (const auto order = natural_compare(a.path, b.path); order != 0) return order < 0;
  if (a.path.empty()) return false;  // the command line's own, in the order given
  return std::tie(a.place, a.kind, a.message) < std::tie(b.place, b.kind, b.message);
}

}  // namespace etic
