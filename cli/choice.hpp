#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace etic::cli {

/// Thrown while parsing: an option was given what it does not take. The hint says what it takes.
class UnknownChoice : public CLI::ParseError {
 public:
  UnknownChoice(const std::string& option, const std::string& value, std::string hint);
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

/// Checks that the value of `option` is one of `words`.
[[nodiscard]] CLI::Validator one_of(std::string option, const std::vector<std::string>& words);

/// Checks that the value of `option` is not empty.
[[nodiscard]] CLI::Validator not_empty(std::string option);

/// Checks that the value of `option` is a whole number from `least` to `most`.
[[nodiscard]] CLI::Validator whole_number(std::string option, std::int64_t least, std::int64_t most);

/// The words that `one_of` lets an option take; none where it takes anything.
[[nodiscard]] std::vector<std::string> words_of(const CLI::Option& option);

}  // namespace etic::cli
