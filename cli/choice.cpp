#include "cli/choice.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <iterator>
#include <sstream>
#include <utility>

#include "diagnostics/hint.hpp"

namespace etic::cli {

UnknownChoice::UnknownChoice(const std::string& option, const std::string& value, std::string hint)
    : CLI::ParseError(fmt::format("`{}` cannot be `{}`", option, value), CLI::ExitCodes::ValidationError),
      hint_(std::move(hint)) {}

CLI::Validator one_of(std::string option, const std::vector<std::string>& words) {
  const auto check = [option = std::move(option), words](std::string& value) {
    if (std::find(words.begin(), words.end(), value) != words.end()) return std::string();
    throw UnknownChoice(option, value, near_or_all(value, words));
  };
  return {check, fmt::format("{}", fmt::join(words, " "))};
}

CLI::Validator whole_number(std::string option, std::int64_t least, std::int64_t most) {
  const auto check = [option = std::move(option), least, most](std::string& value) {
    std::int64_t number = 0;
    const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error == std::errc() && stop == value.data() + value.size() && number >= least && number <= most)
      return std::string();
    throw UnknownChoice(option, value, fmt::format("a whole number from {} to {}", least, most));
  };
  return {check, ""};
}

CLI::Validator not_empty(std::string option) {
  const auto check = [option = std::move(option)](std::string& value) {
    if (value.empty())
      throw CLI::ParseError(fmt::format("`{}` wants a value", option), CLI::ExitCodes::ValidationError);
    return std::string();
  };
  return {check, ""};
}

std::vector<std::string> words_of(const CLI::Option& option) {
  // What stands behind the colon are the descriptions of validators, which is where `one_of` leaves its words.
  const std::string type = option.get_type_name();
  const std::size_t colon = type.find(':');
  if (colon == std::string::npos) return {};
  std::istringstream described(type.substr(colon + 1));
  return {std::istream_iterator<std::string>(described), {}};
}

}  // namespace etic::cli
