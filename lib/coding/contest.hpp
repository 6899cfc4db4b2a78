#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "coding/coding.hpp"
#include "coding/exclusive_themes.hpp"

namespace etic {

/// Which of the codes that rules assign to one voice can stay: in an exclusive theme the one that is listed first wins,
/// and what says nothing wins over all that is left. Asked for one voice after the other.
class Contest {
 public:
  /// The books must outlive it.
  explicit Contest(const Codebooks& books);

  /// Whether the code wins or loses against others at all.
  [[nodiscard]] bool may_oust(CodeId code) const { return may_oust_[code.index()]; }

  /// Takes all codes of one voice; they may come in any order, and more than once.
  void hold(const std::vector<CodeId>& codes);

  struct Loss {
    Block block = Block::exclusive;
    std::optional<CodeId> to;
  };
  /// Why one of these codes must go, if it must.
  [[nodiscard]] std::optional<Loss> loss(CodeId code) const;

 private:
  struct Winner {
    std::uint32_t precedence = UINT32_MAX;
    std::optional<CodeId> code;
  };

  [[nodiscard]] const Winner* winner_over(CodeId code) const;

  const Codebooks& books_;
  ExclusiveThemes exclusive_;
  std::vector<bool> may_oust_;
  std::vector<Winner> winners_;       // by exclusive theme; holds for those of this voice's codes
  std::optional<CodeId> non_answer_;  // of those over which no stance wins
};

}  // namespace etic
