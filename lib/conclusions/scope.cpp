#include "conclusions/scope.hpp"

#include <algorithm>

#include "analysis/selection.hpp"

namespace etic {
namespace {

QuestionSet united(const std::vector<CodeId>& codes, const Study& study, const Codebooks& books) {
  QuestionSet questions = study.no_questions();
  for (const CodeId code : codes) questions.insert(books.code(code).scope);
  return questions;
}

}  // namespace

QuestionSet scope_of(const Query& query, const Study& study, const Codebooks& books) {
  if (!query.names_codes()) return study.all_questions();
  QuestionSet any = united(query.any, study, books);
  if (query.within == Within::respondent) {
    any.insert(united(query.all, study, books));
    return any;
  }
  QuestionSet scope = query.any.empty() ? study.all_questions() : any;
  for (const CodeId code : query.all) scope = scope.intersection(books.code(code).scope);
  return scope;
}

IdleCodes find_idle_codes(const Query& query, const Study& study, const Corpus& corpus, const Codebooks& books) {
  const QuestionSet questions = questions_allowed(study, corpus, query.where);
  const auto is_idle = [&](CodeId code) { return !books.code(code).scope.intersects(questions); };
  IdleCodes idle;
  std::copy_if(query.any.begin(), query.any.end(), std::back_inserter(idle.codes), is_idle);
  idle.never_fits = (!query.any.empty() && idle.codes.size() == query.any.size()) ||
                    !scope_of(query, study, books).intersects(questions);
  for (const CodeId code : query.all) {
    if (!is_idle(code)) continue;
    idle.codes.push_back(code);
    idle.never_fits = true;
  }
  return idle;
}

}  // namespace etic
