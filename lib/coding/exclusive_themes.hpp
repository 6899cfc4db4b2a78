#pragma once

#include <cstdint>
#include <vector>

#include "codebook/codebook.hpp"

namespace etic {

/// Which codes cannot stand beside each other in one answer.
class ExclusiveThemes {
 public:
  explicit ExclusiveThemes(const Codebooks& books);

  /// A code's place in an exclusive theme above it.
  struct Place {
    CodeId theme;
    std::uint32_t precedence = 0;  // among rules the lower one wins
  };
  [[nodiscard]] const std::vector<Place>& places_of(CodeId code) const { return places_[code.index()]; }

  /// Whether the two belong to different ones of a theme's exclusive codes.
  [[nodiscard]] bool are_rivals(CodeId a, CodeId b) const;

 private:
  std::vector<std::vector<Place>> places_;  // by code
};

}  // namespace etic
