#include "cli/command_init.hpp"

#include <fmt/format.h>

#include "cli/failure.hpp"
#include "cli/open_study.hpp"
#include "diagnostics/open_source.hpp"
#include "editing/starter.hpp"

namespace etic::cli {

void InitCommand::set_up(CLI::App& app) {
  app.add_option("DIR", folder_, "The new study's folder")->required();
  app.add_option("--questions", questions_,
                 "Start from a question list: CSV with columns question (G1Q4), text, and if wanted subquestion, group")
      ->type_name("FILE");
}

int InitCommand::run(Env& env) {
  StudyFiles files = starter_study();
  std::vector<std::string> unread_columns;
  if (!questions_.empty()) {
    Sink sink;
    const auto guide = open_source(env.files, questions_, table_limit, sink);
    std::optional<GuidedStudy> made;
    if (guide) made = study_for_questions(*guide, sink);
    require_no_errors(env, sink, false);
    files = std::move(made->files);
    unread_columns = std::move(made->unread_columns);
  }
  if (const std::optional<std::string> trouble = write_study(folder_, files))
    throw Failure(exit_io, fmt::format("{} could not be made: {}", folder_, *trouble));

  if (!unread_columns.empty()) {
    env.err << fmt::format("etic: columns passed over: {}\n", fmt::join(unread_columns, ", "));
  }
  for (const auto& [path, bytes] : files) env.out << fmt::format("{}/{}\n", folder_, path);
  if (questions_.empty()) {
    env.out << fmt::format(
        "\nTry `etic check -C {0}`, `etic tally -C {0} --by subquestion`, `etic explain -C {0} G1-01 G1Q1`,\nthen "
        "change the files to your own.\n",
        folder_);
  } else {
    env.out << fmt::format(
        "\nCopy each template in {0}/templates to {0}/transcripts, once an interview, and fill it in; then `etic check "
        "-C {0}`.\n",
        folder_);
  }
  return exit_done;
}

}  // namespace etic::cli
