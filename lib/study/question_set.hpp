#pragma once

#include <cstdint>
#include <vector>

#include "study/id.hpp"

namespace etic {

/// A set of a study's questions. Sets of one study only meet each other.
class QuestionSet {
 public:
  QuestionSet() = default;

  /// Empty, for a study of `size` questions; or holding them all.
  explicit QuestionSet(std::size_t size, bool all = false) : holds_(size, all) {}

  void insert(QuestionId question) { holds_[question.index()] = true; }
  void insert(const QuestionSet& other) {
    for (std::size_t i = 0; i < holds_.size(); ++i) holds_[i] = holds_[i] || other.holds_[i];
  }
  [[nodiscard]] bool contains(QuestionId question) const { return holds_[question.index()]; }
  [[nodiscard]] bool empty() const {
    for (const bool held : holds_) {
      if (held) return false;
    }
    return true;
  }
  [[nodiscard]] bool intersects(const QuestionSet& other) const {
    for (std::size_t i = 0; i < holds_.size(); ++i) {
      if (holds_[i] && other.holds_[i]) return true;
    }
    return false;
  }
  [[nodiscard]] QuestionSet intersection(const QuestionSet& other) const {
    QuestionSet both = *this;
    for (std::size_t i = 0; i < holds_.size(); ++i) both.holds_[i] = holds_[i] && other.holds_[i];
    return both;
  }
  [[nodiscard]] std::size_t universe() const { return holds_.size(); }

  friend bool operator==(const QuestionSet&, const QuestionSet&) = default;

 private:
  std::vector<bool> holds_;
};

}  // namespace etic
