#pragma once

#include <cstdint>
#include <vector>

#include "codebook/rule.hpp"
#include "corpus/corpus.hpp"

namespace etic {

/// Which codes each voice of each answer bears: those assigned to its words, without the themes above them. What is
/// left of codings where it does not matter how often and where in an answer they stand.
class BorneCodes {
 public:
  /// Sorted, each once.
  struct Codes {
    const CodeId* first = nullptr;
    const CodeId* last = nullptr;
    [[nodiscard]] const CodeId* begin() const { return first; }
    [[nodiscard]] const CodeId* end() const { return last; }
  };
  [[nodiscard]] Codes of(AnswerId answer, std::size_t voice) const {
    const std::size_t number = first_voices_[answer.index()] + voice;
    return {codes_.data() + begins_[number], codes_.data() + begins_[number + 1]};
  }

  /// Answers come in their order, each followed by its voices in theirs.
  void add_answer() { first_voices_.push_back(begins_.size() - 1); }
  void add_voice(const std::vector<CodeId>& codes) {
    codes_.insert(codes_.end(), codes.begin(), codes.end());
    begins_.push_back(codes_.size());
  }

 private:
  std::vector<CodeId> codes_;
  std::vector<std::size_t> begins_{0};     // by voice, all answers' one after the other, and one more
  std::vector<std::size_t> first_voices_;  // by answer
};

}  // namespace etic
