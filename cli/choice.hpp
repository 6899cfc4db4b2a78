#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace etic::cli {

/// Thrown while parsing: an option that takes one of a few words was given another.
class UnknownChoice : public CLI::ParseError {
 public:
  UnknownChoice(const std::string& option, const std::string& value, const std::vector<std::string>& words);
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

/// Checks that the value of `option` is one of `words`.
[[nodiscard]] CLI::Validator one_of(std::string option, std::vector<std::string> words);

}  // namespace etic::cli
