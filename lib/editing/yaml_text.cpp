#include "editing/yaml_text.hpp"

namespace etic {
namespace {

bool is_plain(std::string_view text) {
  if (text.empty()) return false;
  const char first = text.front();
  const bool begins_plain = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                            (first >= '0' && first <= '9') || (first & '\x80') != 0;
  const bool is_null = text == "null" || text == "Null" || text == "NULL";
  return begins_plain && !is_null && text.find(": ") == std::string_view::npos &&
         text.find(" #") == std::string_view::npos && !text.ends_with(':') && !text.ends_with(' ');
}

}  // namespace

std::string yaml_text(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string quoted = "'";
  for (const char character : text) {
    if (character == '\'') quoted += '\'';
    quoted += character;
  }
  return quoted + "'";
}

}  // namespace etic
