#include "cli/command_explain.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "cli/failure.hpp"
#include "coding/layers.hpp"
#include "coding/rule_coder.hpp"
#include "diagnostics/hint.hpp"
#include "report/caption.hpp"
#include "report/explanation.hpp"
#include "report/quotation.hpp"
#include "study/question_selection.hpp"

namespace etic::cli {
namespace {

/// In the words that `--where question=` has for it.
void report_unknown_question(const std::string& text, const Study& study, Sink& sink) {
  bool reported = false;
  static_cast<void>(
      select_questions(text, study, [&](Kind kind, std::size_t, std::size_t, std::string message, std::string hint) {
        sink.report(kind, "", std::move(message), std::move(hint));
        reported = true;
      }));
  if (!reported) sink.report(Kind::invalid_option, "", fmt::format("`{}` is not one question", text), "like `G1Q5`");
}

}  // namespace

void ExplainCommand::set_up(CLI::App& app) {
  app.add_option("RESPONDENT", respondent_, "Like G1-05")->required();
  app.add_option("QUESTION", question_, "Like G1Q5")->required();
  coder_.set_up(app);
  study_.set_up_with_answers(app);
  output_.set_up(app);
}

AnswerId ExplainCommand::find_answer(const Env& env, const OpenedStudy& opened, bool json) const {
  const Corpus& corpus = opened.corpus;
  Sink sink;
  const std::optional<RespondentId> respondent = corpus.find_respondent(respondent_);
  if (!respondent) {
    std::vector<std::string> names;
    for (const Respondent& known : corpus.respondents) names.push_back(known.name);
    sink.report(Kind::unknown_respondent, "", fmt::format("there is no respondent `{}`", respondent_),
                did_you_mean(respondent_, names));
  }
  const std::optional<QuestionCode> code = parse_question_code(question_);
  const std::optional<QuestionId> question = code ? opened.study.find_question(*code) : std::nullopt;
  if (!question) report_unknown_question(question_, opened.study, sink);
  std::optional<AnswerId> answer;
  if (respondent && question) {
    answer = corpus.find_answer(*respondent, *question);
    const auto lost = std::find_if(corpus.lost.begin(), corpus.lost.end(), [&](const LostAnswer& candidate) {
      return candidate.question == *question && std::find(candidate.respondents.begin(), candidate.respondents.end(),
                                                          *respondent) != candidate.respondents.end();
    });
    if (!answer && lost != corpus.lost.end()) {
      sink.report(Kind::invalid_option, "",
                  fmt::format("the answer of {} to {} is lost: {}", respondent_, question_, lost->reason));
    } else if (const Group& group = opened.study.group(corpus.respondent(*respondent).group);
               opened.study.question(*question).group != corpus.respondent(*respondent).group) {
      sink.report(Kind::other_groups_question, "",
                  fmt::format("{} is no question of {}, the group of {}", question_, group.name, respondent_));
    } else if (!answer) {
      sink.report(Kind::invalid_option, "", fmt::format("{} has no answer to {} on record", respondent_, question_));
    }
  }
  require_no_errors(env, sink, json);
  return *answer;
}

int ExplainCommand::run(Env& env) {
  const bool json = output_.is_json();
  const auto opened = study_.open(env, json);
  Explanation explanation;
  explanation.answer = find_answer(env, *opened, json);
  Sink sink;
  const std::vector<CodeId> codes = study_.codes(*opened, sink);
  const std::vector<CoderId> layers = coder_.layers(*opened, sink);
  require_no_errors(env, sink, json);

  std::vector<Coding> by_rules;
  if (std::find(layers.begin(), layers.end(), CoderId(rules_index)) != layers.end()) {
    const CompiledRules rules(opened->books);
    RuleCoder(opened->books, rules).explain(opened->corpus, explanation.answer, by_rules, explanation.blocked);
  }
  const CodedCorpus coded =
      code_by_layers(opened->study, opened->corpus, opened->books, opened->ledger, layers, by_rules);
  const auto is_shown = [&](const Coding& coding) {
    return coding.answer == explanation.answer && std::binary_search(codes.begin(), codes.end(), coding.code());
  };
  std::copy_if(coded.codings.begin(), coded.codings.end(), std::back_inserter(explanation.codings), is_shown);
  std::copy_if(coded.lost.begin(), coded.lost.end(), std::back_inserter(explanation.lost),
               [&](const LostCoding& lost) { return is_shown(lost.coding); });
  std::erase_if(explanation.blocked, [&](const BlockedCoding& blocked) { return !is_shown(blocked.coding); });

  if (output_.is_long()) {
    output_.write(
        explanation_records(coded, explanation),
        {{"command", "explain"}, {"coder", coder_name(coded)}, {"wording", std::string(name(opened->study.wording))}},
        env);
  } else if (!output_.is_text()) {
    Table records = explanation_records(coded, explanation);
    records.footnotes.push_back(wording_note(opened->study));
    output_.write(records, {}, env);
  } else {
    write_explanation(output_.stream(), coded, explanation, output_.page(env));
  }
  output_.commit(env);
  return exit_done;
}

}  // namespace etic::cli
