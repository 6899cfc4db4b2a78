#include "corpus/answer_rows.hpp"

#include <fmt/format.h>

#include "text/unicode.hpp"

namespace etic {

std::optional<RowTrouble> trouble_with_bytes(std::string_view bytes, std::uint32_t begin) {
  const std::size_t at = first_invalid_utf8(bytes);
  if (at == std::string_view::npos) return std::nullopt;
  const auto offset = begin + static_cast<std::uint32_t>(at);
  return RowTrouble{Kind::invalid_utf8,
                    {offset, offset + 1},
                    fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(bytes[at])),
                    "save it as UTF-8, or use `iconv -f WINDOWS-1252 -t UTF-8`"};
}

}  // namespace etic
