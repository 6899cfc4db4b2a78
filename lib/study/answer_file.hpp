#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "study/id.hpp"
#include "text/words.hpp"

namespace etic {

/// What a column of answers is called where nothing else is said.
inline constexpr std::string_view default_text_column = "text";
inline constexpr std::string_view default_question_column = "question";
inline constexpr std::string_view default_respondent_column = "respondent";
inline constexpr std::string_view default_group_column = "group";

/// A file of answers in rows, as surveys give them, and what its columns hold. A row is one answer under the question
/// that a column names, or one person's answers to several questions, a column each.
struct AnswerFile {
  std::string path;         // `-`: standard input; empty: to be named on the command line
  bool is_of_study = true;  // the path is relative to the study; else to where the command runs
  std::string text{default_text_column};
  std::string question{default_question_column};                // a column, where no other member says which question
  std::optional<QuestionId> fixed_question;                     // of all rows
  std::vector<std::pair<QuestionId, std::string>> texts;        // columns by question, in place of `text`
  std::string respondent{default_respondent_column};            // a row without an id is a respondent of its own
  std::string group{default_group_column};                      // for questions written without their group: `Q4`, `4`
  std::vector<std::pair<AttributeId, std::string>> attributes;  // columns called otherwise than their attribute
  Span place;                                                   // in study.yaml
};

}  // namespace etic
