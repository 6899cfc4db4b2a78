#include "cli/row_options.hpp"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

#include "analysis/matrix_sum.hpp"
#include "analysis/response_store.hpp"
#include "cli/choice.hpp"
#include "cli/progress.hpp"
#include "coding/rule_coder.hpp"
#include "corpus/answer_pipeline.hpp"

namespace etic::cli {
namespace {

constexpr std::size_t most_jobs = 256;

/// A part of the answers coded, with what is known of who gave them.
using UseCoded = std::function<PartHandler::Delivery(AnswerPart& part, const CodedCorpus& coded,
                                                     const std::vector<std::uint32_t>& numbers)>;

/// Codes parts by the rules, each thread with a coder of its own.
class CodingHandler final : public PartHandler {
 public:
  CodingHandler(const OpenedStudy& opened, const CompiledRules& rules, Extent extent, const UseCoded& use)
      : opened_(opened), coder_(opened.books, rules), extent_(extent), use_(use) {}

  [[nodiscard]] Delivery handle(AnswerPart part, const std::vector<std::uint32_t>& numbers) override {
    part.corpus.is_part = true;
    CodedCorpus coded = code_by_rules(coder_, opened_.study, part.corpus, opened_.books, extent_);
    coded.ledger = &opened_.ledger;
    coded.coders = {CoderId(rules_index)};
    return use_(part, coded, numbers);
  }

 private:
  const OpenedStudy& opened_;
  RuleCoder coder_;
  Extent extent_;
  const UseCoded& use_;
};

/// Takes all rows through the rules; what is wrong with them is reported at the end.
void code_rows(const OpenedStudy& opened, const StudyOptions& study, const CodingScope& scope, std::size_t jobs,
               RespondentRegister& people, const UseCoded& use, const Env& env, bool json) {
  const CompiledRules rules(opened.books, scope.codes);
  AnswerChunks chunks(env.files, study.folder(), opened.study);
  Sink sink;
  {
    Progress progress(env.err, env.err_is_terminal);
    std::uint64_t answers = 0;
    const UseCoded watched = [&](AnswerPart& part, const CodedCorpus& coded,
                                 const std::vector<std::uint32_t>& numbers) -> PartHandler::Delivery {
      const std::size_t met = part.corpus.answers.size();
      const std::uint64_t position = part.position;
      const PartHandler::Delivery deliver = use(part, coded, numbers);
      return [&progress, &chunks, &answers, met, position, deliver] {
        deliver();
        answers += met;
        progress.show(position, chunks.size(), answers);
      };
    };
    const auto make_handler = [&] { return std::make_unique<CodingHandler>(opened, rules, scope.extent, watched); };
    run_through(chunks, people, jobs, study.keeps_going(), make_handler, sink);
  }
  study.report(env, sink, json);
}

}  // namespace

void RowOptions::set_up(CLI::App& app) {
  app.add_option("-j,--jobs", jobs_, "Threads for answers in rows (default: one a processor); never changes a result")
      ->check(whole_number("--jobs", 1, most_jobs))
      ->type_name("N");
}

std::size_t RowOptions::jobs() const {
  return jobs_ > 0 ? jobs_ : std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_jobs);
}

Matrix RowOptions::count(const CodedCorpus& coded, const OpenedStudy& opened, const StudyOptions& study,
                         const CodingScope& scope, const CountPart& count, const Env& env, bool json,
                         std::vector<std::string>* named) const {
  Matrix with_transcripts = count(coded, Bearing(coded));
  if (!opened.rows_are_left) {
    for (const Respondent& respondent : opened.corpus.respondents) {
      if (named != nullptr) named->push_back(respondent.name);
    }
    return with_transcripts;
  }
  MatrixSum sum;
  sum.add(with_transcripts);
  RespondentRegister people(opened.study, opened.corpus);
  ResponseStore store(opened.study, opened.books);
  const UseCoded use = [&](AnswerPart& part, const CodedCorpus& of_part,
                           const std::vector<std::uint32_t>& numbers) -> PartHandler::Delivery {
    auto bearing = std::make_shared<Bearing>(of_part);
    // Stretches of answers are counted one answer at a time; all else wants everything that a respondent says.
    if (!part.has_ids || scope.extent == Extent::all) {
      auto counted = std::make_shared<Matrix>(count(of_part, *bearing));
      return [&sum, counted] { sum.add(*counted); };
    }
    auto corpus = std::make_shared<Corpus>(std::move(part.corpus));
    return [&store, corpus, bearing, numbers] { store.add(*corpus, *bearing, numbers); };
  };
  code_rows(opened, study, scope, jobs(), people, use, env, json);
  for (std::uint32_t i = 0; named != nullptr && i < people.size(); ++i) named->push_back(people.respondent(i).name);
  store.hand_out(people, [&](const CodedCorpus& batch, const Bearing& bearing) { sum.add(count(batch, bearing)); });
  return sum.take();
}

void RowOptions::go_through(const OpenedStudy& opened, const StudyOptions& study, const CodingScope& scope,
                            const UsePart& use, const Env& env, bool json) const {
  if (!opened.rows_are_left) return;
  RespondentRegister people(opened.study, opened.corpus);
  const UseCoded use_coded = [&](AnswerPart&, const CodedCorpus& coded, const std::vector<std::uint32_t>&) {
    return use(coded);
  };
  code_rows(opened, study, scope, jobs(), people, use_coded, env, json);
}

}  // namespace etic::cli
