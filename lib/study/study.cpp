#include "study/study.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace etic {
namespace {

template <class Sort, class Thing, class Predicate>
std::optional<Id<Sort>> find_index(const std::vector<Thing>& things, Predicate is_it) {
  const auto found = std::find_if(things.begin(), things.end(), is_it);
  if (found == things.end()) return std::nullopt;
  return Id<Sort>(static_cast<std::size_t>(found - things.begin()));
}

}  // namespace

std::string_view name(Wording wording) {
  switch (wording) {
    case Wording::verbatim:
      return "verbatim";
    case Wording::minutes:
      return "minutes";
    case Wording::paraphrase:
      return "paraphrase";
  }
  return "";
}

std::string missing_folder_hint(std::string_view key, std::string_view folder) {
  if (folder != key) return fmt::format("`{}:` in study.yaml names it", key);
  return fmt::format("make a folder `{0}`, or name yours by `{0}:` in study.yaml", key);
}

std::optional<GroupId> Study::find_group(std::string_view wanted) const {
  return find_index<GroupSort>(groups, [&](const Group& group) { return group.name == wanted; });
}

std::optional<GroupId> Study::find_group(std::uint32_t number) const {
  return find_index<GroupSort>(groups, [&](const Group& group) { return group.number == number; });
}

std::optional<QuestionId> Study::find_question(QuestionCode code) const {
  return find_index<QuestionSort>(questions, [&](const Question& question) { return question.code == code; });
}

std::optional<SubQuestionId> Study::find_sub_question(std::string_view wanted) const {
  return find_index<SubQuestionSort>(sub_questions, [&](const SubQuestion& sub) { return sub.name == wanted; });
}

std::optional<AttributeId> Study::find_attribute(std::string_view wanted) const {
  return find_index<AttributeSort>(attributes, [&](const Attribute& attribute) { return attribute.name == wanted; });
}

std::vector<std::string> Study::group_names() const {
  std::vector<std::string> names;
  for (const Group& group : groups) names.push_back(group.name);
  return names;
}

std::vector<std::string> Study::question_names() const {
  std::vector<std::string> names;
  for (const Question& question : questions) names.push_back(question.code.text());
  return names;
}

std::vector<std::string> Study::sub_question_names() const {
  std::vector<std::string> names;
  for (const SubQuestion& sub : sub_questions) names.push_back(sub.name);
  return names;
}

}  // namespace etic
