#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "study/study.hpp"

namespace etic {

/// The columns of a file of answers that are read, each once, and what each is for.
struct AnswerColumns {
  static constexpr std::uint32_t none = UINT32_MAX;

  struct Column {
    std::string name;
    bool is_required = false;  // by what the study says, or to read anything at all
  };
  std::vector<Column> columns;

  // Indices into these.
  std::uint32_t question = none;
  std::uint32_t respondent = none;
  std::uint32_t group = none;
  std::vector<std::pair<std::optional<QuestionId>, std::uint32_t>> texts;  // none: the question that the row names
  std::vector<std::uint32_t> attributes;                                   // by attribute of the study

  std::optional<QuestionId> question_of_all;

  AnswerColumns(const AnswerFile& file, const Study& study);

  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::uint32_t add(const std::string& name, bool required);
};

}  // namespace etic
