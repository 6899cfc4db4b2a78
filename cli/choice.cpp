#include "cli/choice.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "diagnostics/hint.hpp"

namespace etic::cli {

UnknownChoice::UnknownChoice(const std::string& option, const std::string& value, const std::vector<std::string>& words)
    : CLI::ParseError(fmt::format("`{}` cannot be `{}`", option, value), CLI::ExitCodes::ValidationError),
      hint_(did_you_mean(value, words)) {
  if (hint_.empty()) hint_ = fmt::format("one of {}", fmt::join(words, ", "));
}

CLI::Validator one_of(std::string option, std::vector<std::string> words) {
  const auto check = [option = std::move(option), words = std::move(words)](std::string& value) {
    if (std::find(words.begin(), words.end(), value) == words.end()) throw UnknownChoice(option, value, words);
    return std::string();
  };
  return {check, ""};
}

}  // namespace etic::cli
