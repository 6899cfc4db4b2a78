// A study.yaml: what a study promises, whatever stands in it.

#include <algorithm>
#include <optional>
#include <string>

#include "fuzz/property.hpp"
#include "study/name.hpp"
#include "study/question_selection.hpp"
#include "study/study_reader.hpp"

using namespace etic;

namespace {

void check_attributes(const Study& study) {
  for (std::size_t i = 0; i < study.attributes.size(); ++i) {
    const Attribute& attribute = study.attributes[i];
    fuzz::require(is_name(attribute.name), "an attribute has a name");
    fuzz::check_span(attribute.place, *study.file, "an attribute lies inside the file");
    fuzz::require(study.find_attribute(attribute.name) == AttributeId(i), "an attribute is found by its name");
    if (!attribute.from) continue;
    fuzz::require(attribute.from->index() < i && !study.attribute(*attribute.from).from,
                  "an attribute is derived from one above that is not");
    for (const auto& [source, target] : attribute.map) {
      fuzz::require(std::find(attribute.values.begin(), attribute.values.end(), target) != attribute.values.end(),
                    "a map leads to a value");
    }
  }
}

void check_questions(const Study& study) {
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    const Question& question = study.questions[i];
    fuzz::require(study.group(question.group).number == question.code.group, "a question is of its group");
    fuzz::require(study.find_question(question.code) == QuestionId(i), "a question is found by its code");
    QuestionSet alone = study.no_questions();
    alone.insert(QuestionId(i));
    const QuestionSet selected = select_questions(
        question.code.text(), study, [](Kind, std::size_t, std::size_t, const std::string&, const std::string&) {
          fuzz::require(false, "a question's code selects it");
        });
    fuzz::require(selected == alone, "a question's code selects nothing else");
  }
  for (const SubQuestion& sub : study.sub_questions) {
    fuzz::require(is_name(sub.name), "a sub-question has a name");
    fuzz::require(sub.asked.universe() == study.questions.size() && sub.also.universe() == study.questions.size(),
                  "sets are of this study's questions");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFiles files(fuzz::cut_into_files(data, size, {"study.yaml"}));
  Sink sink;
  const std::optional<Study> study = read_study(files, ".", sink);
  fuzz::check_diagnostics(sink);
  if (!study) {
    fuzz::require(sink.error_count() > 0, "a study that cannot be read is reported");
    return 0;
  }
  fuzz::require(!study->groups.empty() && !study->questions.empty(), "a study has groups and questions");
  for (std::size_t i = 0; i < study->groups.size(); ++i) {
    fuzz::require(study->find_group(study->groups[i].name) == GroupId(i) &&
                      study->find_group(study->groups[i].number) == GroupId(i),
                  "a group is found");
  }
  check_attributes(*study);
  if (study->questions.size() < 100) check_questions(*study);
  for (const auto* labels : {&study->speakers.interviewer, &study->speakers.respondent}) {
    for (const std::string& label : *labels)
      fuzz::require(!label.empty() && label.find(':') == std::string::npos, "a label can stand before a colon");
  }

  Sink again;
  static_cast<void>(read_study(files, ".", again));
  fuzz::require(fuzz::rendered(again) == fuzz::rendered(sink), "the same study gives the same reports");
  return 0;
}
