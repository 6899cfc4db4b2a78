#include "audit/examples.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace etic {

/// An example is written like `G1-01 G1Q5`.
ExampleCheck::ExampleCheck(const Study& study, const Codebooks& books, const Ledger& ledger)
    : books_(books), ledger_(ledger) {
  for (std::size_t i = 0; i < books.codes.size(); ++i) {
    for (const Example& example : books.codes[i].examples) {
      const std::string_view text = example.text;
      const std::size_t space = text.find(' ');
      const std::optional<QuestionCode> question =
          space == std::string_view::npos ? std::nullopt : parse_question_code(text.substr(space + 1));
      if (question) by_respondent_[text.substr(0, space)].push_back(sought_.size());
      sought_.push_back({&example, CodeId(i), question.has_value(),
                         question ? study.find_question(*question) : std::nullopt, false, false});
    }
  }
}

std::vector<ExampleCheck::Met> ExampleCheck::look_up(const CodedCorpus& part) const {
  std::vector<Met> met;
  if (by_respondent_.empty()) return met;
  for (std::size_t i = 0; i < part.corpus->respondents.size(); ++i) {
    const auto named = by_respondent_.find(part.corpus->respondents[i].name);
    if (named == by_respondent_.end()) continue;
    for (const std::size_t example : named->second) {
      const Sought& sought = sought_[example];
      const std::optional<AnswerId> answer =
          sought.question ? part.corpus->find_answer(RespondentId(i), *sought.question) : std::nullopt;
      if (answer) met.push_back({example, is_coded(part, *answer, sought.code)});
    }
  }
  return met;
}

bool ExampleCheck::is_coded(const CodedCorpus& part, AnswerId answer, CodeId code) const {
  const std::vector<CodeId> codes = books_.subtree(code);
  const auto among = [&](CodeId other) { return std::binary_search(codes.begin(), codes.end(), other); };
  if (std::any_of(codes.begin(), codes.end(), [&](CodeId below) { return !books_.code(below).rules.empty(); })) {
    const CodedCorpus::Range codings = part.of(answer);
    return std::any_of(codings.begin(), codings.end(), [&](const Coding& coding) { return among(coding.code()); });
  }
  return std::any_of(ledger_.entries.begin(), ledger_.entries.end(), [&](const LedgerEntry& entry) {
    return entry.status == LedgerEntry::Status::add && entry.answer == answer && entry.code && among(*entry.code);
  });
}

void ExampleCheck::note(const std::vector<Met>& met) {
  for (const Met& found : met) {
    sought_[found.example].is_met = true;
    sought_[found.example].is_coded = found.is_coded;
  }
}

void ExampleCheck::report(Sink& sink) const {
  for (const Sought& sought : sought_) {
    const Code& code = books_.code(sought.code);
    const SourceFile& file = *books_.book(code.book).file;
    const std::string& text = sought.example->text;
    if (!sought.is_met) {
      sink.report(Kind::unknown_example, file, sought.example->place, fmt::format("no answer `{}` is on record", text),
                  sought.is_reference ? "" : "an example is a respondent and a question, like `G1-01 G1Q5`");
    } else if (!sought.is_coded) {
      sink.report(Kind::uncoded_example, file, sought.example->place,
                  fmt::format("`{}` is not coded `{}`", text, code.name),
                  fmt::format("`etic explain {}` shows what is", text));
    }
  }
}

}  // namespace etic
