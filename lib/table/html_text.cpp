#include "table/html_text.hpp"

namespace etic {
namespace {

constexpr std::string_view replacement = "\uFFFD";

/// U+FFFE and U+FFFF, the only characters beyond controls that XML refuses in valid UTF-8.
bool is_noncharacter(std::string_view three) { return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF"; }

bool is_refused_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\r');
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&':
        escaped += "&amp;";
        continue;
      case '<':
        escaped += "&lt;";
        continue;
      case '>':
        escaped += "&gt;";
        continue;
      case '"':
        escaped += "&quot;";
        continue;
      case '\'':
        escaped += "&#39;";
        continue;
      default:
        break;
    }
    if (is_refused_control(text[i])) {
      escaped += replacement;
    } else if (is_noncharacter(text.substr(i, 3))) {
      escaped += replacement;
      i += 2;
    } else {
      escaped += text[i];
    }
  }
  return escaped;
}

}  // namespace etic
