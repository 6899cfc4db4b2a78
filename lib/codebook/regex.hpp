#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.hpp"

namespace etic {

/// A regular expression without look-around or back-references, matched in time linear in the text. Case does not
/// count (`(?-i)` makes it); NFC and NFD are alike; `.` takes no line break, `^` and `$` are the ends of the text.
/// `\b` knows the letters of all scripts, but in the few expressions for which there is no `mark_boundaries`; `\w`
/// knows those of ASCII.
class Regex {
 public:
  struct Trouble {
    std::string message;
    std::string hint;
  };

  /// What is wrong with the expression, if anything: it does not compile, or matches the empty text.
  [[nodiscard]] static std::optional<Trouble> trouble(std::string_view expression);

  explicit Regex(std::string_view expression);
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  /// All matches from left to right, not overlapping each other; offsets into `text`. One of more than 4,096 bytes may
  /// be cut or passed over.
  [[nodiscard]] std::vector<Span> find_all(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

/// Many sound expressions looked for at once: tells which are worth a search of their own, by literals that they need.
class RegexSet {
 public:
  explicit RegexSet(const std::vector<std::string>& expressions);
  RegexSet(RegexSet&&) noexcept;
  RegexSet& operator=(RegexSet&&) noexcept;
  ~RegexSet();

  /// Indices of the expressions that may match, ascending; every one that does is among them.
  void find(std::string_view text, std::vector<std::uint32_t>& found) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace etic
