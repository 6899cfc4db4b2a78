#include "cli/row_options.hpp"

#include <algorithm>
#include <memory>
#include <thread>

#include "cli/choice.hpp"
#include "cli/progress.hpp"

namespace etic::cli {
namespace {

constexpr std::size_t most_jobs = 256;

/// Everything that going through rows wants.
struct RowRun {
  RowRun(const OpenedStudy& opened, const StudyOptions& study, const CodingScope& scope, const Env& env)
      : rules(opened.books, scope.codes),
        coding{opened.study, opened.books, opened.ledger, rules, scope.extent},
        chunks(env.files, study.folder(), opened.study),
        people(opened.study, opened.corpus),
        progress(env.err, env.err_is_terminal) {}

  void watch(std::uint64_t position, std::size_t more) {
    answers += more;
    progress.show(position, chunks.size(), answers);
  }

  /// Codes all rows, and shows how far it is.
  void code(std::size_t jobs, bool keep_going, const UseCodedPart& use) {
    const UseCodedPart use_watched = [&](AnswerPart& part, const CodedCorpus& coded,
                                         const std::vector<std::uint32_t>& numbers) -> PartHandler::Delivery {
      const std::uint64_t position = part.position;
      const std::size_t more = part.corpus.answers.size();
      return [this, deliver = use(part, coded, numbers), position, more] {
        deliver();
        watch(position, more);
      };
    };
    code_rows(coding, chunks, people, jobs, keep_going, use_watched, sink);
    progress.clear();
  }

  CompiledRules rules;
  RowCoding coding;
  AnswerChunks chunks;
  RespondentRegister people;
  Sink sink;
  Progress progress;
  std::uint64_t answers = 0;
};

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
  RowRun run(opened, study, scope, env);
  const Watch watch = [&](std::uint64_t position, std::size_t answers) { run.watch(position, answers); };
  count_rows(run.coding, run.chunks, run.people, jobs(), study.keeps_going(), count, watch, sum, run.sink);
  run.progress.clear();
  study.report(env, run.sink, json);
  for (std::uint32_t i = 0; named != nullptr && i < run.people.size(); ++i)
    named->push_back(run.people.respondent(i).name);
  return sum.take();
}

void RowOptions::go_through(const OpenedStudy& opened, const StudyOptions& study, const CodingScope& scope,
                            const UsePart& use, const Env& env, bool json) const {
  if (!opened.rows_are_left) return;
  RowRun run(opened, study, scope, env);
  run.code(jobs(), study.keeps_going(),
           [&](const AnswerPart&, const CodedCorpus& coded, const std::vector<std::uint32_t>&) { return use(coded); });
  study.report(env, run.sink, json);
}

void RowOptions::take_stock(const OpenedStudy& opened, const StudyOptions& study, StockTaking& stock,
                            ExampleCheck& examples, const Env& env, Sink& sink) const {
  if (!opened.rows_are_left) return;
  RowRun run(opened, study, {study.codes(opened, sink), Extent::all}, env);
  const UseCodedPart use = [&](AnswerPart& part, const CodedCorpus& coded,
                               const std::vector<std::uint32_t>&) -> PartHandler::Delivery {
    auto taken = std::make_shared<StockTaking>(opened.study);
    taken->add_answers(part.corpus, Bearing(coded));
    if (!part.has_ids) taken->add_respondents(part.corpus);
    return [&stock, &examples, taken, met = examples.look_up(coded)] {
      stock.add(*taken);
      examples.note(met);
    };
  };
  run.code(jobs(), true, use);
  const auto first = static_cast<std::uint32_t>(opened.corpus.respondents.size());  // behind those of transcripts
  for (std::uint32_t i = first; i < run.people.size(); ++i) stock.add_respondent(run.people.respondent(i).group);
  sink.append(run.sink);
}

}  // namespace etic::cli
