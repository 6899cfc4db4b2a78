#include "study/question_selection.hpp"

#include <fmt/format.h>
#include <utility>
#include <vector>

#include "diagnostics/hint.hpp"
#include "study/question_hint.hpp"

namespace etic {
namespace {

constexpr std::string_view forms =
    "write a code (`G1Q4`), a range (`G1Q3-6`), a group (`G1`), or several separated by commas";

/// A list of nothing but mistakes need not be read to its end.
constexpr int most_wrong_terms = 100;

/// Adds the study's questions in a range; false when there are none.
bool insert_range(const QuestionRange& range, const Study& study, QuestionSet& set) {
  bool any = false;
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    const QuestionCode code = study.questions[i].code;
    if (code.group != range.group) continue;
    if (!range.whole_group && (code.number < range.first || code.number > range.last)) continue;
    set.insert(QuestionId(i));
    any = true;
  }
  return any;
}

/// A term that cannot be read, and what is probably wrong with it.
std::pair<std::string, std::string> explain_term(const std::string& term, const std::vector<std::string>& known) {
  if (term.empty()) return {"a question code is missing here", std::string(forms)};
  std::string message = fmt::format("`{}` is no question code", term);
  if (term.find("–") != std::string::npos || term.find("—") != std::string::npos)
    return {std::move(message), "write a range with a hyphen: `G1Q3-6`"};
  const std::string near = did_you_mean(term, known);
  return {std::move(message), near.empty() ? std::string(forms) : near};
}

}  // namespace

QuestionSet select_questions(std::string_view list, const Study& study, const ReportPart& report) {
  QuestionSet set = study.no_questions();
  std::vector<std::string> known;  // written out when a first term is wrong
  int wrong = 0;
  for (const QuestionRange& range : parse_question_ranges(list)) {
    if (wrong == most_wrong_terms) break;
    const std::string term(list.substr(range.offset, range.length));
    const auto trouble = [&](Kind kind, std::string message, std::string hint) {
      ++wrong;
      report(kind, range.offset, range.length, std::move(message), std::move(hint));
    };
    const auto names = [&]() -> const std::vector<std::string>& {
      if (known.empty()) known = study.question_names();
      return known;
    };
    if (!range.valid) {
      auto [message, hint] = explain_term(term, names());
      trouble(Kind::invalid_question_code, std::move(message), std::move(hint));
    } else if (!study.find_group(range.group)) {
      trouble(Kind::unknown_group, fmt::format("the study has no group `G{}`", range.group),
              did_you_mean(fmt::format("G{}", range.group), study.group_names()));
    } else if (range.last < range.first) {
      trouble(Kind::empty_range, fmt::format("`{}` runs backwards", term),
              fmt::format("did you mean `G{}Q{}-{}`?", range.group, range.last, range.first));
    } else if (!insert_range(range, study, set)) {
      const bool single = !range.whole_group && range.first == range.last;
      trouble(single ? Kind::unknown_question : Kind::empty_range,
              single ? fmt::format("the study has no question `{}`", term)
                     : fmt::format("`{}` holds no question of the study", term),
              single ? hint_on_unknown_question(term, study, names()) : "");
    }
  }
  return set;
}

QuestionSet select_questions(const std::vector<Text>& lists, const Study& study, const SourceFile& file, Sink& sink) {
  QuestionSet set = study.no_questions();
  for (const Text& list : lists) {
    if (sink.is_full(file.path())) break;
    set.insert(select_questions(
        list.text, study,
        [&](Kind kind, std::size_t offset, std::size_t length, std::string message, std::string hint) {
          sink.report(kind, file, list.node->part(offset, length), std::move(message), std::move(hint));
        }));
  }
  return set;
}

}  // namespace etic
