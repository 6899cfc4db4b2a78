#include "corpus/answer_columns.hpp"

#include <algorithm>

namespace etic {

AnswerColumns::AnswerColumns(const AnswerFile& file, const Study& study) : attributes(study.attributes.size(), none) {
  question_of_all = file.fixed_question;
  if (!file.texts.empty()) {
    for (const auto& [question_asked, column] : file.texts) texts.emplace_back(question_asked, add(column, true));
  } else {
    texts.emplace_back(std::nullopt, add(file.text, true));
    const bool one_question = study.questions.size() == 1 && file.question == default_question_column;
    if (one_question) question_of_all = QuestionId(0);
    if (!question_of_all) question = add(file.question, true);
    if (!question_of_all) group = add(file.group, file.group != default_group_column);
  }
  respondent = add(file.respondent, file.respondent != default_respondent_column);
  for (std::size_t i = 0; i < study.attributes.size(); ++i) {
    if (study.attributes[i].from) continue;
    const auto renamed = std::find_if(file.attributes.begin(), file.attributes.end(),
                                      [&](const auto& entry) { return entry.first.index() == i; });
    attributes[i] =
        renamed == file.attributes.end() ? add(study.attributes[i].name, false) : add(renamed->second, true);
  }
}

std::uint32_t AnswerColumns::add(const std::string& name, bool required) {
  const auto known =
      std::find_if(columns.begin(), columns.end(), [&](const Column& column) { return column.name == name; });
  if (known == columns.end()) {
    columns.push_back({name, required});
    return static_cast<std::uint32_t>(columns.size() - 1);
  }
  known->is_required = known->is_required || required;
  return static_cast<std::uint32_t>(known - columns.begin());
}

std::vector<std::string> AnswerColumns::names() const {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(column.name);
  return names;
}

}  // namespace etic
