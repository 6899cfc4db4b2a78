#pragma once

#include <cstdint>
#include <vector>

#include "coding/coded_corpus.hpp"

namespace etic {

/// Which codes each response bears: those assigned to words of its respondent in its answer, and every theme above
/// them. Sorted and each once.
class Bearing {
 public:
  explicit Bearing(const CodedCorpus& coded);

  /// Of no responses yet.
  Bearing() : begins_{0} {}

  /// Adds the next response's codes, which stand as `of` gives them.
  void add(const std::vector<CodeId>& codes, bool is_non_answer) {
    codes_.insert(codes_.end(), codes.begin(), codes.end());
    begins_.push_back(static_cast<std::uint32_t>(codes_.size()));
    non_answer_.push_back(is_non_answer);
  }

  struct Codes {
    const CodeId* first = nullptr;
    const CodeId* last = nullptr;
    [[nodiscard]] const CodeId* begin() const { return first; }
    [[nodiscard]] const CodeId* end() const { return last; }
  };
  [[nodiscard]] Codes of(std::uint32_t response) const;
  [[nodiscard]] bool bears(std::uint32_t response, CodeId code) const;

  /// Whether the response says nothing: every code assigned to it excludes all others.
  [[nodiscard]] bool is_non_answer(std::uint32_t response) const { return non_answer_[response]; }

 private:
  std::vector<CodeId> codes_;
  std::vector<std::uint32_t> begins_;  // by response, and one more
  std::vector<bool> non_answer_;
};

}  // namespace etic
