#include "text/utf16.hpp"

namespace etic {

Utf16Offsets::Utf16Offsets(std::string_view text) {
  offsets_.reserve(text.size() + 1);
  std::uint32_t units = 0;
  for (const char c : text) {
    offsets_.push_back(units);
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0U) == 0x80U;
    // What is beyond the basic plane is four bytes in UTF-8 and two units in UTF-16.
    if (!continues) units += byte >= 0xF0U ? 2 : 1;
  }
  offsets_.push_back(units);
}

}  // namespace etic
