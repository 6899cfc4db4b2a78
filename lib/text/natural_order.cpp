#include "text/natural_order.hpp"

#include <algorithm>
#include <cstddef>

namespace etic {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Takes the run of digits at `at`, moves `at` behind it, and leaves out the leading zeros.
std::string_view take_number(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return text.substr(begin, at - begin);
}

/// Without leading zeros, the longer number is the greater one, whatever its length.
std::strong_ordering compare_numbers(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a <=> b;
}

}  // namespace

std::strong_ordering natural_compare(std::string_view a, std::string_view b) {
  // What both begin with decides nothing, but for a number that it breaks off in.
  auto at_a = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first -
      a.begin());
  while (at_a > 0 && is_digit(a[at_a - 1])) --at_a;
  std::size_t at_b = at_a;
  while (at_a < a.size() && at_b < b.size()) {
    std::strong_ordering order = std::strong_ordering::equal;
    if (is_digit(a[at_a]) && is_digit(b[at_b])) {
      order = compare_numbers(take_number(a, at_a), take_number(b, at_b));
    } else {
      // The bytes of UTF-8 stand in the order of the code points.
      order = static_cast<unsigned char>(a[at_a++]) <=> static_cast<unsigned char>(b[at_b++]);
    }
    if (order != 0) return order;
  }
  if (at_a < a.size()) return std::strong_ordering::greater;
  if (at_b < b.size()) return std::strong_ordering::less;
  return a <=> b;
}

}  // namespace etic
